-- Marks the folder as the Lua library.

return {}
