--- What both renderers say in the same way: names, counts, scores, values, and the result turned by actor and claim.

local view = {}

---@class AssayArticleView
---@field article table the article of the result
---@field id string
---@field letter string A, B, … Z, AA, …: its short name in charts
---@field outlet string

---@class AssayClaimView
---@field claim string claim id
---@field agreement table|nil the corpus record
---@field cells table<string, {entries: table[], value: any, shown: string}> by article id; an article without a cell
---  is silent
---@field silent string[] article ids in order
---@field reporting integer number of cells
---@field values {shown: string, count: integer}[] the values in words with their articles, the most common first

local function is_finite(number)
  return number == number and number > -math.huge and number < math.huge
end

--- A count with its noun.
---@param count integer
---@param noun string singular, plural with s
---@return string
function view.count(count, noun)
  return string.format("%d %s%s", count, noun, count == 1 and "" or "s")
end

--- A score in [-1, 1] with its sign, two decimals; "n/a" when there is none.
---@param score number|nil
---@return string
function view.score(score)
  if type(score) ~= "number" or not is_finite(score) then return "n/a" end
  local text = string.format("%+.2f", score)
  return (text:gsub("^[+-]0%.00$", "0.00"))
end

local DISPUTES = {
  ["divided"] = "its people are divided", ["changed"] = "changed over time", ["reports-conflict"] = "reports conflict",
}

--- Whether and how a stance over all is disputed; nil where it is not.
---@param corpus table
---@return string|nil
function view.dispute(corpus)
  if not corpus.disputed then return nil end
  local kind = DISPUTES[corpus.dispute]
  return kind and "disputed: " .. kind or "disputed"
end

--- A share in [0, 1] with two decimals; "n/a" when there is none.
---@param share number|nil
---@return string
function view.share(share)
  if type(share) ~= "number" or not is_finite(share) then return "n/a" end
  return string.format("%.2f", share)
end

--- An interval of scores or shares; nil when neither end is known, "?" for one unknown end.
---@param low number|nil
---@param high number|nil
---@param form function|nil view.score or view.share
---@return string|nil
function view.interval(low, high, form)
  if not low and not high then return nil end
  form = form or view.score
  return string.format("[%s, %s]", low and form(low) or "?", high and form(high) or "?")
end

--- The number of independent origins: "2 roots", or "2-3 roots" where unnamed sources leave a range.
---@param roots integer[]|integer|nil
---@return string|nil
function view.roots(roots)
  if type(roots) == "number" then roots = { roots } end
  local low = roots and roots[1]
  if not low then return nil end
  local high = roots[2] or low
  if low == high then return view.count(low, "root") end
  return string.format("%d-%d roots", low, high)
end

local function number_text(number)
  if not is_finite(number) then return "n/a" end
  return string.format(math.type(number) == "integer" and "%d" or "%.10g", number)
end

local function range_text(value)
  local low, high = value.low, value.high
  local about = value.approx and "about " or ""
  if low and low == high then return about .. number_text(low) end
  if not high then return number_text(low) .. " or more" end
  if not low then return "up to " .. number_text(high) end
  return number_text(low) .. " to " .. number_text(high)
end

local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  return keys
end

local function table_text(value, depth)
  if depth > 4 then return "…" end
  local parts = {}
  for _, item in ipairs(value) do parts[#parts + 1] = view.value(item, depth + 1) end
  if #parts == 0 then
    for _, key in ipairs(sorted_keys(value)) do
      local form = type(value[key]) == "table" and "%s (%s)" or "%s: %s"
      parts[#parts + 1] = form:format(tostring(key), view.value(value[key], depth + 1))
    end
  end
  return #parts > 0 and table.concat(parts, ", ") or "none"
end

--- A claim's value in words, whatever its shape: boolean, number, string, range, list, map, nil.
---@param value any
---@param depth integer|nil nesting so far
---@return string
function view.value(value, depth)
  local kind = type(value)
  if kind == "string" then return value end
  if kind == "boolean" then return value and "yes" or "no" end
  if kind == "number" then return number_text(value) end
  if kind ~= "table" then return "no value" end
  local is_range = type(value.low) == "number" or type(value.high) == "number"
  local text = is_range and range_text(value) or table_text(value, depth or 1)
  return is_range and type(value.unit) == "string" and text .. " " .. value.unit or text
end

--- The name of a speaker, holder or medium, given as a string or as a record of the reading layers.
---@param who string|table|nil
---@return string|nil
function view.name(who)
  if type(who) == "string" then return who ~= "" and who or nil end
  if type(who) ~= "table" then return nil end
  return view.name(who.text) or view.name(who.entity) or view.name(who.name) or view.name(who.axis)
end

--- Names joined by commas; nil for an empty or missing list.
---@param list table|string|nil
---@return string|nil
function view.names(list)
  if type(list) ~= "table" or #list == 0 then return view.name(list) end
  local names = {}
  for _, item in ipairs(list) do names[#names + 1] = view.name(item) end
  return #names > 0 and table.concat(names, ", ") or nil
end

--- Who speaks in a piece of evidence, through whom, for whom; by which rule it was found and under which context.
---@param evidence table
---@param actor string|nil the actor whose stance it is: named beside the evidence already, so not as its holder
---  again; and where no speaker is named, that is said
---@return {term: string, value: string}[] facts in this order, those that are known
function view.facts(evidence, actor)
  local list, holder = {}, view.name(evidence.holder)
  local function add(term, value)
    if value then list[#list + 1] = { term = term, value = value } end
  end
  add("speaker", view.name(evidence.speaker) or actor and "not named")
  add("via", view.names(evidence.via))
  add("holder", holder ~= actor and holder)
  add("rule", evidence.rule and tostring(evidence.rule))
  add("context", view.names(evidence.context))
  return list
end

local function letter(index)
  local text = ""
  while index > 0 do
    text = string.char(65 + (index - 1) % 26) .. text
    index = (index - 1) // 26
  end
  return text
end

--- The articles in the order of the result.
---@param result table
---@return AssayArticleView[]
function view.articles(result)
  local list = {}
  for index, article in ipairs(result.articles or {}) do
    list[index] = {
      article = article, id = tostring(article.id or index), letter = letter(index),
      outlet = view.name(article.outlet) or "outlet unknown",
    }
  end
  return list
end

--- The number of different outlets that are named.
---@param articles AssayArticleView[]
---@return integer
function view.outlets(articles)
  local seen, count = {}, 0
  for _, item in ipairs(articles) do
    local outlet = view.name(item.article.outlet)
    if outlet and not seen[outlet] then seen[outlet], count = true, count + 1 end
  end
  return count
end

--- What the columns of a table of articles are: the articles where they are at most `most`, else their outlets (an
--- unnamed one for each article without) where those are at most `most`; else nil.
---@param articles AssayArticleView[]
---@param most integer
---@return {label: string, letter: string|nil, items: AssayArticleView[]}[]|nil
function view.columns(articles, most)
  local list, by_outlet, is_single = {}, {}, #articles <= most
  for _, item in ipairs(articles) do
    local outlet = not is_single and view.name(item.article.outlet)
    local column = outlet and by_outlet[outlet]
    if not column then
      column = { label = item.outlet, letter = is_single and item.letter or nil, items = {} }
      list[#list + 1] = column
      if outlet then by_outlet[outlet] = column end
    end
    column.items[#column.items + 1] = item
  end
  return #list <= most and list or nil
end

--- The day of publication as the article gives it; nil when it gives none.
---@param article table
---@return string|nil
function view.day(article)
  local published = view.name(article.published)
  return published and (published:match("^%d%d%d%d%-%d%d%-%d%d") or published)
end

--- The articles in the order of publication, undated ones last.
---@param articles AssayArticleView[]
---@return AssayArticleView[]
function view.by_day(articles)
  local order, rank = table.move(articles, 1, #articles, 1, {}), {}
  for index, item in ipairs(articles) do rank[item.id] = index end
  table.sort(order, function(a, b)
    local at_a, at_b = view.name(a.article.published) or "~", view.name(b.article.published) or "~"
    if at_a ~= at_b then return at_a < at_b end
    return rank[a.id] < rank[b.id]
  end)
  return order
end

--- The first and the last day of publication, in words.
---@param articles AssayArticleView[]
---@return string
function view.period(articles)
  local first, last, undated = nil, nil, 0
  for _, item in ipairs(articles) do
    local day = view.day(item.article)
    if not day then undated = undated + 1 end
    if day and (not first or day < first) then first = day end
    if day and (not last or day > last) then last = day end
  end
  if not first then return "no dates given" end
  local text = first == last and first or first .. " to " .. last
  return undated > 0 and string.format("%s (%d undated)", text, undated) or text
end

--- Records by the value of one of their fields.
---@param list table[]
---@param order string[] values that come first, in this order
---@param field fun(item: table): string|nil items without a value are left out
---@return {name: string, items: table[]}[] groups none empty; those that `order` does not name at the end, sorted
function view.grouped(list, order, field)
  local groups, names, extra = {}, table.move(order, 1, #order, 1, {}), {}
  for _, name in ipairs(order) do groups[name] = { name = name, items = {} } end
  for _, item in ipairs(list) do
    local name = field(item)
    if name and not groups[name] then groups[name], extra[#extra + 1] = { name = name, items = {} }, name end
    if name then table.insert(groups[name].items, item) end
  end
  table.sort(extra)
  table.move(extra, 1, #extra, #names + 1, names)
  local found = {}
  for _, name in ipairs(names) do
    if #groups[name].items > 0 then found[#found + 1] = groups[name] end
  end
  return found
end

local STANCES = { "favours", "conditional", "mixed", "opposes" }

--- Actors with a position over all articles, by their stance.
---@param actors table[] of view.actors
---@return {name: string, items: table[]}[]
function view.by_stance(actors)
  return view.grouped(actors, STANCES, function(group)
    local stance = group.corpus and view.name(group.corpus.stance)
    return stance ~= "none" and stance or nil
  end)
end

local STATUSES = {
  "contradict", "reported-dispute", "labelled-differently", "changed", "agree", "compatible", "single-source",
}

--- Claims by their status over all articles, disputes first.
---@param claims AssayClaimView[]
---@return {name: string, items: AssayClaimView[]}[]
function view.by_status(claims)
  return view.grouped(claims, STATUSES, function(entry)
    return entry.agreement and view.name(entry.agreement.status) or "unrated"
  end)
end

local POSITIONS = {
  favours = "in favour", conditional = "in favour on conditions", mixed = "mixed", opposes = "against",
}
local MOST_NAMES = 6

local function actors_sentence(actors)
  local parts = {}
  for _, group in ipairs(view.by_stance(actors)) do
    local names = {}
    for index, item in ipairs(group.items) do names[index] = item.actor end
    local shown = #names > MOST_NAMES and view.count(#names, "actor") or table.concat(names, ", ")
    parts[#parts + 1] = ("%s: %s"):format(POSITIONS[group.name] or group.name, shown)
  end
  if #parts == 0 then return "No position of an actor is reported." end
  return "Reported as " .. table.concat(parts, "; ") .. "."
end

local OUTCOMES = {
  { "agree in all sources that report them", "agree", "compatible" },
  { "in dispute", "contradict", "reported-dispute", "labelled-differently" },
  { "changed over time", "changed" }, { "from a single source", "single-source" },
}

local function claims_sentence(claims)
  local counts, parts = {}, {}
  for _, group in ipairs(view.by_status(claims)) do counts[group.name] = #group.items end
  for _, outcome in ipairs(OUTCOMES) do
    local sum = 0
    for index = 2, #outcome do sum = sum + (counts[outcome[index]] or 0) end
    if sum > 0 then parts[#parts + 1] = ("%d %s"):format(sum, outcome[1]) end
  end
  if #parts == 0 then return nil end
  return ("Of %s: %s."):format(view.count(#claims, "claim"), table.concat(parts, ", "))
end

--- What was found, in sentences: how much was read, who is reported to stand where, how far the sources agree.
---@param articles AssayArticleView[]
---@param actors table[] of view.actors
---@param claims AssayClaimView[]
---@return string[]
function view.headline(articles, actors, claims)
  return { ("%s from %s, %s."):format(view.count(#articles, "article"),
    view.count(view.outlets(articles), "outlet"), view.period(articles)),
    actors_sentence(actors), claims_sentence(claims) }
end

--- The pack's name and version.
---@param result table
---@return string
function view.pack(result)
  local pack = result.pack or {}
  return (view.name(pack.name) or "unnamed pack") .. (view.name(pack.version) and " " .. pack.version or "")
end

local function actor_entry(list, by_name, actor)
  if not by_name[actor] then
    by_name[actor] = { actor = actor, entries = {} }
    list[#list + 1] = by_name[actor]
  end
  return by_name[actor]
end

--- The stances turned by actor: first the order of the corpus stances, then that of the articles.
---@param result table
---@param articles AssayArticleView[]|nil those of the result, where they are at hand
---@return {actor: string, corpus: table|nil, entries: {item: AssayArticleView, stance: table}[]}[]
function view.actors(result, articles)
  local list, by_name = {}, {}
  for _, corpus in ipairs(result.stances or {}) do
    actor_entry(list, by_name, tostring(corpus.actor)).corpus = corpus
  end
  for _, item in ipairs(articles or view.articles(result)) do
    for _, stance in ipairs(item.article.stances or {}) do
      local entries = actor_entry(list, by_name, tostring(stance.actor)).entries
      entries[#entries + 1] = { item = item, stance = stance }
    end
  end
  return list
end

--- True where an article reports a position of the actor.
---@param stance table
---@return boolean
function view.has_position(stance)
  return stance.stance ~= nil and stance.stance ~= "none"
end

local function claim_entry(list, by_id, id)
  if not by_id[id] then
    by_id[id] = { claim = id, cells = {}, silent = {} }
    list[#list + 1] = by_id[id]
  end
  return by_id[id]
end

local function add_article_claims(list, by_id, item)
  for _, record in ipairs(item.article.claims or {}) do
    local cells = claim_entry(list, by_id, tostring(record.claim)).cells
    local cell = cells[item.id] or { entries = {} }
    cell.entries[#cell.entries + 1] = record
    if cell.value == nil then cell.value = record.value end
    cells[item.id] = cell
  end
end

local function add_corpus_values(entry, articles)
  local values = entry.agreement and entry.agreement.values or {}
  for _, item in ipairs(articles) do
    local value, cell = values[item.id], entry.cells[item.id]
    if value ~= nil then
      cell = cell or { entries = {} }
      cell.value, entry.cells[item.id] = value, cell
    end
    if not cell then entry.silent[#entry.silent + 1] = item.id end
  end
end

--- The values of a claim in words and how many articles give each; the most common first, then as they come.
local function count_values(entry, articles)
  local by_value = {}
  entry.values, entry.reporting, entry.counts = {}, 0, by_value
  for _, item in ipairs(articles) do
    local cell = entry.cells[item.id]
    if cell then
      cell.shown, entry.reporting = view.value(cell.value), entry.reporting + 1
      local value = by_value[cell.shown]
      if not value then
        value = { shown = cell.shown, count = 0, order = #entry.values }
        by_value[cell.shown], entry.values[value.order + 1] = value, value
      end
      value.count = value.count + 1
    end
  end
  table.sort(entry.values, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.order < b.order
  end)
end

--- The claims turned by claim: first the order of the corpus records, then that of the articles.
---@param result table
---@param articles AssayArticleView[]|nil those of the result, where they are at hand
---@return AssayClaimView[]
function view.claims(result, articles)
  local list, by_id = {}, {}
  articles = articles or view.articles(result)
  for _, record in ipairs(result.agreement and result.agreement.claims or {}) do
    claim_entry(list, by_id, tostring(record.claim)).agreement = record
  end
  for _, item in ipairs(articles) do add_article_claims(list, by_id, item) end
  for _, entry in ipairs(list) do
    add_corpus_values(entry, articles)
    count_values(entry, articles)
  end
  return list
end

--- How many articles of the row give the same value as this cell, the cell's own article included.
---@param entry AssayClaimView
---@param cell table
---@return integer
function view.alike(entry, cell)
  return entry.counts[cell.shown].count
end

--- Whether a claim over all is in dispute, in whatever way.
---@param entry AssayClaimView
---@return boolean
function view.in_dispute(entry)
  local status = entry.agreement and entry.agreement.status
  return status == "contradict" or status == "reported-dispute" or status == "labelled-differently"
end

--- Whether a cell of a claim in dispute stands against others: where one value is the most common, those with another
--- or with a denial; where none is, all.
---@param entry AssayClaimView
---@param cell table
---@return boolean is_odd
---@return boolean is_denied
function view.is_odd(entry, cell)
  if not view.in_dispute(entry) then return false, false end
  local first, second = entry.values[1], entry.values[2]
  for _, record in ipairs(cell.entries) do
    if record.status == "denied" then return true, true end
  end
  return cell.shown ~= first.shown or second ~= nil and second.count == first.count, false
end

--- The index of the last sentence that starts at or before `offset`; 0 where none does.
local function sentence_index(sentences, offset)
  local low, high = 1, #sentences
  while low <= high do
    local middle = (low + high) // 2
    if sentences[middle].start <= offset then low = middle + 1 else high = middle - 1 end
  end
  return high
end

--- The sentence that holds `evidence`, as byte offsets, stretched to the end of the evidence; the evidence itself
--- where no sentence holds it.
---@param text table|nil `{text=, sentences=}`, the sentences in order
---@param evidence table
---@return integer|nil start 0-based, nil when there is no text or the range lies outside it
---@return integer|nil stop half-open
function view.sentence(text, evidence)
  local start, stop = evidence.start, evidence["end"]
  if not text or not start or not stop or start >= stop or stop > #text.text then return nil end
  local sentences = text.sentences or {}
  local sentence = sentences[sentence_index(sentences, start)]
  if not sentence or sentence["end"] <= start then return start, stop end
  return sentence.start, math.max(sentence["end"], stop)
end

local function side_place(link, evidence, side)
  local span = evidence[side]
  return {
    article = link[side], start = span.start, ["end"] = span["end"], text = span.text or evidence.text,
    what = view.name(evidence.kind) or view.name(evidence.rule) or "",
  }
end

--- The places a piece of evidence for a dependence points at: one, or one in each of the two articles.
--- Evidence is a string, a span `{article=, start=, end=, text=, kind=}` (without `article` it lies in `link.a`), or
--- a pair of spans `{kind=, a={start=, end=}, b={start=, end=}}`.
---@param link table one record of `dependence`
---@param evidence table|string
---@return {article: string|nil, start: integer|nil, text: string|nil, what: string}[]
function view.places(link, evidence)
  if type(evidence) ~= "table" then return { { what = "", text = view.value(evidence) } } end
  local list = {}
  for _, side in ipairs { "a", "b" } do
    if type(evidence[side]) == "table" then list[#list + 1] = side_place(link, evidence, side) end
  end
  if #list > 0 then return list end
  local article = evidence.article or link.a
  return { {
    article = article, start = evidence.start, ["end"] = evidence["end"],
    text = view.name(evidence.text) or view.name(evidence.why) or view.name(evidence.value),
    what = view.name(evidence.kind) or view.name(evidence.rule) or "",
  } }
end

--- An article's labels with their counts, by voice: the outlet's own, attributed in a paraphrase, or quoted.
---@param article table
---@return {outlet: string, attributed: string, quoted: string}
function view.labels(article)
  local voices = { outlet = {}, attributed = {}, quoted = {} }
  for _, label in ipairs(article.labels or {}) do
    local list = voices[label.voice] or voices.attributed
    local other = not voices[label.voice] and " (" .. view.value(label.voice) .. ")" or ""
    list[#list + 1] = string.format("%s %s%s", view.value(label.term), view.value(label.count), other)
  end
  for voice, list in pairs(voices) do voices[voice] = #list > 0 and table.concat(list, ", ") or "–" end
  return voices
end

--- How often each label is used, by voice; the most used first. And the largest of the counts, at least 1.
---@param articles AssayArticleView[]
---@return {term: string, sum: number, voices: table<string, number>}[]
---@return number most
function view.label_counts(articles)
  local list, by_term, most = {}, {}, 1
  for _, item in ipairs(articles) do
    for _, label in ipairs(item.article.labels or {}) do
      local term, voice, n = view.value(label.term), view.value(label.voice), tonumber(label.count) or 0
      local entry = by_term[term]
      if not entry then
        entry = { term = term, sum = 0, voices = {} }
        by_term[term], list[#list + 1] = entry, entry
      end
      entry.sum, entry.voices[voice] = entry.sum + n, (entry.voices[voice] or 0) + n
      most = math.max(most, entry.voices[voice])
    end
  end
  table.sort(list, function(a, b)
    if a.sum ~= b.sum then return a.sum > b.sum end
    return a.term < b.term
  end)
  return list, most
end

--- Moves a byte offset to the start of the character it falls into.
---@param text string
---@param offset integer 0-based
---@return integer offset 0-based, in [0, #text]
function view.snap(text, offset)
  offset = math.max(0, math.min(offset, #text))
  for back = 0, math.min(3, offset) do
    local byte = text:byte(offset - back + 1)
    if not byte or byte < 0x80 or byte > 0xBF then return offset - back end
  end
  return offset
end

--- Text cut to at most `limit` bytes at a character boundary, with "…" where something was cut.
---@param text string
---@param limit integer bytes
---@return string
function view.cut(text, limit)
  if #text <= limit then return text end
  return text:sub(1, view.snap(text, limit)) .. "…"
end

--- The sentence that holds `evidence` in three parts, so that the middle can be marked; cut around the evidence
--- where it is longer than `limit` bytes, with "…" for what was cut.
---@param text table|nil
---@param evidence table
---@param limit integer bytes
---@return string before
---@return string marked the evidence's own bytes
---@return string after
function view.quote(text, evidence, limit)
  local first, last = view.sentence(text, evidence)
  if not first then return "", view.name(evidence.text) or "", "" end
  local bytes, start, stop = text.text, evidence.start, evidence["end"]
  local from = math.max(first, view.snap(bytes, start - limit // 4))
  if from > first then from = math.min(start, (bytes:find("%s", from + 1) or start)) end
  local to = math.min(last, view.snap(bytes, from + limit))
  local middle = math.min(stop, to)
  return (from > first and "…" or "") .. bytes:sub(from + 1, start), bytes:sub(start + 1, middle),
    bytes:sub(middle + 1, to) .. (to < last and "…" or "")
end

return view
