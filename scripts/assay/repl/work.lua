--- What a session works on: the articles that were read, the pack they are read with, the last run and the one before.

local analysis = require "assay.analysis"
local failure = require "assay.failure"
local opened = require "assay.pack.opened"

local work = {}

local Work = {}
Work.__index = Work

--- Work of a session, with the language pack alone.
---@param session table the session whose names `articles`, `article`, `pack` and `run` are kept up to date
function work.new(session)
	return setmetatable({ names = session.env, items = {}, articles = {}, spec = {} }, Work)
end

--- The analysis session; opened when it is first needed.
function Work:analysis()
	if not self.opened then self.opened = failure.check(analysis.open(self.spec)) end
	return self.opened
end

--- Articles in the order in which they were read; by id as well: `articles["000"]`.
local List = { __name = "articles" }

function List.__index(list, id)
	for i = 1, type(id) == "string" and rawlen(list) or 0 do
		if list[i]:meta().id == id then return list[i] end
	end
end

local function read(session, items)
	local list = setmetatable({}, List)
	for i, item in ipairs(items) do list[i] = failure.check(session:article(item.text, item.meta)) end
	return list
end

function Work:publish(articles)
	self.articles = articles
	self.names.articles, self.names.article = articles, articles[1]
end

--- Adds the articles that files and folders hold.
---@param paths string[]
---@param meta string? manifest
---@return integer added
---@return table rejected list of { input, reason }
function Work:load(paths, meta)
	local task = require "assay.task"
	local args = table.move(paths, 1, #paths, 1, { meta = meta })
	local known, added, rejected = {}, 0, {}
	for _, item in ipairs(self.items) do known[item.meta.id] = true end
	for item in task.reader(args, 1) do
		if not item.text then
			rejected[#rejected + 1] = { input = item.input, reason = item.reason }
		elseif not known[item.meta.id] then
			self.items[#self.items + 1] = { text = item.text, meta = item.meta }
			added = added + 1
		end
	end
	self:publish(read(self:analysis(), self.items))
	return added, rejected
end

--- Takes up a pack, and reads the articles anew with it; without a name, the pack from disk again. When it cannot be
--- opened everything stays as it is.
---@param name string? as `assay run` takes it
---@return table pack of assay.pack.opened
function Work:use(name)
	local spec = name and require "assay.task".rules({}, name) or self.spec
	local made = failure.check(analysis.open(spec))
	self:publish(read(made, self.items))
	self.spec, self.opened, self.names.pack = spec, made, opened.new(made)
	return self.names.pack
end

--- The texts of a run: article id → { text, sentences }.
function work.texts(run)
	local meta = getmetatable(run)
	return meta and meta.texts or {}
end

--- Runs the pack over the articles.
---@return table run the object of `assay run --format json`
function Work:run()
	local run, texts = opened.run(self:analysis(), self.items)
	setmetatable(run, { __name = "run", texts = texts })
	self.before, self.last, self.names.run = self.last, run, run
	return run
end

--- The article that is meant: by id, by its place in the list, itself, or the first one.
function Work:article(which)
	if type(which) == "userdata" then return which end
	if which == nil then which = 1 end
	local article = self.articles[which]
	if article then return article end
	local ids = {}
	for i, known in ipairs(self.articles) do ids[i] = known:meta().id end
	error(#ids == 0 and "no article has been read: .load PATH" or
		("no article '%s'%s"):format(which, require "assay.meant"(which, ids)), 0)
end

--- The run, made when there is none yet.
function Work:current() return self.last or self:run() end

--- The run's record of an article.
function Work:record(id)
	for _, record in ipairs(self:current().articles) do
		if record.id == id then return record end
	end
	error(("the run has no article '%s'"):format(id), 0)
end

return work
