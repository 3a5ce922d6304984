-- Who takes which position on letting the trapped men out alive, frame by frame. Weights: a position stated or reported
-- outright 1, one that only follows from what is said 0.25 (method: stated 1, inferred 0.25).

-- A denial of one's own consent is a position against; of what one is said to promote, none; of a refusal, consent.
local PROMOTES = {
	negation = "drop", hedge = "keep", condition = "drop", question = "drop", denial = "drop", report = "keep",
}
local CONSENTS = {
	negation = "flip", hedge = "keep", condition = "drop", question = "drop", denial = "drop", report = "keep",
}
local REFUSES = {
	negation = "flip", hedge = "keep", condition = "drop", question = "drop", denial = "flip", report = "keep",
}
local IMPLIED = {
	negation = "keep", hedge = "keep", condition = "keep", question = "drop", denial = "drop", report = "keep",
}
local CONSENTING_TO_ACT = { negation = "drop", hedge = "keep", condition = "keep", question = "drop", denial = "drop", report = "keep" }
local FLAT = { negation = "drop", hedge = "keep", condition = "drop", question = "drop", denial = "drop", report = "keep" }
local TERMS = "(%not_terms | (until | till | before | after) %moment | without =( $ | %edge ) | <at: %terms>)"
local STRICT = "(only if | only after | only when | only once | unless | provided that | on condition that | on the condition that)"
local TOPIC = { "{{out}}", "%men_noun", reach = 30 }
local CONVEYED = "%convey (!( %stop | %cargo ) _){0,3} %men"
local SPOKEN_OF = { "{{out}}", CONVEYED, "(the | this | that | any | such | an | a) ..2 %exit", except = { "{{elsewhere}}" }, reach = 6 }
-- What an attitude without an object is about: the passage, unless the text has spoken of another matter since.
local POINT = { "{{out}}", CONVEYED, "%men_noun", "{{event}}", except = { "{{elsewhere}}" }, reach = 4 }
local TERMS_AFTER = "^ (but | yet | still)? ,? ({{condition}} | %terms_first)"
local WISHED = { "{{out}}", except = { TERMS, "%surrender", "%disarm", "%abroad" }, reach = 4 }
local EXCEPT = "((until | till) %moment | %not_terms | <at: (unless | until | without first | only if | only after | only when | only once | except | as long as | so long as)>)"

return {
	rules = {
		{
			id = "urges", summary = "A party urges another to let the men leave",
			pattern = "<at: %urge> ..12!%stop {{out}}",
			unless = "under (!( %stop ) _){0,2} pressure | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | (was | were | been | being | is | are) ..1 %asked | %urge ..8!%stop %oppose | %urge (!( %stop ) _){0,3} (if | whether)",
			emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "Egypt urged Israel to allow the trapped fighters to leave.", holder = "Egypt", sign = 1 },
					{ "Egypt and Qatar pressed Israel to let the gunmen go.", holder = "Egypt", sign = 1 } },
				no = { "Egypt urged Israel to allow aid trucks into the city." },
			},
		},
		{
			id = "promotes", summary = "A party seeks, demands or proposes that the men leave",
			pattern = "<at: %promote> ..12!%stop {{out}}",
			unless = "(%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | (was | were | been | being | is | are) ..1 %asked | %promote (!( %stop ) _){0,3} (if | whether) | %promote ..5!%stop (%oppose | against)",
			emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "Qatar is working to secure safe passage for the men.", holder = "Qatar", sign = 1 },
					{ "Hamas demands that its members be brought out.", holder = "Hamas", sign = 1 } },
				no = { "Qatar is working to secure safe passage for food convoys." },
			},
		},
		{
			id = "promotes-it", summary = "A party seeks, demands or proposes what the text has spoken of",
			pattern = "<at: %promote> (..9!%stop {{event}} | (!( %stop | %apart ) _){0,1} ({{it}} | {{wish}}))",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 2,
			unless = "that (it | this) | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state)", emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "Egypt rejected safe passage for the men. Qatar is pushing for it.", holder = "Qatar", sign = 1 } },
				no = { "Egypt rejected a new road. Qatar is pushing for it." },
			},
		},
		{
			id = "consents", summary = "A party supports or accepts that the men leave, or lets them",
			pattern = "<at: %consent> ..12!%stop {{out}}",
			terms = TERMS, terms_after = TERMS_AFTER, unless = "(considering | weighing | mulling | studying | examining | discussing | debating | pondering | reviewing | contemplating | consider | weigh | study | examine | discuss | debate) (!( %stop | , ) _){0,4} %consent | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | %consent ..5!%stop %oppose | (denied | denies | denying | deny) ..12!%stop %consent | back (and | to | in | from | into | at | on | up | out)",
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Israel does not support safe passage for the men.", holder = "Israel", sign = -1 },
					{ "Turkey is ready to let the militants go if they disarm.", holder = "Turkey", sign = 1 } },
				no = { "Turkey supports safe passage for food convoys." },
			},
		},
		{
			id = "lets", summary = "A party lets the men leave, or would",
			pattern = "<at: (%let | %remove)> (!( %stop | %cargo | %oppose ) _){0,4} %men"
				.. " (!( %stop | %oppose ) _){0,4} %leave",
			terms = TERMS, terms_after = TERMS_AFTER, unless = "(considering | weighing | mulling | studying | examining | discussing | debating | pondering | reviewing | contemplating | consider | weigh | study | examine | discuss | debate) (!( %stop | , ) _){0,4} (%let | %remove) | (%urge | %promote | %wish) (!( %stop ) _){0,6} (%let | %remove)",
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt will not let the gunmen walk free.", holder = "Egypt", sign = -1 } },
				no = { "Egypt will not let the trucks pass." },
			},
		},
		{
			id = "consents-to-it", summary = "A party supports or accepts what the text has spoken of",
			pattern = "<at: %consent> (..9!%stop {{event}} | (!( %stop | %apart ) _){0,1} ({{it}} | {{wish}}))",
			terms = TERMS, terms_after = TERMS_AFTER, unless = "(considering | weighing | mulling | studying | examining | discussing | debating | pondering | reviewing | contemplating | consider | weigh | study | examine | discuss | debate) (!( %stop | , ) _){0,4} %consent | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | %consent ..2!%stop %oppose | (let | lets) it | (denied | denies | denying | deny) ..12!%stop %consent | back (and | to | in | from | into | at | on | up | out)",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 2,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel has accepted the request.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a new road. Israel has accepted the request." },
			},
		},
		{
			id = "refuses", summary = "A party opposes, rejects or forbids that the men leave",
			pattern = "<at: %oppose> ..10!%stop!%oppose {{out}}",
			terms = TERMS, exceptions = EXCEPT, unless = "(%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | %not_exclude | %oppose (~be | not | no longer)+ to"
				.. " | (%proposal | attempt) ..5!%stop %kill",
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Israel has opposed any safe-passage arrangement.", holder = "Israel", sign = -1 },
					{ "Egypt refused to permit their evacuation.", holder = "Egypt", sign = -1 } },
				no = { "Israel rejected the description of the group." },
			},
		},
		{
			id = "refuses-it", summary = "A party opposes or rejects what the text has spoken of",
			pattern = "<at: %oppose> (..9!%stop {{event}} | (!( %stop | %apart ) _){0,1} ({{it}} | {{wish}}))",
			terms = TERMS, exceptions = EXCEPT, unless = "%oppose_noun (is | was | are | were) (no longer | not) | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state) | %not_exclude | (%proposal | attempt) ..5!%stop %kill",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 2,
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Kushner asked for safe passage. Israel rejected the idea.", holder = "Israel", sign = -1 } },
				no = { "Israel rejected the idea of a longer school year." },
			},
		},
		{
			id = "proposal-it-refused", summary = "A request, offer or condition that a party has rejected",
			pattern = "<it: (%proposal | %demand)> (that | which)? ,? {{party}} (!( @actor | %clause ) _){0,3} <at: %oppose>",
			refers = { it = { "{{passage}}", "{{letting}}" } }, reach = 1,
			emits = { { holder = "holder", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "They want safe passage, a condition Israel has rejected.", holder = "Israel", sign = -1 } },
				no = { "They want a longer truce, a condition Israel has rejected." },
			},
		},
		{
			id = "noun-for", summary = "A party's support for, consent to or demand for passage",
			pattern = "<at: %favour_noun> (for | to | of | that) ..12!%stop {{out}}",
			terms = TERMS, terms_after = TERMS_AFTER,
			unless = "(%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state)", emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt's support for the evacuation of the men is firm.", holder = "Egypt", sign = 1 },
					{ "Turkey withdrew its backing for safe passage.", holder = "Turkey", sign = -1 } },
				no = { "Egypt's support for the evacuation of pilgrims is firm." },
			},
		},
		{
			id = "noun-against", summary = "A party's opposition to passage, or its rejection of it",
			pattern = "<at: %oppose_noun> ..3!%stop (to | of | against)"
				.. " ..5!%stop {{out}}",
						unless = "%oppose_noun ..1 (is | was | are | were | ~be) (no longer | not) | (%urge | %promote | %consent | %favour_noun | %oppose_noun) %closing? (by | from) ..2 (@actor | %subject.state)", emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar voiced its opposition to the transfer of the fighters.", holder = "Qatar", sign = -1 },
					{ "Turkey dropped its objection to safe passage.", holder = "Turkey", sign = 1 } },
				no = { "Qatar voiced its opposition to the transfer of the bank." },
			},
		},
		{
			id = "refused-by", summary = "Passage was rejected by a party",
			pattern = "({{out}} | {{that}}) (!( %stop ) _){0,8} <at: %rejected> (!( %stop | , | %accepted ) _){0,3} by (!( @actor | %stop ) _){0,3} {{party}}",
			refers = { it = TOPIC, event = TOPIC, wish = WISHED }, emits = { { holder = "holder", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Safe passage was again ruled out by Egypt.", holder = "Egypt", sign = -1 } },
				no = { "Safe passage for food convoys was ruled out by Egypt." },
			},
		},
		{
			id = "accepted-by", summary = "Passage was proposed or accepted by a party",
			pattern = "({{out}} | {{that}}) (!( %stop ) _){0,8} <at: %accepted> (!( %stop | , | %rejected ) _){0,3} by (!( @actor | %stop ) _){0,3} {{party}}"
				.. " | %proposal (!( %stop | , ) _){0,3} <at: %accepted> by (!( @actor | %stop ) _){0,3} {{party}} ..10!%stop {{out}}",
			refers = { it = TOPIC, event = TOPIC, wish = WISHED }, emits = { { holder = "holder", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "A safe corridor was proposed by Qatar.", holder = "Qatar", sign = 1 } },
				no = { "A safe corridor for aid was proposed by Qatar." },
			},
		},
		{
			id = "is-bad", summary = "A speaker calls passage unacceptable, a mistake, out of the question",
			pattern = "({{out}} | {{that}}) (!( %stop ) _){0,8} <at: %bad>",
			unless = "%kill (!( %stop ) _){0,12} %bad", refers = { event = TOPIC, it = SPOKEN_OF, wish = WISHED },
			emits = { { holder = "speaker", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt said that safe passage was out of the question.", holder = "Egypt", sign = -1 } },
				no = { "Egypt said that a new road was out of the question." },
			},
		},
		{
			id = "calls-bad", summary = "A party calls passage unacceptable, a mistake, a danger",
			pattern = "(~call | ~consider | ~describe | ~deem | ~regard | ~view | ~see | ~label | ~find"
				.. " | ~brand) ..3!%stop ({{out}} | {{that}} | <it: (that | this)>) (!( %stop ) _){0,8} <at: %bad>",
			refers = { event = TOPIC, it = SPOKEN_OF, wish = WISHED },
			emits = { { holder = "subject", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar considers the departure of the fighters a mistake.", holder = "Qatar", sign = -1 } },
				no = { "Qatar considers the departure of the minister a mistake." },
			},
		},
		{
			id = "is-good", summary = "A speaker calls passage right, necessary or the best way",
			pattern = "({{out}} | {{that}}) (!( %stop | %bad | not ) _){0,6} (is | was | as | be | were | for) ..2 <at: %good>",
			refers = { event = TOPIC, it = SPOKEN_OF, wish = WISHED },
			emits = { { holder = "speaker", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Turkey said that letting the fighters leave was the right thing to do.", holder = "Turkey", sign = 1 } },
				no = { "Turkey said that a new road was the right thing to do." },
			},
		},
		{
			id = "should-go", summary = "A speaker says that the men should be let out",
			pattern = "%men (!( %stop ) _){0,4} (should | must | ought to | (are | is | were) entitled to | (have | has | had) (a | the | every) right to | (deserve | deserves) to | need to | have to | can | may | will | shall | would | %short_will | could) ..3!%stop <at: (be (!( %stop | %oppose ) _){0,3} %moved | %leave"
				.. " | %let (!( %stop ) _){0,3} (%leave | %passage | %exit | clear))>"
				.. " | %men (!( %stop ) _){0,2} (are | is | %short_be) (not | n't | never) (!( %stop ) _){0,1} <at: (%leave | leaving | coming out | being (%moved | %let))>",
			unless = "(should | must | will | may | can) ..3!%stop (%surrender | %leave to)",
			terms = TERMS, terms_after = TERMS_AFTER, emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt said the trapped men should be allowed to leave.", holder = "Egypt", sign = 1 },
					{ "Egypt said the trapped men should not be allowed to leave.", holder = "Egypt", sign = -1 } },
				no = { "Egypt said the trapped men should eat." },
			},
		},
		{
			id = "let-them-go", summary = "A speaker calls for letting the men go",
			pattern = "^ ..3!%oppose <at: (let | get | bring | spare | release | free)>"
				.. " ..1 %men ..2 (go | out | leave | pass | live | home | through)",
			emits = { { holder = "speaker", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "“Let the men go,” Egypt said.", holder = "Egypt", sign = 1 } },
				no = { "“Let the dog go,” a spokesman for Egypt said." },
			},
		},
		{
			id = "no-passage", summary = "A speaker says that there will be no passage",
			pattern = "<at: no> (!( %stop ) _){0,1} (%passage | corridor | convoy | exit | evacuation | (deal | deals | bargain | agreement | mercy | amnesty | pardon | talks | leniency) ..1 (for | with | over) ..2 %men)",
			exceptions = "(unless | if | until | without)", unless = "no ..2 (%passage | corridor | convoy | exit | evacuation) (for | of | to) ..3 %cargo"
				.. " | no (doubt | alternative | objection | objections | problem)",
			emits = { { holder = "voice", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "“There will be no safe passage,” Israel's spokesman said.", holder = "Israel", sign = -1 } },
				no = { "“There will be no safe passage for food convoys,” Israel's spokesman said." },
			},
		},
		{
			id = "sets-terms", summary = "A party sets terms for passage, or wants something else first",
			pattern = "<at: (%setting (!( %stop | %apart ) _){0,4} %condition_noun)> (for | before | to | on | if) ..8!%stop ({{out}} | {{that}})"
				.. " | <at: (%setting (a | an | one | two | three | four | new | another | fresh | further | its own | several)+ (!( %stop | %apart ) _){0,1} (condition | conditions | price | demand | demands | proviso | caveat | stipulation | rider))> <what: %edge>"
				.. " | <at: (%wish | %promote)> (!( %stop | %men ) _){1,8} <what: first> {{end}}"
				.. " | <at: (%wish | %promote | insistence | insists)> (!( %stop ) _){0,6} <what: first> (~hand | ~return | ~give | ~surrender | ~lay | ~deliver | ~release | ~disarm | ~be | ~pay | ~get | ~see | ~receive)",
			refers = { what = POINT, it = SPOKEN_OF, event = TOPIC, wish = WISHED },
			emits = { { holder = "subject", sign = 1, conditional = true } }, on = PROMOTES,
			examples = {
				yes = { { "The fighters wait for safe passage. Egypt wants the money first.", holder = "Egypt", sign = 1 } },
				no = { "The drivers wait for a road. Egypt wants the money first." },
			},
		},
		{
			id = "trades-for", summary = "A party offers something for passage",
			pattern = "(%offering) (!( %stop | %passage | %men ) _){1,12} <at: (in exchange for | in return for | as soon as | once | the moment | only after | only when | only if | if | for)>"
				.. " (!( %stop | , ) _){0,4} ({{out}} | %men (has | have | had | are | were | is) ..1 %moved)",
			supersedes = { "consents", "noun-for", "promotes", "wishes" }, emits = { { holder = "subject", sign = 1 } }, on = CONSENTING_TO_ACT,
			examples = {
				yes = { { "Hamas is ready to hand over the maps in exchange for safe passage.", holder = "Hamas", sign = 1 } },
				no = { "Hamas is ready to hand over the maps in exchange for a new road." },
			},
		},
		{
			id = "wants-in-return", summary = "A party wants something in return for passage",
			pattern = "^ (in return for | in exchange for) ..2 {{out}} , (!( %stop ) _){0,6} <at: (%wish | %promote)> | (%wish | %promote | requires | require | expects | sought) (!( %stop | %passage | %men ) _){1,12} <at: (in exchange for | in return for | as the price for | as the price of | before | as payment for)>"
				.. " (!( %stop | , ) _){0,4} ({{out}} | {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, supersedes = { "wishes", "wishes-it", "promotes", "promotes-it" },
			emits = { { holder = "subject", sign = 1, conditional = true } }, on = PROMOTES,
			examples = {
				yes = { { "Israel wants the maps in return for letting the fighters go.", holder = "Israel", sign = 1 } },
				no = { "Israel wants the maps in return for a new road." },
			},
		},
		{
			id = "would-consider", summary = "A party would consider passage",
			pattern = "(will | would | could | might | may | ready to | willing to | prepared to | open to) ..1!%stop"
				.. " <at: (consider | considering | contemplate | entertain | think about)> (..10!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = TERMS, terms_after = TERMS_AFTER,
			emits = { { holder = "subject", sign = 1, weight = 0.5 } }, on = PROMOTES,
			examples = {
				yes = { { "Israel would consider letting the fighters go.", holder = "Israel", sign = 1 } },
				no = { "Israel would consider letting the lorries go." },
			},
		},
		{
			id = "surrender-or-die", summary = "A party leaves the men only captivity or death",
			pattern = "%only ..8!%clause <at: %surrender> ..4!%clause or ..4!%clause (%death | %staying)"
				.. " | (%only ..8!%clause | (they | %men_noun) (can | may | will)?) <at: (%death | %staying)> ..4!%clause or ..4!%clause %surrender"
				.. " | (they | %men_noun) (can | may | will)? <at: %surrender> or ..2!%clause %death",
			emits = { { holder = "voice", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "The men have two options, surrender or death, Egypt said.", holder = "Egypt", sign = -1 } },
				no = { "The men have two options, tea or coffee, Egypt said." },
			},
		},
		{
			id = "gives-surrender-or-death", summary = "A party says that the men surrender or die",
			pattern = "{{party}} (!( @actor ) _){0,14} %only ..8!%clause <at: %surrender> ..4!%clause or ..4!%clause (%death | %staying)",
			emits = { { holder = "holder", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar insists that the men must surrender or die.", holder = "Qatar", sign = -1 } },
				no = { "Qatar insists that the men must pay or leave." },
			},
		},
		{
			id = "wants-back", summary = "A party wants the men back, out or alive",
			pattern = "<at: (%promote | %wish | rather | prefers | would see | will see)> ..3!%stop %men ..2!%stop (back | out | alive | home | gone)",
			emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "Hamas wants its fighters back alive.", holder = "Hamas", sign = 1 } },
				no = { "Hamas wants its money back." },
			},
		},
		{
			id = "consent-hangs-on", summary = "A party's consent has terms",
			pattern = "(~condition | ~base | ~tie | ~link | ~make) (its | their | his | her | any) <at: (consent | approval | agreement | support | backing | acceptance | blessing | help | cooperation)> ..2 (on | upon | to | conditional) | <at: (consent | approval | agreement | support | backing |"
				.. " acceptance | blessing)> ..2 (conditional | %hinge)",
			refers = { at = TOPIC }, emits = { { holder = "subject", sign = 1, conditional = true } }, on = IMPLIED,
			examples = {
				yes = { { "The fighters wait for safe passage. Egypt's consent depends on money.", holder = "Egypt", sign = 1 } },
				no = { "The drivers wait for a road. Egypt's consent depends on money." },
			},
		},
		{
			id = "says-no", summary = "A party says no to what the text has spoken of",
			pattern = "(~say | ~answer) <at: (no | no.)>",
			refers = { at = POINT }, emits = { { holder = "subject", sign = -1 } }, on = FLAT,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel has said no.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a new road. Israel has said no." },
			},
		},
		{
			id = "says-yes", summary = "A party says yes to what the text has spoken of",
			pattern = "(~say | ~answer) <at: (yes | yes.)>",
			terms = TERMS, terms_after = TERMS_AFTER, refers = { at = POINT }, emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel has said yes.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a new road. Israel has said yes." },
			},
		},
		{
			id = "is-against", summary = "A party is against it, or for it",
			pattern = "(~be | %short_be) (!( @actor | %clause | to ) _){0,3} <at: against>"
				.. " (it | the idea)? ($ | , | . | ;)",
			refers = { at = SPOKEN_OF }, reach = 2, emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Israel plans to let the fighters go. Turkey is against it.", holder = "Turkey", sign = -1 } },
				no = { "Israel plans to build a road. Turkey is against it." },
			},
		},
		{
			id = "urges-to", summary = "A party urges another to accept or refuse that the men leave",
			pattern = "<at: (%urge | %wish)> ..6!%stop (%consent | %promote | %oppose | %let) ..3!%stop ({{out}} | {{that}})",
			unless = "%urge (!( %stop ) _){0,3} (if | whether)",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 2, emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "The fighters ask for safe passage. Qatar urged Israel to accept it.", holder = "Qatar", sign = 1 },
					{ "The fighters ask for safe passage. Qatar urged Israel to reject the idea.", holder = "Qatar", sign = -1 } },
				no = { "The drivers ask for a new road. Qatar urged Israel to accept it." },
			},
		},
		{
			id = "will-have-none", summary = "A party will not hear of passage, has no part in it, says no to it",
			pattern = "<at: %oppose_idiom> ..5!%stop ({{out}} | {{that}})",
			terms = TERMS, exceptions = EXCEPT, refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 2,
			emits = { { holder = "subject", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Israel will not hear of safe passage for the men.", holder = "Israel", sign = -1 } },
				no = { "Israel will not hear of a new road." },
			},
		},
		{
			id = "wants-none", summary = "A party wants or accepts no passage",
			pattern = "(%promote | %consent | %wish) <at: no> (!( %stop ) _){0,2} (%passage | %exit)",
			terms = TERMS, refers = { at = TOPIC },
			emits = { { holder = "subject", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "The men are trapped. Egypt wants no evacuation.", holder = "Egypt", sign = -1 } },
				no = { "The men are trapped. Egypt wants no quarrel." },
			},
		},
		{
			id = "in-the-way", summary = "A party stands in the way, or does not",
			pattern = "<at: (stand | stands | stood | standing | get | gets | got | getting)> in (the | its | their) way",
			terms = TERMS, refers = { at = SPOKEN_OF }, reach = 3,
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel will not stand in the way.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a new road. Israel will not stand in the way." },
			},
		},
		{
			id = "calls-good", summary = "A party calls passage right, necessary or the best way",
			pattern = "(~call | ~consider | ~describe | ~deem | ~regard | ~view | ~see | hold | holds)"
				.. " ..3!%stop ({{out}} | {{that}} | <it: (that | this)>) (!( %stop | %bad ) _){0,6} <at: %good>",
			refers = { event = TOPIC, it = SPOKEN_OF, wish = WISHED },
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar considers the departure of the fighters necessary.", holder = "Qatar", sign = 1 } },
				no = { "Qatar considers the departure of the minister necessary." },
			},
		},
		{
			id = "turns-it-down", summary = "A party turns down, throws out, waves away what the text has spoken of",
			pattern = "<at: %split_oppose> ({{that}} | it | them | {{out}}) (down | out | away | aside | off | back)",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 3, terms = TERMS, exceptions = EXCEPT,
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel turned it down.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a lift. Israel turned it into stairs." },
			},
		},
		{
			id = "nods-it-through", summary = "A party nods, waves, signs through what the text has spoken of",
			pattern = "<at: %split_consent> ({{that}} | it | them) (through | off | up | ahead | forward)",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, reach = 3, terms = TERMS, terms_after = TERMS_AFTER,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel nodded it through.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a lift. Israel nodded it twice." },
			},
		},
		{
			id = "is-for", summary = "A party agrees, is in favour, gives in: to what, the text has said",
			pattern = "<at: %bare_for> {{end}}",
			unless = "(~be) (!( %stop | , ) _){0,2} (accepted | obliged)", terms = TERMS, terms_after = TERMS_AFTER,
			refers = { at = POINT }, emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "The trapped fighters want safe passage. Egypt is in favour.", holder = "Egypt", sign = 1 },
					{ "The trapped fighters want safe passage. Egypt has not agreed.", holder = "Egypt", sign = -1 } },
				no = { "The drivers want a road. Egypt is in favour." },
			},
		},
		{
			id = "no-objection", summary = "A party has no objection: to what, the text has said",
			pattern = "<at: %bare_for_idiom> {{end}}", terms = TERMS, terms_after = TERMS_AFTER,
			refers = { at = POINT }, emits = { { holder = "subject", sign = 1 } }, on = IMPLIED,
			examples = {
				yes = { { "The trapped fighters want safe passage. Egypt would not object.", holder = "Egypt", sign = 1 } },
				no = { "The drivers want a road. Egypt would not object." },
			},
		},
		{
			id = "is-not-for", summary = "A party says no, is opposed, will not budge: on what, the text has said",
			pattern = "<at: %bare_against> {{end}}", terms = TERMS, exceptions = EXCEPT,
			unless = "(%proposal | %bargain) (that | which)? ,? @actor ..2 %bare_against | (was | were | been | being | is | are | be | got) ..1 (refused | declined | blocked) | (not | n't | never) (say | said | saying | object | objected | refuse | refused | decline | declined | balk | balked)", refers = { at = POINT }, emits = { { holder = "subject", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "The trapped fighters want safe passage. The Egyptians were opposed.", holder = "Egypt", sign = -1 } },
				no = { "The drivers want a road. The Egyptians were opposed." },
			},
		},
		{
			id = "gives-it", summary = "A party gives what the text has spoken of its blessing, or short shrift",
			pattern = "(%giving) ({{that}} | it | them | {{out}}) (its | his | her | their | our | a | an | the | full)* <at: %favour_noun>",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED },
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel gave the plan its blessing.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a new road. Israel gave the plan its blessing." },
			},
		},
		{
			id = "gives-it-short-shrift", summary = "A party gives short shrift to what the text has spoken of",
			pattern = "(%giving) ({{that}} | it | them | {{out}}) (its | a | an | the)* <at: %cold_gift>",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED },
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel gave the plan short shrift.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a new road. Israel gave the plan short shrift." },
			},
		},
		{
			id = "which-it-rejected", summary = "Passage, which a party has rejected",
			pattern = "({{out}} | {{that}}) ,? (that | which) ..8!%apart <at: %rejected> {{end}}",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Safe passage, which Egypt had ruled out, is on the table.", holder = "Egypt", sign = -1 } },
				no = { "The road, which Egypt had ruled out, is on the table." },
			},
		},
		{
			id = "which-it-proposed", summary = "Passage, which a party has proposed or accepted",
			pattern = "({{out}} | {{that}}) ,? (that | which) ..8!%apart <at: %accepted> {{end}}",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Safe passage, which Egypt had proposed, makes headlines.", holder = "Egypt", sign = 1 } },
				no = { "The road, which Egypt had proposed, is off the table." },
			},
		},
		{
			id = "support-fades", summary = "A party's support for passage fades",
			pattern = "%favour_noun ..1 (for | to | of) ..5!%stop ({{out}} | {{that}}) (!( %stop ) _){0,8} <at: %fade>",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED },
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			supersedes = { "noun-for", "noun-by", "consents", "consents-to-it", "promotes", "promotes-it", "urges" },
			examples = {
				yes = { { "Egypt's support for safe passage has evaporated.", holder = "Egypt", sign = -1 } },
				no = { "Egypt's support for a new road has evaporated." },
			},
		},
		{
			id = "pressure-of", summary = "A party's pressure or pleading, for what the text has spoken of",
			pattern = "at the ..1!%stop <at: (request | behest | instigation | prompting | urging | initiative | suggestion | bidding | insistence)> of (the)? <holder: @actor> (..25!%stop {{out}} | <what: _>) | <holder: @actor> %subject.possessive? (!( @actor | %stop | , ) _){0,1} <at: %pressing> (..25!%stop {{out}} | <what: _>) | <at: %pressing> (from | by) (the)? <holder: @actor> (..25!%stop {{out}} | <what: _>)",
			refers = { what = POINT }, unless = "%pressing (on | against | over | not)",
			emits = { { holder = "holder", sign = 1, weight = 0.5 } }, on = PROMOTES,
			examples = {
				yes = { { "Israel let the trapped fighters go after weeks of American pressure.", holder = "United States", sign = 1 } },
				no = { "Israel opened the road after weeks of American pressure." },
			},
		},
		{
			id = "conveys", summary = "A party would take the men out, or in",
			pattern = "(would | will | shall | to | could | can | might | may | %short_will | wo) (!( %stop | %men ) _){0,2} <at: %convey> (!( %stop | %cargo | %oppose ) _){0,4} <men: %men>",
			terms = TERMS, terms_after = TERMS_AFTER, unless = "(considering | weighing | mulling | studying | examining | discussing | debating | pondering | reviewing | contemplating | consider | weigh | study | examine | discuss | debate) (!( %stop | , ) _){0,4} %convey | (%urge | %promote | %wish) (!( %stop ) _){0,6} %convey | if ..6 %convey | (denied | denies | denying | deny) ..12!%stop %convey",
			refers = { men = TOPIC }, emits = { { holder = "subject", sign = 1 } }, on = PROMOTES,
			examples = {
				yes = { { "The men are trapped. Turkey would fly the fighters home.", holder = "Turkey", sign = 1 } },
				no = { "The men are trapped. Turkey would fly the flags." },
			},
		},
		{
			id = "opens-way", summary = "A party opens a door, a crossing, a way for the men",
			pattern = "<at: %open> (!( %stop | %cargo ) _){0,3} %way (available)? ..1 (for | to) ..3!%cargo <men: %men> | %way <at: (waiting | on standby | standing by | stood ready | at the ready | fuelled | fueled | ready)> {{end}}",
			terms = TERMS, terms_after = TERMS_AFTER, unless = "(%urge | %promote | %wish) (!( %stop ) _){0,6} %open",
			refers = { men = TOPIC, at = POINT }, emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt would open the crossing to the fighters.", holder = "Egypt", sign = 1 } },
				no = { "Egypt would open the crossing to lorries." },
			},
		},
		{
			id = "so-does", summary = "A party does what another does, or does not",
			pattern = "(so | nor | neither | as) (do | does | did | has | have | had | would | will | is | are | was | were | can | could) (the)? <holder: @actor>"
				.. " | <holder: @actor> %subject.possessive? (%role | %subject.office)* ,? (do | does | did | has | have | had | would | will | is | are | was | were | can | could) (likewise | too | as well | the same | so too) {{end}}"
				.. " | (so | nor | neither | as) (do | does | did | has | have | had | would | will | is | are) (our | his | their | its | my) <holder: @actor>",
			refers = { holder = POINT }, emits = { { holder = "holder", like = 1 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt has accepted safe passage. So has Turkey.", holder = "Turkey", sign = 1 },
					{ "Egypt has rejected safe passage. Nor does Turkey.", holder = "Turkey", sign = -1 } },
				no = { "Egypt has accepted a new road. So has Turkey." },
			},
		},
		{
			id = "does-not", summary = "A party does not what another does",
			pattern = "<holder: @actor> %subject.possessive? (%role | %subject.office)* ,? (who | which)? (do | does | did | has | have | had | would | will | is | are | was | were | can | could) (not | n't) =( $ | %edge )",
			refers = { holder = POINT }, emits = { { holder = "holder", like = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt has accepted safe passage. Turkey has not.", holder = "Turkey", sign = -1 } },
				no = { "Egypt has accepted a new road. Turkey has not." },
			},
		},
		{
			id = "has-backing-of", summary = "Passage has a party's backing",
			pattern = "({{out}} | {{that}}) ,? (!( %stop | %oppose ) _){0,4} (bears | bore | bearing | carries | carried | has | had | have | with | won | wins | enjoys | enjoyed | received | got | under | having)"
				.. " ..2 <at: (%favour_noun | signature | signatures)> (of | from | by) (!( @actor | %stop ) _){0,2} {{party}}",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = TERMS,
			emits = { { holder = "holder", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Safe passage has the support of Egypt.", holder = "Egypt", sign = 1 } },
				no = { "The new road has the support of Egypt." },
			},
		},
		{
			id = "support-in", summary = "Support comes from a party, or opposition",
			pattern = "<at: (received favourably | received favorably | well received | warmly received | welcomed | cheered | greeted with relief | warm reception | support | backing | approval | consent | assent | blessing | endorsement | enthusiasm | sympathy | green light | agreement)> (from | in | among | of | by) (the)? (government of)? {{party}}",
			refers = { at = POINT }, emits = { { holder = "holder", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "The fighters’ safe passage has found support in Cairo.", holder = "Egypt", sign = 1 } },
				no = { "The road has found support in Cairo." },
			},
		},
		{
			id = "opposition-in", summary = "Opposition comes from a party",
			pattern = "<at: (opposition | objection | objections | rejection | refusal | veto | resistance | hostility | disapproval | condemnation | criticism)>"
				.. " (from | in | among | by) (the)? {{party}}",
			refers = { at = POINT }, emits = { { holder = "holder", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "The fighters’ safe passage has met opposition in Cairo.", holder = "Egypt", sign = -1 } },
				no = { "The road has met opposition in Cairo." },
			},
		},
		{
			id = "says-the-same", summary = "A party takes the view of another",
			pattern = "<at: %same>", refers = { at = POINT }, emits = { { holder = "subject", like = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt has rejected safe passage. Turkey took the same view.", holder = "Turkey", sign = -1 } },
				no = { "Egypt has rejected a new road. Turkey took the same view." },
			},
		},
		{
			id = "says-the-contrary", summary = "A party takes another view than another",
			pattern = "<at: %contrary>", refers = { at = POINT }, emits = { { holder = "subject", like = -1 } }, on = PROMOTES,
			examples = {
				yes = { { "Egypt has rejected safe passage. Turkey took the opposite view.", holder = "Turkey", sign = 1 } },
				no = { "Egypt has rejected a new road. Turkey took the opposite view." },
			},
		},
		{
			id = "wishes", summary = "A party wants the men to leave, or does not",
			pattern = "<at: %wish> ..12!%stop {{out}}", unless = "%wish ..5!%stop (%oppose | against)", terms = STRICT,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Hamas wants its men to be allowed to leave.", holder = "Hamas", sign = 1 },
					{ "Hamas does not want its fighters evacuated.", holder = "Hamas", sign = -1 } },
				no = { "Hamas wants lorries to be allowed to leave." },
			},
		},
		{
			id = "wishes-it", summary = "A party wants what the text has spoken of, or does not",
			pattern = "<at: %wish> (..9!%stop {{event}} | (!( %stop | %apart ) _){0,1} ({{it}} | {{wish}}))",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = STRICT,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt rejected safe passage for the men. Qatar had wanted it.", holder = "Qatar", sign = 1 } },
				no = { "Egypt rejected a new road. Qatar had wanted it." },
			},
		},
		{
			id = "sides-with", summary = "A party speaks, votes, stands for it, words between",
			pattern = "<at: %side_verb (!( %apart | %stop | not ) _){0,4} %for_prep> (..8!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = TERMS, terms_after = TERMS_AFTER,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar spoke at length in favour of safe passage.", holder = "Qatar", sign = 1 } },
				no = { "Qatar spoke at length in favour of a new road." },
			},
		},
		{
			id = "sides-against", summary = "A party speaks, votes, stands against it, words between",
			pattern = "<at: %side_verb (!( %apart | %stop | not ) _){0,4} %against_prep> (..8!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, unless = "%against_prep ..6 %kill", terms = TERMS, exceptions = EXCEPT,
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar argued repeatedly against safe passage.", holder = "Qatar", sign = -1 } },
				no = { "Qatar argued repeatedly against a new road." },
			},
		},
		{
			id = "agrees-to", summary = "A party agrees, words between, to it",
			pattern = "<at: %agreeing (!( %apart | %stop ) _){0,5} to> (..8!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = TERMS, terms_after = TERMS_AFTER,
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar agreed at once to safe passage.", holder = "Qatar", sign = 1 } },
				no = { "Qatar agreed at once to a new road." },
			},
		},
		{
			id = "objects-to", summary = "A party objects, words between, to it",
			pattern = "<at: %objecting (!( %apart | %stop ) _){0,5} to> (..8!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = TERMS, exceptions = EXCEPT,
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar objected in strong terms to safe passage.", holder = "Qatar", sign = -1 } },
				no = { "Qatar objected in strong terms to a new road." },
			},
		},
		{
			id = "answers-no", summary = "A party's answer is no",
			pattern = "<at: %answer (!( @actor | but | whether ) _){0,10} (was | is | %stop | of | were | be) (!( @actor | but | not ) _){0,3} %refusing_word> {{end}}",
			refers = { at = POINT }, emits = { { holder = "subject", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel’s answer was a curt no.", holder = "Israel", sign = -1 } },
				no = { "Qatar asked for a new road. Israel’s answer was a curt no." },
			},
		},
		{
			id = "answers-yes", summary = "A party's answer is yes",
			pattern = "<at: %answer (!( @actor | but | whether ) _){0,10} (was | is | %stop | of | were | be) (!( @actor | but | not ) _){0,3} %assenting_word> {{end}}",
			terms = TERMS, terms_after = TERMS_AFTER,
			refers = { at = POINT }, emits = { { holder = "subject", sign = 1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar asked for safe passage. Israel’s answer was yes.", holder = "Israel", sign = 1 } },
				no = { "Qatar asked for a new road. Israel’s answer was yes." },
			},
		},
		{
			id = "wants-them-unharmed", summary = "A party asks that the men come to no harm",
			pattern = "<at: (%urge | %promote | %wish | assurance | assurances | guarantee | guarantees)> (!( %stop ) _){0,8} %men (!( %stop ) _){0,5} %unharmed",
			emits = { { holder = "subject", sign = 1, weight = 0.5 } }, on = PROMOTES,
			examples = {
				yes = { { "Egypt asked for an assurance that the men would not be harmed.", holder = "Egypt", sign = 1 } },
				no = { "Egypt asked for an assurance that the trees would not be harmed." },
			},
		},
		{
			id = "noun-by", summary = "A request, a plan, an offer by a party that the men leave",
			pattern = "(<at: (%favour_noun | %urge)> (by | from | of) (the)? {{party}} (to | for | that | under)"
				.. " | <holder: @actor> (%subject.possessive (!( @actor | %stop | , ) _){0,2})? <at: %favour_noun> (to | for | that | of | under which | by which | (!( %stop ) _){0,4} would | foresees | foresaw | provides for | had | calls for)) (..12!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, terms = STRICT, emits = { { holder = "holder", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "A request by Turkey to grant the fighters a way out is on the table.", holder = "Turkey", sign = 1 } },
				no = { "A request by Turkey to grant the drivers a loan is on the table." },
			},
		},
		{
			id = "refusal-by", summary = "A refusal by a party to let the men leave",
			pattern = "(<at: %oppose_noun> (by | from | of) (the)? {{party}} (to | of)"
				.. " | <holder: @actor> (%subject.possessive (!( @actor | %stop | , ) _){0,2})? <at: %oppose_noun> (to | of | against)) (..12!%stop {{out}} | ..3!%stop {{that}})",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED }, exceptions = EXCEPT, emits = { { holder = "holder", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "The refusal by Turkey to grant the fighters a way out drew protests.", holder = "Turkey", sign = -1 } },
				no = { "The refusal by Turkey to grant the drivers a loan drew protests." },
			},
		},
		{
			id = "verdict-bad", summary = "A quotation that is no more than a verdict against",
			pattern = "^ %opening? (a | an | that is | this is | it is | (that | it) %short_be | sheer | pure | utter | absolute | simply | totally)* <at: %bad> {{end}}",
			refers = { at = POINT }, emits = { { holder = "speaker", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar asked for safe passage. “A disgrace,” said Egypt.", holder = "Egypt", sign = -1 } },
				no = { "Qatar asked for a new road. “A disgrace,” said Egypt." },
			},
		},
		{
			id = "verdict-good", summary = "A quotation that is no more than a verdict in favour",
			pattern = "^ %opening? (a | an | that is | this is | it is | (that | it) %short_be | simply | totally)* <at: %good> {{end}}",
			refers = { at = POINT }, emits = { { holder = "speaker", sign = 1 } }, on = IMPLIED,
			examples = {
				yes = { { "Qatar asked for safe passage. “A solution,” said Egypt.", holder = "Egypt", sign = 1 } },
				no = { "Qatar asked for a new road. “A solution,” said Egypt." },
			},
		},
		{
			id = "resistance-fades", summary = "A party's resistance to what the text has spoken of fades",
			pattern = "%oppose_noun (!( %stop | , ) _){0,8} <at: %fade>", refers = { at = POINT },
			supersedes = { "noun-against", "refusal-by", "refuses", "refuses-it" },
			emits = { { holder = "subject", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "The fighters want safe passage. Egypt's objections have melted away.", holder = "Egypt", sign = 1 } },
				no = { "The drivers want a new road. Egypt's objections have melted away." },
			},
		},
		{
			id = "wants-surrender", summary = "A party wants nothing but surrender",
			pattern = "<at: (%promote | %urge | %wish | nothing but | nothing short of | nothing less than | accept only | other than)> (!( %stop | not ) _){0,3}"
				.. " (unconditional | their | full | complete | total)* (surrender | surrendering | capitulation | capitulate) !( (of | their | its | his | the | all)* (weapons | arms | rifles | guns) )",
			unless = "%oppose (!( %stop ) _){0,5} (demand | call | calls | insistence)", refers = { at = POINT }, emits = { { holder = "subject", sign = -1, weight = 0.5 } }, on = PROMOTES,
			examples = {
				yes = { { "The fighters want safe passage. Israel insists on their surrender.", holder = "Israel", sign = -1 } },
				no = { "The fighters want safe passage. Israel insists on their surrendering their weapons." },
			},
		},
		{
			id = "will-kill", summary = "A party means to kill the men",
			pattern = "(will | shall | vow to | vows to | vowed to | vowing to | going to | pledged to | promised to | swore to | determined to | means to | intends to | resolved to)"
				.. " (!( %stop | not | never | be ) _){0,2} <at: %kill> (!( %stop | %passage ) _){0,4} %men",
			unless = "if ..6 %kill | (warn | warned | warns | fear | fears | feared) ..12 %kill",
			emits = { { holder = "subject", sign = -1, weight = 0.5 } }, on = PROMOTES,
			examples = {
				yes = { { "Israel vowed to eliminate the trapped fighters.", holder = "Israel", sign = -1 } },
				no = { "Israel vowed to eliminate the debt." },
			},
		},
		{
			id = "refuses-refusal", summary = "A party opposes that passage is opposed",
			pattern = "<at: %oppose> ..5!%stop %oppose (..8!%stop {{out}} | ..3!%stop {{that}})", unless = "%not_exclude | (%proposal | attempt) ..5!%stop %kill",
			refers = { it = SPOKEN_OF, event = TOPIC, wish = WISHED },
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Egypt refused to oppose safe passage for the men.", holder = "Egypt", sign = 1 } },
				no = { "Egypt refused to oppose a new road." },
			},
		},
		{
			id = "none-leaves", summary = "A speaker says that none of the men leaves",
			pattern = "(none of | not one of | not one | no | not a single | nobody | no one | never (!( , | %stop ) _){0,3}) (!( %stop | , ) _){0,3} %men?"
				.. " (!( %stop | , ) _){0,3} (will | would | shall | should | must | may | can | could | ought to) (ever | never | be | set | get)*"
				.. " <at: (%leave | %moved | %let | foot | off)>"
				.. " | (none of | not one of | not a single | nobody | no one) (!( %stop | , ) _){0,4} <at: (goes free | leaves | gets out | walks out | walks free | comes out | gets away | goes anywhere | (is | are) (leaving | coming out | going anywhere | getting out))>",
			refers = { at = TOPIC }, terms = TERMS, exceptions = EXCEPT, supersedes = { "should-go", "lets", "consents" },
			emits = { { holder = "voice", sign = -1 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt said that none of the gunmen would walk free.", holder = "Egypt", sign = -1 } },
				no = { "Egypt said that none of the trucks would pass." },
			},
		},
		{
			id = "wants-them-punished", summary = "A party wants the men dead, tried or held",
			pattern = "<at: (%promote | %urge | %wish | prepared to see | willing to see | ready to see | content to see | happy to see | like to see | rather | sooner | deserve | vow | vows | vowed)> (!( %stop ) _){0,4} %men (!( %stop | %leave | not ) _){0,4}"
				.. " (%death | %court | %surrender !( (of | their | its | his)? (weapons | arms | rifles | guns) ))",
			emits = { { holder = "subject", sign = -1 } }, on = REFUSES,
			examples = {
				yes = { { "Qatar wants the fighters tried.", holder = "Qatar", sign = -1 } },
				no = { "Qatar wants the fighters fed." },
			},
		},
		{
			id = "fate", summary = "A speaker says that the men will die, be tried or surrender, and no more",
			pattern = "only (way | road | route | exit | door | ticket | path) (out | home)? (!( %stop ) _){0,6} <at: (%death | %court | %surrender)> | %men (!( %stop ) _){0,3} ((should | must | ought to | have to | will | shall | would | can | could) (!( %stop | not | never | if | unless | once | after | until ) _){0,8} | (leave | come out | go) (!( not | never ) _){0,10})"
				.. " <at: (%death | %court | surrender !( (of | their | its | his | the | all)* (weapons | arms | rifles | guns) ))>",
			unless = "(can | could) ..1 surrender | (escape | escapes | evade | evades | avoid | elude | flee) ..2 %court | (killed | kills | warned | warns | if | fear | feared | fears) ..10 %men | %kill ..4 %men | (none | nobody | no one | not one) (!( %stop ) _){0,14} %court",
			emits = { { holder = "voice", sign = -1 } }, on = PROMOTES,
			examples = {
				yes = { { "The men should face a court, Egypt said.", holder = "Egypt", sign = -1 } },
				no = { "The men should face the sea, Egypt said." },
			},
		},
		{
			id = "divided", summary = "A party is divided over what the text speaks of",
			pattern = "<at: %divided>", unless = "@actor (and | or) the? @actor (!( %stop ) _){0,5} %divided | between ..8 %divided",
			refers = { at = TOPIC },
			emits = { { holder = "subject", sign = 1, weight = 0.5 }, { holder = "subject", sign = -1, weight = 0.5 } },
			on = PROMOTES,
			examples = {
				yes = { { "Safe passage is on the table. Qatar is split over it.", holder = "Qatar", sign = 1 } },
				no = { "A new road is on the table. Qatar is split over it." },
			},
		},
		{
			id = "urges-rather-than-killing", summary = "Who is urged not to kill is thereby said to have that course open",
			pattern = "%urge ..4!%stop <holder: @actor (%role)*> ..40!%stop rather than ..3 <at: %kill>",
			emits = { { holder = "holder", sign = -1, weight = 0.25 } }, on = IMPLIED,
			examples = {
				yes = { { "Egypt pressed Israel to allow them to leave rather than seek their elimination.", holder = "Israel",
					sign = -1 } },
				no = { "Egypt pressed Israel to allow them to leave." },
			},
		},
		{
			id = "passage-is-what", summary = "Passage is what a party demands or rejects",
			pattern = "{{out}} is what {{party}} ..3 <at: (%promote | %consent | %wish)>",
			emits = { { holder = "holder", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Safe passage is what Hamas is demanding.", holder = "Hamas", sign = 1 } },
				no = { "Calm is what Hamas is demanding." },
			},
		},
		{
			id = "offers-letting-out", summary = "A speaker puts forward a way for the men to leave",
			pattern = "<at: (%settlement | resolution | solution | solutions | proposal | corridor | including one)>"
				.. " ..14!%stop %let ..3 %men ..3!%stop %leave",
			emits = { { holder = "speaker", sign = 1 } }, on = CONSENTS,
			examples = {
				yes = { { "Hamas said a resolution could be found by allowing the fighters to leave.", holder = "Hamas",
					sign = 1 } },
				no = { "Hamas said a resolution could be found by allowing aid in." },
			},
		},
		{
			id = "refused-bargain", summary = "A party refused another bargain over the men: an opposition of limited scope",
			pattern = "%bargain " .. "{{party}} ..2 <at: %oppose>",
			near = { "men_noun" }, reach = 0,
			emits = { { holder = "holder", sign = -1, weight = 0.25 } }, on = CONSENTS,
			examples = {
				yes = { { "Egypt offered a body for the trapped operatives, an arrangement Israel refused.", holder = "Israel",
					sign = -1 } },
				no = { "Egypt offered gas for oil, an arrangement Israel refused." },
			},
		},
		{
			id = "rejected-in-headline", summary = "A headline says that a party was asked to spare the men and rejects it",
			pattern = "^ <asks: @actor> ..3 %urge ..4 %avoid %kill ..20!%stop and <rejects: @actor> (%oppose)",
			emits = { { holder = "asks", sign = 1 }, { holder = "rejects", sign = -1 } }, on = CONSENTS,
			examples = {
				yes = { { "Qatar urges Israel to avoid killing the fighters in Rafah and Israel rejects it.", holder = "Qatar",
					sign = 1 } },
				no = { "Qatar urges Israel to avoid delays in Rafah and Israel rejects it." },
			},
		},
		{
			id = "against-killing", summary = "A party urges that the men not be killed, or warns against it",
			pattern = "%men (!( %stop ) _){0,3} (must | should | shall | ought | can | may | would) ..1 (not | never) ..1 <at: (be (%kill | left to die | harmed | starved | abandoned))> | (%urge ..6!%stop not to | <at: %avoid>) ..7!%stop %kill ..4 (%men | %tunnel)",
			emits = { { holder = "subject", sign = 1, weight = 0.5 } }, on = IMPLIED,
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
			supersedes = { "lets", "consents", "conveys" }, emits = { { holder = "first", sign = 1, weight = 0.5 }, { holder = "second", sign = 1, weight = 0.5 } }, on = CONSENTS,
			examples = {
				yes = { { "Israel and Egypt had reached an understanding to remove the trapped fighters.", holder = "Israel",
					sign = 1 } },
				no = { "Israel and Egypt had reached an understanding to remove the rubble." },
			},
		},
		{
			id = "mediates-for-them", summary = "A party mediates or intervenes for the men",
			pattern = "{{party}} ..4!%clause <at: (~mediate | ~intervene | ~intercede)> ..3 (on behalf of | for) ..4 %men_noun",
			emits = { { holder = "holder", sign = 1, weight = 0.5 } }, on = CONSENTS,
			examples = {
				yes = { { "Turkey is mediating on behalf of the trapped people.", holder = "Turkey", sign = 1 } },
				no = { "Turkey is mediating in a trade dispute." },
			},
		},
		{
			id = "asks-for-intervention", summary = "A party asks mediators to step in for its trapped members",
			pattern = "{{party}} ..12 <at: %urge> ..2 @actor to (~intervene | ~mediate)",
			near = { "men_noun" }, reach = 0,
			emits = { { holder = "holder", sign = 1, weight = 0.25 } }, on = CONSENTS,
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
