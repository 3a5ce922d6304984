-- What names are made of, and who is spoken of without one.
local function list(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
	end
	return words
end

-- Singular and plural; "x/y" gives the plural, "x/" has none.
local function nouns(text)
	local words = {}
	for word in text:gmatch("%S+") do
		local singular, plural = word:match("^(.-)/(.*)$")
		if not singular then
			singular = word
			if word:find("[^aeou]y$") then
				plural = word:sub(1, -2) .. "ies"
			elseif word:find("[sx]$") or word:find("[cs]h$") then
				plural = word .. "es"
			else
				plural = word .. "s"
			end
		end
		words[#words + 1] = singular
		if plural ~= "" then
			words[#words + 1] = plural
		end
	end
	return words
end

local persons = nouns([[
	official spokesperson/spokespeople spokesman/spokesmen spokeswoman/spokeswomen speaker source envoy emissary
	ambassador diplomat consul minister president premier chancellor secretary undersecretary deputy vice/ prime/ chief
	chairman/chairmen chairwoman/chairwomen chairperson chair director governor mayor mediator negotiator adviser advisor
	aide analyst expert observer commentator researcher scholar academic professor economist historian scientist doctor
	physician lawyer attorney prosecutor judge justice/ lawmaker legislator senator congressman/congressmen
	congresswoman/congresswomen representative delegate parliamentarian politician leader dictator ruler commissioner
	officer commander general lieutenant colonel captain sergeant admiral brigadier marshal corporal major
	prince/ princess/ king/ queen/ emperor/ emir sultan sheikh imam ayatollah cleric pope/ archbishop bishop cardinal
	patriarch rabbi reverend father/ sister/ brother/ saint/ insider activist campaigner journalist reporter
	correspondent editor columnist anchor author writer executive businessman/businessmen businesswoman/businesswomen
	entrepreneur investor banker coordinator administrator manager founder co-founder coach owner counterpart nominee
	candidate actor actress singer director composer engineer inventor philosopher mathematician physicist
	chemist biologist linguist composer player striker goalkeeper midfielder sir/ lord/ lady/ dame/ mr/ mrs/ ms/ miss/ dr/
	presenter host/ pilot policeman/policemen policewoman/policewomen detective inspector sheriff colleague/
]])

return {
	classes = {
		["person.role"] = persons,
		["person.modifier"] = list([[
			senior top high-ranking high-level ranking former ex acting current outgoing incoming new deputy unnamed
			anonymous unidentified local foreign defence defense security intelligence military political diplomatic
			government state national federal chief leading prominent veteran fellow then western regional well-placed
			informed interior finance justice health economy energy trade police army naval judicial medical presidential
			multiple several two three
		]]),
		["person.past"] = list("former ex ex- then onetime late"),
		["person.male"] = list([[
			he him himself mr. mr sir lord king prince emperor sheikh pope spokesman chairman congressman businessman father
			brother actor policeman
		]]),
		["person.female"] = list([[
			she her herself mrs. mrs ms. ms miss lady dame queen princess spokeswoman chairwoman congresswoman businesswoman
			actress sister policewoman
		]]),
		-- Religions, parties, eras and the like qualify a name; fields of government do before a title.
		["name.not"] = list([[
			republican republicans democrat democrats democratic labour conservative conservatives liberal liberals socialist
			communist islamist muslim muslims christian christians jewish jews jew catholic protestant sunni shia hindu buddhist
			foreign defence defense interior finance justice health education energy trade national homeland internal
			arab arabs european europeans african africans asian asians western eastern northern southern central
			african-american english latin hebrew arabic persian kurdish kurds
			god lord bible internet web ok okay tv pm am ceo cfo coo mp mps phd ph.d. dna hiv aids covid i ii iii iv
			figure table chapter section appendix article page part step note extract example hi hello hey oh yeah thanks
			dear mom dad goodbye wow ah um uh well mr. mrs. ms. dr.
			bc bce ad ce p.s. ps a.m. p.m.
			christmas easter ramadan thanksgiving
		]]),
		["name.surname"] = list("king prince pope bishop major judge marshal page mayor justice lord abbot cardinal"),
		["name.body"] = list([[
			university college school institute institution academy bank ministry department office bureau agency
			authority commission committee council court parliament assembly senate congress house chamber government
			administration party union federation association organisation organization society foundation trust fund
			church cathedral temple mosque hospital museum library gallery theatre theater army navy force forces police
			corps guard guards brigade battalion regiment division command front movement league alliance coalition
			embassy consulate mission company corporation corp. inc. ltd. co. plc llc group holdings industries
			airlines airways motors partners associates club team center centre service services board
			republic kingdom state states city island islands gulf bay strait cape mount isle lake river valley
			treaty convention charter declaration day order duke duchess earl cup championship championships games series
			times post journal tribune herald gazette news press magazine network radio television
		]]),
		["name.organ"] = list([[
			ministry department government parliament army navy military police forces embassy consulate cabinet congress
			senate intelligence guard guards
		]]),
		["name.company"] = list([[
			airlines airways motors bank university college museum institute academy association league cup open express
			petroleum telecom steel broadcasting radio television idol revolution empire ocean sea church
		]]),
		["name.of"] = {"of"},
		["name.joiner"] = {"and", "&"},
		["name.syllable"] = list([[
			in un hyun ho hee jin woo won wook sik sook soo seok suk min young yong jun joon jung jong hwan hyeok hyuk kyu
			kwon nam seop sung seung tae chul cheol bok bin geun gyu il yeon wen ming ling ping mei shek chen hui hua jie
		]]),
		["name.numbered"] = list([[
			apollo soyuz flight route highway channel boeing airbus windows formula resolution interstate sputnik voyager
			pioneer gemini area zone
		]]),
	},
}
