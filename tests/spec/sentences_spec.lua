local assay = require "assay"

-- The Golden Rules of sentence segmentation, from the English specification of pragmatic_segmenter
-- (https://github.com/diasks2/pragmatic_segmenter), under this licence:
--
-- The MIT License (MIT). Copyright (c) 2015 Kevin S. Dias. Permission is hereby granted, free of charge, to any person
-- obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software
-- without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute,
-- sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
-- subject to the following conditions: the above copyright notice and this permission notice shall be included in all
-- copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
-- EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE
-- AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
-- LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
-- SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.


-- { rule, sentences …, between = what parts them (a space) }
local GOLDEN_RULES = {
	{ "1 Simple period to end sentence", "Hello World.", "My name is Jonas." },
	{ "2 Question mark to end sentence", "What is your name?", "My name is Jonas." },
	{ "3 Exclamation point to end sentence", "There it is!", "I found it." },
	{ "4 One letter upper case abbreviations", "My name is Jonas E. Smith." },
	{ "5 One letter lower case abbreviations", "Please turn to p. 55." },
	{ "6 Two letter lower case abbreviations in the middle of a sentence", "Were Jane and co. at the party?" },
	{ "7 Two letter upper case abbreviations in the middle of a sentence",
		"They closed the deal with Pitt, Briggs & Co. at noon.",
	},
	{ "8 Two letter lower case abbreviations at the end of a sentence",
		"Let's ask Jane and co.",
		"They should know.",
	},
	{ "9 Two letter upper case abbreviations at the end of a sentence",
		"They closed the deal with Pitt, Briggs & Co.",
		"It closed yesterday.",
	},
	{ "10 Two letter (prepositive) abbreviations", "I can see Mt. Fuji from here." },
	{ "11 Two letter (prepositive & postpositive) abbreviations",
		"St. Michael's Church is on 5th st. near the light.",
	},
	{ "12 Possessive two letter abbreviations", "That is JFK Jr.'s book." },
	{ "13 Multi-period abbreviations in the middle of a sentence", "I visited the U.S.A. last year." },
	{ "14 Multi-period abbreviations at the end of a sentence", "I live in the E.U.", "How about you?" },
	{ "15 U.S. as sentence boundary", "I live in the U.S.", "How about you?" },
	{ "16 U.S. as non sentence boundary with next word capitalized",
		"I work for the U.S. Government in Virginia.",
	},
	{ "17 U.S. as non sentence boundary", "I have lived in the U.S. for 20 years." },
	{ "18 A.M. / P.M. as non sentence boundary and sentence boundary",
		"At 5 a.m. Mr. Smith went to the bank.",
		"He left the bank at 6 P.M.",
		"Mr. Smith then went to the store.",
	},
	{ "19 Number as non sentence boundary", "She has $100.00 in her bag." },
	{ "20 Number as sentence boundary", "She has $100.00.", "It is in her bag." },
	{ "21 Parenthetical inside sentence",
		"He teaches science (He previously worked for 5 years as an engineer.) at the local University.",
	},
	{ "22 Email addresses", "Her email is Jane.Doe@example.com.", "I sent her an email." },
	{ "23 Web addresses",
		"The site is: https://www.example.50.com/new-site/awesome_content.html.",
		"Please check it out.",
	},
	{ "24 Single quotations inside sentence", "She turned to him, 'This is great.' she said." },
	{ "25 Double quotations inside sentence", "She turned to him, \"This is great.\" she said." },
	{ "26 Double quotations at the end of a sentence",
		"She turned to him, \"This is great.\"",
		"She held the book out to show him.",
	},
	{ "27 Double punctuation (exclamation point)", "Hello!!", "Long time no see." },
	{ "28 Double punctuation (question mark)", "Hello??", "Who is there?" },
	{ "29 Double punctuation (exclamation point / question mark)", "Hello!?", "Is that you?" },
	{ "30 Double punctuation (question mark / exclamation point)", "Hello?!", "Is that you?" },
	{ "31 List (period followed by parens and no period to end item)",
		"1.) The first item",
		"2.) The second item",
	},
	{ "32 List (period followed by parens and period to end item)",
		"1.) The first item.",
		"2.) The second item.",
	},
	{ "33 List (parens and no period to end item)", "1) The first item", "2) The second item" },
	{ "34 List (parens and period to end item)", "1) The first item.", "2) The second item." },
	{ "35 List (period to mark list and no period to end item)", "1. The first item", "2. The second item" },
	{ "36 List (period to mark list and period to end item)", "1. The first item.", "2. The second item." },
	{ "37 List with bullet", "• 9. The first item", "• 10. The second item" },
	{ "38 List with hyphen", "⁃9. The first item", "⁃10. The second item" },
	{ "39 Alphabetical list", "a. The first item", "b. The second item", "c. The third list item" },
	{ "40 Errant newlines in the middle of sentences (PDF)",
		"This is a sentence\ncut off in the middle because pdf.",
	},
	{ "41 Errant newlines in the middle of sentences", "It was a cold \nnight in the city." },
	{ "42 Lower case list separated by newline", between = "\n",
		"features",
		"contact manager",
		"events, activities",
	},
	{ "43 Geo Coordinates", "You can find it at N°. 1026.253.553.", "That is where the treasure is." },
	{ "44 Named entities with an exclamation point", "She works at Yahoo! in the accounting department." },
	{ "45 I as a sentence boundary and I as an abbreviation",
		"We make a good team, you and I.",
		"Did you see Albert I. Jones yesterday?",
	},
	{ "46 Ellipsis at end of quotation",
		"Thoreau argues that by simplifying one’s life, “the laws of the universe will appear less complex. \z
			. . .”",
	},
	{ "47 Ellipsis with square brackets",
		"\"Bohr [...] used the analogy of parallel stairways [...]\" (Smith 55).",
	},
	{ "48 Ellipsis as sentence boundary (standard ellipsis rules)",
		"If words are left off at the end of a sentence, and that is all that is omitted, indicate the \z
			omission with ellipsis marks (preceded and followed by a space) and then indicate the end of the \z
			sentence with a period . . . .",
		"Next sentence.",
	},
	{ "49 Ellipsis as sentence boundary (non-standard ellipsis rules)",
		"I never meant that....",
		"She left the store.",
	},
	{ "50 Ellipsis as non sentence boundary",
		"I wasn’t really ... well, what I mean...see . . . what I'm saying, the thing is . . . I didn’t \z
			mean it.",
	},
	{ "51 4-dot ellipsis",
		"One further habit which was somewhat weakened . . . was that of combining words into \z
			self-interpreting compounds.",
		". . . The practice was not abandoned. . . .",
	},
	{ "52 No whitespace in between sentences", between = "",
		"Hello world.",
		"Today is Tuesday.",
		"Mr. Smith went to the store and bought 1,000.",
		"That is a lot.",
	},
}

local function sentences_of(text, options)
	local list = {}
	for sentence in assay.article(text, nil, options):sentences() do list[#list + 1] = sentence:text() end
	return list
end

describe("sentences: Golden Rule", function()
	for _, rule in ipairs(GOLDEN_RULES) do
		it(rule[1], function()
			local expected = table.move(rule, 2, #rule, 1, {})
			assert.same(expected, sentences_of(table.concat(expected, rule.between or " ")))
		end)
	end
end)

describe("sentences of the English pack", function()
	local function reads(expected)
		assert.same(expected, sentences_of(table.concat(expected, " ")))
	end

	it("end at abbreviations where a sentence is likely to start", function()
		reads { "Prices rose in the U.S. and in Calif. last year.", "The rest fell, etc.", "Bo said no.", "Ann agreed." }
		reads { "They met at 9 a.m. Monday in Ft. Worth.", "Lt. Ann Lee of the U.S. Army spoke until 5 p.m.", "Bo left." }
		reads { "It cost Acme Inc. $5, said co-founder J. R. Lee.", "He lives on Main St.", "His vote was no. 5 of 9." }
	end)

	it("keep references, omissions and who asked", function()
		reads { "The wall fell. [3]", "It was “old . . . and bad,” they said.", "“Really?” Ann asked.", "It was." }
	end)

	it("start in small letters in hasty writing", function()
		reads { "i liked the place.", "the staff is kind!", "would go again" }
	end)
end)

describe("newline", function()
	local TEXT = "The minister of the\nInterior left and\nsaid nothing.\n\nIt rained."

	it("auto joins what goes on in small letters", function()
		assert.same({ "The minister of the", "Interior left and\nsaid nothing.", "It rained." }, sentences_of(TEXT))
	end)

	it("soft makes space of line breaks", function()
		assert.same({ "The minister of the\nInterior left and\nsaid nothing.", "It rained." },
			sentences_of(TEXT, { newline = "soft" }))
	end)

	it("hard ends paragraphs with lines", function()
		assert.same({ "The minister of the", "Interior left and", "said nothing.", "It rained." },
			sentences_of(TEXT, { newline = "hard" }))
	end)

	it("is an option of a pack", function()
		local pack = assay.pack("safe-passage", { newline = "soft" })
		local count = 0
		for _ in pack:article(TEXT):sentences() do count = count + 1 end
		assert.equal(2, count)
		for _ in pack:article(TEXT, nil, { newline = "hard" }):sentences() do count = count + 1 end
		assert.equal(6, count)
	end)

	it("that is unknown is an error", function()
		assert.has_error(function() assay.article("a", nil, { newline = "none" }) end)
	end)
end)
