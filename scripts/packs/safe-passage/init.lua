return {
	name = "safe-passage",
	version = "0.2.0",
	summary = "Who wants the men in the tunnels under Rafah let out, who does not, and where sources agree",
	question = "Should the roughly 200 Hamas members trapped in tunnels under Rafah be granted safe passage?",
	files = { "actors", "lexicons", "attitudes", "macros", "operators", "rules", "claims", "labels" },
}
