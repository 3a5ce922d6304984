--- The result of a run as one HTML file that loads nothing and runs nothing.

local articles = require "assay.report.html.articles"
local claims = require "assay.report.html.claims"
local dependence = require "assay.report.html.dependence"
local markup = require "assay.report.html.markup"
local methods = require "assay.report.html.methods"
local Page = require "assay.report.html.page"
local stances = require "assay.report.html.stances"
local style = require "assay.report.html.style"
local view = require "assay.report.view"

local h = markup.element

local html = {}

-- No script, no image, no frame, no form: only the style sheet in the file.
local POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

-- A longer list of articles is folded.
local MOST_IN_KEY = 15
-- The overview names this many claims of every status.
local MOST_LINKS = 4

local STANCES = { "favours", "conditional", "mixed", "opposes" }
local STATUSES = {
  "agree", "compatible", "changed", "single-source", "labelled-differently", "reported-dispute", "contradict",
}

local SECTIONS = {
  { "claims", "Where the sources agree" }, { "stances", "Who stands where" }, { "dependence", "Who depends on whom" },
  { "articles", "The articles" }, { "labels", "Labels by voice" }, { "methods", "The run and its limits" },
}

local function head(page)
  return h("head", nil,
    h("meta", { charset = "utf-8" }),
    h("meta", { ["http-equiv"] = "Content-Security-Policy", content = POLICY }),
    h("meta", { name = "viewport", content = "width=device-width, initial-scale=1" }),
    h("meta", { name = "color-scheme", content = "light dark" }),
    h("meta", { name = "referrer", content = "no-referrer" }),
    h("title", nil, view.name(page.options.title) or view.name(page.result.question) or "Report"),
    h("style", nil, markup.raw(style .. articles.target_rules(page))))
end

--- Records by the value of one of their fields, and the values that `order` does not name, sorted.
local function grouped(list, order, field)
  local groups, extra = {}, {}
  for _, name in ipairs(order) do groups[name] = {} end
  for _, item in ipairs(list) do
    local name = field(item)
    if name and not groups[name] then groups[name], extra[#extra + 1] = {}, name end
    if name then table.insert(groups[name], item) end
  end
  table.sort(extra)
  return groups, table.move(extra, 1, #extra, #order + 1, table.move(order, 1, #order, 1, {}))
end

local function corpus_stance(group)
  local stance = group.corpus and view.name(group.corpus.stance)
  return stance ~= "none" and stance or nil
end

local function glance_actor(page, group)
  return { h("dt", nil, group.actor),
    h("dd", nil, stances.word(page, group.corpus.stance), " ",
      h("a", { class = "score", href = "#" .. page.actor_anchor(group.actor) }, page.score(group.corpus.score))),
    h("dd", { class = "axis-cell" }, stances.mini(page, group)) }
end

local function glance_stances(page)
  local groups, order = grouped(view.actors(page.result), STANCES, corpus_stance)
  local rows = {}
  for _, name in ipairs(order) do
    for _, group in ipairs(groups[name]) do rows[#rows + 1] = glance_actor(page, group) end
  end
  return h("div", { class = "card" }, h("h2", nil, "Who stands where, from −1 opposes to +1 favours"),
    #rows > 0 and h("dl", { class = "mini" }, rows) or h("p", { class = "meta" }, "No position was found."))
end

local function claim_status(entry)
  return entry.agreement and view.name(entry.agreement.status) or "unrated"
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
  local groups, order = grouped(view.claims(page.result), STATUSES, claim_status)
  local rows, strip = {}, {}
  for _, name in ipairs(order) do
    local count = #groups[name]
    if count > 0 then
      strip[#strip + 1] = h("i", { class = claims.chip_class(page, name), style = "flex:" .. count })
      rows[#rows + 1] = {
        h("dt", nil, claims.chip(page, name), " ", count), h("dd", nil, claim_links(page, groups[name])),
      }
    end
  end
  local title = "How far the sources agree on " .. view.count(#view.claims(page.result), "claim")
  return h("div", { class = "card" }, h("h2", nil, title),
    #rows > 0 and { h("div", { class = "strip", ["aria-hidden"] = "true" }, strip), h("dl", nil, rows) }
      or h("p", { class = "meta" }, "No claim was found."))
end

local function key(page)
  local items = {}
  for index, item in ipairs(page.articles) do
    items[index] = h("li", nil, page.badge(item),
      h("span", nil, h("a", { href = "#a-" .. item.anchor }, item.outlet), " ",
        h("span", { class = "meta" }, view.day(item.article) or "undated")))
  end
  local list = h("ul", { class = "key", ["aria-label"] = "The articles and their letters" }, items)
  if #items <= MOST_IN_KEY then return list end
  return h("details", nil, h("summary", nil, "The articles and their letters"), list)
end

local function header(page)
  local result, links = page.result, {}
  for index, section in ipairs(SECTIONS) do links[index] = h("a", { href = "#" .. section[1] }, section[2]) end
  return h("header", nil,
    h("p", { class = "kicker" }, "assay · pack ", view.pack(result)),
    h("h1", nil, view.name(result.question) or "No question given"),
    h("p", { class = "lede" },
      view.count(#page.articles, "article"), " from ", view.count(view.outlets(page.articles), "outlet"), ", ",
      view.period(page.articles),
      ". What each reports of every side's position, and how far their accounts of the event match."),
    key(page),
    h("div", { class = "glance" }, glance_stances(page), glance_claims(page)),
    h("nav", { ["aria-label"] = "Sections" }, links))
end

local function footer(page)
  return h("footer", { class = "meta" },
    "Measured from these texts by these rules; it takes no side and does not say what is true. ",
    view.name(page.result.engine), ", pack ", view.pack(page.result))
end

--- Renders the result of a run as one HTML file: no network, no script, only inline style and SVG; every string of
--- the result and of the texts is escaped. Links lead from every score, claim value and corpus stance to
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
  local page = Page.new(result, texts or {}, options or {})
  local main = h("main", nil, header(page), claims.section(page), stances.section(page), dependence.section(page),
    articles.section(page), methods.labels(page), methods.section(page), footer(page))
  local lang = view.name(page.options.lang) or "en"
  return "<!DOCTYPE html>\n" .. markup.render(h("html", { lang = lang }, head(page), h("body", nil, main)))
end

return html
