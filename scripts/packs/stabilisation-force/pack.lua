return {
	format = 1,
	name = "stabilisation-force",
	version = "0.1.0",
	engine = "^0.1",
	summary = "Who wants Turkish troops in the international force for Gaza, who does not, and who joins it",
	question = "Should Turkish troops be part of the international stabilisation force in Gaza, and who joins it?",
	license = "MIT",
	authors = { "the assay developers" },
	requires = { en = "^0.1" },
	files = { "actors", "lexicons", "rules", "claims", "labels" },
	gates = { lint = "error", accuracy = 0.8 },
}
