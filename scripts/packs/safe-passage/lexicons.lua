-- Words of the question. Every entry holds for every actor.
return {
	lexicons = {
		-- the trapped men, whatever a text calls them
		men = {
			"~fighter", "~terrorist", "~operative", "~militant", "~combatant", "~gunman", "gunmen", "members", "people",
			"palestinians", "men", "them", "they", "those", "group", "cell", "~civilian", "their members",
		},
		men_noun = {
			"~fighter", "~terrorist", "~operative", "~militant", "~combatant", "gunmen", "members", "people", "palestinians",
			"men", "civilians",
		},
		passage = {
			"safe passage", "safe exit", "safe corridor", "~evacuation", "their departure", "their exit", "safe way out",
			"free passage", "negotiated arrangement", "safe passage arrangement", "way out",
		},
		leave = {
			"~leave", "~exit", "~depart", "~evacuate", "~relocate", "move back", "~return", "go free", "be relocated",
			"be transferred", "walk out", "get out", "come out", "be evacuated", "cross", "go", "go back", "move to",
			"out safely",
			"be taken", "out alive", "~free",
		},
		remove = { "~remove", "~move", "~get", "~bring", "~transfer", "~relocate", "~evacuate", "bring out", "~extract" },
		let = { "~allow", "~permit", "~let", "~grant", "~approve", "agree to", "~enable", "~authorise", "~authorize" },
		urge = {
			"~urge", "~press", "~pressure", "~push", "~call", "~ask", "~encourage", "~implore", "~lobby", "~appeal",
			"intensified pressure", "pressure on", "leaning on", "~lean", "~persuade", "~plead", "~beg",
		},
		favour = {
			"~favor", "~favour", "~support", "backs", "backed", "backing", "~seek", "~demand", "~request", "~propose", "~prefer", "~endorse",
			"working to secure", "working to arrange", "work to secure", "works to secure", "trying to secure", "secure", "secures", "secured", "securing",
			"~arrange", "would like", "~want", "~wish", "push for", "pushing for", "pressing for", "calling for", "called for",
			"work on", "working on", "works on", "work for", "working for", "works for", "bring about", "look for",
			"looking for",
		},
		oppose = {
			"~oppose", "~reject", "~refuse", "~block", "~resist", "ruled out", "rules out", "rule out", "ruling out", "~veto",
			"turned down", "turns down", "opposed to", "against", "~rebuff", "said no to", "say no to",
		},
		avoid = { "~avoid", "against", "~spare", "refrain from", "~warn", "warn against", "~opposition", "not to",
			"oppose", "opposed", "opposes" },
		kill = { "~kill", "~eliminate", "~elimination", "~execute", "~liquidate", "~capture", "~assassinate", "wipe out" },
		proposal = {
			"request", "proposal", "offer", "idea", "such arrangement", "this arrangement", "the idea", "this idea",
			"the proposal", "'s proposal", "the request", "a request", "this request", "this offer",
			"the offer", "such offer", "any such arrangement", "such an arrangement", "the arrangement", "the plan",
			"a condition",
			"the demand", "that demand", "any such deal", "such a deal", "such a move", "any arrangement",
		},
		bargain = { "an arrangement", "a trade", "a swap", "the trade", "the swap", "an exchange", "that exchange",
			"a deal" },
		tunnel = { "~tunnel", "underground", "rafah", "jenina", "~enclave" },
		settle = { "~solve", "~resolve", "~settle", "~achieve", "~reach" },
		settlement = {
			"an agreement", "negotiated outcome", "negotiated solution", "a deal", "a compromise", "negotiated settlement",
			"non-military resolution", "diplomatic solution", "non military resolution",
		},
		disarm = {
			"lay down their arms", "lay down their weapons", "laying down their arms", "laying down their weapons",
			"lay down arms", "lay down weapons", "surrender their weapons", "hand over their weapons", "give up their weapons",
			"unarmed", "without their weapons", "giving up their weapons",
		},
		abroad = {
			"~deportation", "another country", "third country", "~exile", "~deport", "leave the country", "foreign country",
			"country has yet agreed", "any country", "no country",
		},
		clemency = { "~clemency", "~immunity", "~amnesty", "~pardon" },
		stop = { ";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told" },
		-- what ends the reach of a subject
		clause = { ";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told", "that" },
		remains = { "remains", "body", "~repatriation" },
	},
}
