-- Who takes which position on troops of the country in question (%contributor) in the force. Joining the force oneself
-- is a position only for that country; for the others it is a claim. Weights: stated 1, inferred 0.25.

local STATED = {
	negation = "flip", hedge = "keep", condition = "condition", question = "drop", denial = "drop", report = "keep",
}

-- That somebody does not ask for a thing says nothing.
local AFFIRMED = {
	negation = "drop", hedge = "keep", condition = "condition", question = "drop", denial = "drop", report = "keep",
}

-- A role can be any role: the force or its soldiers are named nearby.
local SOLDIERS = { "force", "soldiers" }

return {
	macros = {
		-- The party that acts: its mention with the nouns behind it; a pronoun stands for the speaker.
		party = "<holder: @actor (%role)* | they | we | it | he | she>",
		-- The country in question, as the party that acts, or that says of itself what it does.
		contributor = "=(%contributor) <holder: @actor (%role)*> (..2 %say ..3!%contrast (it | they | he | she | %country))?",
		-- Its troops, or their part in the force.
		guests = "(%guests | %contributor ..2!%clause %troops | %troops ..2 (from | of | by) %contributor"
			.. " | %contributor (to | from)? (be | being)? (%join | %admit) ..3!%stop %force"
			.. " | %contributor (in | inside) ..1 %force)",
		favours = "{{party}} ..7!%clause <at: %favour> ..6!%stop {{guests}}",
		opposes = "{{party}} (..8!%clause!%leaves_open | ..10!%say!%leaves_open but ..2!%leaves_open) <at: %oppose>"
			.. " ..6!%stop {{guests}}",
		offers = "{{contributor}} ..6!%clause (%offer ..8!%stop %join ..6!%stop (%force | %soldiers)"
			.. " | %prepare ..8!%stop %force | %favour ..2!%stop (%place | in | into) ..3!%stop %force)",
	},
	rules = {
		{
			id = "favours-troops", summary = "A party wants, supports or would accept the troops",
			pattern = "{{favours}}",
			unless = "%oppose ..4 {{guests}} | {{guests}} ..5!%stop %elsewhere"
				.. " | @actor to %favour ..6!%stop {{guests}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = {
					{ "Qatar supports Turkish participation in the force.", holder = "Qatar", sign = 1 },
					{ "Egypt will not accept Turkish soldiers in Gaza.", holder = "Egypt", sign = -1 },
				},
				no = { "Qatar supports Turkish schools abroad.", "Does Israel accept Turkish troops?",
					"Jordan proposed that Turkish troops be stationed outside the Strip." },
			},
		},
		{
			id = "on-condition", summary = "A party would accept the troops, or send its own, on a condition",
			pattern = "(%provided ..10!%stop %halt then? ({{favours}} | {{offers}})"
				.. " | ({{favours}} | {{offers}}) ..8!%stop %provided)",
			near = { "force", "strip", "guests" }, reach = 3,
			emits = { { holder = "holder", sign = 1, conditional = true } }, on = STATED,
			supersedes = { "favours-troops", "offers-own-troops" },
			examples = {
				yes = {
					{ "Egypt would accept Turkish troops only if they came unarmed.", holder = "Egypt", sign = 1 },
					{ "Turkey will send troops to the force provided that it has a mandate.", holder = "Turkey", sign = 1 },
					{ "If others left, Turkey would send troops to the force.", holder = "Turkey", sign = 1 },
				},
				no = { "Egypt would accept Turkish troops, whatever happens." },
			},
		},
		{
			id = "presses-for-troops", summary = "A party urges another to let the troops in",
			pattern = "{{party}} ..5!%clause <at: (%urge | %favour)> ..1!%stop @actor ..4!%stop %consent ..4!%stop {{guests}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = AFFIRMED, supersedes = { "favours-troops" },
			examples = {
				yes = { { "Egypt is pressing Israel to agree to a Turkish contingent.", holder = "Egypt", sign = 1 } },
				no = { "Egypt is pressing Israel to agree to a longer truce.", "Egypt is not pressing Israel to accept Turkish troops." },
			},
		},
		{
			id = "opposes-troops", summary = "A party opposes, rejects or vetoes the troops",
			pattern = "{{opposes}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = {
					{ "Israel has vetoed the deployment of Turkish units.", holder = "Israel", sign = -1 },
					{ "Jordan has no objection to Turkish troops.", holder = "Jordan", sign = 1 },
				},
				no = { "Israel has vetoed a Turkish resolution.", "Israel rejects Turkey's role in the talks." },
			},
		},
		{
			id = "leaves-open", summary = "A party has not ruled the troops out",
			pattern = "{{party}} (..8!%clause | ..10!%say but ..2) <at: %leaves_open> ..5!%stop {{guests}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1, weight = 0.25 } }, on = STATED,
			examples = {
				yes = { { "Egypt has not ruled out a Turkish contingent.", holder = "Egypt", sign = 1 } },
				no = { "Egypt has ruled out a Turkish contingent." },
			},
		},
		{
			id = "drops-objection", summary = "A party gives up its objection to the troops",
			pattern = "{{party}} ..5!%clause <at: %give_up> ..2!%stop %oppose ..6!%stop {{guests}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED, supersedes = { "opposes-troops" },
			examples = {
				yes = {
					{ "Egypt dropped its objections to Turkish troops.", holder = "Egypt", sign = 1 },
					{ "Egypt has not given up its opposition to Turkish troops.", holder = "Egypt", sign = -1 },
				},
				no = { "Egypt dropped its objections to Turkish films." },
			},
		},
		{
			id = "second-favours", summary = "A party favours the troops together with another that is named first",
			pattern = "@actor (%role)* and {{favours}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Egypt and Qatar back Turkish involvement in the force.", holder = "Qatar", sign = 1 } },
				no = { "Egypt and Qatar back Turkish films." },
			},
		},
		{
			id = "second-opposes", summary = "A party opposes the troops together with another that is named first",
			pattern = "@actor (%role)* and {{opposes}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Egypt and Jordan reject Turkish involvement in the force.", holder = "Jordan", sign = -1 } },
				no = { "Egypt and Jordan reject Turkish films." },
			},
		},
		{
			id = "there-will-be-none", summary = "A speaker says that there will be no such troops",
			pattern = "there (%modal | is | are) be? no {{guests}}",
			emits = { { holder = "speaker", sign = -1 } },
			on = {
				negation = "keep", hedge = "keep", condition = "drop", question = "drop", denial = "flip", report = "keep",
			},
			near = { "force", "strip" }, reach = 3,
			examples = {
				yes = { { "There will be no Turkish soldiers in Gaza, Egypt said.", holder = "Egypt", sign = -1 } },
				no = { "There will be no Turkish films in Gaza, Egypt said." },
			},
		},
		{
			id = "offers-own-troops", summary = "The country in question offers its troops or wants to join",
			pattern = "{{offers}}",
			near = { "force", "strip" }, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = {
					{ "Turkey is ready to send troops to the stabilisation force.", holder = "Turkey", sign = 1 },
					{ "Turkey will not send troops to the stabilisation force.", holder = "Turkey", sign = -1 },
				},
				no = { "Jordan is ready to send troops to the stabilisation force.", "Turkey is ready to send doctors to Gaza." },
			},
		},
		{
			id = "gives-up-place", summary = "The country in question gives up, or does not give up, a place in the force",
			pattern = "{{contributor}} ..4!%clause <at: %give_up> ..4!%stop (%place | %force | {{guests}})",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED, supersedes = { "offers-own-troops" },
			examples = {
				yes = {
					{ "Turkey has not given up on a place in the force.", holder = "Turkey", sign = 1 },
					{ "Turkey withdrew its offer to join the force.", holder = "Turkey", sign = -1 },
				},
				no = { "Egypt withdrew its offer to join the force." },
			},
		},
		{
			id = "should-be-included", summary = "A speaker says that the troops should be part of the force",
			pattern = "({{guests}} | %contributor) ..3!%clause (%modal | must | cannot) not? ..1!%stop be?"
				.. " <at: (%admit | %join | play ..3 (part | role))> ..4!%stop (%force | %strip)",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "speaker", sign = 1 } }, on = STATED,
			examples = {
				yes = {
					{ "Qatar said Turkish soldiers must be part of the mission.", holder = "Qatar", sign = 1 },
					{ "Israel said Turkish soldiers should not be allowed in Gaza.", holder = "Israel", sign = -1 },
				},
				no = { "Qatar said Turkish aid must be allowed in Syria." },
			},
		},
		{
			id = "should-be-kept-out", summary = "A speaker says that the troops should be kept out, or would be unacceptable",
			pattern = "({{guests}} | %contributor) ..4!%clause (be | been | is | are | was | were) <at: %shut_out>",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "speaker", sign = -1 } }, on = STATED, supersedes = { "should-be-included" },
			examples = {
				yes = { { "Egypt said Turkish troops should be kept out of the force.", holder = "Egypt", sign = -1 } },
				no = { "Egypt said Turkish troops should be kept informed." },
			},
		},
		{
			id = "troops-opposed-by", summary = "The troops are rejected by a party, or a red line for it",
			pattern = "{{guests}} ..6!%clause <at: %opposed_by> {{party}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Turkish participation in the force is a red line for Israel.", holder = "Israel", sign = -1 } },
				no = { "Turkish participation in the force is a topic for Israel." },
			},
		},
		{
			id = "troops-favoured-by", summary = "The troops are backed by a party, or acceptable to it",
			pattern = "{{guests}} ..6!%clause <at: %favoured_by> {{party}}",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = {
					{ "Turkish participation in the force is backed by Qatar.", holder = "Qatar", sign = 1 },
					{ "A Turkish role in the force is not acceptable to Egypt.", holder = "Egypt", sign = -1 },
				},
				no = { "Turkish participation in the force is discussed by Qatar." },
			},
		},
		{
			id = "which-it-opposes", summary = "The troops, which a party opposes",
			pattern = "{{guests}} %halt? (which | that | something) {{party}} ..3!%clause <at: %oppose>",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Turkish participation, which Egypt rejects, is the knot of the force.", holder = "Egypt", sign = -1 } },
				no = { "Turkish participation, which Egypt debated, is the knot of the force." },
			},
		},
		{
			id = "which-it-favours", summary = "The troops, which a party favours",
			pattern = "{{guests}} %halt? (which | that | something) {{party}} ..3!%clause <at: %favour>",
			near = SOLDIERS, reach = 3,
			emits = { { holder = "holder", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Turkish participation, which Egypt supports, is the knot of the force.", holder = "Egypt", sign = 1 } },
				no = { "Turkish participation, which Egypt debated, is the knot of the force." },
			},
		},
		{
			id = "takes-up-proposal", summary = "A party rejects the idea of the troops that was put forward before",
			pattern = "{{party}} ..5!%clause <at: %oppose> ..3!%stop %proposal",
			near = { "guests" }, reach = 2,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Qatar asked for Turkish troops. Israel rejected the idea.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a longer truce. Israel rejected the idea." },
			},
		},
		{
			id = "proposal-rejected-by", summary = "The idea of the troops that was put forward before is rejected by a party",
			pattern = "%proposal ..4!%clause <at: %opposed_by> {{party}}",
			near = { "guests" }, reach = 2,
			emits = { { holder = "holder", sign = -1 } }, on = STATED,
			examples = {
				yes = { { "Qatar asked for Turkish troops. The request was rejected by Israel.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a longer truce. The request was rejected by Israel." },
			},
		},
		{
			id = "will-it-happen", summary = "A speaker says of the troops that this will, or will not, happen",
			pattern = "(this | that | it) ..5!%stop happen",
			near = { "guests" }, reach = 1,
			emits = { { holder = "speaker", sign = 1 } }, on = STATED,
			examples = {
				yes = { { "Qatar asked for Turkish troops. “This will not happen,” said Israel.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for trucks. “This will not happen,” said Israel." },
			},
		},
	},
}
