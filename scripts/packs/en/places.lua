-- States and organisations. A line: name | other names | adjectives | metonyms, each list set off by commas.
local states = [[
	Israel | State of Israel | Israeli, Israelis | Jerusalem, Tel Aviv
	Palestine | State of Palestine | |
	United States | United States of America, U.S., US, USA, U.S.A., America | American, Americans | Washington, \
	White House, State Department, Pentagon, Capitol Hill, Oval Office
	Turkey | Türkiye, Turkiye, Republic of Türkiye, Republic of Turkey | Turkish, Turks | Ankara
	Egypt | Arab Republic of Egypt | Egyptian, Egyptians | Cairo
	Qatar | State of Qatar | Qatari, Qataris | Doha
	United Arab Emirates | UAE, U.A.E., Emirates | Emirati, Emiratis | Abu Dhabi
	Saudi Arabia | Kingdom of Saudi Arabia, KSA | Saudi, Saudis, Saudi Arabian | Riyadh
	Iran | Islamic Republic of Iran, Islamic Republic | Iranian, Iranians | Tehran
	Iraq | Republic of Iraq | Iraqi, Iraqis | Baghdad
	Syria | Syrian Arab Republic | Syrian, Syrians | Damascus
	Lebanon | | Lebanese | Beirut
	Jordan | Hashemite Kingdom of Jordan | Jordanian, Jordanians | Amman
	Yemen | | Yemeni, Yemenis | Sanaa
	Oman | Sultanate of Oman | Omani, Omanis | Muscat
	Kuwait | | Kuwaiti, Kuwaitis | Kuwait City
	Bahrain | | Bahraini, Bahrainis | Manama
	Libya | | Libyan, Libyans | Tripoli
	Tunisia | | Tunisian, Tunisians | Tunis
	Algeria | | Algerian, Algerians | Algiers
	Morocco | | Moroccan, Moroccans | Rabat
	Sudan | | Sudanese | Khartoum
	South Sudan | | South Sudanese | Juba
	Ethiopia | | Ethiopian, Ethiopians | Addis Ababa
	Somalia | | Somali, Somalis | Mogadishu
	Kenya | | Kenyan, Kenyans | Nairobi
	Nigeria | | Nigerian, Nigerians | Abuja
	South Africa | | South African, South Africans | Pretoria
	Russia | Russian Federation | Russian, Russians | Moscow, Kremlin
	Ukraine | | Ukrainian, Ukrainians | Kyiv, Kiev
	Belarus | | Belarusian, Belarusians | Minsk
	China | People's Republic of China, PRC | Chinese | Beijing, Zhongnanhai
	Taiwan | | Taiwanese | Taipei
	Japan | | Japanese | Tokyo
	South Korea | Republic of Korea | South Korean, South Koreans | Seoul
	North Korea | DPRK | North Korean, North Koreans | Pyongyang
	India | | Indian, Indians | New Delhi
	Pakistan | | Pakistani, Pakistanis | Islamabad
	Afghanistan | | Afghan, Afghans | Kabul
	Bangladesh | | Bangladeshi, Bangladeshis | Dhaka
	Indonesia | | Indonesian, Indonesians | Jakarta
	Malaysia | | Malaysian, Malaysians | Kuala Lumpur
	Philippines | | Philippine, Filipino, Filipinos | Manila
	Vietnam | | Vietnamese | Hanoi
	Thailand | | Thai, Thais | Bangkok
	Singapore | | Singaporean, Singaporeans |
	Australia | | Australian, Australians | Canberra
	New Zealand | | New Zealander, New Zealanders | Wellington
	Canada | | Canadian, Canadians | Ottawa
	Mexico | | Mexican, Mexicans | Mexico City
	Brazil | | Brazilian, Brazilians | Brasília, Brasilia
	Argentina | | Argentine, Argentinian, Argentines | Buenos Aires
	Chile | | Chilean, Chileans |
	Colombia | | Colombian, Colombians | Bogotá, Bogota
	Venezuela | | Venezuelan, Venezuelans | Caracas
	Cuba | | Cuban, Cubans | Havana
	United Kingdom | UK, U.K., Britain, Great Britain | British, Britons | London, Downing Street, Whitehall
	Ireland | Republic of Ireland | Irish | Dublin
	France | French Republic | French | Paris, Élysée, Elysee, Quai d'Orsay
	Germany | Federal Republic of Germany | German, Germans | Berlin
	Italy | | Italian, Italians | Rome
	Spain | | Spanish, Spaniards | Madrid
	Portugal | | Portuguese | Lisbon
	Netherlands | Holland | Dutch |
	Belgium | | Belgian, Belgians |
	Luxembourg | | |
	Switzerland | | Swiss | Bern
	Austria | | Austrian, Austrians | Vienna
	Poland | | Polish, Poles | Warsaw
	Czech Republic | Czechia | Czech, Czechs | Prague
	Slovakia | | Slovak, Slovaks | Bratislava
	Hungary | | Hungarian, Hungarians | Budapest
	Romania | | Romanian, Romanians | Bucharest
	Bulgaria | | Bulgarian, Bulgarians | Sofia
	Greece | | Greek, Greeks | Athens
	Cyprus | | Cypriot, Cypriots | Nicosia
	Serbia | | Serbian, Serbs | Belgrade
	Croatia | | Croatian, Croats | Zagreb
	Sweden | | Swedish, Swedes | Stockholm
	Norway | | Norwegian, Norwegians | Oslo
	Denmark | | Danish, Danes | Copenhagen
	Finland | | Finnish, Finns | Helsinki
	Azerbaijan | | Azerbaijani, Azerbaijanis, Azeri | Baku
	Armenia | | Armenian, Armenians | Yerevan
	Kazakhstan | | Kazakh, Kazakhs, Kazakhstani | Astana
	Uzbekistan | | Uzbek, Uzbeks | Tashkent
	Vatican | Holy See, Vatican City | |
]]

local organisations = [[
	United Nations | UN, U.N. | | Turtle Bay
	UN Security Council | U.N. Security Council, United Nations Security Council, Security Council | |
	UNRWA | U.N.R.W.A. | |
	UNICEF | | |
	UNHCR | | |
	OCHA | | |
	World Food Programme | World Food Program, WFP | |
	World Health Organization | World Health Organisation, WHO | |
	International Atomic Energy Agency | IAEA | |
	International Court of Justice | ICJ | |
	International Criminal Court | ICC | |
	International Committee of the Red Cross | ICRC, Red Cross | |
	Red Crescent | | |
	European Union | EU, E.U. | | Brussels
	European Commission | | |
	European Parliament | | |
	NATO | North Atlantic Treaty Organization, North Atlantic Alliance | |
	Arab League | League of Arab States | |
	African Union | AU | |
	Gulf Cooperation Council | GCC | |
	Organization of Islamic Cooperation | Organisation of Islamic Cooperation, OIC | |
	ASEAN | | |
	BRICS | | |
	G7 | Group of Seven | |
	G20 | Group of 20 | |
	OPEC | | |
	World Bank | | |
	International Monetary Fund | IMF | |
	OSCE | | |
	Amnesty International | | |
	Human Rights Watch | HRW | |
	Doctors Without Borders | Médecins Sans Frontières, MSF | |
	International Crisis Group | Crisis Group | |
	Oxfam | | |
	Save the Children | | |
]]

-- Regions and places that are no actors: listed so that they are not taken for persons' names.
local places = [[
	Middle East | Mideast | |
	West Bank | | |
	East Jerusalem | | |
	Golan Heights | | |
	Temple Mount | | |
	Red Sea | | |
	Dead Sea | | |
	Black Sea | | |
	Mediterranean Sea | | |
	Persian Gulf | Arabian Gulf | |
	Suez Canal | | |
	Strait of Hormuz | | |
	Sinai Peninsula | | |
	North Africa | | |
	West Africa | | |
	Horn of Africa | | |
	Latin America | | |
	Central America | | |
	South America | | |
	North America | | |
	Central Asia | | |
	South Asia | | |
	Southeast Asia | | |
	Eastern Europe | | |
	Western Europe | | |
	New York | New York City | |
	Los Angeles | | |
	San Francisco | | |
	Hong Kong | | |
	Sharm el-Sheikh | Sharm el Sheikh, Sharm El-Sheikh, Sharm al-Sheikh | |
	Camp David | | |
]]

local function split(field)
	local names = {}
	for name in (field or ""):gmatch("[^,]+") do
		local trimmed = name:match("^%s*(.-)%s*$")
		if trimmed ~= "" then
			names[#names + 1] = trimmed
		end
	end
	return names
end

local entities = {}

local function add(class, text)
	for line in text:gsub("\\\n%s*", ""):gmatch("[^\n]+") do
		local name, aliases, adjectives, metonyms = line:match("^%s*(.-)%s*|([^|]*)|([^|]*)|([^|]*)$")
		if name then
			local names = split(aliases)
			table.insert(names, 1, name)
			entities[#entities + 1] = {
				name = name, class = class, aliases = names, adjectives = split(adjectives), metonyms = split(metonyms),
			}
		end
	end
end

add("state", states)
add("organisation", organisations)
add("place", places)

return {entities = entities}
