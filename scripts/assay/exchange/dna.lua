--- Discourse Network Analyzer 3.0: its SQLite file. Offsets there are UTF-16 code units, as Java counts.

local core = require "assay.core"
local document = require "assay.exchange.dna_document"
local failure = require "assay.failure"
local offset = require "assay.offset"
local schema = require "assay.exchange.dna_schema"
local statements = require "assay.exchange.statements"

local dna = {
	name = "dna", unit = "utf16", statements = true, texts = true,
	summary = "statements as a Discourse Network Analyzer file (SQLite)",
}

-- Writing ------------------------------------------------------------------------------------------------------------

local Writer = {}
Writer.__index = Writer

function Writer:put(sql, ...) return failure.check(self.database:query(sql, ...)) end

--- Coder 1 has to be Admin; the statements are those of coder 2.
function Writer:head(data)
	for _, sql in ipairs(schema.sql()) do self:put(sql) end
	for _, pair in ipairs { { "version", schema.VERSION }, { "date", "" }, { "offsets", "UTF-16 code units" },
		{ "made by", data.made_by }, { "caveat", data.caveat } } do
		self:put("INSERT INTO SETTINGS(Property, Value) VALUES(?1, ?2)", pair[1], pair[2])
	end
	for id, name in ipairs { "Admin", data.coder } do
		self:put("INSERT INTO CODERS(ID, Name, Blue, Password) VALUES(?1, ?2, 255, ?3)", id, document.short(name),
			schema.PASSWORD)
	end
	self:put "INSERT INTO CODERRELATIONS(Coder, OtherCoder) VALUES(1, 2), (2, 1)"
	self:put("INSERT INTO STATEMENTTYPES(ID, Label, Red, Green, Blue) VALUES(1, ?1, 239, 208, 51)", schema.TYPE)
	for _, variable in ipairs(schema.VARIABLES) do
		self:put("INSERT INTO VARIABLES(ID, Variable, DataType, StatementTypeId) VALUES(?1, ?2, ?3, 1)",
			table.unpack(variable))
		for _, attribute in ipairs(variable[3] == "short text" and schema.ATTRIBUTES or {}) do
			self:put("INSERT INTO ATTRIBUTEVARIABLES(VariableId, AttributeVariable) VALUES(?1, ?2)", variable[1], attribute)
		end
	end
end

function Writer:documents(data)
	for i, article in ipairs(data.documents) do
		local row = document.row(article)
		self:put("INSERT INTO DOCUMENTS(ID, Title, Text, Coder, Source, Notes, Date) VALUES(?1, ?2, ?3, 2, ?4, ?5, ?6)",
			i, row.title, article.text, row.outlet, row.notes, row.published)
		self.numbers[article.id] = i
	end
end

--- The number of a value of a short text; empty ones are entities, too.
function Writer:entity(variable, value)
	local key = variable .. "\0" .. value
	if not self.entities[key] then
		self.last_entity = self.last_entity + 1
		self:put("INSERT INTO ENTITIES(ID, VariableId, Value, Red, Green, Blue) VALUES(?1, ?2, ?3, 0, 0, 0)",
			self.last_entity, variable, value)
		self:put("INSERT INTO ATTRIBUTEVALUES(EntityId, AttributeVariableId) "
			.. "SELECT ?1, ID FROM ATTRIBUTEVARIABLES WHERE VariableId = ?2", self.last_entity, variable)
		self.entities[key] = self.last_entity
	end
	return self.entities[key]
end

local function text_of(value)
	if type(value) ~= "number" then return value or "" end
	local brief = ("%.14g"):format(value)
	return tonumber(brief) == value and brief or ("%.17g"):format(value)
end

function Writer:value(number, variable, value)
	local id, kind = variable[1], variable[3]
	if kind == "boolean" then
		self:put("INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES(?1, ?2, ?3)", number, id, value or false)
	elseif kind == "short text" then
		self:put("INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES(?1, ?2, ?3)", number, id,
			self:entity(id, document.short(text_of(value))))
	else
		self:put("INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES(?1, ?2, ?3)", number, id, text_of(value))
	end
end

function Writer:statements(data, units)
	for number, statement in ipairs(data.statements) do
		local places = units[statement.article]
		self:put("INSERT INTO STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder) VALUES(?1, 1, ?2, ?3, ?4, 2)",
			number, self.numbers[statement.article], places[statement.start], places[statement["end"]])
		for _, variable in ipairs(schema.VARIABLES) do self:value(number, variable, statement[variable[2]]) end
	end
end

--- Writes a new file. Raises a failure.
---@param path string an empty file
---@param data table { documents, statements, made_by, caveat, coder }
function dna.save(path, data)
	local database <close> = failure.check(core.database.open(path, { create = true }))
	local writer = setmetatable({ database = database, numbers = {}, entities = {}, last_entity = 0 }, Writer)
	writer:put "BEGIN"
	writer:head(data)
	writer:documents(data)
	writer:statements(data, statements.units(data, dna.unit))
	writer:put "COMMIT"
end

-- Reading ------------------------------------------------------------------------------------------------------------

--- The rows of a query. A file is { database, path }.
local function rows(file, ...)
	local list = failure.check(file.database:query(...))
	for _, row in ipairs(list) do
		for column, value in pairs(row) do
			if type(value) == "string" and not utf8.len(value) then
				failure.raise("bad_input", "%s: a %s that is not UTF-8", file.path, column)
			end
		end
	end
	return list
end

local function check_tables(file)
	for _, name in ipairs(schema.NEEDED) do
		local found = rows(file, "SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name = ?1", name)
		if #found == 0 then failure.raise("bad_input", "%s: no table %s, so no file of DNA", file.path, name) end
	end
	local version = rows(file, "SELECT Value FROM SETTINGS WHERE Property = 'version'")[1]
	version = version and tostring(version.Value) or "unknown"
	if not version:find "^3%." then failure.raise("bad_input", "%s: of DNA %s; only 3 is read", file.path, version) end
end

local function statement_type(file, label)
	local labels = {}
	for i, row in ipairs(rows(file, "SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID")) do
		if row.Label == label then return row.ID end
		labels[i] = tostring(row.Label)
	end
	local near = require "assay.nearest"(label, labels)
	return failure.raise("bad_input", "%s: no statement type '%s'%s", file.path, label,
		near and (", did you mean '%s'?"):format(near) or "; it has " .. table.concat(labels, ", "))
end

local VALUES = {
	["short text"] = "SELECT d.StatementId AS id, e.Value AS value FROM DATASHORTTEXT d "
		.. "JOIN ENTITIES e ON e.ID = d.Entity WHERE d.VariableId = ?1",
	["long text"] = "SELECT StatementId AS id, Value AS value FROM DATALONGTEXT WHERE VariableId = ?1",
	["boolean"] = "SELECT StatementId AS id, Value AS value FROM DATABOOLEAN WHERE VariableId = ?1",
	["integer"] = "SELECT StatementId AS id, Value AS value FROM DATAINTEGER WHERE VariableId = ?1",
}

local function value_of(variable, kind, value)
	if kind == "boolean" and variable == "conditional" then return value ~= 0 or nil end
	if kind == "boolean" then return value ~= 0 end
	if value == "" then return nil end
	return variable == "weight" and tonumber(value) or value
end

local RESERVED = { article = true, start = true, ["end"] = true, text = true, coder = true }

--- Every variable of the type, under its own name.
local function add_values(file, type_id, by_id)
	for _, variable in ipairs(rows(file,
		"SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ?1 ORDER BY ID", type_id)) do
		local name = RESERVED[variable.Variable] and variable.Variable .. "_" or variable.Variable
		for _, row in ipairs(VALUES[variable.DataType] and rows(file, VALUES[variable.DataType], variable.ID) or {}) do
			local statement = by_id[row.id]
			if statement then statement[name] = value_of(name, variable.DataType, row.value) end
		end
	end
end

local function documents(file)
	local list, by_id = {}, {}
	for i, row in ipairs(rows(file, "SELECT ID, Title, Text, Source, Notes, Date FROM DOCUMENTS ORDER BY ID")) do
		if type(row.Text) ~= "string" or math.type(row.Date) ~= "integer" then
			failure.raise("bad_input", "%s: document %s: its text is no text, or its date no number", file.path, row.ID)
		end
		for _, column in ipairs { "Title", "Source", "Notes" } do row[column] = tostring(row[column] or "") end
		local article = document.article(row)
		article.text, article.spans = row.Text, {}
		list[i], by_id[row.ID] = article, article
	end
	return list, by_id
end

--- Gives each statement its bytes; those that point outside their document or into a character are rejected.
local function place(all, articles, rejected)
	local list = {}
	for _, article in ipairs(articles) do article.bytes = offset.bytes(article.text, article.spans, dna.unit) end
	for _, statement in ipairs(all) do
		local bytes, text = statement.document.bytes, statement.document.text
		local from, to = bytes[statement.start], bytes[statement["end"]]
		if from and to and from < to then
			statement.start, statement["end"], statement.text = from, to, text:sub(from + 1, to)
			list[#list + 1] = statement
		else
			rejected[#rejected + 1] = ("statement %d: %d to %d is not in its document"):format(statement.id,
				statement.start, statement["end"])
		end
		statement.id, statement.document = nil, nil
	end
	for _, article in ipairs(articles) do article.bytes, article.spans = nil, nil end
	return list
end

--- The statements of a type, by number, without their values.
local function found_statements(file, type_id, by_document)
	local all, by_id, rejected = {}, {}, {}
	for _, row in ipairs(rows(file, "SELECT s.ID AS id, s.DocumentId AS document, s.Start AS start, s.Stop AS stop, "
		.. "c.Name AS coder FROM STATEMENTS s LEFT JOIN CODERS c ON c.ID = s.Coder WHERE s.StatementTypeId = ?1 "
		.. "ORDER BY s.ID", type_id)) do
		local article = by_document[row.document]
		local statement = { id = row.id, document = article, article = article and article.id, start = row.start,
			["end"] = row.stop, coder = row.coder }
		if article and math.type(row.start) == "integer" and math.type(row.stop) == "integer" then
			all[#all + 1], by_id[row.id] = statement, statement
			table.insert(article.spans, row.start)
			table.insert(article.spans, row.stop)
		else
			rejected[#rejected + 1] = ("statement %d: no document, or no place in it"):format(row.id)
		end
	end
	return all, by_id, rejected
end

--- Reads a file. Raises a failure.
---@param path string
---@param options table? { type = the statement type's label }
---@return table { documents, statements, rejected = list of reasons }
function dna.read(path, options)
	local database <close> = failure.check(core.database.open(path))
	local file = { database = database, path = path }
	check_tables(file)
	local type_id = statement_type(file, options and options.type or schema.TYPE)
	local articles, by_document = documents(file)
	local all, by_id, rejected = found_statements(file, type_id, by_document)
	add_values(file, type_id, by_id)
	return { documents = articles, statements = place(all, articles, rejected), rejected = rejected }
end

return dna
