-- Contexts with the English pack against a small gold of our own: each sentence with its cues and how far they reach.
local assay = require "assay"

-- { sentence, "axis: cue > scope", … }; a sentence without contexts stands alone.
local GOLD = {
	-- Negation: forward, to the clause's end, a terminator, a mark.
	{ "The ministry did not sign the paper.", "negation: not > sign the paper" },
	{ "The ministry didn't sign the paper, a clerk said.", "negation: n't > sign the paper" },
	{ "Ferries never stopped there.", "negation: never > stopped there" },
	{ "No ferry left on Monday.", "negation: No > ferry left on Monday" },
	{ "The board did not vote but talked all night.", "negation: not > vote" },
	{ "The board did not vote because the chair was ill.", "negation: not > vote" },
	{ "The union has no plan for winter and will wait.", "negation: no > plan for winter" },
	{ "The captain, who was not named, sailed on.", "negation: not > named" },
	{ "The pier was rebuilt without a permit.", "negation: without > a permit" },
	{ "They left rather than pay the fee.", "negation: rather than > pay the fee" },
	{ "The mayor failed to reach a deal; talks go on.", "negation: failed to > reach a deal" },
	{ "The port (which is not insured) closed.", "negation: not > insured" },
	{ "The harbour master said he would not open the gate, adding that repairs go on.",
		"negation: not > open the gate" },
	{ "“We will not move,” the captain said.", "negation: not > move" },
	{ "He said he had “no idea” what the plan meant.", "negation: no > idea" },
	{ "The crew did not, however, leave the ship.", "negation: not > leave the ship" },
	{ "They did not sell fuel, water or bread.", "negation: not > sell fuel, water or bread" },
	{ "Neither side has spoken.", "negation: Neither > side has spoken" },
	-- Negation that stands behind what it denies.
	{ "A merger is out of the question.", "negation: is out of the question > A merger" },
	{ "A second pier was ruled out.", "negation: was ruled out > A second pier" },
	{ "The sale, which the board backed, is off the table.",
		"negation: is off the table > The sale, which the board backed" },
	{ "If the strike goes on, a deal is impossible.", "condition: If > the strike goes on",
		"negation: is impossible > a deal" },
	-- No negation at all.
	{ "Not only the crew but also the guests were paid." },
	{ "There is no doubt that the pier will open." },
	{ "No fewer than forty boats came." },
	{ "It was a large ship, if not the largest." },
	{ "Not surprisingly the fee rose." },
	{ "The port opens whether or not it rains." },
	{ "The crew left without doubt on Monday." },
	-- Hedges.
	{ "The pier may open in spring.", "hedge: may > open in spring" },
	{ "The pier opened in May." },
	{ "Perhaps the fee will fall.", "hedge: Perhaps > the fee will fall" },
	{ "The owner could, officials said, sell the fleet.", "hedge: could > sell the fleet" },
	{ "The ship reportedly sank near the cape.", "hedge: reportedly > sank near the cape" },
	{ "A strike is unlikely.", "hedge: is unlikely > A strike" },
	{ "A strike is likely to begin on Friday.", "hedge: is likely > A strike", "hedge: is likely > to begin on Friday" },
	{ "Whatever the cause, a delay remains possible.", "hedge: remains possible > a delay" },
	{ "The company appears to own the pier, and the town pays for it.", "hedge: appears > to own the pier" },
	{ "The captain called as soon as possible." },
	{ "The alleged smuggler was freed.", "hedge: alleged > smuggler was freed" },
	{ "The report could not be independently verified.", "hedge: could not be independently verified > The report" },
	-- Conditions.
	{ "If the fee falls, the crew will return.", "condition: If > the fee falls" },
	{ "The crew will return if the fee falls.", "condition: if > the fee falls" },
	{ "Unless it rains, they sail.", "condition: Unless > it rains" },
	{ "If the owner, who lives abroad, agrees, the pier will be sold.",
		"condition: If > the owner, who lives abroad, agrees" },
	{ "If Norway, Iceland and Denmark agree, quotas will rise.", "condition: If > Norway, Iceland and Denmark agree" },
	{ "The crew would return in exchange for higher pay.", "condition: in exchange for > higher pay" },
	{ "Should the talks fail, the port will close.", "condition: Should > the talks fail" },
	{ "Had the bank agreed, the yard would be open.", "condition: Had > the bank agreed" },
	{ "The union said that if pay rises, it will sign, and the owner agreed.", "condition: if > pay rises" },
	{ "They sail only after the inspection of the hull.", "condition: only after > the inspection of the hull" },
	{ "The clerk spoke on condition of anonymity." },
	{ "He acted as if nothing had happened.", "negation: nothing > had happened" },
	{ "Even if it rains, they sail." },
	-- Questions.
	{ "Will the pier open?", "question: ? > Will the pier open" },
	{ "“Who pays?” the captain asked.", "question: ? > Who pays" },
	{ "The board will decide whether the pier opens.", "question: whether > the pier opens" },
	{ "She asked if the ship had left.", "question: asked if > the ship had left" },
	-- Denials.
	{ "The owner denied that the ship had left.", "denial: denied > that the ship had left" },
	{ "The company rejected reports of a sale.", "denial: rejected reports > of a sale" },
	{ "The claim was denied by the owner.", "denial: was denied > The claim" },
	{ "The story is not true.", "denial: is not true > The story", "negation: not > true" },
	{ "The crew was denied entry to the port." },
	{ "The owner neither confirmed nor denied the sale.", "negation: neither > confirmed nor denied the sale" },
	-- Contexts in one another.
	{ "If they may not land, the crew will sue.", "condition: If > they may not land", "hedge: may > not land",
		"negation: not > land" },
	{ "The owner did not say whether the pier might close.", "negation: not > say whether the pier might close",
		"question: whether > the pier might close", "hedge: might > close" },
	{ "The mayor said the yard, once busy, could close unless a buyer came.",
		"hedge: could > close unless a buyer came", "condition: unless > a buyer came" },
}

local function contexts_of(text)
	local article, found = assay.article(text), {}
	for scope in article:context() do
		local record = scope:record()
		local cue = text:sub(record.cue[1] + 1, record.cue[2])
		found[#found + 1] = ("%s: %s > %s"):format(record.axis, cue, scope:text())
	end
	return found
end

local function set_of(list)
	local set = {}
	for _, item in ipairs(list) do set[item] = true end
	return set
end

--- Counts of what was found and is right, is wrong, and was missed; what differs, to be read when the figures fall.
local function score()
	local right, wrong, missed, notes = 0, 0, 0, {}
	for _, case in ipairs(GOLD) do
		local found = contexts_of(case[1])
		local got, expected = set_of(found), set_of(table.move(case, 2, #case, 1, {}))
		for _, item in ipairs(found) do
			if expected[item] then right = right + 1 else wrong, notes[#notes + 1] = wrong + 1, "+ " .. item end
		end
		for i = 2, #case do
			if not got[case[i]] then missed, notes[#notes + 1] = missed + 1, "- " .. case[i] end
		end
	end
	return right, wrong, missed, table.concat(notes, "\n")
end

describe("contexts", function()
	it("have the cues and the reach of the gold", function()
		local right, wrong, missed, notes = score()
		local f1 = 2 * right / (2 * right + wrong + missed)
		assert(f1 >= 0.95, ("F1 %.3f\n%s"):format(f1, notes))
	end)
end)

local CLAUSES = {
	{ "The plan, which the town drew up, would open the pier.",
		"main: The plan, which the town drew up, would open the pier", "relative: which the town drew up" },
	{ "If it rains, they stay.", "main: If it rains, they stay", "subordinate: If it rains" },
	{ "After the ship left, the pier closed.", "main: After the ship left, the pier closed",
		"subordinate: After the ship left" },
	{ "After the storm, the pier closed.", "main: After the storm, the pier closed" },
	{ "The mayor said the pier would close.", "main: The mayor said the pier would close",
		"complement: the pier would close" },
	{ "The mayor said that it would close.", "main: The mayor said that it would close",
		"complement: that it would close" },
	{ "The men who came on Monday were paid.", "main: The men who came on Monday were paid",
		"relative: who came on Monday" },
	{ "The crew left, and they did not return.", "main: The crew left", "coordinated: and they did not return" },
	{ "The crew left, saying it was cold.", "main: The crew left, saying it was cold",
		"participial: saying it was cold" },
	{ "The pier – a wooden one – burned.", "main: The pier – a wooden one – burned", "parenthesis: a wooden one" },
	{ "The pier burned; the crew was safe.", "main: The pier burned", "main: the crew was safe" },
	{ "The yard, officials said, is closed.", "main: The yard, officials said, is closed",
		"parenthesis: officials said" },
}

describe("clauses", function()
	for _, case in ipairs(CLAUSES) do
		it("of: " .. case[1], function()
			local found = {}
			for sentence in assay.article(case[1]):sentences() do
				for clause in sentence:clauses() do found[#found + 1] = clause:kind() .. ": " .. clause:text() end
			end
			assert.same(table.move(case, 2, #case, 1, {}), found)
		end)
	end
end)

describe("items of a sentence", function()
	-- Scanning a layer from its start for each sentence would take 10^10 steps.
	it("are found without passing over those before", function()
		local article = assay.article(("He did not see 3 Germans.\n"):rep(100000))
		local sentences, scopes, axes, numbers = 0, 0, 0, 0
		for sentence in article:sentences() do
			sentences = sentences + 1
			local first
			for token in sentence:tokens() do first = first or token:index() end
			for _ in sentence:context() do scopes = scopes + 1 end
			for _ in sentence:numbers() do numbers = numbers + 1 end
			axes = axes + #article:axes(first + 3, first + 3)
		end
		assert.same({ 100000, 100000, 100000, 100000 }, { sentences, scopes, axes, numbers })
	end)

	it("are those of the whole layer, in order", function()
		local article = assay.article("If they may not land, about 20 crew will sue. The plan is out of the question.\n\n"
			.. "“We wait,” said Anna Holm, “for 3 days.” Did he not say so? She said no one of the 12 had left.")
		for _, layer in ipairs { "mentions", "quotes", "numbers", "context", "descriptions", "clauses" } do
			local whole, parts = {}, {}
			for item in article[layer](article) do whole[#whole + 1] = item:index() end
			for sentence in article:sentences() do
				for item in sentence[layer](sentence) do parts[#parts + 1] = item:index() end
			end
			assert.is_true(#whole > 0)
			assert.same(whole, parts)
		end
	end)
end)
