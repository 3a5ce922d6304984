--- The tables of a Discourse Network Analyzer 3.0 file: its columns, checks and references, and what a new file holds.

local schema = {}

schema.VERSION = "3.0.11"
schema.LENGTH = 190 -- characters of a short text at most
schema.TYPE = "DNA Statement"

--- The password of every coder in a file of ours is `assay`: 16 bytes of salt and SHA-256 of them and it, a hundred
--- thousand times over, in base64. The texts lie open beside it, so it guards nothing; DNA asks for one.
schema.PASSWORD = "cQmZhonG5p43Bm+uXMEWjP8JCMAn0h2bz5r7TxJInR8joMuhTjokSnMl2hlEadNB"

local KEY = "ID INTEGER PRIMARY KEY NOT NULL"

local function short(name, default)
	return ("%s TEXT NOT NULL %sCHECK (LENGTH(%s) < 191)"):format(name, default and "DEFAULT '' " or "", name)
end

local function between(name, low, high, default)
	return ("%s INTEGER NOT NULL DEFAULT %d CHECK (%s BETWEEN %d AND %d)"):format(name, default, name, low, high)
end

local function flag(name, default) return between(name, 0, 1, default) end

local function colour() return between("Red", 0, 255, 0), between("Green", 0, 255, 0), between("Blue", 0, 255, 0) end

local function reference(column, target)
	return ("FOREIGN KEY(%s) REFERENCES %s(ID) ON DELETE CASCADE"):format(column, target)
end

local PERMISSIONS = {
	"AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
	"DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
	"ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
}

local function coders()
	local red, green, blue = colour()
	local columns = {
		KEY, short "Name", red, green, blue, between("Refresh", 0, 9999, 0), between("FontSize", 1, 99, 14),
		short "Password", "PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300",
		flag("ColorByCoder", 0), flag("PopupDecoration", 0), flag("PopupAutoComplete", 1),
	}
	for _, name in ipairs(PERMISSIONS) do columns[#columns + 1] = flag("Permission" .. name, 1) end
	return columns
end

--- A value of a statement: one row per statement and variable.
local function values(column, further)
	return { KEY, "StatementId INTEGER NOT NULL", "VariableId INTEGER NOT NULL", column,
		"UNIQUE (StatementId, VariableId)", reference("StatementId", "STATEMENTS"),
		reference("VariableId", "VARIABLES"), further }
end

local RELATIONS = { "viewStatements", "editStatements", "viewDocuments", "editDocuments" }

local function relations()
	local columns = { KEY, "Coder INTEGER CHECK(Coder > 0)", "OtherCoder INTEGER CHECK(OtherCoder > 0)" }
	for _, name in ipairs(RELATIONS) do columns[#columns + 1] = flag(name, 1) end
	columns[#columns + 1] = "CHECK (Coder != OtherCoder)"
	columns[#columns + 1] = reference("Coder", "CODERS")
	columns[#columns + 1] = reference("OtherCoder", "CODERS")
	return columns
end

local DATA_TYPES = "DataType = 'boolean' OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text'"

--- Tables in the order of their references.
local TABLES = {
	{ "SETTINGS", { "Property TEXT PRIMARY KEY", "Value TEXT NOT NULL" } },
	{ "CODERS", coders() },
	{ "DOCUMENTS", { KEY, short "Title", "Text TEXT NOT NULL", "Coder INTEGER", short("Author", true),
		short("Source", true), short("Section", true), "Notes TEXT NOT NULL DEFAULT ''", short("Type", true),
		"Date INTEGER NOT NULL", reference("Coder", "CODERS") } },
	{ "STATEMENTTYPES", { KEY, short "Label", colour() } },
	{ "VARIABLES", { KEY, short "Variable", "DataType TEXT NOT NULL CHECK (" .. DATA_TYPES .. ") DEFAULT 'short text'",
		"StatementTypeId INTEGER", reference("StatementTypeId", "STATEMENTTYPES"),
		"UNIQUE (Variable, StatementTypeId)" } },
	{ "VARIABLELINKS", { KEY, "SourceVariableId INTEGER", "TargetVariableId INTEGER",
		"CHECK (TargetVariableId != SourceVariableId)", reference("SourceVariableId", "VARIABLES"),
		reference("TargetVariableId", "VARIABLES") } },
	{ "REGEXES", { "Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191)", colour() } },
	{ "CODERRELATIONS", relations() },
	{ "STATEMENTS", { KEY, "StatementTypeId INTEGER", "DocumentId INTEGER",
		"Start INTEGER NOT NULL CHECK(Start >= 0)", "Stop INTEGER NOT NULL CHECK(Stop >= 0)", "Coder INTEGER",
		"CHECK (Start < Stop)", reference("StatementTypeId", "STATEMENTTYPES"), reference("Coder", "CODERS"),
		reference("DocumentId", "DOCUMENTS") } },
	{ "DATABOOLEAN", values "Value INTEGER NOT NULL DEFAULT 1" },
	{ "DATAINTEGER", values "Value INTEGER NOT NULL DEFAULT 0" },
	{ "ENTITIES", { KEY, "VariableId INTEGER NOT NULL", short("Value", true),
		"Red INTEGER CHECK (Red BETWEEN 0 AND 255)", "Green INTEGER CHECK (Green BETWEEN 0 AND 255)",
		"Blue INTEGER CHECK (Blue BETWEEN 0 AND 255)", "ChildOf INTEGER CHECK(ChildOf > 0)",
		"UNIQUE (VariableId, Value)", reference("ChildOf", "ENTITIES"), reference("VariableId", "VARIABLES") } },
	{ "DATASHORTTEXT", values("Entity INTEGER NOT NULL", reference("Entity", "ENTITIES")) },
	{ "DATALONGTEXT", values "Value TEXT DEFAULT ''" },
	{ "ATTRIBUTEVARIABLES", { KEY, "VariableId INTEGER NOT NULL", short "AttributeVariable",
		"UNIQUE(VariableId, AttributeVariable)", reference("VariableId", "VARIABLES") } },
	{ "ATTRIBUTEVALUES", { KEY, "EntityId INTEGER NOT NULL", "AttributeVariableId INTEGER NOT NULL",
		short("AttributeValue", true), "UNIQUE (EntityId, AttributeVariableId)", reference("EntityId", "ENTITIES"),
		reference("AttributeVariableId", "ATTRIBUTEVARIABLES") } },
}

--- The statements that make the tables, columns and checks before references, as SQLite wants it.
---@return string[]
function schema.sql()
	local list = {}
	for i, item in ipairs(TABLES) do
		local columns, constraints = {}, {}
		for _, part in ipairs(item[2]) do
			local constraint = part:find "^FOREIGN" or part:find "^UNIQUE" or part:find "^CHECK"
			table.insert(constraint and constraints or columns, part)
		end
		table.move(constraints, 1, #constraints, #columns + 1, columns)
		list[i] = ("CREATE TABLE %s(%s)"):format(item[1], table.concat(columns, ", "))
	end
	return list
end

--- Names of the tables that are read.
schema.NEEDED = {
	"SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS", "ENTITIES", "DATABOOLEAN",
	"DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT",
}

--- Variables of DNA's statement type, and ours behind them: what a statement of assay has beyond person, organization,
--- concept and agreement.
schema.VARIABLES = {
	{ 1, "person", "short text" }, { 2, "organization", "short text" }, { 3, "concept", "short text" },
	{ 4, "agreement", "boolean" }, { 5, "conditional", "boolean" }, { 6, "weight", "short text" },
	{ 7, "rule", "long text" }, { 8, "speaker", "long text" },
}

schema.ATTRIBUTES = { "Type", "Alias", "Notes" }

return schema
