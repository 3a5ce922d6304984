-- Words of the question. Every entry holds for every actor. The country whose troops are in question stands in two
-- lexicons, `contributor` and `guests`, and nowhere else.
local adjective = "turkish"
local names = { "turkey", "türkiye", "turkiye", "ankara", "turks", "the turks", "erdoğan", "erdogan" }
local soldiers = {
	"troops", "troop", "soldiers", "soldier", "peacekeepers", "contingent", "contingents", "battalion", "battalions",
	"brigade", "brigades", "forces", "force",
	"army", "military", "personnel", "units", "boots", "officers",
}
local parts = {
	"presence", "participation", "role", "involvement", "deployment", "inclusion", "contribution", "membership",
	"part",
}

local function prefixed(prefixes, nouns)
	local list = {}
	for _, prefix in ipairs(prefixes) do
		for _, noun in ipairs(nouns) do list[#list + 1] = prefix .. " " .. noun end
	end
	return list
end

local function joined(...)
	local list = {}
	for _, part in ipairs { ... } do table.move(part, 1, #part, #list + 1, list) end
	return list
end

local troops = joined(soldiers, parts)

return {
	lexicons = {
		contributor = joined({ adjective }, names),
		guests = prefixed({ adjective, "armed " .. adjective, "turkey's", "ankara's" }, troops),
		troops = troops,
		soldiers = soldiers,
		force = {
			"stabilisation force", "stabilization force", "international force", "multinational force",
			"peacekeeping force",
			"peace force", "task force", "isf", "the force", "a force", "this force", "that force", "such a force",
			"the mission",
			"peacekeeping mission", "gaza force",
		},
		strip = { "gaza", "strip", "enclave" },
		favour = {
			"~favor", "~favour", "~support", "back", "backs", "backed", "backing", "~want", "~wish", "~welcome",
			"~endorse",
			"~accept", "agree to", "agrees to", "agreed to", "agreeing to", "~approve", "~allow", "~permit",
			"let in", "open to",
			"~propose", "~seek", "would like", "~prefer", "live with", "love to see",
			"like to see", "glad to see", "happy to see", "call for", "calls for", "called for", "calling for",
			"push for", "pushes for", "pushed for", "pushing for",
		},
		urge = {
			"~urge", "~press", "~pressure", "~push", "~ask", "~encourage", "~lobby", "~persuade", "~call", "~lean",
			"pressure on",
		},
		consent = {
			"agree to", "~accept", "~allow", "~permit", "~let", "~approve", "~admit", "~include", "~welcome",
			"agree on",
		},
		oppose = {
			"~oppose", "~opposition", "~reject", "~rejection", "~refuse", "~refusal", "~block", "~veto",
			"ruled out", "rules out", "rule out",
			"ruling out", "~resist", "~object", "~objection", "objection to", "objections to", "turned down",
			"turns down",
			"said no to", "says no to", "against", "~rebuff", "~exclude", "keep out", "keeps out", "~bar",
		},
		prepare = { "~train", "~prepare", "~assemble", "~recruit", "~earmark", "picked", "~ready", "stood up" },
		-- The language pack reads these as no negation: what is not ruled out is open.
		leaves_open = {
			"not rule out", "not ruled out", "not ruling out", "n't rule out", "n't ruled out", "cannot rule out",
		},
		offer = {
			"~offer", "~want", "~wish", "ready to", "prepared to", "willing to", "~volunteer", "will", "would",
			"~plan", "~pledge",
			"~promise", "agreed to", "agrees to", "~recruit", "~intend", "~seek", "~hope", "~decide", "~insist",
			"eager to", "keen to",
			"set to", "are to", "is to", "were to",
		},
		join = {
			"~join", "take part", "takes part", "taking part", "took part", "~participate", "~send", "~contribute",
			"~deploy",
			"~provide", "be part of", "being part of", "serve in", "serving in",
		},
		give_up = {
			"give up", "gives up", "giving up", "given up", "gave up", "~abandon", "~withdraw", "withdrew",
			"withdrawn", "~renounce",
			"~drop",
		},
		place = {
			"a place", "a part", "a role", "a presence", "having a presence", "its offer", "its bid", "a seat",
			"its demand",
		},
		admit = {
			"~include", "part of", "~allow", "~admit", "~welcome", "~invite", "let in", "present in", "acceptable",
		},
		shut_out = {
			"~exclude", "kept out", "~bar", "shut out", "left out", "kept away", "unacceptable", "a red line",
			"out of the question",
			"not welcome", "a non-starter", "off the table",
		},
		opposed_by = {
			"opposed by", "rejected by", "vetoed by", "blocked by", "ruled out by", "unacceptable to",
			"a red line for",
			"refused by", "unwelcome to", "out of the question for",
		},
		favoured_by = {
			"backed by", "supported by", "welcomed by", "acceptable to", "endorsed by", "approved by", "sought by",
		},
		proposal = {
			"idea", "the idea", "proposal", "the proposal", "request", "the request", "the plan", "the offer",
			"such a move",
			"such a step", "the suggestion", "the demand", "any such deployment",
		},
		stop = { ";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told" },
		country = {
			"his country", "her country", "the country", "its army", "his army", "his government", "its forces",
		},
		say = { "~say", "said", "~insist", "~announce", "~declare", "~add", "~repeat" },
		provided = {
			"if", "only if", "provided", "providing", "on condition", "as long as", "unless", "on the condition",
			"so long as",
		},
		elsewhere = { "outside", "elsewhere", "instead" },
		halt = { ".", ",", ";" },
		contrast = { ";", ":", "but", "while", "whereas", "although" },
		-- what ends the reach of a subject
		clause = {
			";", ":", "said", "says", "say", "but", "while", "whereas", "although", "told", "that",
			"he", "she", "it", "they", "we",
		},
	},
}
