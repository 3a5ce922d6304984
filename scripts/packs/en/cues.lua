-- Verbs that report what somebody says, thinks, wants or judges: their forms, the frames they stand in (what kind of
-- content they take) and how far they commit. docs/reading/attribution.md describes the frames.
local classes = {
	["cue.according"] = {
		"according to", "in the words of", "as per", "in a report by", "in the view of", "in the opinion of",
		"as reported by", "as stated by", "as quoted by", "in the eyes of",
	},
	["cue.adverb"] = {"reportedly", "allegedly", "purportedly", "supposedly"},
	["cue.hearsay"] = {"reportedly"},
	["cue.distancing"] = {"allegedly", "purportedly", "supposedly"},
	["cue.neutral"] = {"according"},
}
for _, name in ipairs({
	"say", "that", "tell", "urge", "object", "about", "intend", "seem", "participle", "ambiguous", "assertive", "factive",
	"denial", "directive", "belief", "intention",
}) do
	classes["cue." .. name] = {}
end

local seen = {}

local function put(class, form)
	local key = class .. "\0" .. form
	if not seen[key] then
		seen[key] = true
		table.insert(classes[class], form)
	end
end

-- third person, pasts, present participles
local irregular = {
	say = "says said saying", tell = "tells told telling", write = "writes wrote writing", think = "thinks thought thinking",
	swear = "swears swore/sworn swearing", admit = "admits admitted admitting", beg = "begs begged begging",
	prod = "prods prodded prodding", quip = "quips quipped quipping", slam = "slams slammed slamming",
	rebut = "rebuts rebutted rebutting", signal = "signals signaled/signalled signaling/signalling",
	label = "labels labeled/labelled labeling/labelling", know = "knows knew/known knowing", see = "sees saw/seen seeing",
	feel = "feels felt feeling", find = "finds found finding", show = "shows showed/shown showing",
	understand = "understands understood understanding", mean = "means meant meaning", seek = "seeks sought seeking",
	choose = "chooses chose/chosen choosing", refer = "refers referred referring", plan = "plans planned planning",
	blog = "blogs blogged blogging", commit = "commits committed committing", fret = "frets fretted fretting",
	pan = "pans panned panning", rap = "raps rapped rapping", rip = "rips ripped ripping",
	speak = "speaks spoke/spoken speaking", hear = "hears heard hearing", foresee = "foresees foresaw/foreseen foreseeing",
	prefer = "prefers preferred preferring", forget = "forgets forgot/forgotten forgetting",
	infer = "infers inferred inferring", mull = "mulls mulled mulling", bet = "bets bet betting",
	focus = "focuses focused focusing",
}

-- Third person, pasts and participles of a verb.
local function inflect(verb)
	if irregular[verb] then
		return irregular[verb]:match("^(%S+) (%S+) (%S+)$")
	elseif verb:find("[^aeiou]y$") then
		return verb:sub(1, -2) .. "ies", verb:sub(1, -2) .. "ied", verb .. "ing"
	elseif verb:find("e$") then
		return verb .. "s", verb .. "d", (verb:find("ee$") and verb or verb:sub(1, -2)) .. "ing"
	elseif verb:find("[sxz]$") or verb:find("[cs]h$") then
		return verb .. "es", verb .. "ed", verb .. "ing"
	end
	return verb .. "s", verb .. "ed", verb .. "ing"
end

-- Participles that mostly serve something else.
local no_participle = {}
for form in ("posting ordering presenting raising detailing branding advising assessing reporting ruling finding " ..
	"feeling hearing voicing understanding reading leading holding planning " ..
	"supporting seeking speaking attacking endorsing opposing promising continuing maintaining"):gmatch("%S+") do
	no_participle[form] = true
end

-- `verbs` is a list of words; in "verb-" the present forms are nouns as well, in "verb<" the past is left out (passive
-- above all). `frames` are the kinds of content, `commitment` the class of the commitment.
local function add(frames, commitment, verbs)
	for word in verbs:gmatch("%S+") do
		local verb, mark = word:match("^(%a+)([-<]?)$")
		local third, pasts, participles = inflect(verb)
		local function form(text, ...)
			for one in text:gmatch("[^/]+") do
				for frame in frames:gmatch("%S+") do
					put("cue." .. frame, one)
				end
				put("cue." .. commitment, one)
				for _, class in ipairs({...}) do
					put(class, one)
				end
			end
		end
		form(verb .. "/" .. third, mark == "-" and "cue.ambiguous" or nil)
		if mark ~= "<" then
			form(pasts)
		end
		for participle in participles:gmatch("[^/]+") do
			if not no_participle[participle] then
				form(participle, "cue.participle")
			end
		end
	end
end

-- A clause, with or without `that`, before or behind.
add("say", "neutral", [[
	say add write explain remark- mention reply report- state- note- post- comment- tweet- testify clarify elaborate-
	respond quip joke- summarize recall recount observe email- blog- opine muse- reason- theorize
	answer- riff snipe volunteer- crow
	shout yell whisper exclaim interject chant- counter- retort- recite narrate intone deadpan- gush- read
]])
add("say", "assertive", [[
	insist stress- argue contend assert reiterate emphasize emphasise underline underscore affirm repeat- warn
	caution- predict complain lament boast- proclaim reaffirm grumble brag vent- protest- counsel- object- bemoan
]])
add("say", "factive", "confirm reveal disclose acknowledge admit concede point-")
add("say", "distancing", "claim- allege")
add("say", "denial", "deny")
add("say", "belief", "believe think hope- fear- suspect- assume speculate figure- guess-")
add("say object", "neutral", "announce declare ask describe quote-")
for _, form in ipairs({"stated", "stating"}) do
	put("cue.say", form)
	put("cue.neutral", form)
end
put("cue.participle", "stating")
for _, form in ipairs({"backed", "favor", "favour", "favors", "favours"}) do
	put("cue.object", form)
	put("cue.assertive", form)
end

-- Either of them: a bare clause only where it has a verb in sight.
add("say that", "neutral", [[
	show- find indicate demonstrate project- learn decide agree conclude continue maintain suggest estimate-
]])

-- Only with `that`, a question word or quotation marks: the bare forms mostly mean something else.
add("that", "neutral", [[
	discover hear calculate argue determine wonder- imply mean propose-
	recommend illustrate highlight- cite signal- prove warrant- rule- recognise recognize notice realize
	realise remember forget verify ensure see know understand consider judge- imagine infer deem fret worry- doubt-
	dispute- pray anticipate foresee feel expect presume suppose
]])
add("say that", "belief", "suggest")
-- Ways of speaking.
add("say that", "neutral", [[
	confess beam boom- cry- scream- bellow thunder- scoff- sneer- snap- gripe- exult marvel- enthuse fume- sigh- mutter
	whine- chuckle- laugh- mouth- rant-
]])
add("that", "belief", "anticipate foresee feel consider judge- doubt- imagine suppose presume expect")
add("tell", "neutral", "tell inform notify advise remind assure convince persuade")
add("tell", "assertive", "assure remind")
-- Somebody is to do something.
add("urge", "directive", [[
	urge press- demand- ask request- order- push- pressure- instruct implore beg exhort encourage petition- lobby- prod-
	advise persuade command- invite challenge- direct
]])
add("say", "directive", "demand- request- order- urge recommend propose-")
-- With a preposition before the one who is urged: "called on X to".
add("urge object", "directive", "call- plead- appeal-")
-- What somebody wants to do.
add("intend", "intention", [[
	want- plan- hope- intend vow pledge- promise- threaten decide agree refuse decline- offer- seek choose wish- aim-
	prefer propose- expect resolve- long- yearn aspire consent- swear volunteer- opt elect hesitate
	mean
]])
add("say", "assertive", "vow pledge- promise- threaten swear")
add("urge", "belief", "expect")
add("urge", "intention", "want-")
-- A noun phrase: a judgement, a thing said.
add("object", "neutral", [[
	describe cite convey express outline- detail- quote- characterize characterise mention discuss
	recount recall recite reference- propose- portray depict liken compare recommend predict explain reveal disclose
	acknowledge retweet- address- voice- publicize publicise
]])
add("object", "assertive", [[
	accuse blame- criticize criticise condemn denounce dismiss slam- praise- hail- link- stress- reiterate
	highlight- underline underscore lament brand- label- decry question- voice- echo- lambast lambaste blast- bash-
	assail mock deride ridicule castigate chide chastise rebuke- scold berate excoriate attack- defend tout trumpet-
	applaud welcome- extol laud endorse support- oppose reject disavow repudiate
	champion- promise- bemoan deplore savage- disparage belittle thank challenge- warn credit-
	cheer- admire fault- skewer rip- pan- rap- downplay emphasize emphasise
]])
add("object", "denial", "dispute- refute rebut- contradict deny")
add("object", "belief", "prefer doubt- fear- regret- resent- hate- dislike-")
-- A prepositional phrase: a subject talked about.
add("about", "neutral", [[
	refer talk- speak comment- complain joke- boast- brag point- allude ask warn respond elaborate- testify
	worry- fret call- push- argue plead- lobby- campaign- advocate- agree disagree object- react muse- rail- know
	think dream-
]])
-- How something looks, to nobody in particular.
add("seem", "hearsay", "seem appear")

-- Progressive forms stand behind "be" as well: "are pressing X to".
for _, form in ipairs({"pressing", "pressuring", "pushing", "urging", "demanding", "asking"}) do
	put("cue.urge", form)
end

return {classes = classes}
