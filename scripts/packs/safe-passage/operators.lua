-- Words that turn or weaken the attitude behind them. They compose: "refused to oppose" is consent, "did not refuse to
-- oppose" is not. A negation is a context of the reading and turns once more.
return {
	operators = {
		{ id = "refusal", summary = "refused to, declined to", pattern = "%refuse_to", sign = -1 },
		{ id = "stopping", summary = "no longer, stopped, gave up", pattern = "%stop_to", sign = -1 },
		{ id = "exclusion", summary = "ruled out", pattern = "%exclude", sign = -1 },
		{ id = "last", summary = "the last to", pattern = "last (one | party | country)? to", sign = -1 },
		{ id = "openness", summary = "did not rule out", pattern = "%not_exclude", sign = 1, weight = 0.5 },
		{ id = "reversal", summary = "reversed, abandoned, withdrew", pattern = "%withdraw", sign = -1 },
	},
}
