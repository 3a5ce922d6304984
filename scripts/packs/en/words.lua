-- Closed classes of words, and the open ones that noun phrases are found by.
local function list(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
	end
	return words
end

local function join(...)
	local all, seen = {}, {}
	for _, words in ipairs({...}) do
		for _, word in ipairs(words) do
			if not seen[word] then
				seen[word] = true
				all[#all + 1] = word
			end
		end
	end
	return all
end

-- Singular and plural of nouns; "x/y" gives the plural.
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

-- "us" stays out of the pronouns: written in capitals it is a state.
local persons = list("he she him her himself herself")
local pronouns = join(persons, list("i you it we they me them myself yourself itself ourselves themselves"))

-- "that" is a complementizer first.
local determiners = list([[
	the a an this these those some any each every both either neither several many few most all another other no such
	what whatever certain various numerous
]])

local auxiliaries = list([[
	be am is are was were been being have has had having do does did doing will would shall should can could may might
	must ought cannot ca wo sha 're 've 'll 'd 'm ai
]])

-- "about", "around" and "over" stay out: before a number they begin a content ("said about 200 remain").
local prepositions = list([[
	in on at by for from with within without of to into onto upon toward towards through throughout during against among
	amongst amid amidst between behind beside besides beyond below beneath under underneath above across along alongside
	inside outside off near opposite past per via versus despite except regarding concerning following including
	ahead aboard after before since until till
]])

local conjunctions = list([[
	and or but nor while whilst as because after before although though when whenever where wherever if since until
	unless
	whereas so yet lest
]])

-- "and" stays out: it joins the halves of a noun phrase.
local connectives = list([[
	however meanwhile but yet still moreover furthermore nevertheless nonetheless instead also then therefore thus hence
	consequently additionally similarly likewise conversely otherwise accordingly besides finally
]])

local relatives = list("who which whom whose")

local adverbs = list([[
	also later earlier previously openly repeatedly meanwhile still now then again already always never not n't ever
	once
	often sometimes frequently rarely seldom recently currently initially originally eventually finally ultimately
	subsequently simultaneously immediately promptly quickly swiftly soon further furthermore moreover
	however therefore thus instead nevertheless nonetheless too so publicly privately quietly explicitly implicitly
	clearly plainly flatly firmly strongly strictly categorically unequivocally emphatically vehemently angrily bluntly
	frankly formally officially informally anonymously separately jointly collectively specifically particularly
	especially mainly mostly largely partly apparently evidently seemingly presumably
	certainly definitely really actually simply merely essentially effectively basically consistently constantly
	continually continuously regularly routinely since afterward afterwards beforehand thereafter
	directly indirectly personally briefly cautiously diplomatically sharply harshly falsely wrongly rightly
	reportedly allegedly additionally likewise similarly instantly first out back away together
]])

local weekdays = nouns("monday tuesday wednesday thursday friday saturday sunday")
local months = list([[
	january february march april may june july august september october november december jan. feb. mar. apr. jun. jul.
	aug. sept. sep. oct. nov. dec.
]])

-- "recent" stays out ("according to a recent report"), and so does "may".
local time = join(weekdays, list([[
	today tomorrow yesterday tonight late early earlier morning mornings evening evenings night nights afternoon noon
	midnight midday dawn overnight hour hours minute minutes day days week weeks weekend weekends month months year
	years
	decade decades last next past ago later recently
	january february march april june july august september october november december jan. feb. apr. aug. sept. oct.
	nov. dec.
]]))

-- Who speaks in an office: persons, bodies, and the words of their titles.
-- Media in the plural are sources like others: they stand for no one medium named before.
local role = join(nouns([[
	official spokesperson spokesman/spokesmen spokeswoman/spokeswomen speaker source envoy emissary ambassador diplomat
	consul minister ministry president presidency premier chancellor secretary undersecretary deputy vice/ chief head
	chair
	chairman/chairmen chairwoman/chairwomen chairperson director governor mayor mediator negotiator adviser advisor aide
	analyst expert observer commentator researcher scholar academic professor economist historian scientist doctor medic
	physician lawyer attorney prosecutor judge court tribunal authority government administration cabinet coalition
	opposition parliament legislature congress/ senate/ house/ lawmaker legislator senator congressman/congressmen
	congresswoman/congresswomen representative delegate delegation parliamentarian politician party leader leadership
	faction movement group organization organisation department bureau office embassy mission commission
	commissioner committee council board directorate institute institution foundation charity university
	military/militaries army navy/navies force police/ policeman/policemen troop soldier officer commander general
	lieutenant colonel major captain sergeant admiral brigadier marshal corporal veteran militia fighter guard
	intelligence/ security/ establishment/ staff/ prince princess emir sultan sheikh crown/ imam ayatollah cleric
	pope archbishop patriarch rabbi state/ kingdom/ figure member insider witness/witnesses resident relative
	survivor victim activist campaigner protester critic supporter rival ally adversary colleague counterpart
	journalist reporter correspondent editor columnist anchor author writer executive businessman/businessmen
	entrepreneur investor banker trader worker volunteer rescuer responder investigator inspector monitor watchdog
	coordinator facilitator broker guarantor administrator manager founder co-founder/ veteran
	citizen voter demonstrator teacher student parent mother father wife husband family son brother sister widow
	statement document communique communiqué transcript memo letter poll survey study
	pollster strategist secretariat palace/ headquarters/ junta regime rebel insurgent camp team people/ person/persons
	mr/ mrs/ ms/ dr/ sir/ lord lady/ladies dame
]]), list([[
	others reports media outlets newspapers channels broadcasters agencies magazines dailies websites sites stations
	networks papers tabloids articles
]]))

-- "report" is a noun here ("the report said"), no reporting verb.
local medium = nouns([[
	television/ newspaper/ channel/ broadcaster/ agency/ report/ medium/ outlet/ magazine/ radio/ daily/ website/ site/
	station/ newsletter/ press/ network/ tv/ paper/ tabloid/ weekly/ journal/ periodical/ publication/ portal/ newswire/
	wire/ broadcast/ dispatch/ article/ editorial/ interview/
]])

local functions = join(pronouns, determiners, auxiliaries, prepositions, conjunctions, connectives, relatives, weekdays,
	months, list([[
	that whether his her its their our my your hers theirs ours mine yours us who's n't 's ' not never there here
	about around over up down out than then how why very too so just only even also still now again already ever once
	often perhaps maybe more less most least much enough quite rather own same one ones none nobody nothing someone
	somebody something anyone anybody anything everyone everybody everything else like unlike due according
	earlier later today tomorrow yesterday tonight meanwhile recently currently previously finally eventually
	additionally instead indeed certainly clearly apparently reportedly allegedly yes no please let if regardless given
	asked speaking citing addressing responding referring commenting despite following amid
	last next first second third later
]]))

local starters = join(list([[
	the a an he she it they we i you this that these those his her its their our my in on at by for from with as after
	before during since until while when where if although though because despite under over among amid between
	however but and or yet so meanwhile still also then now there here according both some many most several all no
	one two three another other others each either neither not nor only even earlier later last today yesterday
	monday tuesday wednesday thursday friday saturday sunday what who which why how once instead moreover furthermore
	nevertheless nonetheless additionally separately finally recently asked speaking following since such to
	more less about around nearly almost according if perhaps sources officials analysts critics mr. mrs. ms. dr.
	your whose whether do does did is are was were has have had can could would should let let's please thank thanks
	yes few any everyone everybody someone somebody nobody nothing anyone
]]))

-- Verbs that follow a quotation and who speaks, without a comma: "Why now?" Smith asked.
local inquits = list([[
	say says said ask asks asked tell tells told add adds added reply replies replied answer answers answered respond
	responds responded wonder wonders wondered inquired demanded exclaimed cried shouted yelled whispered muttered
	insisted joked quipped recalled continued write writes wrote tweet tweets tweeted
]])

return {
	classes = {
		["clitic"] = list("'s 're 've 'll 'd 'm n't"),
		["starter"] = starters,
		["inquit"] = inquits,
		["time.zone"] = list("eastern central mountain pacific local"),
		["function"] = functions,
		["name.particle"] = list("al el bin bint ibn ben abu abd ould de da di du del della dos des van von der den la le"),
		["role"] = role,
		["medium"] = medium,
		["complementizer"] = {"that", "whether"},
		["relative"] = relatives,
		["auxiliary"] = auxiliaries,
		["adverb"] = adverbs,
		["time"] = time,
		["preposition"] = prepositions,
		["conjunction"] = conjunctions,
		["coordinator"] = {"and", "but", "or"},
		agent = { "by" },
		["determiner"] = determiners,
		["definite"] = {"the", "this", "these", "that", "those", "same"},
		["possessive"] = list("'s ' his her its their our my your whose"),
		["pronoun"] = pronouns,
		["pronoun.person"] = persons,
		["connective"] = connectives,
		["infinitive"] = {"to"},
	},
	lemmas = (function()
		local lemmas = {}
		for line in ([[
			be: am is are was were been being 're 'm
			have: has had having 've
			do: does did done doing
			say: says said saying
			tell: tells told telling
			leave: leaves left leaving
			let: lets letting
			hold: holds held holding
			meet: meets met meeting
			seek: seeks sought seeking
			free: frees freed freeing
			give: gives gave given giving
			take: takes took taken taking
			make: makes made making
			go: goes went gone going
			come: comes came coming
			get: gets got gotten getting
			keep: keeps kept keeping
			know: knows knew known knowing
			think: thinks thought thinking
			see: sees saw seen seeing
			find: finds found finding
			bring: brings brought bringing
			send: sends sent sending
			lead: leads led leading
			lose: loses lost losing
			win: wins won winning
			pay: pays paid paying
			run: runs ran running
			begin: begins began begun beginning
			break: breaks broke broken breaking
			speak: speaks spoke spoken speaking
			write: writes wrote written writing
			rise: rises rose risen rising
			fall: falls fell fallen falling
			fight: fights fought fighting
			shoot: shoots shot shooting
			strike: strikes struck stricken striking
			die: dies died dying
			lie: lies lay lain lying
			lay: lays laid laying
			withdraw: withdraws withdrew withdrawn withdrawing
			hide: hides hid hidden hiding
			become: becomes became becoming
			build: builds built building
			buy: buys bought buying
			sell: sells sold selling
			catch: catches caught catching
			choose: chooses chose chosen choosing
			draw: draws drew drawn drawing
			drive: drives drove driven driving
			flee: flees fled fleeing
			fly: flies flew flown flying
			forbid: forbids forbade forbidden forbidding
			grow: grows grew grown growing
			hear: hears heard hearing
			hit: hits hitting
			put: puts putting
			set: sets setting
			cut: cuts cutting
			quit: quits quitting
			read: reads reading
			show: shows showed shown showing
			stand: stands stood standing
			understand: understands understood understanding
			swear: swears swore sworn swearing
			teach: teaches taught teaching
			throw: throws threw thrown throwing
			wear: wears wore worn wearing
			deal: deals dealt dealing
			feel: feels felt feeling
			mean: means meant meaning
			offer: offers offered offering
			deny: denies denied denying
			reply: replies replied replying
			bear: bears bore borne bearing
			beat: beats beaten beating
			bind: binds bound binding
			bleed: bleeds bled bleeding
			dig: digs dug digging
			feed: feeds fed feeding
			forget: forgets forgot forgotten forgetting
			freeze: freezes froze frozen freezing
			hang: hangs hung hanging
			overthrow: overthrows overthrew overthrown overthrowing
			undergo: undergoes underwent undergone undergoing
			uphold: upholds upheld upholding
			withhold: withholds withheld withholding
			spend: spends spent spending
			split: splits splitting
			spread: spreads spreading
			steal: steals stole stolen stealing
			stick: sticks stuck sticking
			sink: sinks sank sunk sinking
			sit: sits sat sitting
			sleep: sleeps slept sleeping
			wake: wakes woke woken waking
			man: men
			woman: women
			child: children
			person: persons people
			gunman: gunmen
			body: bodies
			life: lives
			spokesman: spokesmen
			spokeswoman: spokeswomen
			policeman: policemen
			can: ca could
			will: wo 'll would
		]]):gmatch("[^\n]+") do
			local lemma, forms = line:match("^%s*(%S+):%s*(.*)$")
			for form in (forms or ""):gmatch("%S+") do
				lemmas[form] = lemma
			end
		end
		return lemmas
	end)(),
}
