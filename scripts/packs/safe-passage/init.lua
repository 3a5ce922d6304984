return {
	name = "safe-passage",
	version = "0.1.0",
	summary = "Who wants the Hamas members in the tunnels under Rafah to be let out, who does not, and what sources agree on",
	question = "Should the roughly 200 Hamas members trapped in tunnels under Rafah be granted safe passage?",
	files = { "actors", "lexicons", "rules", "claims", "labels" },
}
