--- Renderers of a run's result: pure functions from tables to a string.

return {
  text = require "assay.report.text",
  html = require "assay.report.html",
}
