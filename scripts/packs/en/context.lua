-- Cues that open a scope of negation, hedging, condition or denial, and the words that close one.
-- Past forms; present forms that are nouns too stay out.
local verbs = {}
for word in ([[
	abandoned accepted achieved acted agreed aimed allowed answered appeared approved arrested arrived attacked attempted
	backed became began blocked broke brought built called came captured carried caused ceased changed chose closed
	collapsed continued controlled crossed decided declined defended delayed delivered demanded denied died dropped ended
	endorsed entered expelled faced failed fell fled followed forced fought found gained gathered gave got granted grew
	halted happened held helped hid hit hosted ignored insisted issued joined kept killed knew landed lasted launched led
	left lifted lived lost made met moved negotiated occurred offered opened opposed passed paid planned posted prevented
	promised proposed protested proved pulled pursued pushed put ran reached received refused rejected released remained
	removed replaced resigned resumed returned revealed rose ruled sank sealed seized sent served shut signed spoke spent
	started stayed stepped stood stopped struck succeeded suffered supported surrendered suspended took tried turned
	voted waited walked wanted warned went withdrew won worked wrote
	agrees accepts refuses rejects remains wants needs continues becomes comes goes takes gives makes keeps gets brings
	says knows seems allows begins fails happens means meets opposes remains stays tries uses
]]):gmatch "%S+" do
	verbs[#verbs + 1] = word
end

-- Those that carry on a sentence behind a comma.
local participles = {}
for word in ([[
	accusing adding affirming alleging allowing arguing asking asserting blaming bringing calling causing citing claiming
	confirming criticising criticizing declaring demanding denying describing emphasising emphasizing ending explaining
	expressing forcing giving hoping insisting killing leaving leading making meaning noting pledging pointing pressing
	promising quoting raising referring refusing rejecting repeating reporting saying seeking sending signaling signalling
	stating stressing suggesting telling threatening trying urging vowing warning wounding
]]):gmatch "%S+" do
	participles[#participles + 1] = word
end

local function join(first, second)
	return table.move(second, 1, #second, #first + 1, first)
end

-- Predicates that speak of what stands on either side: "a deal is unlikely", "it is unlikely that …".
local hedging = {
	"~be unlikely", "~be likely", "remains unlikely", "remained unlikely", "seems unlikely", "seemed unlikely",
	"looks unlikely", "looked unlikely", "~be possible", "remains possible", "remained possible", "~be probable",
	"~be unclear", "remains unclear", "remained unclear", "~be uncertain", "remains uncertain", "remained uncertain",
	"~be conceivable", "~be doubtful", "remains doubtful", "~be expected", "~be not certain", "~be n't certain",
	"~be not likely", "~be n't likely", "~be thought", "~be believed",
}
local negating = { "~be impossible", "remains impossible", "~be not possible", "~be n't possible", "~be unthinkable",
	"~be inconceivable" }

return {
	classes = {
		["negation"] = join({
			"not", "n't", "never", "no", "without", "neither", "nor", "none", "nobody", "nothing", "nowhere", "cannot",
			"no longer", "no one", "rather than", "instead of", "far from", "hard to imagine", "difficult to imagine",
			"hard to see", "difficult to see", "failed to", "fails to", "fail to", "failing to", "unable to",
			"unwilling to", "stopped short of", "short of", "lack of", "lacks", "lacked", "by no means", "no such",
			"not any", "not yet", "zero", "scant", "hardly any", "little appetite", "little support", "little enthusiasm", "under no circumstances", "no way",
		}, negating),
		["negation.pseudo"] = {
			"not only", "not just", "not merely", "not simply", "not necessarily", "no doubt", "no less than",
			"no fewer than", "no more than", "not least", "not to mention", "no later than", "no matter", "not rule out",
			"n't rule out", "not ruled out", "n't ruled out", "not ruling out", "n't ruling out", "without doubt",
			"without question", "nothing but", "nothing less than", "nothing short of", "no sooner", "none other than",
			"if not", "whether or not", "or not", "not until", "no wonder", "no alternative to", "no alternative but",
			"no choice but", "no option but", "no way around", "no way round", "no other way", "no better way", "no substitute for", "cannot rule out", "not surprisingly",
			"not long", "why not", "not unlike", "not alone in", "not without", "not an option", "not on the table", "could not be independently verified",
			"could not be verified",
			"not in the cards", "not on the cards", "not the only",
		},
		["negation.after"] = join({
			"~be ruled out", "~be out of the question", "remains out of the question", "remained out of the question",
			"~be off the table", "remains off the table", "remained off the table", "~be not an option", "~be n't an option",
			"~be no option", "~be not on the table", "~be n't on the table", "~be not in the cards", "~be nowhere in sight",
			"~be a non starter", "never happened", "never materialized",
			"never materialised", "failed to materialize", "failed to materialise", "did not happen", "did n't happen",
			"will not happen", "wo n't happen", "~be not going to happen", "~be n't going to happen", "came to nothing",
			"fell through",
		}, negating),
		["hedge"] = join({
			"might", "may", "could", "likely", "probably", "possibly", "perhaps", "reportedly", "apparently", "allegedly",
			"purportedly", "supposedly", "presumably", "seemingly", "maybe", "seem", "seems", "seemed", "appear", "appears",
			"appeared", "expected", "expects", "expect", "potentially", "potential", "possible", "tentative", "tentatively",
			"conceivably", "arguably", "unlikely", "unclear", "uncertain", "considering", "considers", "considered",
			"mulling", "weighing", "in principle", "in theory", "believed", "thought to", "said to", "is believed",
			"suggests", "suggested", "signs that", "signs of", "not rule out", "n't rule out", "not ruled out",
			"n't ruled out", "hopes", "hope", "hoped", "hoping", "so called", "alleged", "purported", "presumed",
		}, hedging),
		["hedge.after"] = join({
			"~be in doubt", "remains in doubt", "remained in doubt", "~be not ruled out", "~be n't ruled out",
			"cannot be ruled out", "can not be ruled out", "could not be ruled out", "~be an option",
			"remains an option", "remained an option", "~be in the cards", "~be on the cards",
			"could not be independently verified", "could not be verified", "~be unconfirmed", "remains unconfirmed",
			"remained unconfirmed",
		}, hedging),
		["hedge.pseudo"] = {
			"as possible", "as soon as possible", "as many as possible", "possible only", "may #", "# may", "in may",
			"on may", "last may", "since may", "hardly possible", "considered to be", "may day", "as much as possible",
		},
		["condition"] = {
			"if", "unless", "provided that", "providing that", "on condition that", "on the condition that",
			"on condition of", "only after", "only if", "only when", "only once", "in exchange for", "in return for",
			"as long as", "so long as", "once", "conditional on", "conditional upon", "conditioned on", "contingent on",
			"contingent upon", "subject to", "in the event that", "in the event of", "assuming", "assuming that",
			"depending on", "dependent on", "depends on", "not until", "in case", "without first",
			"only in exchange for", "only in return for", "if and when", "with the proviso that", "in case of",
		},
		["condition.pseudo"] = {
			"even if", "as if", "if not", "if anything", "if only", "what if", "at once", "once again", "once more",
			"once and for all", "more than once", "for once", "even when", "if ever", "up until",
			"on condition of anonymity", "on the condition of anonymity", "on condition that they not be named",
			"on condition that he not be named", "on condition that she not be named", "on condition they not be named",
			"on condition he not be named", "until now", "until recently", "was once", "were once", "had once", "ask if",
			"asked if", "asks if", "asking if", "wonder if", "wonders if", "wondered if", "see if", "once described",
			"unless otherwise",
		},
		["question"] = { "whether", "asked if", "asks if", "asking if", "wonder if", "wonders if", "wondered if", "see if" },
		["question.pseudo"] = { "whether or not" },
		["denial"] = {
			"denied", "deny", "denies", "denying", "refuted", "refutes", "refute", "refuting", "rebutted", "rebuts",
			"disputed", "disputes", "disputing", "rejected the claim", "rejected claims", "rejected the claims",
			"rejects the claim", "rejects claims", "reacted angrily to reports", "bristled at reports", "bristled at suggestions",
			"dismissed talk", "dismissed rumours", "dismissed rumors", "scotched reports", "shot down reports", "rubbished reports",
			"brushed off reports", "brushed aside reports", "brushed aside suggestions", "batted away reports", "knocked down reports",
			"poured cold water on reports", "no truth in", "dismisses talk", "dismisses reports", "quashed rumours", "quashed rumors", "rejecting claims", "rejected the notion", "rejects the notion",
			"rejected the suggestion", "rejected the allegation", "rejected allegations", "rejects allegations",
			"rejected the accusation", "rejected accusations", "rejected reports", "rejected a report", "rejected the report",
			"dismissed the claim", "dismissed claims", "dismissed the claims", "dismissed reports", "dismissed the report",
			"dismissed a report", "dismissed the allegation", "dismissed allegations", "dismissed the suggestion",
			"dismissed suggestions", "dismisses claims", "dismissing claims", "dismissing reports", "called false",
			"there is no truth", "no truth to", "contradicted", "contradicts", "debunked",
		},
		["denial.after"] = {
			"~be denied", "~be refuted", "~be debunked", "~be rebutted", "~be disputed", "~be contradicted", "~be false",
			"~be untrue", "~be baseless", "~be fabricated", "~be not true", "~be n't true", "~be unfounded",
			"~be dismissed as false", "~be dismissed as baseless", "~be dismissed as propaganda", "~be rejected as false",
			"~be rejected as baseless",
		},
		["denial.pseudo"] = {
			"~be denied entry", "~be denied access", "~be denied permission", "~be denied bail",
			"denied entry", "denied access", "denied permission", "denies access", "deny access", "denying access",
			"deny entry", "denied bail", "disputed territory", "disputed territories", "disputed area", "disputed areas",
			"disputed border", "not deny", "n't deny", "not denied", "n't denied", "neither confirmed nor denied",
			"neither confirm nor deny", "confirm or deny", "confirmed or denied", "confirming or denying",
		},
		["scope.end"] = {
			"but", "however", "although", "though", "which", "while", "whilst", "yet", "except", "whereas", "because",
			"despite", "nevertheless", "nonetheless", "who", "apart from", "aside from",
		},
		-- Words that open a clause whatever follows, and those that do if a verb follows: they are prepositions too.
		["clause.subordinate"] = {
			"if", "unless", "because", "although", "though", "even though", "even if", "while", "whilst", "whereas", "when",
			"whenever", "where", "wherever", "lest", "provided that", "providing that", "on condition that",
			"on the condition that", "as long as", "so long as", "as soon as", "in case", "in the event that", "assuming that",
			"so that", "now that", "only if", "only when", "as if", "as though",
		},
		["clause.perhaps"] = { "after", "before", "since", "until", "till", "once", "as", "than" },
		["clause.subject"] = { "he", "she", "they", "we", "i", "it", "there" },
		["condition.inverted"] = { "should", "had", "were" },
		["clause.participle"] = participles,
		-- Finite forms, beside auxiliaries and reporting verbs, by which a clause is told from a phrase.
		["clause.verb"] = verbs,
	},
}
