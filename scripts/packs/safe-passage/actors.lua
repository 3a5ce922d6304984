-- Offices for their holders, in the words of reports: the state's adjective or name with the office.
local function offices(words, from, till)
	local roles = {}
	for word in words:gmatch("[^,]+") do
		roles[#roles + 1] = { word:match("^%s*(.-)%s*$"), from = from, till = till }
	end
	return roles
end

-- An actor without a side is one whose stance is counted; a person or body with a side counts for it, and the evidence
-- keeps the person. `lacks`: words of offices that a state does not have. The same fields for everybody.
return {
	actors = {
		{ name = "Israel", class = "state", lacks = { "emir", "king", "presiden", "administration", "secretary", "department" } },
		{
			name = "United States", class = "state", lacks = { "minister", "ministry", "premier", "emir", "king", "army chief" },
			aliases = { "the US administration", "the Trump administration" },
		},
		{ name = "Hamas", class = "group" },
		{ name = "Turkey", class = "state", lacks = { "prime minister", "premier", "emir", "king", "secretary", "department" } },
		{ name = "Egypt", class = "state", lacks = { "emir", "king", "administration", "secretary", "department" } },
		{ name = "Qatar", class = "state", lacks = { "presiden", "administration", "secretary", "department" } },
		{
			name = "mediators", class = "group",
			aliases = { "mediating countries", "mediating parties", "mediating states", "mediator countries", "the mediators" },
		},
		{
			name = "United Nations", class = "organisation",
			aliases = { "the Secretary-General", "the secretary-general", "The secretary-general", "UN chief", "the UN chief", "the world body", "the world organisation", "the world organization" },
		},
		{ name = "United Arab Emirates", class = "state" },
		{ name = "Palestinian Authority", class = "organisation", aliases = { "the PA" } },
	},
	entities = {
		{ name = "UN Security Council", class = "organisation", side = "United Nations" },
		{ name = "UNRWA", class = "organisation", side = "United Nations" },
		{ name = "OCHA", class = "organisation", side = "United Nations" },
		{ name = "UNICEF", class = "organisation", side = "United Nations" },
		{ name = "UNHCR", class = "organisation", side = "United Nations" },
		{ name = "Palestinians", class = "people", adjectives = { "Palestinian" } },
		{
			name = "Benjamin Netanyahu", class = "person", side = "Israel", aliases = { "Netanyahu" },
			roles = offices("Israeli prime minister, Israel's prime minister", "2022-12-29"),
		},
		{ name = "Shosh Bedrosian", class = "person", side = "Israel" },
		{ name = "Israel Defense Forces", class = "organisation", side = "Israel", aliases = { "IDF", "Israeli military",
			"Israel's military" } },
		{
			name = "Donald Trump", class = "person", side = "United States", aliases = { "Trump" },
			roles = offices("US president, U.S. president, American president", "2025-01-20", "2029-01-20"),
		},
		{ name = "Jared Kushner", class = "person", side = "United States", aliases = { "Kushner" } },
		{ name = "Steve Witkoff", class = "person", side = "United States", aliases = { "Witkoff" } },
		{ name = "Mohammad Nazzal", class = "person", side = "Hamas" },
		{ name = "Hazem Qassem", class = "person", side = "Hamas", aliases = { "Qassem" } },
		{
			name = "Recep Tayyip Erdoğan", class = "person", side = "Turkey", aliases = { "Erdoğan", "Erdogan" },
			roles = offices("Turkish president, Turkey's president", "2014-08-28"),
		},
		{ name = "Justice and Development Party", class = "organisation", side = "Turkey", aliases = { "AKP" } },
		{ name = "Bashara Bahbah", class = "person", side = "mediators", aliases = { "Bahbah" } },
		{ name = "Israel Katz", class = "person", side = "Israel" },
		{ name = "Gideon Saar", class = "person", side = "Israel", aliases = { "Gideon Sa'ar" } },
		{ name = "Ron Dermer", class = "person", side = "Israel", aliases = { "Dermer" } },
		{ name = "Eyal Zamir", class = "person", side = "Israel", aliases = { "Zamir" } },
		{ name = "Mossad", class = "organisation", side = "Israel" },
		{ name = "Shin Bet", class = "organisation", side = "Israel" },
		{ name = "Knesset", class = "organisation", side = "Israel" },
		{ name = "Marco Rubio", class = "person", side = "United States", aliases = { "Rubio" } },
		{ name = "JD Vance", class = "person", side = "United States", aliases = { "J.D. Vance" } },
		{ name = "CENTCOM", class = "organisation", side = "United States", aliases = { "US Central Command" } },
		{ name = "CIA", class = "organisation", side = "United States" },
		{ name = "Khalil al-Hayya", class = "person", side = "Hamas", aliases = { "Hayya", "al-Hayya" } },
		{ name = "Khaled Meshaal", class = "person", side = "Hamas", aliases = { "Meshaal", "Mashal" } },
		{ name = "Qassam Brigades", class = "group", side = "Hamas", aliases = { "al-Qassam Brigades", "Al-Qassam" } },
		{ name = "Hakan Fidan", class = "person", side = "Turkey", aliases = { "Fidan" } },
		{ name = "Ibrahim Kalin", class = "person", side = "Turkey", aliases = { "Kalin", "İbrahim Kalın", "Kalın" } },
		{ name = "Abdel Fattah al-Sisi", class = "person", side = "Egypt", aliases = { "Sisi", "al-Sisi", "El-Sisi" } },
		{ name = "Badr Abdelatty", class = "person", side = "Egypt", aliases = { "Abdelatty" } },
		{ name = "Hassan Rashad", class = "person", side = "Egypt" },
		{ name = "Majed al-Ansari", class = "person", side = "Qatar", aliases = { "al-Ansari" } },
		{ name = "Mohammed bin Abdulrahman Al Thani", class = "person", side = "Qatar", aliases = { "Al Thani" } },
		{ name = "António Guterres", class = "person", side = "United Nations", aliases = { "Antonio Guterres", "Guterres" } },
		{ name = "Hadar Goldin", class = "person", aliases = { "Goldin" } },
		{
			name = "Ahmed al-Sharaa", class = "person", side = "Syria", aliases = { "Sharaa" },
			roles = offices("Syrian president, Syria's president", "2025-01-29"),
		},
	},
}
