return {
	name = "stabilisation-force",
	version = "0.1.0",
	summary = "Who wants Turkish troops in the international force for Gaza, who does not, and who joins it",
	question = "Should Turkish troops be part of the international stabilisation force in Gaza, and who joins it?",
	files = { "actors", "lexicons", "rules", "claims", "labels" },
}
