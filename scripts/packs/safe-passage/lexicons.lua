-- Words of the question. Every entry holds for every actor.
return {
	lexicons = {
		-- who stands for a party named before
		pronoun = {
			"they", "we", "it", "he", "she", "i", "the group", "the movement", "the organisation", "the organization",
			"the faction", "the emirate", "the kingdom", "the administration", "the presidency", "its leadership",
			"the leadership", "the government", "the cabinet", "his government", "her government", "his country",
			"her country", "his movement", "its government", "my country", "my government", "our country",
			"our government", "some of them", "others", "his side", "their side", "its prime minister",
			"its foreign minister", "its foreign ministry", "its president", "its ambassador", "its envoy",
			"its spokesman", "its officials",
		},
		-- the trapped men, whatever a text calls them
		men = {
			"~fighter", "~terrorist", "~operative", "~militant", "~combatant", "~gunman", "gunmen", "members", "people",
			"palestinians", "men", "them", "they", "those", "group", "cell", "~civilian", "their members", "~element",
			"~cadre", "guys", "~individual", "persons", "besieged", "encircled", "trapped", "militiamen", "insurgents",
			"mujahideen", "heroes", "two hundred", "~fugitive", "~rebel", "holdouts", "remnants", "comrades",
			"~battalion", "brigade", "~survivor", "stranded", "cornered", "surrounded", "resistance", "foot soldiers",
			"armed men", "the lot",
		},
		men_noun = {
			"~fighter", "~terrorist", "~operative", "~militant", "~combatant", "~gunman", "gunmen", "members", "people",
			"palestinians", "men", "civilians", "~element", "~cadre", "persons", "mujahideen", "insurgents",
			"militiamen", "holdouts",
		},
		-- what else is let through
		cargo = {
			"~convoy", "~lorry", "~truck", "aid", "food", "goods", "supplies", "fuel", "relief", "journalists",
			"patients", "ships", "vessels", "shipping", "cargo", "humanitarian", "medical", "ambulances", "wheat",
			"grain", "bodies", "remains", "hostages", "captives", "the wounded", "sick", "civilians", "residents",
			"pilgrims", "students", "workers", "foreigners", "tankers", "traffic", "doctors", "medicine", "water",
			"diplomats", "reporters",
		},
		-- passage as a noun that needs no more
		passage = {
			"safe passage", "safe exit", "safe corridor", "their departure", "their exit", "their evacuation",
			"their release", "safe way out", "free passage", "safe passage arrangement", "free pass", "free passes",
			"secure passage", "safe conduct", "safe departure", "safe route", "secure exit", "exit corridor",
			"exit route", "escape route", "getaway route", "passage out", "way home", "safe transfer", "safe way",
			"honourable exit", "honorable exit", "orderly departure", "orderly relocation", "orderly withdrawal",
			"orderly exit", "orderly evacuation", "safe evacuation", "dignified exit", "evacuation", "negotiated exit",
			"negotiated arrangement", "departure under guarantees", "safe removal", "safe withdrawal",
			"passage to safety", "peaceful exit", "unhindered evacuation", "secure departure", "secure corridor",
			"their passage", "their transfer", "their relocation", "their removal", "their going", "their leaving",
			"their freedom", "their escape", "their extraction", "their deliverance", "their rescue",
			"their walking out", "exit arrangement", "exit deal", "departure deal", "evacuation deal",
			"evacuation plan", "exit plan", "passage deal", "transfer deal", "release deal", "passage abroad",
			"exile deal", "evacuation scheme", "exit strategy for the men",
		},
		-- passage as a noun, of what must be said
		departure = {
			"departure", "exit", "way out", "evacuation", "transfer", "relocation", "removal", "release", "withdrawal",
			"passage", "rescue", "corridor", "convoy", "extraction", "deliverance", "departing", "leaving", "walkout",
			"resettlement", "lane", "safe way", "exfiltration", "escape", "outcome", "repatriation", "freeing",
			"operation", "lifting out", "escort", "move", "moving", "exits", "transfers", "evacuations",
		},
		leave = {
			"~leave", "~exit", "~depart", "~evacuate", "~relocate", "move back", "~return", "go free", "be relocated",
			"be transferred", "walk out", "get out", "come out", "be evacuated", "cross", "go", "go back", "move to",
			"out safely", "be taken", "out alive", "~free", "walk free", "walk away", "slip away", "pass",
			"pass through", "out", "go home", "be led out", "be brought out", "be moved", "be escorted", "be released",
			"be let go", "be let out", "escape", "be flown", "be bused", "be bussed", "be driven", "be ferried",
			"be transported", "move out", "~travel", "to safety", "proceed", "come home", "pass safely", "~withdraw",
			"live", "be freed", "going", "crossing", "walking free", "walking out", "walking away", "getting away",
			"through", "be extracted", "pull out", "sail", "go abroad", "be sent abroad", "go into exile", "be spared",
			"away",
		},
		moved = {
			"moved", "evacuated", "transferred", "released", "freed", "relocated", "taken out", "led out",
			"brought out", "let go", "let out", "escorted", "extracted", "waved through", "spared", "flown out",
			"bused out", "removed", "allowed to leave", "allowed to go", "rescued", "helped out", "given safe passage",
			"given free passage", "given passage", "given a way out", "given an exit", "granted passage",
			"granted safe passage", "granted safe exit", "offered a way out", "ferried", "let through",
			"allowed through", "allowed out", "flown", "bussed", "shipped",
		},
		remove = {
			"~remove", "~move", "~get", "~bring", "~transfer", "~relocate", "~evacuate", "bring out", "~extract",
			"~rescue", "~spare", "~escort", "~ferry", "~fly", "~bus", "~lead", "~carry", "spirit", "spiriting",
			"wave through", "waving through", "waved through", "let go", "letting go", "let out", "letting out",
			"~free", "set free", "~release", "take out", "taking out", "see off", "see them off", "save", "saving",
		},
		-- the passage as a noun in a text about the men
		exit = {
			"departure", "exit", "evacuation", "relocation", "removal", "passage", "rescue", "corridor", "convoy",
			"extraction", "deliverance", "walkout", "exfiltration", "lane", "buses", "free pass", "free passes",
			"safe way", "way out", "airlift", "transfer abroad", "transfer", "departures", "exits",
			"evacuations",
		},
		let = {
			"~allow", "~permit", "~let", "~grant", "~approve", "agree to", "~enable", "~authorise", "~authorize",
			"give", "gives", "giving", "gave", "given", "~offer", "open the door", "~guarantee", "make way for", "help",
			"helping", "helps", "~facilitate", "wave", "waving", "provide", "provides", "providing", "afford",
		},
		avoid = {
			"~avoid", "against", "~spare", "refrain from", "~warn", "warn against", "~opposition", "oppose", "opposed",
			"opposes", "~condemn", "~caution", "~deplore", "~denounce", "~prevent", "~avert", "instead of",
			"rather than", "~decry", "condemnation",
		},
		kill = {
			"~kill", "~eliminate", "~elimination", "~execute", "~execution", "~liquidate", "~liquidation", "~capture",
			"~assassinate", "wipe out", "wiping out", "~slaughter", "~massacre", "~storm", "~bury", "burying",
			"~annihilate", "~annihilation", "~exterminate", "~drown", "~seize", "~destroy", "~finish off", "finish off",
			"finishing off", "~hunt", "put to death", "~starve", "~entomb", "~flood", "~shoot", "~gas", "assault on",
			"attack on", "attacking",
		},
		-- what a text calls a proposal that it has told of
		proposal = {
			"request", "proposal", "offer", "idea", "arrangement", "plan", "deal", "condition", "demand", "move",
			"suggestion", "appeal", "scheme", "formula", "initiative", "notion", "plea", "compromise", "bargain",
			"package", "solution", "step", "project", "text", "draft", "understanding", "accord", "gesture",
			"concession", "option", "overture", "entreaty", "call", "pitch", "exchange", "settlement", "outline",
			"blueprint", "framework", "measure", "prospect", "concept", "proposals", "ideas", "plans", "requests",
			"appeals", "calls",
		},
		bargain = {
			"an arrangement", "a trade", "a swap", "the trade", "the swap", "an exchange", "that exchange", "a deal",
		},
		-- that a party's consent has terms
		terms = {
			"if", "only if", "provided", "provided that", "providing", "providing that", "on condition that",
			"on the condition that", "on condition of", "on the condition", "on one condition", "on two conditions",
			"only after", "only when", "only once", "only against", "only in exchange for", "only in return for",
			"in exchange for", "in return for", "as long as", "so long as", "unless", "until", "not before",
			"conditional on", "conditional upon", "contingent on", "contingent upon", "conditioned on", "subject to",
			"as soon as", "once", "the moment", "hinges on", "hinged on", "hangs on", "depends on", "depended on",
			"dependent on", "in exchange", "in return", "but only", "but not before", "so long",
			"with the proviso that", "assuming", "at the price of", "only for those", "whoever", "anyone who",
			"those who surrender", "those who disarm", "without", "otherwise", "only with", "strings attached",
			"against a commitment", "against a pledge", "against guarantees", "after they surrender",
			"after they disarm", "having first", "after laying down", "after handing over", "after surrendering",
			"unarmed only", "conditions for", "conditionally",
		},
		-- words of terms that state none
		not_terms = {
			"as soon as possible", "without reservation", "without reservations", "without hesitation", "without delay",
			"without condition", "without conditions", "without preconditions", "without bloodshed", "without incident",
			"without harm", "without being", "without saying", "without a shot", "without further", "without precedent",
			"without exception", "even if", "as if", "asked if", "asks if", "see if", "wondered if",
			"on condition of anonymity", "on the condition of anonymity", "condition that he", "condition that she",
			"once again", "once more", "at once", "more than once", "for the first time", "at first",
			"in the first place", "first and foremost", "first of all", "the first time", "first to", "first hour",
			"first week", "first day", "first phase", "who was first", "unless otherwise", "until now",
			"until recently", "until thursday", "was once", "were once", "had once", "what if", "until the end",
		},
		asked = {
			"asked", "urged", "pressed", "pressured", "begged", "told", "requested", "encouraged", "lobbied",
			"called on",
		},
		hinge = {
			"hinges on", "hinge on", "hinged on", "hangs on", "depends on", "depended on", "is conditional",
			"was conditional", "dependent on", "contingent on", "conditional on", "subject to", "comes at a price",
			"comes with conditions", "comes with strings", "made conditional",
		},
		refuse_to = {
			"~refuse to", "~decline to", "refusal to", "unwilling to", "loath to", "~fail to", "has yet to",
			"have yet to", "not prepared to",
		},
		stop_to = {
			"stopped", "~stop", "~cease to", "~cease", "no more",
		},
		exclude = {
			"ruled out", "rule out", "rules out", "ruling out", "~exclude", "~preclude",
		},
		not_exclude = {
			"not rule out", "not ruled out", "n't rule out", "n't ruled out", "not ruling out", "not exclude",
			"n't exclude", "not excluded",
		},
		withdraw = {
			"~withdraw its", "withdrawn its", "withdrew its", "withdrawing its", "~reverse its", "~drop its",
			"dropped its", "dropping its", "drops its", "~abandon its", "abandoned its", "gave up its", "given up its",
			"giving up its", "gives up its", "lifted its", "lifting its", "lift its", "ended its", "end its",
			"overcame its", "shed its", "withdrew their", "dropped their", "lifted their", "withdrawn their",
			"retracted its",
		},
		death = {
			"~death", "~die", "~kill", "killed", "be killed", "bullets", "~grave", "~coffin", "in body bags",
			"body bags", "buried", "be buried", "~bury", "be eliminated", "starve", "rot", "annihilation", "corpses",
			"a bullet", "dead", "to the morgue",
		},
		surrender = {
			"~surrender", "in handcuffs", "handcuffs", "~captivity", "prison", "~jail", "a cell", "give themselves up",
			"~capitulate", "handing themselves over", "hand themselves over", "turn themselves in", "white flag",
			"hands up", "arrest", "a prison cell", "trial", "be tried", "in chains", "~interrogation", "court",
			"a court", "justice",
		},
		only = {
			"only", "must", "either", "choice", "alternative", "nothing but", "nothing except", "no choice but",
			"no option but", "or else", "should", "will", "two options", "have to", "whether",
		},
		tunnel = {
			"~tunnel", "underground", "rafah", "jenina", "~enclave",
		},
		settle = {
			"~solve", "~resolve", "~settle", "~achieve", "~reach",
		},
		settlement = {
			"an agreement", "negotiated outcome", "negotiated solution", "a deal", "a compromise",
			"negotiated settlement", "non-military resolution", "diplomatic solution", "non military resolution",
		},
		disarm = {
			"lay down their arms", "lay down their weapons", "laying down their arms", "laying down their weapons",
			"lay down arms", "lay down weapons", "surrender their weapons", "hand over their weapons",
			"give up their weapons", "unarmed", "without their weapons", "giving up their weapons",
		},
		abroad = {
			"~deportation", "another country", "third country", "~exile", "~deport", "leave the country",
			"foreign country", "country has yet agreed", "any country", "no country",
		},
		clemency = {
			"~clemency", "~immunity", "~amnesty", "~pardon",
		},
		-- what ends the reach of an attitude
		stop = {
			";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told",
		},
		-- what ends the reach of a subject
		clause = {
			";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told", "that",
		},
		remains = {
			"remains", "body", "~repatriation",
		},
		favour = {
			"~favor", "~favour", "~support", "backs", "backed", "backing", "~seek", "~demand", "~request", "~propose",
			"~prefer", "~endorse", "working to secure", "working to arrange", "~want", "push for", "pushing for",
		},
	},
}
