-- Numerals, what hedges them, and quantities without a numeral.
return {
	classes = {
		["number.about"] = {
			"about", "around", "some", "roughly", "approximately", "circa", "an estimated", "estimated", "in the region of",
			"approx.", "ca.", "somewhere around", "reportedly about", "in the order of", "on the order of",
		},
		["number.nearly"] = {"nearly", "almost", "close to", "just under", "just short of"},
		["number.over"] = {
			"more than", "over", "above", "upwards of", "upward of", "in excess of", "well over", "well more than",
			"just over", "greater than",
		},
		["number.under"] = {"less than", "fewer than", "under", "below", "well under"},
		["number.at_least"] = {"at least", "no fewer than", "no less than", "not less than", "a minimum of"},
		["number.up_to"] = {
			"up to", "at most", "as many as", "no more than", "not more than", "as much as", "a maximum of",
		},
		["number.range"] = {"to"},
		["number.between"] = {"between", "from", "anywhere between", "anywhere from"},
		["number.multiplier"] = {"hundred", "thousand", "million", "billion", "trillion", "dozen"},
	},
	numbers = {
		zero = 0, one = 1, two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10,
		eleven = 11, twelve = 12, thirteen = 13, fourteen = 14, fifteen = 15, sixteen = 16, seventeen = 17,
		eighteen = 18, nineteen = 19, twenty = 20, thirty = 30, forty = 40, fifty = 50, sixty = 60, seventy = 70,
		eighty = 80, ninety = 90, hundred = 100, thousand = 1000, million = 1000000, billion = 1000000000,
		trillion = 1000000000000, dozen = 12,
	},
	values = {
		{"a couple", 2, 3}, {"a couple of", 2, 3}, {"a pair of", 2, 2}, {"a dozen", 12, 12}, {"half a dozen", 6, 6},
		{"a half dozen", 6, 6}, {"dozens", 24, 99}, {"dozens of", 24, 99}, {"several dozen", 36, 99},
		{"a few dozen", 24, 60}, {"a couple of dozen", 24, 36}, {"couple of dozen", 24, 36}, {"scores of", 40, 99},
		{"a hundred", 100, 100}, {"about a hundred", 50, 150}, {"around a hundred", 50, 150}, {"hundreds", 200, 999},
		{"hundreds of", 200, 999}, {"several hundred", 200, 900}, {"a few hundred", 200, 500}, {"few hundred", 200, 500},
		{"a couple hundred", 200, 300}, {"a couple of hundred", 200, 300}, {"many hundreds of", 300, 999},
		{"a thousand", 1000, 1000}, {"thousands", 2000, 9999}, {"thousands of", 2000, 9999},
		{"several thousand", 2000, 9000}, {"a few thousand", 2000, 5000}, {"a couple of thousand", 2000, 3000},
		{"hundreds and hundreds of", 200, 999}, {"thousands and thousands of", 2000, 9999},
		{"tens of thousands", 20000, 99999}, {"tens of thousands of", 20000, 99999},
		{"hundreds of thousands", 200000, 999999}, {"hundreds of thousands of", 200000, 999999},
		{"a million", 1000000, 1000000}, {"millions", 2000000, 9999999}, {"millions of", 2000000, 9999999},
		{"several million", 2000000, 9000000}, {"tens of millions of", 20000000, 99999999},
		{"hundreds of millions of", 200000000, 999999999}, {"billions of", 2000000000, 9999999999},
		{"tens of", 20, 99},
	},
}
