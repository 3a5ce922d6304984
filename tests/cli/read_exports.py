"""A second reader of what `assay export` writes, on other ground than the program: text is code points here, and offsets
are sliced on the articles as they lie on the disk.

    read_exports.py FORMAT EXPORT RUN.json ARTICLE.txt…

prints one line of what it has read and ends with 1 where something is not as it must be.
"""

import json
import re
import sys
import tarfile
from urllib.parse import unquote


def expect(condition, *what):
    if not condition:
        sys.exit(" ".join(map(str, what)))


def articles(paths):
    """Texts by id, repaired as the program does it: ill-formed sequences and NUL are U+FFFD."""
    texts = {}
    for path in paths:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
        texts[path.rsplit("/", 1)[-1][: -len(".txt")]] = text
    return texts


def bytes_slice(text, start, end):
    return text.encode()[start:end].decode()


def spans_of(article):
    """What is exported of an article of the run: objects with start, end and perhaps parts, in bytes."""
    for item in article["stances"] + article["claims"]:
        yield from item["evidence"]
    for quote in article["quotes"]:
        yield from filter(None, (quote, quote.get("speaker"), quote.get("cue")))


def wanted(run, texts):
    """The words of these by article."""
    return {a["id"]: {bytes_slice(texts[a["id"]], s["start"], s["end"]) for s in spans_of(a)} for a in run["articles"]}


def compare(format_, found, run, texts):
    expected = wanted(run, texts)
    for id_, words in expected.items():
        expect(found.get(id_, set()) == words, format_, id_, found.get(id_, set()) ^ words)


def members(path):
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read().decode() for member in tar}


BREAKS = "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]"


def read_brat(path, run, texts):
    files, found, count = members(path), {}, 0
    configured = set(re.findall(r"^(\w+)", files["annotation.conf"], re.M))
    expect("# Offsets: Unicode code points" in files["annotation.conf"], "no unit")
    for id_, text in texts.items():
        expect(files[id_ + ".txt"] == text, id_, "another text")
        lines = files[id_ + ".ann"].splitlines()  # at everything that any program takes for the end of a line
        expect(lines == files[id_ + ".ann"].split("\n")[:-1], id_, "a line in a line")
        names, spans = set(), set()
        for name, data, *rest in (line.split("\t") for line in lines):
            expect(name not in names, name, "twice")
            names.add(name)
            kind, *arguments = data.split(" ")
            expect(kind in configured | {"AnnotatorNotes"}, kind, "is not configured")
            if name[0] != "T":
                for argument in arguments:
                    target = argument.split(":")[-1]
                    expect(target in names or name[0] == "A", name, "points at", target)
                continue
            places = [tuple(map(int, p.split(" "))) for p in data.split(" ", 1)[1].split(";")]
            pieces = [text[a:b] for a, b in places]
            expect(" ".join(pieces) == rest[0], id_, name, pieces, rest)
            for (_, end), (start, _) in zip(places, places[1:]):
                expect(end < start, id_, name, "overlaps")
            spans.add(tuple(pieces))
            count += 1
        found[id_] = spans
    for article in run["articles"]:
        text, expected = texts[article["id"]], set()
        for span in spans_of(article):
            parts = span.get("parts") or [[span["start"], span["end"]]]
            pieces = [p for a, b in parts for p in re.split(BREAKS, bytes_slice(text, a, b)) if p.strip()]
            expected |= {tuple(pieces)} if pieces else set()
        expect(found[article["id"]] == expected, article["id"], found[article["id"]] ^ expected)
    return count


def read_w3c(path, run, texts):
    with open(path, encoding="utf-8") as file:
        collection = json.load(file)
    expect(collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld", "context")
    expect(collection["offsets"] == "Unicode code points", "no unit")
    items, found, ids = collection["first"]["items"], {}, set()
    expect(collection["total"] == len(items), "total")
    for item in items:
        id_ = unquote(item["target"]["source"])
        position, quote = item["target"]["selector"]
        text, start, end = texts[id_], position["start"], position["end"]
        expect(text[start:end] == quote["exact"], item["id"], text[start:end], quote["exact"])
        expect(text[:start].endswith(quote["prefix"]) and len(quote["prefix"]) == min(32, start), item["id"], "prefix")
        expect(text[end:].startswith(quote["suffix"]) and len(quote["suffix"]) == min(32, len(text) - end), "suffix")
        body = item["body"][1]
        expect(body in ids if isinstance(body, str) else isinstance(json.loads(body["value"]), dict), item["id"], body)
        expect(item["id"] not in ids, item["id"], "twice")
        ids.add(item["id"])
        found.setdefault(id_, set()).add(quote["exact"])
    compare("w3c", found, run, texts)
    return len(items)


def read_uima(path, run, texts):
    found, count = {}, 0
    for cas in map(json.loads, members(path).values()):
        structures = {s["%ID"]: s for s in cas["%FEATURE_STRUCTURES"]}
        view = cas["%VIEWS"]["_InitialView"]
        text = structures[view["%SOFA"]]["sofaString"]
        units = text.encode("utf-16-le")
        about = structures[view["%MEMBERS"][0]]
        expect(texts[about["article"]] == text and about["offsets"] == "UTF-16 code units", about)
        expect(2 * about["end"] == len(units), "the length of the text")
        spans = found.setdefault(about["article"], set())
        for id_ in view["%MEMBERS"]:
            made = structures[id_]
            declared = cas["%TYPES"][made["%TYPE"]]
            for key in made:
                known = {"@sofa", "begin", "end", "language"} | set(declared)
                expect(key[0] == "%" or key.lstrip("@") in known or key in known, made["%TYPE"], key)
            if "@quotation" in made:
                expect(structures[made["@quotation"]]["%TYPE"] == "assay.Quotation", made)
            if made is not about:
                spans.add(units[2 * made["begin"]:2 * made["end"]].decode("utf-16-le"))
                count += 1
    compare("uima", found, run, texts)
    return count


SPACES = {"\\s": " ", "\\t": "\t", "\\r": "\r", "\\n": "\n", "\\p": "|", "\\\\": "\\"}


def spaces(word):
    def one(match):
        return SPACES.get(match.group()) or chr(int(match.group(1), 16))
    return re.sub(r"\\u\{([0-9A-F]+)\}|\\.", one, word)


def read_conllu(path, _, texts):
    with open(path, "rb") as file:
        content = file.read().decode()
    lines = content.split("\n")
    expect([line for line in content.splitlines()] == lines[:-1], "a line in a line")
    found, id_, tokens, text, form = {}, None, 0, None, ""
    for line in lines:
        if line.startswith("# newdoc id = "):
            id_ = line[len("# newdoc id = "):]
            found[id_] = ""
        elif line.startswith("# text = "):
            text, form = line[len("# text = "):], ""
        elif line == "" and text is not None:
            expect(form.rstrip(" ") == text or form[:-1] == text, repr(form), repr(text))
            text = None
        elif line and line[0] != "#":
            columns = line.split("\t")
            expect(len(columns) == 10 and all(columns), line)
            misc = dict(entry.split("=", 1) for entry in columns[9].split("|"))
            after = "" if misc.get("SpaceAfter") == "No" else spaces(misc.get("SpacesAfter", "\\s"))
            found[id_] += spaces(misc.get("SpacesBefore", ""))
            expect(int(misc["start_char"]) == len(found[id_]), "start_char", line)
            expect(texts[id_][int(misc["start_char"]):int(misc["end_char"])] == columns[1], line)
            found[id_] += columns[1] + after
            form += columns[1] + (" " if after else "")
            tokens += 1
    for id_, text in texts.items():
        given = found.get(id_)
        expect(given == text or given == text + " ", id_, repr(given), repr(text))
    return tokens


def read_claimreview(path, run, texts):
    with open(path, encoding="utf-8") as file:
        raw = file.read()
    graph, count = json.loads(raw)["@graph"], 0
    expect("reviewRating" in graph[0]["description"], "it does not say what it leaves out")
    for review in graph[1:]:
        expect(review["@type"] == "ClaimReview" and "reviewRating" not in review, "a verdict")
        for one in review["itemReviewed"]["appearance"]:
            expect(one["text"] in texts[one["isPartOf"]["identifier"]], one["text"])
            count += 1
    claims = {(a["id"], r["start"], r["end"], c["claim"], c["status"])
              for a in run["articles"] for c in a["claims"] for r in c["evidence"]}
    expect(count <= len(claims) and bool(count) == bool(claims), count, len(claims))
    return count


def main(format_, path, run, *paths):
    with open(run, encoding="utf-8") as file:
        object_ = json.load(file)
    print(format_, globals()["read_" + format_](path, object_, articles(paths)))


main(*sys.argv[1:])
