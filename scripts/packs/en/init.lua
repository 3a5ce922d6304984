-- English: classes of words and entities of general use. Nothing here belongs to one question.
return {
	name = "en",
	kind = "language",
	version = "0.1.0",
	stemmer = "english",
	files = {
		"words", "verbs", "adverbs", "abbreviations", "cues", "cue_words", "context", "numbers", "calendar", "furniture", "places", "media",
		"names", "subject",
	},
}
