--- Renderers of a run's result: pure functions from tables to a string. `report.files` writes what they make.

return {
  text = require "assay.report.text",
  html = require "assay.report.html",
  markdown = require "assay.report.markdown",
  tables = require "assay.report.tables",
}
