-- Words written with a full stop. Acronyms (U.S., p.m.) are known by their shape.
local function list(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
	end
	return words
end

local titles = list([[
	mr. mrs. ms. mx. dr. prof. rev. fr. hon. st. messrs. sen. sens. rep. reps. gov. govs. amb. pres. sec.
	gen. lt. col. maj. capt. cpl. cmdr. sgt. brig. adm. pvt. pfc. cdr. comdr. supt. insp. det. spc. lieut.
]])

-- "no." stays out: what follows a number sign is no starter, and "the answer is no." ends a sentence.
local inner = list("e.g. i.e. vs. v. cf. fig. figs. viz. approx. ca. vol. pp. al. nos. ph.")

local others = list([[
	no. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri.
	inc. ltd. corp. co. cos. bros. llc. plc. jr. sr. esq. etc. est. dept. div. univ. assn. govt. intl. natl.
	ave. blvd. rd. hwy. mt. ft. a.m. p.m. u.s. u.n. u.k. e.u. u.a.e. d.c.
	ala. ariz. ark. calif. colo. conn. del. fla. ill. ind. kan. ky. md. mich. minn. mo. mont. neb. nev. okla.
	pa. tenn. tex. va. vt. wis. wyo.
]])

local all = {}
for _, part in ipairs({titles, inner, others}) do
	for _, word in ipairs(part) do
		all[#all + 1] = word
	end
end

return {
	classes = {
		["abbreviation"] = all,
		["abbreviation.title"] = titles,
		["abbreviation.inner"] = inner,
	},
}
