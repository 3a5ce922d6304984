return {
	format = 1,
	name = "safe-passage",
	version = "0.2.0",
	engine = "^0.1",
	summary = "Who wants the men in the tunnels under Rafah let out, who does not, and where sources agree",
	question = "Should the roughly 200 Hamas members trapped in tunnels under Rafah be granted safe passage?",
	license = "MIT",
	authors = { "the assay developers" },
	requires = { en = "^0.1" },
	files = { "actors", "lexicons", "attitudes", "macros", "operators", "rules", "claims", "labels" },
	gates = { lint = "error", accuracy = 0.7 },
}
