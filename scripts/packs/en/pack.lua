-- English: classes of words and entities of general use. Nothing here belongs to one question.
return {
	format = 1,
	name = "en",
	kind = "language",
	version = "0.1.0",
	engine = "^0.1",
	summary = "English: reporting verbs, cues of negation and doubt, numbers, places, media",
	license = "MIT",
	authors = { "the assay developers" },
	stemmer = "english",
	files = {
		"words", "verbs", "adverbs", "abbreviations", "cues", "cue_words", "context", "numbers", "calendar", "furniture", "places", "media",
		"names", "subject",
	},
}
