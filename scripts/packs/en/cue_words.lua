-- Nouns and adjectives that report: "the claim that", "a plan to", "confident that".
local function list(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
	end
	return words
end

local function nouns(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
		if word:find("[^aeou]y$") then
			words[#words + 1] = word:sub(1, -2) .. "ies"
		elseif word:find("is$") then
			words[#words + 1] = word:sub(1, -3) .. "es"
		elseif word:find("[sx]$") or word:find("[cs]h$") then
			words[#words + 1] = word .. "es"
		else
			words[#words + 1] = word .. "s"
		end
	end
	return words
end

return {
	classes = {
		-- with `that`, or with `to` and a verb
		["cue.noun"] = nouns([[
			claim statement belief hope plan promise pledge vow threat demand request call suggestion assertion contention
			allegation accusation argument idea view notion assumption concern fear worry doubt expectation prediction
			decision desire wish intention proposal refusal announcement admission acknowledgement acknowledgment warning
			complaint suspicion conviction confidence opinion insistence assurance conclusion report rumor rumour recommendation
			declaration concession confirmation denial theory speculation indication feeling eagerness
			willingness reluctance determination offer vote bid willingness plea appeal charge
		]]),
		-- forms of "be" and those that stand in its place before an adjective or a passive participle
		["copula"] = list([[
			be am is are was were been being 's 're 'm remain remains remained seem seems seemed feel feels felt become becomes
			became get gets got sound sounds sounded appear appears appeared stay stays stayed
		]]),
		["cue.adjective"] = list([[
			confident hopeful optimistic convinced certain sure adamant clear aware worried concerned glad happy proud sorry
			afraid angry surprised eager unwilling reluctant determined skeptical sceptical doubtful pleased
			disappointed grateful keen anxious hesitant supportive critical dismissive opposed committed open inclined
			excited furious wary fearful positive mindful insistent unaware unsure unclear interested
		]]),
		["cue.belief"] = list([[
			confident hopeful optimistic convinced certain sure aware worried concerned afraid skeptical sceptical doubtful
			wary fearful belief view opinion hope fear assumption expectation concern conviction
		]]),
		["cue.intention"] = list([[
			eager unwilling reluctant determined keen committed plan plans intention intentions desire decision
			refusal bid willingness
		]]),
		["cue.assertive"] = list("adamant insistent claim"),
		["cue.distancing"] = list("allegation allegations accusation accusations rumor rumors rumour rumours"),
		["interrogative"] = list("what how why who which whom whose when where if whether"),
		-- stand before what an indirect attribution is about, and are part of its cue
		["cue.preposition"] = list("about of on for to over against with at"),
		-- what somebody may say is not said
		["modal"] = list("will would may might could should can must shall ought 'll 'd wo ca"),
		-- no source of anything
		["cue.nobody"] = list("you there here him them us me"),
		["predicative"] = {"as", "to"},
	},
}
