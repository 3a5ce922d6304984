-- Words written with a full stop. Acronyms (U.S., p.m.) are known by their shape.
local function list(text)
	local words = {}
	for word in text:gmatch("%S+") do
		words[#words + 1] = word
	end
	return words
end

-- Before a name; never at the end of a sentence.
local titles = list([[
	mr. mrs. ms. mx. messrs. dr. drs. prof. profs. rev. revs. fr. hon. sen. sens. rep. reps. gov. govs. amb. pres. sec.
	gen. gens. cong. lt. col. maj. capt. cpl. cmdr. sgt. brig. adm. pvt. pfc. cdr. comdr. supt. insp. det. spc. lieut.
	mlle. mme.
]])

local inner = list([[
	e.g. eg. i.e. ie. vs. v. cf. viz. approx. ca. al. ph. esp. incl. excl. resp. attn. arr. dep. tel. mob.
]])

-- Abbreviations before a number alone: "no. 5", but "the answer is no."
local numeric = list([[
	no. nos. p. pp. fig. figs. vol. vols. art. arts. ch. chap. chaps. ext. para. paras. eq. eqs. ver. op. rs. res.
]])

-- Only with a capital: "Ill." is a state, "ill." a word.
local proper = list([[
	jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
	mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.
	ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb.
	nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. ont. que.
	ave. blvd. mt. mts. ft. pt. cos. bros. dept. div. univ.
]])

-- At the end of a list or of a time of day: what comes next with a capital is a new sentence.
local final = list("etc. a.m. p.m.")

local others = list([[
	inc. ltd. corp. co. llc. plc. jr. sr. esq. est. assn. assoc. govt. intl. natl. st. rd. hwy. sq. ste. bldg. gmbh.
	u.s. u.n. u.k. e.u. u.a.e. d.c. ed. eds. trans..
]])

local all = {}
for _, part in ipairs({ titles, inner, numeric, proper, final, others }) do
	for _, word in ipairs(part) do
		all[#all + 1] = word
	end
end

return {
	classes = {
		["abbreviation"] = all,
		["abbreviation.title"] = titles,
		["abbreviation.inner"] = inner,
		["abbreviation.numeric"] = numeric,
		["abbreviation.proper"] = proper,
		["abbreviation.final"] = final,
		-- Names written with an exclamation mark.
		["exclaimed"] = list("yahoo jeopardy"),
	},
}
