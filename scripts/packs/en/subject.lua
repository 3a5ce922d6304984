-- Who an attitude belongs to (assay.subject). A word of attitude belongs to the subject before it; what hides a party
-- from it is a preposition, an order that it is given, or that somebody else of it is meant.
local function list(text)
	local words = {}
	for phrase in text:gmatch "[^,]+" do words[#words + 1] = phrase:match "^%s*(.-)%s*$" end
	return words
end

return {
	classes = {
		["subject.pronoun"] = list "they, we, it, he, she, i, my country, my government, our country, our government, its \z
			people, my people, our people, his country, her country, his people, both, others of them, some of them",
		-- What stands for a party named before, by the class of party.
		["subject.group"] = list "the group, the movement, the organisation, the organization, the faction, its leadership, \z
			the movement 's leadership, the group 's leadership, its politburo, its armed wing, the group 's armed wing, \z
			the movement 's politburo, its military wing, the armed wing, his movement, her movement, our movement, the militants ' leadership, \z
			the group 's leaders, the movement 's leaders, the faction 's leaders, the politburo",
		["subject.state"] = list "the government, the cabinet, the kingdom, the emirate, the administration, the presidency, \z
			the premier, the prime minister, the president, the vice president, the foreign minister, the foreign ministry, \z
			the defence minister, the defense minister, the defence ministry, the defense ministry, the interior ministry, \z
			the interior minister, the finance minister, the chief of staff, the general staff, the intelligence service, \z
			the intelligence chief, the security cabinet, the war cabinet, the ambassador, the prime minister 's office, \z
			the president 's office, the premier 's office, his government, her government, its government, \z
			its prime minister, its president, its premier, its foreign minister, its foreign ministry, its ambassador, its envoy, \z
			its defence minister, its defense minister, its defence ministry, its army, its military, its intelligence chief, \z
			its intelligence service, its diplomats, its generals, its officials, its leaders, its parliament, the presidential palace, \z
			the state department, the defence department, the defense department, the national security adviser, \z
			the national security advisor, the vice-president, the secretary of state, the ministry, the emir, its emir, \z
			the general intelligence service, the military, the generals, the secretary of defence, \z
			its cabinet, its security cabinet, its secretary of state, its presidency, its king, the king, its military attaché",
		["subject.organisation"] = list "the world body, the world organisation, the world organization, the secretary general, \z
			its secretary general, the secretariat, the UN chief",
		-- No party, whosever they are.
		["subject.outsider"] = list "opposition, opponents, critics, analysts, analyst, observers, commentators, commentator, \z
			columnist, columnists, newspaper, newspapers, media, outlets, settlers, families, relatives, protesters, \z
			demonstrators, lawmaker, lawmakers, senator, senators, congressman, congresswoman, congressmen, republican, \z
			republicans, democrat, democrats, residents, rabbis, rabbi, reservists, citizens, voters, experts, expert, \z
			scholars, professor, historian, hawks, hardliners, hard liners, pundits, public, street, activists, \z
			charities, mps, mp, legislator, legislators, parents, mothers, fathers, veterans, journalist, journalists, \z
			editorial, bereaved, widow, widows, house members, far right, ultranationalists, researchers, researcher, \z
			ex officials, lobby, donors, shopkeepers, poll, polls, survey",
		-- Where a party's own words end and another clause begins.
		["subject.clause"] = list ";, :, said, says, say, but, while, whereas, although, that, which, who",
		["subject.past"] = list "former, ex, onetime, retired, late",
		["subject.office"] = list "minister, ministry, spokesman, spokeswoman, spokesperson, official, officials, president, \z
			premier, ambassador, envoy, army, military, government, cabinet, intelligence, chief, adviser, advisor, diplomat, \z
			diplomats, delegate, delegation, negotiator, negotiators, secretary, staff, general, generals, emir, presidency, \z
			leadership, leader, leaders, statement, office, department, agency, service, team, side, authorities, mission",
		-- Prepositions that hide a party; `of` does not ("the government of").
		["subject.hidden"] = list "in, on, at, with, to, from, by, between, among, about, over, against, toward, towards, near, \z
			under, inside, outside, after, before, since, despite, during, along, alongside, than, via, through, into, unlike, like, \z
			besides, without, for, amid, within, behind, across, beyond, around, off, as well as, together with, including, \z
			thanks to, because of, according to, instead of, rather than, not",
		-- What one party has another do; whoever is told to is no holder of it.
		["subject.orders"] = list "~urge, ~press, ~pressure, ~push, call on, calls on, called on, calling on, call upon, calls upon, \z
			called upon, ~ask, ~encourage, ~implore, ~lobby, ~persuade, ~convince, ~beg, ~entreat, ~exhort, ~advise, ~tell, \z
			~order, ~instruct, ~want, ~expect, ~warn, ~request, ~require, ~force, ~compel, ~help, ~allow, ~permit, ~let, ~appeal, \z
			would like, ~invite, ~command, ~nudge, ~prod, ~coax, ~prevail, ~counsel, ~recommend, ~petition, ~plead, ~lean on, leaned on, \z
			leaning on, leant on, lean on, ~inform, ~notify, ~assure, ~demand, ~beseech, ~admonish, ~challenge, ~dare, ~direct, \z
			~caution, ~remind, ~thank, ~promise, ~offer, ~get, make, makes, made, making, have, insist that, insists that, insisted that",
		["subject.ordered"] = list "urged, pressed, pressured, pushed, called on, called upon, asked, encouraged, implored, \z
			lobbied, persuaded, convinced, begged, told, ordered, instructed, expected, warned, requested, required, forced, \z
			compelled, allowed, invited, supposed, advised, obliged, meant, accused, reported, rumoured, rumored, scheduled",
	},
	macros = {
		subject = {
			"(%subject.past (!( @actor ) _){0,2} <nobody: @actor>"
				.. " | <nobody: @actor> (' s | ')? (!( @actor | %subject.clause ) _){0,2} %subject.outsider"
				.. " | %subject.outsider ..1 (in | from | of | within) ..1 <nobody: @actor>"
				.. " | %subject.office (in | from | at) (the)? <party: @actor>"
				.. " | %subject.hidden (!( @actor | %subject.clause ) _){0,2} @actor ((, | and | or)+ the? @actor)*"
				.. " | <nobody: @actor %role*> (!( @actor | %subject.clause | to ) _){0,4} (was | were | been | being | is | are) ..2"
				.. " %subject.ordered (to | by | not)"
				.. " | <party: @actor> ((, | and | or | nor)+ the? <party2: @actor> ((, | and | or)+ the? <party3: @actor>)?)? %role*"
				.. " (!( @actor | %subject.clause | %subject.pronoun ) _){0,8} %subject.orders (!( @actor | %subject.clause | to ) _){0,3} @actor %role*"
				.. " ((, | and | or)+ the? @actor)*"
				.. " | <anaphor: %subject.pronoun> (!( @actor | %subject.clause ) _){0,5} %subject.orders (!( @actor | %subject.clause | to ) _){0,3} @actor %role*"
				.. " | <party: @actor> ((, | and | or | nor)+ the? <party2: @actor> ((, | and | or)+ the? <party3: @actor>)?)? %role*"
				.. " | <group: %subject.group> | <organisation: %subject.organisation> | <state: %subject.state>"
				.. " | <anaphor: %subject.pronoun>)",
		},
	},
}
