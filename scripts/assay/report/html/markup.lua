--- HTML as Lua tables. A string in a tree is always text and gets escaped; only `markup.raw` goes out as it is.

local escape = require "assay.report.escape"

local markup = {}

-- Elements that HTML closes by itself.
local VOID = { meta = true, br = true, hr = true, link = true }

-- Elements after which a line break changes nothing on the page.
local BLOCKS = {}
for name in ("html head body main header footer nav section article div details summary blockquote p ul ol li dl dt dd "
  .. "table caption thead tbody tr th td style title meta"):gmatch("%a+") do
  BLOCKS[name] = true
end

--- An element. Attributes go out in the order of their names; `true` writes the bare name, nil and false leave it out.
---@param tag string
---@param attributes table<string, string|number|boolean>|nil
---@param ... any children: strings, numbers, elements, lists of these; nil and false are left out
---@return table element
function markup.element(tag, attributes, ...)
  return { tag = tag, attributes = attributes or {}, children = table.pack(...) }
end

--- Nodes in a row, any of which may be nil or false; a plain table must have no nil between its nodes.
---@param ... any
---@return table
function markup.list(...)
  return table.pack(...)
end

--- A rounded box in a drawing, around its origin, as wide as a short text needs.
---@param label string
---@return table element
function markup.pill(label)
  local half = math.max(11, 4 * utf8.len(label) + 4)
  return markup.element("rect", { x = -half, y = -9, width = 2 * half, height = 18, rx = 7 })
end

--- Bytes that are HTML already.
---@param html string
---@return table
function markup.raw(html)
  return { raw = html }
end

local function add_attributes(out, attributes)
  local names = {}
  for name, value in pairs(attributes) do
    if value then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local value = attributes[name]
    out[#out + 1] = value == true and " " .. name or string.format(' %s="%s"', name, escape.html(tostring(value)))
  end
end

local add_node

local function add_children(out, children)
  for index = 1, children.n or #children do add_node(out, children[index]) end
end

local function add_element(out, node)
  out[#out + 1] = "<" .. node.tag
  add_attributes(out, node.attributes)
  out[#out + 1] = ">"
  if not VOID[node.tag] then
    add_children(out, node.children)
    out[#out + 1] = "</" .. node.tag .. ">"
  end
  if BLOCKS[node.tag] then out[#out + 1] = "\n" end
end

function add_node(out, node)
  if node == nil or node == false then return end
  if type(node) ~= "table" then
    out[#out + 1] = escape.html(tostring(node))
  elseif node.raw then
    out[#out + 1] = node.raw
  elseif node.tag then
    add_element(out, node)
  else
    add_children(out, node)
  end
end

--- The bytes of a tree.
---@param node any
---@return string html
function markup.render(node)
  local out = {}
  add_node(out, node)
  return table.concat(out)
end

return markup
