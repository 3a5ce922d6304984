-- Who takes which position on letting the trapped men out alive. Weights: a position stated or reported outright 1,
-- one that only follows from what is said 0.25 (method: stated 1, inferred 0.25).

local STATED = {
	negation = "flip", hedge = "keep", condition = "keep", question = "drop", denial = "keep", report = "keep",
}
local IMPLIED = {
	negation = "keep", hedge = "keep", condition = "keep", question = "drop", denial = "drop", report = "keep",
}

-- The party that acts: its mention with the nouns behind it; a pronoun stands for the speaker.
local PARTY = "<holder: @actor (%role)* | they | we | it | the group | the movement>"

return {
	rules = {
		{
			id = "urges-letting-out", summary = "A party urges another to let the men leave",
			pattern = PARTY .. " ..6!%clause %urge ..9!%stop <at: %let> ..9!%stop (%passage | %leave)",
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Egypt urged Israel to allow the trapped fighters to leave.", holder = "Egypt", sign = 1 } },
				no = { "Egypt urged Israel to allow aid trucks into the city." },
			},
		},
		{
			id = "urges-rather-than-killing", summary = "Who is urged not to kill is thereby said to have that course open",
			pattern = "%urge ..4!%stop <holder: @actor (%role)*> ..40!%stop rather than ..3 %kill",
			emits = { { holder = "holder", sign = -1, weight = 0.25 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt pressed Israel to allow them to leave rather than seek their elimination.", holder = "Israel",
					sign = -1 } },
				no = { "Egypt pressed Israel to allow them to leave." },
			},
		},
		{
			id = "favours-passage", summary = "A party seeks, demands or supports passage",
			pattern = PARTY .. " ..7!%clause <at: %favour> ..7!%stop %passage",
			unless = "(%oppose | ~pressure) ..3 %passage",
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Qatar is working to secure safe passage for the men.", holder = "Qatar", sign = 1 },
					{ "Israel does not support safe passage for the men.", holder = "Israel", sign = -1 } },
				no = { "Qatar is working to secure the release of aid." },
			},
		},
		{
			id = "wants-them-out", summary = "A party wants the men to be allowed to leave",
			pattern = PARTY
				.. " ..6!%clause <at: (%favour | believe | demanded | demands | expects)> ..6!%stop %men ..5!%stop %leave",
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "The United States would like the militants to leave for another country.", holder = "United States",
					sign = 1 } },
				no = { "The United States would like the trucks to be searched." },
			},
		},
		{
			id = "should-be-let-out", summary = "A speaker says that the men should be allowed to leave",
			pattern = "%men ..4 should not? be <at: %let> to %leave",
			emits = { { holder = "speaker", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Egypt said the trapped men should be allowed to leave.", holder = "Egypt", sign = 1 },
					{ "Egypt said the trapped men should not be allowed to leave.", holder = "Egypt", sign = -1 } },
				no = { "Egypt said the trapped men should be allowed to eat." },
			},
		},
		{
			id = "passage-is-what", summary = "Passage is what a party demands or rejects",
			pattern = "%passage is what " .. PARTY .. " ..3 <at: %favour>",
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Safe passage is what Hamas is demanding.", holder = "Hamas", sign = 1 } },
				no = { "Calm is what Hamas is demanding." },
			},
		},
		{
			id = "offers-corridor", summary = "A speaker puts forward a corridor by which the men leave",
			pattern = "<at: safe corridor> ..4 %men ..3!%stop %leave",
			emits = { { holder = "speaker", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Qatar suggested that a safe corridor by which the fighters go back to their areas could help.",
					holder = "Qatar", sign = 1 } },
				no = { "Qatar suggested that a safe corridor for aid could help." },
			},
		},
		{
			id = "offers-letting-out", summary = "A speaker puts forward a way for the men to leave",
			pattern = "<at: (%settlement | resolution | solution | solutions | proposal | corridor | including one)>"
				.. " ..14!%stop %let ..3 %men ..3!%stop %leave",
			emits = { { holder = "speaker", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Hamas said a resolution could be found by allowing the fighters to leave.", holder = "Hamas",
					sign = 1 } },
				no = { "Hamas said a resolution could be found by allowing aid in." },
			},
		},
		{
			id = "prefers-transfer", summary = "A party prefers moving the men elsewhere to killing them",
			pattern = PARTY .. " ..6!%clause (preference for | preferred | prefers) ..4 %remove ..3 %men",
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Egypt's preference for transferring the fighters to another country stands.", holder = "Egypt", sign = 1 } },
				no = { "Egypt's preference for transferring the aid by sea is known." },
			},
		},
		{
			id = "opposes-passage", summary = "A party opposes, rejects or refuses passage",
			pattern = PARTY .. " ..8!%clause <at: %oppose> ..5!%stop (%passage | %let ..4 %passage | to allow ..5 %leave)",
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Israel has opposed any safe-passage arrangement.", holder = "Israel", sign = -1 },
					{ "Egypt refused to permit their evacuation.", holder = "Egypt", sign = -1 } },
				no = { "Israel rejected the description of the group." },
			},
		},
		{
			id = "opposes-proposal", summary = "A party rejects the idea, request or offer that was to let the men out",
			pattern = PARTY .. " ..6!%clause <at: %oppose> ..3!%stop %proposal",
			near = { "passage", "leave", "men_noun" }, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Kushner asked for safe passage. Israel rejected the idea.", holder = "Israel", sign = -1 } },
				no = { "Israel rejected the idea of a longer school year." },
			},
		},
		{
			id = "proposal-it-rejected", summary = "A condition, request or offer that a party has rejected",
			pattern = "%proposal that? " .. PARTY .. " ..3 <at: %oppose>",
			near = { "passage" }, reach = 1,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "They want safe passage, a condition Israel has rejected.", holder = "Israel", sign = -1 } },
				no = { "They want a longer truce, a condition Israel has rejected." },
			},
		},
		{
			id = "refused-bargain", summary = "A party refused another bargain over the men: an opposition of limited scope",
			pattern = "%bargain " .. PARTY .. " ..2 <at: %oppose>",
			near = { "men_noun" }, reach = 0,
			emits = { { holder = "holder", sign = -1, weight = 0.25 } }, on = STATED,
			examples = {
				yes = { { "Egypt offered a body for the trapped operatives, an arrangement Israel refused.", holder = "Israel",
					sign = -1 } },
				no = { "Egypt offered gas for oil, an arrangement Israel refused." },
			},
		},
		{
			id = "rejected-in-headline", summary = "A headline says that a party was asked to spare the men and rejects it",
			pattern = "^ <asks: @actor> ..3 %urge ..4 %avoid %kill ..20 and <rejects: @actor> (%oppose)",
			emits = { { holder = "asks", sign = 1 }, { holder = "rejects", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Qatar urges Israel to avoid killing the fighters in Rafah and Israel rejects it.", holder = "Qatar",
					sign = 1 } },
				no = { "Qatar urges Israel to avoid delays in Rafah and Israel rejects it." },
			},
		},
		{
			id = "against-killing", summary = "A party urges that the men not be killed, or warns against it",
			pattern = PARTY .. " ..7!%clause <at: %avoid> ..7!%stop %kill ..4 %men",
			emits = { { holder = "holder", sign = 1, weight = 0.5 } }, on = IMPLIED,
			examples = {
				yes = { { "The mediators warned against killing the group.", holder = "mediators", sign = 1 } },
				no = { "The mediators warned against killing time." },
			},
		},
		{
			id = "killing-hard-to-imagine", summary = "A speaker finds it hard to imagine that the men are simply killed",
			pattern = "hard to (imagine | see) ..5 <at: %kill> ..2 %men",
			emits = { { holder = "speaker", sign = 1, weight = 0.25 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt said it was hard to imagine Israel killing them.", holder = "Egypt", sign = 1 } },
				no = { "Egypt said it was hard to imagine a longer war." },
			},
		},
		{
			id = "settlement-possible", summary = "A speaker says that the matter can be settled by agreement",
			pattern = "(could | can | may) be <at: %settle> ..2 %settlement",
			emits = { { holder = "speaker", sign = 1, weight = 0.25 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt said the matter could be resolved through an agreement.", holder = "Egypt", sign = 1 } },
				no = { "Egypt said the matter could be discussed." },
			},
		},
		{
			id = "understanding-reached", summary = "Two parties are reported to have an understanding to get the men out",
			pattern = "<first: @actor> (and | with) <second: @actor> ..5 (understanding | agreement | deal)"
				.. " ..2 (to | on) (%remove | %let) ..4 %men",
			emits = { { holder = "first", sign = 1, weight = 0.5 }, { holder = "second", sign = 1, weight = 0.5 } }, on = STATED,
			examples = {
				yes = { { "Israel and Egypt had reached an understanding to remove the trapped fighters.", holder = "Israel",
					sign = 1 } },
				no = { "Israel and Egypt had reached an understanding to remove the rubble." },
			},
		},
		{
			id = "mediates-for-them", summary = "A party mediates or intervenes for the men",
			pattern = PARTY .. " ..4!%clause <at: ~mediate> ..3 (on behalf of | for) ..4 %men_noun",
			emits = { { holder = "holder", sign = 1, weight = 0.5 } }, on = STATED,
			examples = {
				yes = { { "Turkey is mediating on behalf of the trapped people.", holder = "Turkey", sign = 1 } },
				no = { "Turkey is mediating in a trade dispute." },
			},
		},
		{
			id = "asks-for-intervention", summary = "A party asks mediators to step in for its trapped members",
			pattern = PARTY .. " ..12 <at: %urge> ..2 @\"mediators\" to ~intervene",
			near = { "men_noun" }, reach = 0,
			emits = { { holder = "holder", sign = 1, weight = 0.25 } }, on = STATED,
			examples = {
				yes = { { "Hamas said its members hold out and urged mediators to intervene.", holder = "Hamas", sign = 1 } },
				no = { "Hamas urged mediators to keep talking." },
			},
		},
		{
			id = "expects-letting-out", summary = "A speaker expects and works for an agreement that lets the men leave",
			pattern = "<at: (expected | expects | hopes | hoped)> ..8!%stop (agreement | deal)"
				.. " ..8 (%let ..4 %men ..3 %leave | %men ..2 (could | can | may) ..2 %leave)",
			emits = { { holder = "speaker", sign = 1, weight = 0.25 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar said it expected an agreement that would permit the trapped fighters to leave.",
					holder = "Qatar", sign = 1 } },
				no = { "Qatar said it expected an agreement on trade." },
			},
		},
	},
}
