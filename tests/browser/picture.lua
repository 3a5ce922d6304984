-- A picture of the first screen of a page, by `make docs`: assay repl -e 'dofile "tests/browser/picture.lua"' with PAGE
-- (a file), PICTURE (the file to write) and WORK (a new folder).
package.path = "tests/browser/?.lua;" .. package.path
local browser = require "devtools".start(os.getenv "WORK")
local page = browser:page()
page:window(1280, 1400, "light")
page:open("file://" .. os.getenv "PAGE")
page:screenshot(os.getenv "PICTURE")
browser:close()
