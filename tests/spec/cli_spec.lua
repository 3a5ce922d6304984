local failure = require "assay.failure"
local nearest = require "assay.nearest"
local options = require "assay.options"

local COMMAND = {
  name = "try",
  usage = "try INPUT… [options]",
  summary = "Try things.",
  options = {
    { "--output", "FILE", "write there", short = "-o" },
    { "--jobs", "N", "workers", short = "-j", kind = "integer", min = 1 },
    { "--deadline", "S", "seconds", kind = "number", min = 0.5 },
    { "--format", "FORMAT", "one of", choices = { "text", "json" } },
    { "--no-progress", false, "no line", short = "-q" },
    { "--secret", false, "not told", hidden = true },
  },
  operands = { min = 1, max = 3 },
}

local function parse(...) return options.parse(COMMAND, { ... }) end

local function message_of(...)
  local fine, problem = pcall(options.parse, COMMAND, { ... })
  assert.is_false(fine)
  assert.is_true(failure.is(problem))
  assert.equal(2, problem.exit)
  return problem.message
end

describe("options", function()
  it("stand anywhere and take their value in every usual way", function()
    for _, words in ipairs {
      { "a", "--output", "f", "-j", "4" }, { "--output=f", "a", "-j4" }, { "-of", "--jobs=4", "a" },
      { "-o", "f", "a", "--jobs", "4" },
    } do
      assert.same({ "a", output = "f", jobs = 4 }, options.parse(COMMAND, words))
    end
  end)

  it("that are flags are true", function()
    assert.same({ "a", no_progress = true }, parse("a", "--no-progress"))
    assert.same({ "a", no_progress = true }, parse("-q", "a"))
  end)

  it("end at --", function()
    assert.same({ "--output", "-x" }, parse("--", "--output", "-x"))
  end)

  it("are not -", function()
    assert.same({ "-", output = "-" }, parse("-", "-o", "-"))
  end)

  it("may have empty and odd values", function()
    assert.same({ "a", output = "" }, parse("a", "--output="))
    assert.same({ "a", output = "x=y" }, parse("a", "--output=x=y"))
  end)

  it("are numbers where they must be", function()
    assert.equal("integer", math.type(parse("a", "-j", "4").jobs))
    assert.equal(1.5, parse("a", "--deadline", "1.5").deadline)
    for _, value in ipairs { "x", "1.5", "", "nan", "1e999" } do
      assert.truthy(message_of("a", "--jobs=" .. value):find("needs a whole number", 1, true))
    end
    assert.truthy(message_of("a", "--jobs", "0"):find("at least 1", 1, true))
    assert.truthy(message_of("a", "--deadline=inf"):find("needs a number", 1, true))
  end)

  it("name the nearest when they are unknown", function()
    assert.truthy(message_of("a", "--ouput", "x"):find("did you mean --output?", 1, true))
    assert.truthy(message_of("a", "--format", "jsn"):find("did you mean json?", 1, true))
    assert.is_nil(message_of("a", "--zzzzzzzz"):find "did you mean")
  end)

  it("are never guessed from a beginning", function()
    assert.truthy(message_of("a", "--out", "x"):find("unknown option --out", 1, true))
  end)

  it("say what is missing or too much", function()
    assert.truthy(message_of("a", "--output"):find("--output needs FILE", 1, true))
    assert.truthy(message_of("a", "--output", "--jobs", "2"):find("--output needs FILE", 1, true))
    assert.truthy(message_of("a", "--no-progress=1"):find("takes no value", 1, true))
    assert.truthy(message_of("a", "-j1", "--jobs", "2"):find("given twice", 1, true))
    assert.truthy(message_of():find("usage: assay try INPUT", 1, true))
    assert.truthy(message_of("a", "b", "c", "d"):find("'d' is too much", 1, true))
  end)

  it("that ask for help need nothing else", function()
    assert.is_true(parse("--help").help)
    assert.is_true(parse("-h").help)
  end)

  it("are all in the help, but the hidden ones", function()
    local help = options.help(COMMAND)
    for _, part in ipairs { "usage: assay try", "-o, --output FILE", "-j, --jobs N", "text, json", "-h, --help" } do
      assert.truthy(help:find(part, 1, true), part)
    end
    assert.is_nil(help:find "secret")
  end)
end)

describe("the nearest word", function()
  it("is one slip away", function()
    local words = { "run", "show", "ingest", "--format" }
    assert.equal("run", nearest("rnu", words))
    assert.equal("show", nearest("shwo", words))
    assert.equal("ingest", nearest("injest", words))
    assert.equal("--format", nearest("--fromat", words))
  end)

  it("is none when all are far", function()
    assert.is_nil(nearest("xyz", { "run", "show" }))
    assert.is_nil(nearest(("x"):rep(10000), { "run" }))
  end)
end)

describe("a failure", function()
  it("has the exit code of its name", function()
    local fine, problem = pcall(failure.raise, "bad_pack", "%s: %d", "a", 1)
    assert.is_false(fine)
    assert.equal(78, problem.exit)
    assert.equal("a: 1", tostring(problem))
  end)

  it("comes from nil, message, code, and values pass", function()
    assert.equal(5, (failure.check(5)))
    local _, problem = pcall(failure.check, nil, "locked", "try_again")
    assert.equal(75, problem.exit)
  end)
end)

describe("the tally", function()
  local tally = require "assay.tally"

  local function with(read, rejected, missing)
    local count = tally.new()
    for _ = 1, read do count:add() end
    for i = 1, rejected do count:reject("in" .. i, "why", i <= missing and "missing" or "bad_input") end
    return count
  end

  it("asks for the exit code that the rejects deserve", function()
    assert.equal(0, with(3, 0, 0):exit_code())
    assert.equal(0, with(1, 5, 5):exit_code())
    assert.equal(66, with(0, 2, 2):exit_code())
    assert.equal(65, with(0, 2, 1):exit_code())
    assert.equal(65, with(1, 2, 0):exit_code(tally.bound "1"))
    assert.equal(0, with(1, 2, 0):exit_code(tally.bound "2"))
    assert.equal(0, with(1, 1, 0):exit_code(tally.bound "50%"))
    assert.equal(65, with(1, 1, 0):exit_code(tally.bound "49.9%"))
  end)

  it("never passes over reading that failed", function()
    local count = with(5, 0, 0)
    count:reject("in", "Input/output error", "failed")
    assert.equal(74, count:exit_code())
  end)

  it("refuses bounds that are none", function()
    for _, word in ipairs { "", "x", "-1", "1.5", "101%", "5%%" } do
      assert.is_false(pcall(tally.bound, word), word)
    end
  end)

  it("is the summary, with limits sorted", function()
    local summary = with(1, 1, 0):summary { memory = 1, deadline = 2 }
    assert.equal(1, summary.articles)
    assert.same({ input = "in1", reason = "why" }, summary.rejected[1])
    assert.same({ limit = "deadline", articles = 2 }, summary.limits[1])
  end)
end)

describe("a shown value", function()
  local inspect = require "assay.inspect"

  it("is quoted, escaped and cut", function()
    assert.equal('"a\\"b\\n"', inspect 'a"b\n')
    assert.equal('"é"', inspect "é")
    assert.equal('"\\xE9"', inspect "\xE9")
    assert.equal('"\\x1B"', inspect "\27")
    assert.equal('"\\u{9B}"', inspect "\u{9B}")
    assert.truthy(inspect(("x"):rep(5000)):find("… (5000 bytes)", 1, true))
  end)

  it("is sorted, one level deep and safe", function()
    local value = { 3, 2, b = 1, a = {}, [true] = { 1 } }
    value.self = value
    assert.equal("{ 3, 2, a = {}, b = 1, self = {…}, [true] = {…} }", inspect(value))
    local angry = setmetatable({}, { __tostring = function() error "no" end })
    assert.equal("table", inspect(angry))
  end)

  it("never calls __index or __pairs", function()
    local trap = setmetatable({ a = 1 }, { __index = error, __pairs = error, __len = error })
    assert.equal("{ a = 1 }", inspect(trap))
  end)
end)
