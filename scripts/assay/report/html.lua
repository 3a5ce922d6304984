--- The result of a run as HTML that loads nothing: one file, or a file and a folder of further ones.

local articles = require "assay.report.html.articles"
local claims = require "assay.report.html.claims"
local dependence = require "assay.report.html.dependence"
local labels = require "assay.report.html.labels"
local markup = require "assay.report.html.markup"
local methods = require "assay.report.html.methods"
local Page = require "assay.report.html.page"
local script = require "assay.report.html.script"
local stances = require "assay.report.html.stances"
local style = require "assay.report.html.style"
local timeline = require "assay.report.html.timeline"
local view = require "assay.report.view"

local h = markup.element

local html = {}

-- No image, no frame, no form, no network: the style sheet in the file, and the one script by its digest.
local POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src " .. script.digest()
  .. "; base-uri 'none'; form-action 'none'"

-- A report with more articles, or more bytes, than this is split.
local MOST_ARTICLES, MOST_BYTES = 100, 5000000

-- A longer list of articles is folded.
local MOST_IN_KEY = 15
-- The overview names this many claims of every status, and this many actors.
local MOST_LINKS, MOST_ACTORS = 4, 12

local SECTIONS = {
  { "claims", "Where the sources agree", claims.section }, { "stances", "Who stands where", stances.section },
  { "dependence", "Who depends on whom", dependence.section },
  { "timeline", "When each claim was reported", timeline.section }, { "labels", "Labels by voice", labels.section },
  { "articles", "The articles", articles.section }, { "words", "Words in context", labels.kwic_section },
  { "methods", "The run and its limits", methods.section },
}

local function title_of(page)
  return view.name(page.options.title) or view.name(page.result.question) or "Report"
end

local function head(page, title)
  return h("head", nil,
    h("meta", { charset = "utf-8" }),
    h("meta", { ["http-equiv"] = "Content-Security-Policy", content = POLICY }),
    h("meta", { name = "viewport", content = "width=device-width, initial-scale=1" }),
    h("meta", { name = "color-scheme", content = "light dark" }),
    h("meta", { name = "referrer", content = "no-referrer" }),
    h("title", nil, title),
    h("style", nil, markup.raw(style .. articles.target_rules(page))))
end

local function glance_actor(page, group)
  return { h("dt", nil, group.actor),
    h("dd", nil, stances.word(page, group.corpus.stance), " ",
      h("a", { class = "score", href = page:actor_href(group.actor) }, page.score(group.corpus.score))),
    h("dd", { class = "axis-cell" }, stances.mini(page, group)) }
end

local function glance_stances(page)
  local rows, more = {}, 0
  for _, group in ipairs(view.by_stance(page.actors)) do
    for _, item in ipairs(group.items) do
      if #rows < MOST_ACTORS then rows[#rows + 1] = glance_actor(page, item) else more = more + 1 end
    end
  end
  return h("div", { class = "card" }, h("h2", nil, "Who stands where, from −1 opposes to +1 favours"),
    #rows > 0 and h("dl", { class = "mini" }, rows) or h("p", { class = "meta" }, "No position was found."),
    more > 0 and h("p", nil, h("a", { href = "#stances" }, more, " more")))
end

local function claim_links(page, list)
  local links = {}
  for index = 1, math.min(#list, MOST_LINKS) do
    links[index] = h("a", { href = "#" .. page.claim_anchor(list[index].claim) }, page.words(list[index].claim))
  end
  local more = #list - MOST_LINKS
  if more > 0 then links[#links + 1] = h("a", { href = "#claims" }, more, " more") end
  return links
end

local function glance_claims(page)
  local rows, strip = {}, {}
  for index, group in ipairs(view.by_status(page.claims)) do
    strip[index] = h("i", { class = claims.chip_class(page, group.name), style = "flex:" .. #group.items })
    rows[index] = { h("dt", nil, claims.chip(page, group.name), " ", #group.items),
      h("dd", nil, claim_links(page, group.items)) }
  end
  local title = "How far the sources agree on " .. view.count(#page.claims, "claim")
  return h("div", { class = "card" }, h("h2", nil, title),
    #rows > 0 and { h("div", { class = "strip", ["aria-hidden"] = "true" }, strip), h("dl", nil, rows) }
      or h("p", { class = "meta" }, "No claim was found."))
end

local function key(page)
  local items = {}
  for index, item in ipairs(page.articles) do
    items[index] = h("li", nil, page:badge(item),
      h("span", nil, h("a", { href = page:article_href(item) }, item.outlet), " ",
        h("span", { class = "meta" }, view.day(item.article) or "undated")))
  end
  local list = h("ul", { class = "key", ["aria-label"] = "The articles and their letters" }, items)
  if #items <= MOST_IN_KEY then return list end
  return h("details", nil, h("summary", nil, "The articles and their letters"), list)
end

local function header(page)
  local result, links = page.result, {}
  for index, section in ipairs(SECTIONS) do links[index] = h("a", { href = "#" .. section[1] }, section[2]) end
  local lines = {}
  for index, line in ipairs(view.headline(page.articles, page.actors, page.claims)) do
    lines[index] = { index > 1 and " " or "", line }
  end
  return h("header", nil,
    h("p", { class = "kicker" }, "assay · pack ", view.pack(result)),
    h("h1", { dir = "auto" }, view.name(result.question) or "No question given"),
    h("p", { class = "lede" }, lines),
    key(page),
    h("div", { class = "glance" }, glance_stances(page), glance_claims(page)),
    h("nav", { ["aria-label"] = "Sections" }, links),
    h("p", { class = "meta keys" }, h("kbd", nil, "j"), " ", h("kbd", nil, "k"), " next and previous evidence, ",
      h("kbd", nil, "n"), " ", h("kbd", nil, "p"), " next and previous article"))
end

local function footer(page)
  return h("footer", { class = "meta" },
    "Measured from these texts by these rules; it takes no side and does not say what is true. ",
    view.name(page.result.engine), ", pack ", view.pack(page.result))
end

local function document(page, title, main)
  local lang = view.name(page.options.lang) or "en"
  return "<!DOCTYPE html>\n" .. markup.render(h("html", { lang = lang }, head(page, title), h("body", nil, main,
    h("script", nil, markup.raw(script.source)))))
end

local function main_document(page)
  local sections = {}
  for index, section in ipairs(SECTIONS) do sections[index] = section[3](page) end
  return document(page, title_of(page), h("main", nil, header(page), sections, footer(page)))
end

--- A file of a split report: the way back, and one part.
local function leaf_document(page, leaf)
  page.here = leaf.file
  local title = leaf.title .. " – " .. title_of(page)
  return document(page, title, h("main", { id = leaf.id },
    h("p", { class = "kicker" }, h("a", { href = page:to(nil) }, "← ", title_of(page))),
    h("h1", { dir = "auto" }, leaf.title), leaf.build(), footer(page)))
end

--- Renders the result of a run as one HTML file: no network, one script known by its digest; every string of the
--- result and of the texts is escaped. Links lead from every score, claim value and corpus stance to
--- `#e-<article>-<n>`, the n-th piece of evidence in the article's text. The same arguments give the same bytes.
---
--- An article's text stands unchanged in its `<p class="text">` elements, except that NUL, C1 controls and bytes that
--- are not UTF-8 read back as U+FFFD. Raises an error when `result` is not a table.
---@param result table the decoded object of `assay run --format json`; scores in [-1, 1], shares in [0, 1]
---@param texts table<string, {text: string, sentences: table[]}> by article id; sentences in order, each
---  `{start=, ["end"]=, kind=, paragraph=}` in bytes, 0-based and half-open; an absent text is tolerated
---@param options {title: string|nil, lang: string|nil, command: string|nil}|nil the page's title (the question by
---  default), its language tag ("en" by default), and the command line that made the result, to be shown
---@return string html UTF-8, ends with a line feed
function html.render(result, texts, options)
  assert(type(result) == "table", "report.html: result must be a table")
  return main_document(Page.new(result, texts or {}, options or {}))
end

local function copy(options, more)
  local made = {}
  for name, value in pairs(options or {}) do made[name] = value end
  for name, value in pairs(more) do made[name] = value end
  return made
end

--- The same as files. Up to 100 articles and 5 MB it is one; else the report holds the charts, and the articles (20
--- to a file), the sentences on every claim and actor, the words in context and the tables (CSV) stand in a folder
--- beside it. Every file is as locked as the one.
---@param result table as for html.render
---@param texts table
---@param options table as for html.render; further `name` of the report's file and `folder` of the folder beside it
---@return {name: string, bytes: string}[] files of the folder, in order
---@return string html the report itself
function html.files(result, texts, options)
  assert(type(result) == "table", "report.html: result must be a table")
  if #(result.articles or {}) <= MOST_ARTICLES then
    local bytes = html.render(result, texts, options)
    if #bytes <= MOST_BYTES then return {}, bytes end
  end
  local page = Page.new(result, texts or {}, copy(options, { split = true }))
  local main, files = main_document(page), {}
  for index, leaf in ipairs(page.leaves) do
    files[index] = { name = leaf.file .. ".html", bytes = leaf_document(page, leaf) }
  end
  return table.move(page.data, 1, #page.data, #files + 1, files), main
end

return html
