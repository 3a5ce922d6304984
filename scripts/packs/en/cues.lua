-- Reporting verbs, their forms, what kind of content they take and how far they commit.
-- Forms that are above all nouns (report, state, press, order, call) are left out: they would cut noun phrases.
local classes = {
	["cue.according"] = {
		"according to", "in the words of", "as per", "in a report by", "in the view of", "in the opinion of",
		"as reported by", "as stated by", "as quoted by",
	},
	["cue.adverb"] = {"reportedly", "allegedly", "purportedly", "supposedly"},
	["cue.hearsay"] = {"reportedly"},
	["cue.distancing"] = {"allegedly", "purportedly", "supposedly"},
	["cue.say"] = {},
	["cue.tell"] = {},
	["cue.urge"] = {},
	["cue.object"] = {},
	["cue.participle"] = {},
	["cue.neutral"] = {"according"},
	["cue.assertive"] = {},
	["cue.factive"] = {},
	["cue.denial"] = {},
	["cue.directive"] = {},
	["cue.belief"] = {},
}

local seen = {}

local function put(class, form)
	local key = class .. "\0" .. form
	if not seen[key] then
		seen[key] = true
		table.insert(classes[class], form)
	end
end

local irregular = {
	say = {"says", "said", "saying"},
	tell = {"tells", "told", "telling"},
	write = {"writes", "wrote", "writing"},
	think = {"thinks", "", "thinking"},
	swear = {"swears", "swore", "swearing"},
	admit = {"admits", "admitted", "admitting"},
	beg = {"begs", "begged", "begging"},
	prod = {"prods", "prodded", "prodding"},
	echo = {"echoes", "echoed", "echoing"},
	quip = {"quips", "quipped", "quipping"},
	slam = {"slams", "slammed", "slamming"},
	rebut = {"rebuts", "rebutted", "rebutting"},
	signal = {"", "signaled signalled", "signaling signalling"},
	label = {"", "labeled labelled", "labeling labelling"},
}

-- Third person, past and participle of a regular verb.
local function regular(verb)
	if verb:find("[^aeiou]y$") then
		local root = verb:sub(1, -2)
		return root .. "ies", root .. "ied", verb .. "ing"
	elseif verb:find("e$") then
		return verb .. "s", verb .. "d", verb:sub(1, -2) .. "ing"
	elseif verb:find("[sx]$") or verb:find("[cs]h$") then
		return verb .. "es", verb .. "ed", verb .. "ing"
	end
	return verb .. "s", verb .. "ed", verb .. "ing"
end

-- `verbs` is a list of words; "verb-" leaves out the present forms (nouns above all), "verb<" the past (passive above
-- all). `kinds` are the frames, `commitment` the class of the commitment.
local function add(frames, commitment, verbs)
	for word in verbs:gmatch("%S+") do
		local verb, mark = word:match("^(%a+)([-<]?)$")
		local third, past, participle = regular(verb)
		if irregular[verb] then
			third, past, participle = table.unpack(irregular[verb])
		end
		local finite = (mark == "-" and "" or verb .. " " .. third) .. " " .. (mark == "<" and "" or past)
		for form in finite:gmatch("%S+") do
			for frame in frames:gmatch("%S+") do
				put("cue." .. frame, form)
			end
			put("cue." .. commitment, form)
		end
		for form in participle:gmatch("%S+") do
			put("cue.participle", form)
			put("cue." .. commitment, form)
		end
	end
end

add("say", "neutral", [[
	say add announce write declare explain remark- mention reply report- state- note post- comment- tweet-
	testify clarify elaborate- respond estimate- quip joke- summarize
]])
add("say", "assertive", [[
	insist maintain stress- argue contend assert reiterate emphasize emphasise underline underscore
	affirm repeat- vow swear pledge- promise- warn caution- threaten predict complain lament boast proclaim
	reaffirm
]])
add("say", "distancing", "claim allege")
add("say", "factive", "confirm reveal disclose acknowledge admit concede point- recognize- recognise- verify")
add("say", "denial", "deny")
add("say", "belief", [[
	believe< think expect< hope fear- suspect- assume suggest indicate imply hint- signal- propose-
	speculate recommend anticipate< assess
]])
add("tell", "neutral", "tell inform notify advise")
add("tell", "assertive", "assure remind")
add("urge", "directive", [[
	urge press- demand ask request- order- push- pressure- instruct implore beg exhort encourage
	petition- lobby- prod-
]])
-- With a preposition before the one who is urged: "called on X to".
add("urge object", "directive", "call- plead- appeal-")
add("object", "neutral", [[
	describe cite convey express outline- detail- quote-
	present- characterize characterise raise-
]])
add("object", "assertive", [[
	accuse blame- criticize criticise condemn denounce dismiss slam- praise- hail- link- stress- reiterate
	highlight- underline underscore lament brand- label- decry question- voice- echo- lambast
]])
add("object", "denial", "dispute- refute rebut- contradict")

-- Adjectives behind a form of "be" that report like verbs.
put("cue.say", "adamant")
put("cue.assertive", "adamant")
for _, form in ipairs({"confident", "hopeful", "optimistic", "convinced"}) do
	put("cue.say", form)
	put("cue.belief", form)
end

-- Participles that mostly serve something else.
local dropped = {
	["cue.participle"] = {
		"posting", "ordering", "promising", "presenting", "raising", "detailing", "branding", "questioning", "advising",
		"assessing", "reporting",
	},
}
for class, forms in pairs(dropped) do
	local kept = {}
	for _, form in ipairs(classes[class]) do
		local drop = false
		for _, other in ipairs(forms) do
			drop = drop or form == other
		end
		if not drop then
			kept[#kept + 1] = form
		end
	end
	classes[class] = kept
end

-- Progressive forms stand behind "be" as well: "are pressing X to".
for _, form in ipairs({"pressing", "pressuring", "pushing", "urging", "demanding", "asking"}) do
	put("cue.urge", form)
end

return {classes = classes}
