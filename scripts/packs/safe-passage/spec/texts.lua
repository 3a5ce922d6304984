-- What must hold of whole texts. Data: read, not run.
return {
	{
		"what the text has spoken of stands for the passage",
		text = "Egypt asked Israel to let the trapped fighters leave Rafah. Qatar backs the idea. Israel rejected it.",
		stances = { Egypt = "favours", Qatar = "favours", Israel = "opposes" },
	},
	{
		"passage of goods is another question",
		text = "Egypt asked Israel to let aid trucks into Rafah. Israel refused.",
		stances = { Egypt = "none", Israel = "none" },
	},
	{
		"being asked is no position",
		text = "The United States urged Israel to grant the fighters safe passage.",
		stances = { ["United States"] = "favours", Israel = "none" },
	},
	{
		"a person counts for a side",
		text = "Jared Kushner pressed for safe passage for the trapped fighters.",
		stances = { ["United States"] = "favours" },
	},
}
