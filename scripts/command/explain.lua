local task = require "assay.task"

local option = task.options
local ORDER = {
  "v", "kind", "name", "article", "claim", "stance", "status", "value", "score", "favours", "conditional", "opposes",
  "rule", "summary", "state", "why", "superseded_by", "start", "end", "text", "share", "sign", "weight", "holder",
  "person", "speaker", "via", "axis", "policy", "cue", "scope", "pattern", "column", "elements", "captures", "cues",
  "links", "overall", "stances", "claims", "evidence", "not_counted", "checked", "problems", "problem",
}

local function printable(text) return require "assay.cli".printable(text) end
local function quoted(text) return "“" .. printable(text or "") .. "”" end

local function place(id, span) return ("[%s %d-%d]"):format(printable(id), span.start, span["end"]) end

local function write_elements(out, item)
  if not item.pattern then return end
  local parts = {}
  for i, element in ipairs(item.elements) do
    parts[i] = element.pattern .. (element.text and " = " .. quoted(element.text) or "")
  end
  out:write("         pattern ", printable(item.pattern), "\n         ", table.concat(parts, ", "), "\n")
end

local function write_links(out, id, item)
  for _, link in ipairs(item.links) do
    out:write("         ", link.kind, " ", link.name, ": ", quoted(link.text), " ", place(id, link), "\n")
  end
end

local function write_context(out, id, item)
  for _, cue in ipairs(item.cues) do
    local at = cue.cue and " by " .. quoted(cue.cue.text) .. " " .. place(id, cue.cue) or ""
    out:write("         ", cue.axis, at, ": ", cue.policy, "\n")
  end
  local parts = {}
  for _, key in ipairs { "holder", "person", "speaker" } do
    if item[key] then parts[#parts + 1] = key .. " " .. printable(item[key]) end
  end
  for _, name in ipairs(item.via or {}) do parts[#parts + 1] = "via " .. printable(name) end
  if #parts > 0 then out:write("         ", table.concat(parts, ", "), "\n") end
end

local function write_evidence(out, item)
  local head = item.share and ("%+.2f"):format(item.share) or "  –  "
  local state = item.state ~= "live" and " (" .. item.why .. ")" or ""
  if item.share == 0 then state = " (stronger evidence stands for it)" end
  out:write("  ", head, "  ", item.rule, state, item.summary and ": " .. printable(item.summary) or "", "\n")
  local captures = {}
  for i, capture in ipairs(item.captures) do captures[i] = capture.name .. " = " .. quoted(capture.text) end
  out:write("         ", quoted(item.text), " ", place(item.article, item), "\n")
  write_elements(out, item)
  if #captures > 0 then out:write("         captures ", table.concat(captures, ", "), "\n") end
  write_links(out, item.article, item)
  write_context(out, item.article, item)
end

local function write_stance(out, told, lambda)
  local f, c, o = told.favours, told.conditional, told.opposes
  out:write(("%s: %s %+.2f"):format(printable(told.article), told.stance, told.score))
  out:write((" = (F %.2f + %g × C %.2f − O %.2f) / max(1, %.2f)\n"):format(f, lambda, c, o, f + c + o))
  for _, item in ipairs(told.evidence) do write_evidence(out, item) end
  for _, item in ipairs(told.not_counted) do write_evidence(out, item) end
end

local function value_text(value)
  if type(value) ~= "table" then return tostring(value) end
  return ("%s to %s"):format(value.low or "?", value.high or "?")
end

local function write_claim(out, told)
  out:write(("%s: %s, %s\n"):format(printable(told.article), told.status, printable(value_text(told.value))))
  for _, item in ipairs(told.evidence) do write_evidence(out, item) end
end

local function write_overall(out, told)
  local overall = told.overall
  if told.kind == "actor" and overall then
    out:write(("%s over all: %s %+.2f"):format(printable(told.name), overall.stance, overall.score))
    for _, at in ipairs(overall.lambdas) do out:write((", %+.2f at λ = %g"):format(at.score, at.lambda)) end
    out:write(overall.dispute and ", disputed: " .. overall.dispute or "", "\n")
  elseif overall then
    out:write(("%s over all: %s\n"):format(printable(told.name), overall.status))
  end
end

local function write_checks(out, told)
  if told.checked == 0 then return out:write "nothing was checked: the texts were not given\n" end
  out:write(("%d checks against the texts and the model: "):format(told.checked))
  if #told.problems == 0 then return out:write "all hold\n" end
  out:write(("%d do not hold\n"):format(#told.problems))
  for _, item in ipairs(told.problems) do
    out:write("  ", printable(item.article), ": ", printable(item.problem), "\n")
  end
end

local function write_text(out, told, object)
  write_overall(out, told)
  for _, stance in ipairs(told.stances) do write_stance(out, stance, object.model.lambda) end
  for _, claim in ipairs(told.claims) do write_claim(out, claim) end
  write_checks(out, told)
end

--- The run, what to explain in it, and the texts by id.
local function find(args)
  local runfile = require "assay.runfile"
  local texts = {}
  if args.db then
    local project <close> = require "assay.project".open(args.db, false)
    local object = runfile.last(project, args.db)
    for item in project:items() do texts[item.id] = item.text end
    return object, args[1], texts
  end
  local object = runfile.read(args[1])
  for item in (#args > 2 and task.reader(args, 3) or function() end) do texts[item.id or item.input] = item.text end
  return object, args[2], texts
end

local function check_name(object, name)
  local failure, nearest = require "assay.failure", require "assay.nearest"
  local kind, names = require "assay.explain".kind(object, name)
  if kind then return end
  local near = nearest(name, names)
  failure.raise("usage", "explain: the run has no actor or claim '%s'%s", name,
    near and (", did you mean %s?"):format(near) or "")
end

local function check_pack(object, sha256)
  if object.pack.sha256 ~= sha256 then
    require "assay.cli".say("the pack is not the one of the run: it has changed since")
  end
end

local function run(args)
  local failure = require "assay.failure"
  if args.db and #args > 1 then failure.raise("usage", "explain: with --db there is one operand, ACTOR or CLAIM") end
  if not args.db and #args < 2 then failure.raise("usage", "explain: needs RUN.json and an ACTOR or CLAIM") end
  local object, name, texts = find(args)
  check_name(object, name)
  local answer = task.ask(args, args.pack or object.pack.name, "explain", {
    object = object, texts = texts, name = name, article = args.article,
  })
  local told = answer.told
  check_pack(object, answer.sha256)
  local out = require "assay.output".open()
  if args.format == "json" then
    told.v = 1
    out:write(require "assay.core".json.encode(told, { order = ORDER }), "\n")
  else
    write_text(out, told, object)
  end
  out:finish()
  return #told.problems > 0 and failure.exit.check_failed or 0
end

return {
  name = "explain",
  usage = "explain RUN.json ACTOR|CLAIM [INPUT…] | explain --db FILE ACTOR|CLAIM",
  summary = "Open a finding of a run down to the words it was counted from.",
  details = "RUN.json is what run --format json wrote; with --db it is the project's last run. INPUT are the run's "
    .. "articles, as for run: with them (or --db) every place is checked against the text, every pattern is matched "
    .. "again, and every score is computed anew; 1 is the exit code when something does not hold.",
  options = {
    option.db, { "--article", "ID", "only this article" },
    { "--pack", "PACK", "the pack of the run, where its name does not find it" }, option.overrides, option.meta,
    option.trust, option.format, option.max_bytes,
  },
  operands = { min = 1 },
  run = run,
}
