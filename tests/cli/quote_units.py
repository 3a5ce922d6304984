#!/usr/bin/env python3
"""Direct quotations as a quotation library lists them: one line per article with speaker, cue and content of each, the
marks inside the content. usage: quote_units.py DOCS.jsonl < show.jsonl   (`assay show --layer quotes DOCS.jsonl`)
Of a report that mixes plain and quoted words, the quoted ones."""
import json
import sys

MARKS = "\"'“”„«»‘’"

texts = {}
for line in open(sys.argv[1], encoding="utf-8"):
    if line.strip():
        item = json.loads(line)
        texts[item["id"]] = item["text"].encode()
quotes = {name: [] for name in texts}


def span(item):
    return [item["start"], item["end"]]


def with_marks(text, start, end):
    """The span with the marks around it, or None if there is no opening one."""
    before, behind = text[:start].decode()[-1:], text[end:].decode()[:1]
    if not before or before not in MARKS:
        return None
    return [start - len(before.encode()), end + (len(behind.encode()) if behind in MARKS else 0)]


for line in sys.stdin:
    item = json.loads(line)
    if item["layer"] != "quotes" or item["kind"] not in ("direct", "mixed"):
        continue
    if not item.get("speaker") or not item.get("cue"):
        continue
    for start, end in item.get("parts") or [span(item)]:
        content = with_marks(texts[item["article"]], start, end)
        if content:
            quotes[item["article"]].append({"speaker": span(item["speaker"]), "cue": span(item["cue"]),
                                            "content": content})
for name, list_ in quotes.items():
    print(json.dumps({"id": name, "quotes": list_}))
