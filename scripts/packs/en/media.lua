-- News media: a name, then its other names.
local lines = [[
	Reuters | Reuters news agency
	Associated Press | AP | The Associated Press
	Agence France-Presse | AFP
	Bloomberg | Bloomberg News
	United Press International | UPI
	Deutsche Presse-Agentur | DPA
	ANSA
	Kyodo | Kyodo News
	Yonhap | Yonhap News Agency
	Xinhua | Xinhua News Agency
	TASS | TASS news agency
	Interfax
	RIA Novosti | RIA
	Anadolu | Anadolu Agency | Anadolu Ajansı
	WAFA | Wafa
	SANA
	IRNA
	Tasnim | Tasnim News Agency
	Fars | Fars News Agency
	Mehr | Mehr News Agency
	Middle East News Agency
	QNA | Qatar News Agency
	Saudi Press Agency
	PTI | Press Trust of India
	BBC | BBC News | BBC Arabic
	CNN
	NBC | NBC News
	MSNBC | MS NOW
	CNBC
	ABC News
	CBS | CBS News
	PBS
	NPR
	Fox News
	C-SPAN
	Newsmax
	Voice of America | VOA
	Sky News
	Sky News Arabia
	ITV | ITV News
	Euronews
	France 24
	Radio France Internationale | RFI
	Deutsche Welle | DW
	ARD
	ZDF
	RT
	CGTN
	TRT | TRT World | TRT Haber
	Al Jazeera | Al-Jazeera | Aljazeera | Al Jazeera English
	Al Arabiya | Al-Arabiya
	Al Hadath | Al-Hadath | Al Hadath TV
	Al-Araby | Al Araby | Al-Araby TV | Al-Araby Television | Al Araby TV
	Al-Araby Al-Jadeed | Al-Araby al-Jadeed | The New Arab | New Arab
	Al Mayadeen | Al-Mayadeen
	Al-Manar | Al Manar
	Al-Aqsa TV
	Al-Quds Al-Arabi | Al-Quds al-Arabi
	Al-Ghad | Al Ghad
	Al-Qahera News | Al Qahera News
	Asharq Al-Awsat | Asharq al-Awsat
	Asharq | Asharq News
	Al-Akhbar | Al Akhbar
	An-Nahar
	L'Orient Today
	Press TV
	Iran International
	Gulf News
	Arab News
	Okaz
	Al-Ahram | Ahram Online | Al Ahram
	Egypt Daily News
	Daily News Egypt
	Egypt Independent
	Mada Masr
	Middle East Eye
	Middle East Monitor
	The Media Line | Media Line
	Al-Monitor
	Kan | KAN | Kan News | KAN News | Israel Public Broadcasting Corporation | Kan 11 | Kan Reshet Bet
	Channel 11
	Channel 12 | Channel 12 News | N12
	Channel 13 | Channel 13 News
	Channel 14
	i24NEWS | i24 News | i24
	Walla | Walla News
	Army Radio | Galei Zahal | Galatz
	Israel Radio
	Ynet | Ynetnews | Ynet News
	Yedioth Ahronoth | Yediot Ahronot | Yedioth Aharonoth | Yediot Aharonot | Yediot
	Haaretz | Ha'aretz
	Israel Hayom
	Maariv | Ma'ariv
	Globes
	Calcalist
	The Marker
	The Jerusalem Post | Jerusalem Post | Jpost
	The Times of Israel | Times of Israel
	Jewish Telegraphic Agency | JTA
	Arutz Sheva | Israel National News
	+972 Magazine | 972 Magazine
	Daily Sabah
	Sabah
	Hürriyet | Hurriyet | Hürriyet Daily News | Hurriyet Daily News
	Cumhuriyet
	Yeni Şafak | Yeni Safak
	Milliyet
	NTV
	CNN Türk | CNN Turk
	The New York Times | New York Times | NYT
	The Washington Post | Washington Post
	The Wall Street Journal | Wall Street Journal | WSJ
	Los Angeles Times | LA Times
	Chicago Tribune
	The Boston Globe | Boston Globe
	USA Today | USA TODAY
	New York Post
	The Washington Times | Washington Times
	Washington Examiner
	Washington Free Beacon
	Axios
	Politico
	The Hill
	Semafor
	The Intercept
	Drop Site News | Drop Site
	HuffPost | Huffington Post
	The Daily Beast | Daily Beast
	The New Yorker | New Yorker
	Newsweek
	Time magazine
	Foreign Policy
	Foreign Affairs
	Business Insider
	ProPublica
	Vox
	The Guardian | Guardian
	The Times | Times of London
	The Sunday Times | Sunday Times
	The Telegraph | Daily Telegraph
	The Economist
	Financial Times | The Financial Times
	Daily Mail
	Daily Mirror
	The Irish Times | Irish Times
	RTÉ | RTE
	The Scotsman
	Le Monde
	Le Figaro
	Libération
	Der Spiegel | Spiegel
	Die Zeit
	Die Welt
	Bild
	Süddeutsche Zeitung
	Frankfurter Allgemeine Zeitung | FAZ
	El País | El Pais
	El Mundo
	Corriere della Sera
	La Repubblica
	La Stampa
	Politico Europe
	Kommersant
	Meduza
	Novaya Gazeta
	Izvestia
	Kyiv Independent | The Kyiv Independent
	Ukrainska Pravda
	Global Times
	People's Daily
	China Daily
	South China Morning Post | SCMP
	The Japan Times | Japan Times
	NHK
	Asahi Shimbun
	The Korea Herald | Korea Herald
	The Hindu
	Times of India | The Times of India
	Hindustan Times
	The Indian Express | Indian Express
	Dawn newspaper
	Geo News
	The Straits Times | Straits Times
	The Sydney Morning Herald | Sydney Morning Herald
	The Globe and Mail | Globe and Mail
	Toronto Star
	CBC
]]

local entities = {}
for line in lines:gmatch("[^\n]+") do
	local names = {}
	for name in line:gmatch("[^|]+") do
		local trimmed = name:match("^%s*(.-)%s*$")
		if trimmed ~= "" then
			names[#names + 1] = trimmed
		end
	end
	if names[1] then
		entities[#entities + 1] = {name = names[1], class = "media", aliases = names}
	end
end

return {entities = entities}
