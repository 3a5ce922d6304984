-- Who an attitude belongs to (assay.subject). A word of attitude belongs to the subject before it; what hides a party
-- from it is a preposition, an order that it is given, or that somebody else of it is meant.
local function list(text)
	local words = {}
	for phrase in text:gmatch "[^,]+" do words[#words + 1] = phrase:match "^%s*(.-)%s*$" end
	return words
end

local OFFICES = list "government, cabinet, security cabinet, war cabinet, inner cabinet, administration, presidency, \z
	premier, prime minister, president, vice president, foreign minister, foreign ministry, defence minister, \z
	defense minister, defence ministry, defense ministry, interior ministry, interior minister, finance minister, \z
	chief of staff, general staff, army, military, army chief, intelligence service, intelligence chief, general intelligence service, \z
	intelligence agency, spy chief, spymaster, ambassador, envoy, special envoy, emissary, delegate, delegation, negotiators, negotiating team, negotiator, \z
	chief negotiator, prime minister 's office, president 's office, premier 's office, presidential palace, palace, \z
	state department, defence department, defense department, national security adviser, national security advisor, \z
	national security council, secretary of state, secretary of defence, secretary of defense, ministry, emir, king, crown prince, \z
	minister, general, adviser, advisor, aides, secretary, generals, diplomats, ministers, officials, leaders, spokesman, spokeswoman, spokesperson, embassy, mission, \z
	parliament, military attaché, security chiefs, security services, authorities, kingdom, emirate, capital, leader, chief diplomat, top diplomat, mediators"

-- The offices of a party named before.
local function with_owners(owners)
	local all = {}
	for _, owner in ipairs(owners) do
		for _, office in ipairs(OFFICES) do all[#all + 1] = owner .. " " .. office end
	end
	return all
end

return {
	classes = {
		["subject.pronoun"] = list "they, we, it, he, she, i, my country, my government, our country, our government, its \z
			people, my people, our people, his country, her country, his people, both, others of them, some of them",
		-- What stands for a party named before, by the class of party.
		["subject.group"] = list "the resistance, the islamist movement, the islamist group, the militant group, the armed group, the palestinian movement, the palestinian group, the palestinian faction, the islamist faction, the armed movement, the group 's negotiators, the movement 's negotiators, the group 's delegation, the movement 's delegation, its political bureau, the political bureau, the group 's political bureau, the movement 's political bureau, its delegation, its negotiators, the movement 's armed wing, the military wing, \z
			the group, the movement, the faction, its leadership, \z
			the movement 's leadership, the group 's leadership, its politburo, its armed wing, the group 's armed wing, \z
			the movement 's politburo, its military wing, the armed wing, his movement, her movement, our movement, the leadership, their leadership, own leadership, his leadership, the militants ' leadership, \z
			the group 's leaders, the movement 's leaders, the faction 's leaders, the politburo",
		["subject.state"] = with_owners({ "the", "that country 's", "the country 's" }),
		["subject.owned"] = with_owners { "its", "his", "her", "their", "our", "my" },
		["subject.body"] = list "the organisation, the organization",
		["subject.organisation"] = list "the world body, the world organisation, the world organization, the secretary general, \z
			its secretary general, the secretariat, the organisation 's chief",
		-- Who serves the state that is spoken of.
		["subject.servant"] = list "cabinet member, cabinet minister, minister, ministers, cabinet members, general, generals, \z
			army officer, army officers, security official, security officials, cabinet source, coalition source, government source, \z
			government official, government officials, defence official, defense official, military official, presidential aide",
		-- No party, whosever they are.
		["subject.outsider"] = list "opposition, opponents, critics, analysts, analyst, observers, commentators, commentator, \z
			columnist, columnists, newspaper, newspapers, media, outlets, settlers, families, relatives, protesters, \z
			demonstrators, lawmaker, lawmakers, senator, senators, congressman, congresswoman, congressmen, republican, \z
			republicans, democrat, democrats, residents, rabbis, rabbi, reservists, citizens, voters, experts, expert, \z
			scholars, professor, historian, hawks, hardliners, hard liners, pundits, public, street, activists, \z
			charities, mps, mp, legislator, legislators, parents, mothers, fathers, veterans, journalist, journalists, \z
			both sides, other side, either side, all sides, the two sides, the parties, neither side, each side, the sides, everybody, everyone, \z
			editorial, bereaved, widow, widows, house members, far right, ultranationalists, researchers, researcher, \z
			ex officials, lobby, donors, shopkeepers, poll, polls, survey",
		-- Where a party's own words end and another clause begins.
		["subject.clause"] = list ";, :, said, says, say, but, while, whereas, although, that, which, who",
		-- People of a party who do not speak for it.
		["subject.ranks"] = list "fighter, fighters, gunman, gunmen, militant, militants, operative, operatives, member, members, men, \z
			terrorist, terrorists, combatant, combatants, cadres, gunmen, soldiers, troops, hostages, hostage, captives, prisoners, \z
			tunnel, tunnels, workers, people, civilians, forces, strikes, fire, attacks, tanks, drones, lines, territory, soil, border, controlled, held, \z
			brigade, battalion, unit, units, squad, squads, killers, thugs, jihadists",
		["subject.past"] = list "former, ex, onetime, retired, late",
		["subject.possessive"] = { "'s", "’s", "'", "’" },
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
				.. " | <nobody: @actor> %subject.possessive? (!( @actor | %subject.clause ) _){0,2} %subject.outsider"
				.. " | %subject.outsider ..1 (in | from | of | within) ..1 <nobody: @actor>"
				.. " | @actor %subject.possessive? -? (!( @actor | %subject.clause ) _)? %subject.ranks"
				.. " | %subject.ranks (of | from | in) (the)? @actor"
				.. " | <party: @actor> %subject.possessive? (!( @actor | %subject.clause ) _){0,2} %subject.office (in | at | to) (the)? @actor"
				.. " | %subject.office (in | from | at | to | for) (the)? <party: @actor>"
				.. " | (told | tells | telling | assured | assures | informed | promised | warned | reminded | notified) (!( @actor | %subject.clause ) _){0,2}"
				.. " @actor %role* that? %subject.pronoun"
				.. " | %subject.orders (!( @actor | %subject.clause | to ) _){0,2} @actor %role* (to | that)"
				.. " | %subject.hidden (!( @actor | %subject.clause ) _){0,2} <party: @actor> (!( @actor | %subject.clause | , ) _){0,2} , (who | which | whose)"
				.. " | with the? <party: @actor> %role* =( %clause.participle )"
				.. " | %subject.hidden (!( @actor | %subject.clause | , ) _){0,2} @actor ((, the? @actor){0,3} ,? (and | or) the? @actor)?"
				.. " | @actor %role* (must | should | ought to | has to | have to | needs to | need to | had better)"
				.. " | <nobody: @actor %role*> (!( @actor | %subject.clause | to ) _){0,4} (was | were | been | being | is | are) ..2"
				.. " %subject.ordered (to | by | not | of)"
				.. " | <nobody: %subject.pronoun> (!( @actor | %subject.clause | to ) _){0,4} (was | were | been | being | is | are) ..2"
				.. " %subject.ordered (to | by | not | of)"
				.. " | , (which | who | whose) !( ..1 @actor ) (!( , | ; ) _){0,16} ,"
				.. " | <party: @actor> ((, | and | or | nor)+ the? <party2: @actor> ((, | and | or)+ the? <party3: @actor>)?)? %role*"
				.. " (!( @actor | %subject.clause | %subject.pronoun ) _){0,8} %subject.orders (!( @actor | %subject.clause | to ) _){0,3} @actor %role*"
				.. " ((, | and | or)+ the? @actor)*"
				.. " | <anaphor: (%subject.owned | %subject.pronoun)> (!( @actor | %subject.clause ) _){0,5} %subject.orders (!( @actor | %subject.clause | to ) _){0,3} @actor %role*"
				.. " | <party: @actor> ((, | and | or | nor)+ the? <party2: @actor> ((, | and | or)+ the? <party3: @actor>)?)? %role*"
				.. " | <group: %subject.group> | <group_organisation: %subject.body> | <organisation: %subject.organisation> | <state: %subject.state>"
				.. " | <state: (a | an | one | another | two | several | some) (!( @actor | %subject.clause ) _){0,2} %subject.servant>"
				.. " | <state: (\"Prime\" | \"Foreign\" | \"Defence\" | \"Defense\" | \"Interior\" | \"Finance\" | \"Deputy\")*"
				.. " (\"Minister\" | \"President\" | \"General\" | \"Admiral\" | \"Ambassador\" | \"Colonel\" | \"Brigadier\")>"
				.. " | <anaphor: (%subject.owned | %subject.pronoun)>)",
		},
	},
}
