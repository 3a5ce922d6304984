--- The result of a run as plain text for a terminal: every number with the sentence it was counted from.

local caveats = require "assay.report.caveats"
local layout = require "assay.report.layout"
local twins = require "assay.report.twins"
local view = require "assay.report.view"
local voice_table = require "assay.report.voices"

local text = {}

local MIN_WIDTH = 30
local SCALE_WIDTH = 41
local QUOTE_BYTES = 640
-- Charts have at most this many columns, lists of pairs this many lines.
local MOST_COLUMNS, MOST_PAIRS = 40, 66
-- An article may say the same thing many times; this many of its records are listed under a claim.
local MOST_RECORDS = 4

local function joined(...)
  local parts = {}
  for index = 1, select("#", ...) do
    local part = select(index, ...)
    if part and part ~= "" then parts[#parts + 1] = part end
  end
  return table.concat(parts, ", ")
end

local function range(article_id, evidence)
  local start, stop = evidence.start or 0, evidence["end"] or evidence.start or 0
  return string.format("[%s %d-%d]", article_id, start, stop)
end

local function sentence(page, article_id, evidence)
  local before, marked, after = view.quote(page.texts[article_id], evidence, QUOTE_BYTES)
  local is_part = (before .. after):find("[^%s]") ~= nil
  return is_part and before .. "‹" .. marked .. "›" .. after or marked
end

local function detail(evidence, actor)
  local parts = {}
  for _, fact in ipairs(view.facts(evidence, actor)) do parts[#parts + 1] = fact.term .. ": " .. fact.value end
  return table.concat(parts, "; ")
end

--- The strongest piece of evidence, which is the first, and how many more there are.
local function write_evidence(page, indent, article_id, list, actor)
  local evidence = (list or {})[1]
  if not evidence then return page.out:line(indent, "no evidence in the result", "! ") end
  page.out:line(indent, sentence(page, article_id, evidence), "> ")
  local more = #list > 1 and string.format(" (+%d more)", #list - 1) or ""
  page.out:line(indent + 2, range(article_id, evidence) .. " " .. detail(evidence, actor) .. more)
end

local function write_head(page)
  local result, out = page.result, page.out
  out:strong(0, view.name(result.question) or "No question given")
  for _, line in ipairs(view.headline(page.articles, page.actors, page.claims)) do out:line(0, line) end
  out:line(0, joined("pack " .. view.pack(result), view.name(result.engine)))
  twins.letters(page)
end

local function corpus_line(corpus)
  local interval = view.interval(corpus.low, corpus.high)
  local score = view.score(corpus.score) .. (interval and " " .. interval or "")
  return joined(
    (view.name(corpus.stance) or "no stance") .. " " .. score,
    corpus.articles and view.count(corpus.articles, "article"), view.roots(corpus.roots),
    view.dispute(corpus), corpus.insufficient and "too few observations")
end

--- The score under the other weightings of conditional favour, where they move it.
local function write_lambdas(page, corpus)
  local scores, moved = {}, false
  for i, item in ipairs(corpus.lambdas or {}) do
    scores[i] = string.format("%s at λ = %g", view.score(item.score), item.lambda)
    moved = moved or item.score ~= corpus.score
  end
  if not moved then return end
  local note = corpus.depends_on_weighting and "; the side depends on the weighting" or ""
  page.out:line(2, "conditional favour counted as λ: " .. table.concat(scores, ", ") .. note)
end

local function write_corpus_stance(page, group)
  local corpus = group.corpus
  if not corpus then return page.out:strong(0, group.actor) end
  page.out:strong(0, group.actor .. ": " .. corpus_line(corpus))
  if corpus.score and page.out.width >= SCALE_WIDTH + 2 then
    page.out:line(2, layout.scale(corpus.score, corpus.low, corpus.high, SCALE_WIDTH, page.signs))
  end
  write_lambdas(page, corpus)
  local plain = corpus.unweighted
  if plain then
    page.out:line(2, ("every article counted alike: %s %s"):format(view.value(plain.stance), view.score(plain.score)))
  end
end

local function write_actor(page, group)
  local out, silent = page.out, {}
  out:blank()
  write_corpus_stance(page, group)
  for _, entry in ipairs(group.entries) do
    local item, stance = entry.item, entry.stance
    if view.has_position(stance) then
      out:line(2, item.outlet .. ": " .. tostring(stance.stance) .. " " .. view.score(stance.score), item.id .. "  ")
      write_evidence(page, 4, item.id, stance.evidence, group.actor)
    else
      silent[#silent + 1] = item.id
    end
  end
  if #silent > 0 then out:line(2, "no position reported: " .. table.concat(silent, ", "), nil, 2) end
end

local function write_stances(page)
  local out = page.out
  out:heading("Who stands where")
  out:line(0, "Scores run from -1 (opposes) to +1 (favours), with their interval.")
  if #page.actors == 0 then out:line(0, "No actor of the pack is mentioned.") end
  twins.stances(page)
  for _, group in ipairs(page.actors) do write_actor(page, group) end
end

local function claim_line(entry)
  local record = entry.agreement
  if not record then return entry.claim end
  return entry.claim .. ": " .. joined(
    view.name(record.status), "coverage " .. view.share(record.coverage),
    "agreement " .. view.share(record.agreement), view.roots(record.roots),
    record.unweighted and "every article counted alike: " .. view.value(record.unweighted.status))
end

local function cell_text(cell)
  local parts = { view.value(cell.value) }
  for index = 1, math.min(#cell.entries, MOST_RECORDS) do
    local record = cell.entries[index]
    local wording = view.name(record.text)
    local own = view.value(record.value)
    local differs = own ~= parts[1] and own or nil
    parts[#parts + 1] = joined(view.name(record.status), differs, wording and "“" .. wording .. "”")
  end
  local more = #cell.entries - MOST_RECORDS
  return table.concat(parts, " · ") .. (more > 0 and " · " .. more .. " more" or "")
end

local function first_evidence(page, entry)
  for _, item in ipairs(page.articles) do
    local cell = entry.cells[item.id]
    for _, record in ipairs(cell and cell.entries or {}) do
      if record.evidence and record.evidence[1] then return item.id, record.evidence end
    end
  end
end

local function write_claim(page, entry)
  local out = page.out
  out:blank()
  out:strong(0, claim_line(entry))
  for _, item in ipairs(page.articles) do
    local cell = entry.cells[item.id]
    if cell then out:line(2, cell_text(cell), item.id .. "  ") end
  end
  if #entry.silent > 0 then out:line(2, "silent: " .. table.concat(entry.silent, ", "), nil, 2) end
  write_evidence(page, 4, first_evidence(page, entry))
end

local function write_pairs(page)
  local rows = {}
  for _, pair in ipairs(page.result.agreement and page.result.agreement.pairs or {}) do
    rows[#rows + 1] = {
      tostring(pair.a) .. " – " .. tostring(pair.b),
      string.format("%s of %s", view.value(pair.same), view.value(pair.both)),
      view.interval(pair.low, pair.high, view.share) or "",
    }
  end
  if #rows == 0 then return end
  page.out:blank()
  if #rows > MOST_PAIRS then
    return page.out:line(0, ("%d pairs of articles are too many to list; --csv writes them."):format(#rows))
  end
  page.out:strong(0, "Pairs of articles: same value of the claims both report")
  page.out:rows(2, { "pair", "same", "interval" }, rows)
end

local function write_omission(page)
  local rows = {}
  for _, record in ipairs(page.result.agreement and page.result.agreement.omission or {}) do
    rows[#rows + 1] = { tostring(record.article), view.share(record.value) }
  end
  if #rows == 0 then return end
  page.out:blank()
  page.out:strong(0, "Omission: share of what the other articles report that this one does not")
  page.out:rows(2, { "article", "omission" }, rows)
end

local function write_agreement(page)
  local out = page.out
  out:heading("Where the sources agree")
  out:line(0, "Coverage is the share of articles that report a claim, agreement how alike their values are. "
    .. "Silence lowers coverage, never agreement.")
  if #page.claims == 0 then out:line(0, "No claim of the pack was found.") end
  twins.claims(page)
  for _, entry in ipairs(page.claims) do write_claim(page, entry) end
  write_pairs(page)
  write_omission(page)
end

local function write_link(page, link)
  local out = page.out
  out:blank()
  out:strong(0, joined(
    string.format("%s – %s: level %s", link.a, link.b, view.value(link.level)),
    link.rho and "shared weight " .. view.share(link.rho)))
  for _, evidence in ipairs(link.evidence or {}) do
    for _, place in ipairs(view.places(link, evidence)) do
      out:line(2, sentence(page, place.article, place), place.what .. "> ")
      if place.start then out:line(4, range(place.article, place)) end
    end
  end
end

local function write_dependence(page)
  page.out:heading("Who depends on whom")
  local links = page.result.dependence or {}
  if #links == 0 then page.out:line(0, "No link between the articles was found.") end
  twins.dependence(page)
  for _, link in ipairs(links) do write_link(page, link) end
end

local function write_labels(page)
  local rows = {}
  for _, item in ipairs(page.articles) do
    local voices = view.labels(item.article)
    rows[#rows + 1] = { item.id, item.outlet, voices.outlet, voices.attributed, voices.quoted }
  end
  page.out:heading("Labels by voice")
  page.out:line(0, "Words used for the same people: the outlet's own, in a paraphrase, in quotation marks.")
  page.out:blank()
  twins.labels(page)
  if #rows > 0 and #rows <= MOST_COLUMNS then
    page.out:blank()
    page.out:rows(0, { "article", "outlet", "own voice", "attributed", "quoted" }, rows)
  end
end

local function write_voices(page)
  local rows = voice_table.rows(page.result)
  if #rows == 0 then return end
  page.out:heading("Whose voice")
  page.out:line(0, "Reports of what others said, the sentences they fill, and the verbs that take distance from them: "
    .. "counts, without a judgement. Intervals from ten reports on.")
  page.out:blank()
  page.out:rows(0, voice_table.HEADS, rows)
end

local function write_rejects(page, summary)
  local rejected = summary.rejected or {}
  page.out:line(0, string.format("%s read, %d rejected", view.count(summary.articles or #page.articles, "article"),
    #rejected))
  for _, item in ipairs(rejected) do
    page.out:line(2, view.value(item.input) .. ": " .. view.value(item.reason), "- ")
  end
end

local function write_summary(page)
  local out, summary = page.out, page.result.summary or {}
  local rules = summary.rules or {}
  local never = view.names(rules.never_fired)
  out:heading("The run")
  write_rejects(page, summary)
  out:line(0, string.format("rules: %s loaded, %s fired, %d never fired",
    view.value(rules.loaded or 0), view.value(rules.fired or 0), #(rules.never_fired or {})))
  if never then out:line(2, never, "- ") end
  local limits = summary.limits or {}
  out:line(0, #limits == 0 and "limits hit: none" or "limits hit:")
  for _, limit in ipairs(limits) do out:line(2, view.value(limit), "- ") end
end

local function write_caveats(page)
  page.out:heading(caveats.title)
  for _, line in ipairs(caveats.lines) do page.out:line(0, line, "- ") end
end

--- Renders the result of a run as text for a terminal.
---
--- Every stance other than `none` carries its first piece of evidence: the sentence, the evidence itself between
--- ‹ › where it is only a part, and `[article start-end]` in bytes, 0-based and half-open. No character of an
--- article or of the pack can act on the terminal: see `escape.terminal`. The same arguments give the same bytes.
--- Raises an error when `result` is not a table.
---@param result table the decoded object of `assay run --format json`; scores in [-1, 1], shares in [0, 1]
---@param texts table<string, {text: string, sentences: table[]}> by article id; sentences in order, each
---  `{start=, ["end"]=, kind=, paragraph=}` in bytes, 0-based and half-open; an absent text is tolerated
---@param options {width: integer|nil, colour: boolean|nil, ascii: boolean|nil}|nil width in code points, 100 by
---  default, at least 30; colour adds ANSI bold to headings; ascii draws charts and typographic marks in ASCII
---@return string report UTF-8, ends with a line feed
function text.render(result, texts, options)
  assert(type(result) == "table", "report.text: result must be a table")
  options = options or {}
  local width = math.max(MIN_WIDTH, math.floor(options.width or 100))
  local articles = view.articles(result)
  local page = {
    result = result, texts = texts or {}, articles = articles, by_day = view.by_day(articles), most = MOST_COLUMNS,
    actors = view.actors(result, articles), claims = view.claims(result, articles), ascii = options.ascii,
    out = layout.writer(width, options.colour == true, options.ascii), signs = layout.signs(options.ascii),
  }
  write_head(page)
  write_stances(page)
  write_agreement(page)
  write_dependence(page)
  twins.timeline(page)
  write_labels(page)
  write_voices(page)
  write_summary(page)
  write_caveats(page)
  return page.out:text()
end

return text
