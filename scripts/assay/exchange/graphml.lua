--- A network as GraphML; every attribute is declared with its type.

local escape = require "assay.report.escape"
local network = require "assay.exchange.network"

local format = { name = "graphml", networks = true, summary = "a network as GraphML" }

local TEXTS = { id = true, label = true, kind = true }
local GRAPH = { "network", "made_by", "caveat" }

--- Text of an element. What XML 1.0 has no form for becomes visible, or U+FFFD.
local function text(value)
	return (escape.html(tostring(value)):gsub("\xEF\xBF[\xBE\xBF]", "\u{FFFD}"))
end

local function declare(out, of, name)
	out:write(('  <key id="%s_%s" for="%s" attr.name="%s" attr.type="%s"/>\n'):format(of, name, of, name,
		(of == "graph" or TEXTS[name]) and "string" or "int"))
end

local function write_data(out, of, names, values, indent)
	for _, name in ipairs(names) do
		out:write(indent, ('<data key="%s_%s">'):format(of, name), text(values[name]), "</data>\n")
	end
end

--- Columns from the first that is an attribute of its own.
local function attributes(columns, first) return table.move(columns, first, #columns, 1, {}) end

function format.write(out, data, options)
	local made = network.asked(data, options)
	local of_node = attributes(network.COLUMNS.nodes, 2)
	local of_edge = attributes(network.COLUMNS[made.name], 3)
	out:write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
	for _, name in ipairs(GRAPH) do declare(out, "graph", name) end
	for _, name in ipairs(of_node) do declare(out, "node", name) end
	for _, name in ipairs(of_edge) do declare(out, "edge", name) end
	out:write '  <graph id="assay" edgedefault="undirected">\n'
	write_data(out, "graph", GRAPH, { network = made.name, made_by = data.made_by, caveat = data.caveat }, "    ")
	for _, node in ipairs(made.nodes) do
		out:write('    <node id="', node.id, '">\n')
		write_data(out, "node", of_node, node, "      ")
		out:write "    </node>\n"
	end
	for i, edge in ipairs(made.edges) do
		out:write(('    <edge id="e%d" source="%s" target="%s">\n'):format(i, edge.source, edge.target))
		write_data(out, "edge", of_edge, edge, "      ")
		out:write "    </edge>\n"
	end
	out:write "  </graph>\n</graphml>\n"
end

return format
