-- What must hold of whole texts. Data: read, not run.
return {
	{
		"one force has two sides",
		text = "Israel rejects Turkish troops in the force for Gaza. Turkey says it is ready to send soldiers to the force.",
		stances = { Israel = "opposes", Turkey = "favours" },
	},
	{
		"troops elsewhere are another question",
		text = "Turkey sent troops to the Black Sea coast on Monday.",
		stances = { Turkey = "none" },
	},
}
