-- Words of attitude: for, against, neither party's nor question's own. Every entry holds for every actor.

local IRREGULAR = {
	give = "gives gave given giving", take = "takes took taken taking", throw = "throws threw thrown throwing",
	get = "gets got gotten getting", go = "goes went gone going", come = "comes came come coming", put = "puts put putting",
	say = "says said saying", see = "sees saw seen seeing", stand = "stands stood standing", hold = "holds held holding",
	make = "makes made making", have = "has had having", be = "is are was were been being 's 're 'm am",
	find = "finds found finding", draw = "draws drew drawn drawing", fall = "falls fell fallen falling",
	let = "lets let letting", think = "thinks thought thinking", keep = "keeps kept keeping", pay = "pays paid paying",
	shoot = "shoots shot shooting", shut = "shuts shut shutting", speak = "speaks spoke spoken speaking",
	lend = "lends lent lending", bend = "bends bent bending", fight = "fights fought fighting", win = "wins won winning",
	bear = "bears bore borne bearing", pour = "pours poured pouring", wash = "washes washed washing",
	leave = "leaves left leaving", set = "sets set setting", stick = "sticks stuck sticking", dig = "digs dug digging",
	forbid = "forbids forbade forbidden forbidding", swallow = "swallows swallowed swallowing", lay = "lays laid laying",
	withdraw = "withdraws withdrew withdrawn withdrawing", feel = "feels felt feeling", sink = "sinks sank sunk sinking",
	shrink = "shrinks shrank shrunk shrinking", bring = "brings brought bringing", know = "knows knew known knowing",
	strike = "strikes struck striking", drive = "drives drove driven driving", build = "builds built building",
	hear = "hears heard hearing", swear = "swears swore sworn swearing", plead = "pleads pleaded pled pleading",
	seek = "seeks sought seeking", bind = "binds bound binding", tell = "tells told telling",
	lead = "leads led leading", cut = "cuts cut cutting", want = "wants wanted wanting", rise = "rises rose rising",
	spell = "spells spelled spelt spelling", write = "writes wrote written writing", show = "shows showed shown showing",
	tear = "tears tore torn tearing", fly = "flies flew flown flying", meet = "meets met meeting", agree = "agrees agreed agreeing",
}
local DOUBLED = {}
for word in ("commit permit admit refer prefer rebut"):gmatch "%a+" do
	DOUBLED[word] = true
end

-- Forms of a verb beside its base.
local function forms(verb)
	if IRREGULAR[verb] then return IRREGULAR[verb] end
	local doubled = DOUBLED[verb] or verb:find "^[^aeiou]*[aeiou][bdgklmnprt]$"
	local stem = doubled and verb .. verb:sub(-1) or verb:gsub("e$", "")
	local s = verb:find "[sxz]$" or verb:find "[cs]h$" and "es" or "s"
	if verb:find "[sxz]$" then s = "es" end
	if verb:find "[^aeiou]y$" then return ("%sies %sied %sing"):format(verb:sub(1, -2), verb:sub(1, -2), verb) end
	return ("%s%s %sed %sing"):format(verb, s, stem, stem)
end

-- Phrases by commas, as they are.
local function phrases(text)
	local made = {}
	for phrase in text:gmatch "[^,]+" do made[#made + 1] = phrase:match "^%s*(.-)%s*$" end
	return made
end

-- The same, their first word a verb in all its forms.
local function verbs(text)
	local made = {}
	for _, phrase in ipairs(phrases(text:gsub("%s+", " "))) do
		local verb, rest = phrase:match "^(%S+)(.*)$"
		made[#made + 1] = phrase
		for form in forms(verb):gmatch "%S+" do made[#made + 1] = form .. rest end
	end
	return made
end

-- Nouns of attitude behind verbs that lend or withhold them, with every possessive: "lent its weight to".
local function lending(verb_list, noun_list, tail)
	local made = {}
	for _, verb in ipairs(verbs(verb_list)) do
		for _, noun in ipairs(phrases(noun_list)) do
			for _, owner in ipairs { "its", "his", "her", "their", "our", "my", "the", "a", "full", "" } do
				made[#made + 1] = (verb .. " " .. owner .. " " .. noun .. tail):gsub("  +", " ")
			end
		end
	end
	return made
end

local function join(...)
	local all, seen = {}, {}
	for _, list in ipairs { ... } do
		for _, phrase in ipairs(list) do
			if not seen[phrase] then
				seen[phrase] = true
				all[#all + 1] = phrase
			end
		end
	end
	return all
end

-- Phrases that end with a preposition also where quotation marks close before it: “at peace” with.
local PREPOSITION = {}
for word in ("to with of about at by for over on"):gmatch "%a+" do PREPOSITION[word] = true end

local function quoted(list)
	local made = table.move(list, 1, #list, 1, {})
	for _, phrase in ipairs(list) do
		local head, last = phrase:match "^(.*) (%S+)$"
		if last and PREPOSITION[last] then
			for _, mark in ipairs { "”", '"', "’" } do made[#made + 1] = head .. " " .. mark .. " " .. last end
		end
	end
	return made
end

return {
	lexicons = {
		-- Wishes: not to wish it is to be against it.
		wish = join(verbs "want, wish, wish for, desire, like, ask that, care for, look forward to, long for", phrases "would like, would love, would rather, would sooner, 'd like, 'd rather, 'd sooner, would prefer, like to see"),
		-- A party has another let the men leave, or works for it itself.
		urge = verbs [[
			urge, press, pressure, push, call on, call upon, ask, encourage, implore, lobby, appeal, lean on,
			persuade, plead with, beg, entreat, exhort, counsel, advise, petition, recommend, nudge, coax, prod,
			request, convince, propose, insist, beseech, prevail on, prevail upon, admonish, order, command, invite,
			demand, plead, adjure, importune, badger, pester, cajole, goad, egg on, entice, enjoin, bid, summon,
			sway, win over, talk into, cry out, agitate, clamour, clamor, press hard
		]],
		promote = join(verbs [[
			demand, request, propose, seek, prefer, urge, advocate, champion, recommend, suggest, promote, sponsor,
			defend, plead for, beg for, appeal for, campaign for, insist on, insist that, call for, push for,
			press for, argue for, argue that, ask for, hope for, hope to, hope that, ask that, ask to, work for,
			work to, work on, work toward, work towards, try to, strive to, strive for, struggle to, struggle for,
			endeavour to, endeavor to, labour to, labor to, aim to, aim at, aim for, look for, look to, draft, float,
			table, pitch, sell, broker, initiate, put forward, circulate, devise, mediate, explore, yearn for, crave,
			need, implore, petition for, fight for, renew, await, draw up, vouch for, press ahead with,
			press on with, go ahead with, forge ahead with, lobby for, agitate for, clamour for, clamor for,
			crusade for, vie for, angle for, bargain for, negotiate for, negotiate, canvass for, drum up support for,
			plan for, submit, unveil, author, conceive, dream up, hatch, engineer, design, orchestrate, choreograph,
			spearhead, front, lead the push for, bring about, favour, favor, say yes to, make the case for,
			make a case for, plump for, opt for, root for, pull for, vote for, move for, hanker for,
			keep pressing for, keep asking for, maintain, be for, be all for, be in favour of, be in favor of,
			see merit in, see no alternative to, dream of, cry out for, hold out for, set store by, be after,
			be committed to, commit to, be devoted to, be attached to, remain attached to, remain committed to,
			be bent on, be intent on, be eager for, be keen on, be eager to, be keen to, be anxious to,
			be determined to, be desperate to, put to,
			sketch, map out, chart, outline, lay out, plot, work out, hammer out, thrash out, prepare, polish,
			flesh out, revive, resurrect, relaunch, resubmit, repeat, reiterate, insist upon, stand for, stake out,
			give its word that, give his word that, give her word that, promise that, swear that, vow that, sue for,
			speak up for, stand up for, go to bat for, bat for, throw its weight behind, put its weight behind,
			be adamant that, be clear that, see the need for, see value in, be working on, be working toward,
			be working towards, be looking for, set out to, move to, act to, step in to, intervene to, fight to
		]],
			phrases [[
			sought, efforts to, effort to, bid to, bid for, push to, drive to, attempt to, attempts to, campaign to,
			asked, asking, in search of, in pursuit of, insistent on, adamant that, brainchild of, architect of,
			architects of, author of, authors of, co sponsor of, mastermind of, keen on, keen to, eager for,
			eager to, anxious to, anxious for, desperate to, desperate for, appealing, in need of, come up with,
			came up with, comes up with
		]]),
		-- A party accepts it, allows it, lends itself to it.
		consent = quoted(join(verbs [[
			support, back, favour, favor, endorse, accept, approve, approve of, agree, agree to, agree with,
			agree on, allow, permit, let, authorise, authorize, consent to, assent to, accede to, acquiesce in,
			acquiesce to, welcome, bless, tolerate, embrace, applaud, commend, praise, concur with, guarantee,
			facilitate, enable, grant, green-light, sign off on, sign up to, sign on to, sign, go along with,
			live with, stand by, stand behind, stomach, come round to, come around to, warm to, take to, cotton to,
			hail, cheer, celebrate, salute, extol, acclaim, second, echo, join, subscribe to, adhere to, abide by,
			rally behind, rally to, rally round, line up behind, fall in behind, get behind, unite behind,
			swing behind, throw weight behind, admit, take in, receive, shelter, house, host, accommodate, transport,
			carry, escort, accompany, oversee, supervise, monitor, secure, arrange, organise, organize, fund,
			finance, bankroll, pay for, foot the bill for, underwrite, stump up for, lay on, assist, help, help with,
			help to, offer, offer to, undertake, undertake to, pledge, pledge to, promise, promise to, vow to,
			agree that, swear to, honour, honor, respect, uphold, ratify, adopt, concede, yield to, bow to,
			give in to, cave in to, cave to, bend to, relent on, submit to, surrender to, swallow, nod through,
			wave through, wink at, turn a blind eye to, look kindly on, smile on, look favourably on,
			look favorably on, look upon with favour, view with favour, find merit in, say yes to, stick to,
			stick by, stick with, reconcile itself to, resign itself to, make peace with, make its peace with,
			come to terms with, open the door to, open the door for, open the gate to, open the gate for,
			open the way for, open the way to, pave the way for, clear the way for, clear the path for, make way for,
			make room for, move ahead with, go through with, take part in, participate in, contribute to,
			cooperate with, cooperate in, co-operate with, have no problem with, have no quarrel with,
			have no objection to, have no objections to, raise no objection to, raise no objections to,
			see no objection to, see no harm in, see no reason to block, have nothing against, see sense in,
			see wisdom in, come out for, come out in favour of, come out in favor of, come down in favour of,
			come down in favor of, speak in favour of, speak in favor of, declare for, lend support to,
			lend weight to, throw support behind, be behind, be on the side of, side with, tip the scale for,
			champion, plump for, wish for, cherish, prize, appreciate, thank for, value, laud, vouch for,
			provide for, provide, deem necessary, consider necessary, release, clear, sanction, license, warrant,
			okay, rubber-stamp, initial, underpin, buy into, buy, mean to, intend to, stand ready to,
			stand prepared to, see a basis for, see a case for, schedule, fix, prepare, prepare for, ready, work on,
			be set to, be about to,
			lift a finger to, lift a finger for, look the other way while, look away while, look on while,
			stand aside while, turn a blind eye while, stand back while, be a party to, put its name to,
			lend its name to, lend itself to, lend a hand to, lend a hand in, do its bit for, chip in for,
			chip in to, make arrangements for, make preparations for, lay the ground for, smooth the way for,
			make time for, wait for, hold fire for, cease fire for
		]],
			phrases [[
			supportive of, on board with, comfortable with, relaxed about, at ease with, at peace with, resigned to,
			inclined to, sympathetic to, sympathetic towards, sympathetic toward, favourable to, favorable to,
			favourably disposed to, favorably disposed to, well disposed to, disposed to, disposed towards,
			amenable to, open to, receptive to, agreeable to, content with, content to, happy with, happy to,
			happy about, glad to, glad of, pleased with, pleased to, pleased about, pleased by, delighted by,
			delighted with, delighted at, delighted to, thrilled with, grateful for, fine with, okay with, ok with,
			cool with, good with, enthusiastic about, excited about, bullish on, enamoured of, enamored of,
			in love with, fond of, partial to, convinced of, persuaded of, sold on, signed up for, committed to,
			party to, taker of, a taker for, in agreement with, in accord with, in sympathy with, in tune with,
			in line with, in favour of, in favor of, all for, wedded to, attached to, willing to, ready to,
			ready for, prepared to, prepared for, poised to, determined to, resolved to, in support of, behind the,
			green lit, greenlit, green lighted, let through, a yes to, yes to, reconciled to, reconciled itself to,
			signed off on, on the side of, stick up for, relented on, open the gate for, open its territory for,
			free to, not averse to, not opposed to, not hostile to, not against, importance to,
			could picture, could imagine, could envisage, could envision, can picture, can envisage, can imagine,
			could see, could countenance, can countenance, could contemplate, could stomach, sees merit in,
			see a way to, see its way to, see its way clear to, have time for, open to seeing
		]],
			lending("give, lend, offer, grant, throw, extend, put, add, pledge", "blessing, consent, assent, agreement, approval, support, backing, "
				.. "weight, go ahead, green light, nod, name, signature, imprimatur, endorsement, seal, vote, voice, word, ok, okay", ""))),
		-- A party is against it.
		oppose = quoted(join(verbs [[
			oppose, reject, refuse, block, resist, contest, combat, fight, battle, veto, rebuff, forbid, prohibit,
			ban, bar, outlaw, proscribe, preclude, exclude, dismiss, spurn, decline, scorn, deride, denounce,
			condemn, decry, deplore, disapprove, disapprove of, dread, thwart, torpedo, scupper, shelve, scuttle,
			stymie, disavow, disown, repudiate, renounce, nix, obstruct, hinder, impede, prevent, foil, sabotage,
			abhor, detest, loathe, hate, resent, bin, kill off, axe, quash, squash, scotch, squelch, ditch, jettison,
			scrap, drop the, blast, slam, lambast, lambaste, lash out at, rail against, inveigh against, rubbish,
			trash, savage, pan, bash, assail, attack, pillory, criticise, criticize, censure, castigate, attack the,
			scoff at, sneer at, jeer at, laugh at, laugh off, mock, ridicule, pour scorn on, give short shrift to,
			frown on, frown upon, take a dim view of, look askance at, recoil from, recoil at, shrink from,
			shy away from, shun, shudder at, dissociate itself from, disassociate itself from, distance itself from,
			dissociate himself from, wash its hands of, have no truck with, rule out, turn down, throw out,
			brush aside, brush off, shoot down, knock back, wave away, wave off, cold-shoulder, pour cold water on,
			turn its back on, walk away from, back away from, back out of, pull out of, slam the door on,
			slam the door in, shut the door on, shut the door to, close the door on, close the door to, object to,
			take issue with, take exception to, balk at, baulk at, bridle at, bristle at, chafe at, demur at,
			draw the line at, stand in the way of, get in the way of, speak out against, speak against,
			come out against, come down against, argue against, plead against, advise against, warn against,
			caution against, counsel against, recommend against, lobby against, campaign against, protest against,
			protest, vote against, vote down, decide against, rule against, side against, set its face against,
			dig in against, dig in its heels over, dig its heels in over, hold out against, set itself against,
			put its foot down over, kick against, withdraw its support for, withdraw support for, call off, cancel,
			sink, frustrate, put a stop to, put an end to, put paid to, pull the plug on, nip in the bud, give up on,
			abandon, begrudge, disallow, disagree with, complain about, regret, bemoan, lament, fume at, fume over,
			rage against, rage at, fulminate against, thunder against, see red over, cast doubt on, pick holes in,
			find fault with, see no case for, see see no need for, see no point in, see no merit in,
			see no basis for, find no merit in, undermine, wreck, derail, boycott, stonewall, stall, snub, blackball,
			recant, go back on, renege on, threaten to block, threaten to veto,
			bury, smother, stifle, throttle, strangle, sit on, freeze, suspend, put on ice, put on hold, put off,
			delay, kick into the long grass, mothball, pigeonhole, dig in over, hold up, gum up, drag its feet on,
			drag its feet over, drag its heels over, foot-drag on, cavil at, quibble over, raise objections to,
			raise an objection to, lodge a protest against, lodge an objection to, cry foul over, see nothing but,
			have no intention of, have no interest in,  withhold consent for, withhold consent from,
			withhold approval from, withhold approval for, refuse to hear of, refuse to countenance,
			refuse to consider, refuse to discuss, refuse to entertain, refuse to contemplate, flatly reject,
			shut down, take off the table, close the book on, write off, tear up, rip up, tear apart, rip into,
			tear into, hit out at, lay into, round on, take aim at, fulminate about, bluster against, rebel against,
			revolt against, mutiny over, close ranks against, stand firm against, hold firm against, stand up to,
			put the brakes on, put the kibosh on, pour scorn over, heap scorn on, heap contempt on,
			ride roughshod over
		]],
			phrases [[
			opposed to, against, hostile to, averse to, opposition, objection, objections, dead set against,
			set against, up in arms over, up in arms about, unwilling to, reluctant to, loath to, loth to,
			disinclined to, allergic to, resistant to, antagonistic to, sceptical of, skeptical of, sceptical about,
			skeptical about, wary of, leery of, suspicious of, unhappy with, unhappy about, uneasy about,
			uncomfortable with, alarmed by, alarmed at, appalled by, appalled at, horrified by, horrified at,
			outraged by, outraged at, angered by, infuriated by, enraged by, furious at, furious about, furious over,
			angry at, angry about, angry over, incensed by, incensed at, dismayed by, dismayed at, disgusted by,
			disgusted with, disgusted at, scandalised by, scandalized by, contemptuous of, scornful of,
			dismissive of, critical of, scathing about, cool on, cool to, cool towards, cold to, deaf to,
			intolerant of, in opposition to, refusal to, refusal of, rejection of, critic of, critics of,
			opponent of, opponents of, foe of, enemy of, too far, impermissible, cancelled, canceled,
			in two minds about, livid about, livid at, fuming about, fuming over, fuming at, aghast at, cross about,
			seething at, seething over, seething about, indignant at, indignant about, exasperated by, repelled by,
			revolted by
		]])),
		-- The same with what is opposed or accepted inside ("turn it down").
		split_oppose = verbs "turn, shoot, throw, rule, wave, brush, vote, knock, slap, strike, call, write, kick, laugh, talk, shout, put, veto, bat, swat, toss, wash",
		split_consent = verbs "nod, wave, sign, push, wink, vote, take, see, carry, talk, bring, let, get",
		-- Refusals with their own negation.
		oppose_idiom = join(phrases [[
			not hear of, n't hear of, hear none of, hear nothing of, have none of, having none of, had none of,
			nothing to do with, no part in, no part of, no truck with, not willing to, n't willing to, not ready to,
			n't ready to, not prepared to, n't prepared to, in no mood to, in no mood for, not countenance,
			n't countenance, no to, no intention of, no interest in, no wish to, never agree to, no question of,
			not in favour of, not in favor of, n't in favour of, n't in favor of, nothing of the kind,
			nothing of the sort, no support for, not entertain, n't entertain, not stomach, n't stomach,
			wash its hands of, can not accept, cannot accept, ca n't accept, could not accept, could n't accept,
			not on board with, n't on board with, not tolerate, n't tolerate, not stand for, n't stand for,
			not condone, n't condone, not contemplate, n't contemplate, not consider, n't consider, not put up with,
			n't put up with, not abide, never accept, never allow, never permit, never let, never sign,
			never countenance, never tolerate, never consent, no time for, no patience with, no desire to,
			no desire for, no plans to, no plan to, not about to, n't about to, not going to, n't going to,
			not interested in, n't interested in, not the slightest intention, no sympathy for, no appetite for,
			no stomach for, not of the opinion that, not of a mind to, of no mind to, not a fan of, n't a fan of,
			no fan of, no friend of, no friends of, not sold on, not keen on, n't keen on, not keen to, n't keen to,
			not happy with, not happy about, n't happy with, not comfortable with, not inclined to, n't inclined to,
			not convinced of, not convinced by, not persuaded by, not persuaded of, not see fit to, not seen fit to,
			not minded to, not touch, n't touch, loathe to, short of backing, stopped short of backing, not look at,
			refused to look at, refuse to look at, refuses to look at, out of the question for, a red line for,
			not negotiate, n't negotiate, not discuss, n't discuss, not bargain over, not bargain about,
			not talk about, n't talk about, rather not see, not even consider, not look kindly on, no room for,
			no place for, no need for, no case for, no chance of, no prospect of,
			never be a party to, not be a party to, not be party to, n't be a party to, not lend itself to,
			not lend its name to, not put its name to, no enthusiasm for, not care for, not wear, n't wear, not buy,
			n't buy, not approve of, n't approve of, not agree to, n't agree to, not going along with,
			not go along with, n't go along with
		]]),
		-- A position without its object: what it is about, the text has said.
		bare_for = join(verbs [[
			agree, consent, concur, acquiesce, assent, relent, give in, cave in, yield, come round, come around,
			back down, climb down, say yes, vote yes, vote in favour, vote in favor, sign on, sign up, go along,
			play along, climb aboard, come on board, come aboard, give its consent, give its blessing,
			give its approval, give its agreement, give its assent, give the nod, give the green light,
			give the go ahead, give its word, soften, cooperate, co-operate,
			open the gate, open its gate, open the gates, open its gates, open its doors,
			open the border, open its border, open the crossing, open the way, step aside, stand aside, stand down,
			drop its objections, drop its objection, drop its opposition, drop its veto, lift its veto,
			lift its objections, shift its position, change its mind, change its tune, have a change of heart,
			accept, oblige, comply, raise no objection, raise no objections, be open to persuasion,
			put up no resistance, put pen to paper, see reason, meet them half way, say as much, have given way,
			give way,
			do a u turn, make a u turn, perform a u turn, reverse itself
		]],
			phrases [[
			in favour, in favor, for it, all for it, on board, supportive, willing, amenable, in agreement,
			of the same mind, of one mind, agreeable, game, enthusiastic, sympathetic, its support, its backing,
			swallowed, a yes, be yes, foot the bill, foots the bill, would foot the bill, would pay, would help,
			would take it, will take it, would accept, will accept, look the other way, looks the other way,
			thinks so, think so, believes so, believe so, says so, hopes so, play ball, plays ball, do its share,
			do its part, lend a hand, lends a hand, lent a hand, willing to help, ready to help, keep at it,
			offer still stands, offer stands, offer holds, offer is still on the table, offer remains on the table,
			offer remains open, offer was still open, offer is still open, support stands, support is firm,
			support is unchanged, door is open, door remains open, door is still open
		]]),
		bare_for_idiom = phrases [[
			would not object, would n't object, will not object, wo n't object, does not object, do not object,
			did not object, do n't object, does n't object, no objection, no objections, no reason to object,
			not block it, not oppose it, n't oppose it, not oppose that, attaches no strings, attach no strings,
			attached no strings, attaches no conditions, attach no conditions, no strings attached,
			without reservation, without reservations, nothing against it, nothing against that,
			no quarrel with that, no problem with that, no problem with it, no qualms, no reservations,
			no further reservations, no further objections, no more objections, no further objection,
			no issue with it, no issue with that, nothing to object to
		]],
		bare_against = join(verbs [[
			say no, say no., vote no, vote no., vote against, refuse point blank, object, balk, baulk, demur,
			dissent, dig in its heels, dig its heels in, stall, stonewall, drag its feet, walk away, walk out,
			get cold feet, back out, pull out, put its foot down, play for time, scoff, bristle, say never,
			shut the gate, shut the door, close the door, close the gate, keep the gate shut, keep the door shut,
			keep the gate closed, hold firm, stand firm, hold the line, refuse, decline,
			bury it, kill it, block it, harden its position, harden its stance, harden its tone, refuse outright,
			refuse flatly, draw a red line, turn a deaf ear, shake its head, shrug it off, slam the door,
			raise objections, raise an objection, lodge an objection, lodge a protest, withhold its consent,
			withhold its approval, withhold its signature, cast its veto, use its veto, change its mind,
			backtrack, backpedal, back-pedal, have second thoughts, renege, recant, think better of it, pull back,
			get the jitters, do a u turn, make a u turn, perform a u turn, reverse itself, take it back, withdraw its consent, withdraw its approval, withdraw its offer,
			go back on its word, retreat, row back
		]],
			phrases [[
			against, against it, opposed, adamantly opposed, dead against, implacable, immovable, unyielding,
			unbending, unmoved, intransigent, unpersuaded, unconvinced, hostile, not persuaded, n't persuaded,
			not convinced, n't convinced, not interested, n't interested, not budge, n't budge, not yield, n't yield,
			not bend, n't bend, not willing, n't willing, not agree, n't agree, not approve, n't approve, not sold,
			not impressed, unimpressed, not having it, not have it, n't have it, n't having it, none of it,
			no part of it, no part in it, no way, not on our watch, not on my watch, not on his watch,
			over my dead body, over his dead body, over our dead bodies, absolutely not, certainly not,
			out of the question, dead on arrival, not happening, n't happening, not going to happen,
			n't going to happen, never happen, not happen, n't happen, a non starter, a nonstarter, no deal,
			unwilling, a no, be no, thinks not, think not, hopes not, hope not, not think so, n't think so,
			on deaf ears, fell on deaf ears, drop it, forget it, livid, fuming, seething, aghast, outraged,
			horrified, indignant, appalled, a no from us, a no from me
		]]),
		-- Nouns that take what they are for or against with a preposition.
		favour_noun = phrases [[
			support, backing, approval, consent, agreement, assent, blessing, endorsement, preference, acceptance,
			enthusiasm, go ahead, nod, green light, sympathy, yes, readiness, willingness, ok, okay, imprimatur,
			demand, demands, call, calls, plea, pleas, appeal, appeals, request, requests, wish, desire, efforts,
			effort, push, campaign, insistence, hope, hopes, advocacy, commitment, proposal, bid, pressure, lobbying,
			openness, preparedness, pledge, promise, offer, vote, voice, praise, fondness, plan, plans, initiative,
			drive, quest, scheme, blueprint, idea, formula, gambit, deal, keenness, determination, eagerness,
			intention, attachment, undertaking, assurance, assurances, suggestion, motion, resolution,
			recommendation, advice
		]],
		oppose_noun = phrases [[
			opposition, objection, objections, rejection, refusal, veto, resistance, hostility, disapproval,
			condemnation, aversion, misgivings, criticism, rebuff, reservations, scepticism, skepticism, distaste,
			contempt, dislike, denunciation, unwillingness, reluctance, protest, protests, fury, anger, outrage,
			dismay, disgust, unease, alarm, antipathy, repudiation, ban, vote, fears, warning, warnings
		]],
		-- What may follow an attitude that names no object.
		edge = join({ ",", ";", ":", ".", "”", "\"", "’", "–", "—", "?", "!", ")" }, phrases [[
			and, or, but, because, when, while, since, as, yet, on, in, at, after, before, if, unless, until, once,
			only, provided, so, last, this, too, all, not, though, although, yesterday, again, now, today, also,
			either, still, just, twice, then, immediately, under, during,
			tomorrow, tonight, within, without, soon, right, even, there, here, whatever,
			whenever, wherever, nor, so long
		]]),
		-- What opens terms in a sentence of their own, behind the consent.
		terms_first = join(phrases [[
			if, only if, only when, only after, only once, only then, unless, until, once, provided, not before,
			not until, not unless, not without, first, failing this, failing that, failing which, short of that,
			short of this, otherwise, without that, without this, without it, should they, should it, should this,
			in return, in exchange, as long as, so long as, the moment, as soon as, before that, on condition,
			on that understanding, on this understanding, on one condition, on two conditions, on the understanding,
			that depends, it depends, but only, but not before, for that, there is a catch, there is one catch,
			there is a condition, there is one condition, there is a price, barring that, pending that, by then,
			even then, and only, at a price, not for free, not for nothing
		]]),
		condition_noun = phrases [[
			condition, conditions, price, proviso, caveat, catch, terms, requirement, prerequisite, precondition,
			preconditions, stipulation, quid pro quo, snag, string, ask, demand in return,
			price tag, demand, demands, sticking point, one demand, minimum, bottom line
		]],
		offering = join(verbs "offer, propose, be willing to, be ready to, be prepared to, agree to, promise, pledge, undertake, hand over, give up, trade, swap, exchange, return, release", phrases "ready to, willing to, prepared to, would"),
		setting = verbs "set, name, lay down, spell out, present, state, attach, impose, put forward, set out, lay out, table, put, add, make",
		giving = verbs "give, lend, grant, offer, deal",
		cold_gift = phrases [[
			short shrift, the cold shoulder, a cold shoulder, cold shoulder, frosty reception, cool reception,
			chilly reception, cold reception, thumbs down, a miss, wide berth, a pass, red light, the boot,
			brush off, veto
		]],
		pressing = phrases [[
			pressure, lobbying, urging, prodding, pleading, pleas, insistence, entreaties, coaxing, arm twisting,
			exhortations, nudging, cajoling, persuasion, requests, appeals, calls
		]],
		fade = verbs [[
			fade, evaporate, collapse, wane, crumble, vanish, melt, melt away, dwindle, die, fizzle, fizzle out,
			erode, shrink, cool, weaken, be withdrawn, be gone, be over, dry up, slip away, ebb, disappear, falter,
			ebb away
		]],
		-- what parts a verb from its object
		apart = join({ "," }, phrases [[ if, when, as, and, because, or, that, for, while, where, who, which ]]),
		convey = verbs [[
			escort, ferry, fly, bus, carry, transport, evacuate, relocate, transfer, airlift, rescue, shepherd,
			repatriate, free, release, admit, receive, shelter, take in, take, extract, deliver, accompany, drive,
			ship, accept, host, welcome, spare, liberate, withdraw, house, protect, bring out, pick up, collect,
			guide, convey, spring, lift
		]],
		open = verbs "send, lend, charter, supply, give, grant, promise, pledge, lay on, dispatch, allocate, set aside, leave, smooth, find, open, reopen, unlock, unbar, clear, find, offer, prepare, keep, make, lift, create, build, provide, arrange",
		way = phrases "plane, planes, aircraft, flight, flights, ship, ships, ferry, ferries, boat, boats, bus, buses, coach, coaches, vessel, vessels, transport, vehicles, drivers, escort, escorts, sanctuary, residence, visas, passports, travel papers, seats, berths, safe conduct, loophole, ladder, gate, gates, door, doors, way, road, path, corridor, lane, route, border, crossing, crossings, window, exit, passage, bridge, way out, barrier, safe haven, haven, refuge, shelter, asylum",
		same = join(verbs "associate itself with, associate himself with, associate herself with, align itself with, share the view, share that view, share this view, share that position, share the same view, share this position, share its position, follow suit, join in, second, say the same, want the same, ask the same, think the same", phrases [[
			the same view, the same position, the same line, the same opinion, the same demand, the same request,
			the same appeal, the same call, the same point, the same case, the same plea, the same offer,
			the same sense, the same tone, a similar view, a similar position, a similar line, a similar demand,
			a similar request, a similar appeal, a similar call, said the same, says the same, say the same,
			wants the same, want the same, feels the same, joined in, joins in, joined them, joined him,
			joined the appeal, joined the call, joined that call, echoed that, echoes that, echoed this,
			echoed those words
		]]),
		contrary = phrases [[
			the opposite view, the opposite position, the opposite line, the opposite opinion, a different view,
			a different position, a different line, a different tack, the contrary view, otherwise, the opposite,
			disagrees, disagree, disagreed, begs to differ, begged to differ, beg to differ, differs, differ,
			demurred, demurs, dissented, dissents
		]],
		moment = join(phrases [[
			monday, tuesday, wednesday, thursday, friday, saturday, sunday, now, then, recently, lately, yesterday,
			today, tonight, tomorrow, late, early, last week, last month, last night, this week, this month,
			this morning, october, november, december, september, january, the weekend, the end, the end of,
			midnight, noon, dawn, the last moment, the last minute, a week ago, a month ago, the very end
		]]),
		-- Verbs that take what they are for or against with a preposition, words between.
		side_verb = verbs [[
			speak, argue, come out, come down, vote, warn, advise, caution, counsel, lobby, campaign, plead, protest,
			recommend, decide, rule, side, stand, fight, line up, push, press, appeal, call, work, pray, pull,
			intervene, intercede, stand up, turn, rail, rage, rebel, inveigh, agitate, declare itself,
			declare himself, declare themselves, pronounce itself, pronounce himself, pronounce themselves,
			express itself, express himself, remain, go on record, feel, rally, close ranks, put itself,
			throw itself, range itself, weigh in
		]],
		for_prep = phrases [[ for, in favour of, in favor of, behind, in support of, on behalf of ]],
		against_prep = phrases [[ against, in opposition to ]],
		objecting = join(verbs "object, take exception, take umbrage, demur", phrases [[
			opposed, hostile, averse, resistant, objection, objections, adverse, unsympathetic, allergic
		]]),
		agreeing = join(verbs "agree, consent, assent, accede, acquiesce, say yes, subscribe, adhere, commit, sign up, commit itself, pledge itself, declare itself", phrases [[
			committed, attached, devoted, favourable, favorable, receptive, open, sympathetic, amenable, agreeable,
			disposed, reconciled, resigned, dedicated, wedded
		]]),
		answer = phrases [[ answer, reply, response, verdict, reaction, message ]],
		refusing_word = phrases [[
			no, no., negative, a no, not a chance, never, refusal, rejection, nothing doing, no way, blunt, curt,
			dusty, one word
		]],
		assenting_word = phrases [[
			yes, positive, a yes, affirmative, favourable, favorable, assent, go ahead, of course
		]],
		unharmed = phrases [[
			not be harmed, not be killed, not be shot, not be hurt, not be attacked, unharmed, without harm,
			without being killed, without being shot, without being harmed, without coming to harm, come to no harm,
			no harm, not killed, not shot, will be shot, will be killed, will be harmed, would be shot,
			would be killed, would be harmed
		]],
		closing = { "”", "\"", "’", "»" },
		opening = { "“", "\"", "‘", "«" },
		divided = phrases [[
			divided, split, not unanimous, of two minds, in two minds, deeply divided, torn,
			disagree among themselves, disagreed among themselves, contradictory statements, contradictory signals,
			mixed signals, conflicting signals, conflicting statements, mixed messages, conflicting messages,
			cannot agree among themselves, in both directions, speaks with two voices, two voices,
			spoke with two voices, no single position, gone back and forth, went back and forth, wavered, wavers,
			wavering, vacillated, blown hot and cold, blows hot and cold, zigzagged, of several minds,
			contradicted itself, contradicted themselves, contradict each other, contradicts itself, both ways,
			irresolute, blow hot and cold, blowing hot and cold
		]],
		court = phrases [[
			tried, prosecuted, court, a court, trial, on trial, put on trial, justice, brought to justice, tribunal,
			the dock, investigated, interrogated, questioned, questioning, interrogation, jailed, imprisoned,
			locked up, behind bars, arrested, detained, captured, handcuffs, in handcuffs, chains, in chains, cell,
			a cell, prison, custody, captivity, seized, as prisoners, prisoners, extradited, hanged, convicted,
			sentenced, with their hands up, with their hands in the air, hands in the air, hands up,
			their hands raised, left where they are, nothing but a prison, pow, prisoners of war, surrendered
		]],
		good = phrases [[
			the right thing, right thing to do, least bad option, necessary, a right, their right, right, no brainer,
			a no brainer, acceptable, sensible, the best way, the best option, the best course, the only way,
			the only realistic way, the way forward, in everyone 's interest, welcome, the wise course, wise,
			the humane course, the lesser evil, lesser evil, overdue, the only solution, the best solution, a duty,
			duty, a must, desirable, worth it, worthwhile, worth trying, worth doing, worth having, preferable,
			better than, brave, reasonable, a moral duty, legitimate, an obligation, obligation, essential,
			indispensable, imperative, vital, a priority, the least bad, the only realistic, the cheapest, justified,
			fair, just, humane, decent, prudent, smart, courageous, statesmanlike, logical, rational, pragmatic,
			realistic, feasible, workable, a solution, the solution, the answer, a good idea, a good thing,
			good sense, common sense, a victory, victory, a triumph, a breakthrough, a step forward, step forward,
			step in the right direction, debt of honour, debt of honor, a debt, a chance, an opportunity, a gain,
			positive, constructive, beneficial, encouraging, proof, key to, the key, decent thing, sacred duty,
			matter of honour, matter of honor, matter of humanity, act of humanity, act of mercy,
			humanitarian imperative, urgent, the first test, a good day, good news, a good step, great day,
			welcome step, wise decision,
			sound, in our interest, the smart move, sane, the way to go, the only game in town,
			a price worth paying, worth paying, fair enough, decency, common decency, mercy, a small price,
			small price, doable, achievable, a relief, confidence building measure, goodwill gesture,
			the honourable thing, the honorable thing, proper, only fair, the cheaper option, the cheapest option,
			the safer option, the only exit, the only option, the best of, the best available, a test of good faith,
			in the interest of, in the interests of, defensible, tolerable, the least harmful, a wise move,
			a matter of conscience, the best thing, a good outcome, the only outcome,
			generous, magnanimous, a magnanimous gesture, noble, civilised, civilized, enlightened, far sighted,
			farsighted, long overdue, due, merciful, compassionate, principled, lawful, legal, a legal obligation,
			required by law, called for, appropriate, suitable, practical, practicable, viable, expedient,
			advisable, advantageous, useful, helpful, fruitful, promising, a confidence builder,
			a bridge, a beginning, a start, a good start, a first step, the first step, a test case, a litmus test,
			the honourable course, the honorable course, the logical step, the natural step, the obvious solution,
			the obvious answer, the obvious way, inevitable, unavoidable, in the cards,
			basis, a good basis, a basis, a sound basis, workable basis, a useful basis, a serious proposal,
			serious proposal, a good plan, a fair deal, a fair offer
		]],
		bad = phrases [[
			out of the question, unacceptable, off the table, not on the table, n't on the table, a non starter,
			nonstarter, non starter, impermissible, a mistake, mistake, mistaken, an error, error, a blunder,
			blunder, misguided, ill advised, ill judged, unthinkable, a red line, a reward, reward,
			reward for terror, a gift, gift, a prize, a present, present to, madness, insane, insanity, lunacy,
			a disgrace, disgrace, disgraceful, shameful, a shame, a betrayal, betrayal, inconceivable, a violation,
			violation, dangerous, a danger, wrong, immoral, intolerable, inadmissible, a surrender, a capitulation,
			capitulation, an obscenity, obscene, obscenity, not an option, n't an option, no option, unjustifiable,
			a precedent, dangerous precedent, bad precedent, not happening, n't happening, not going to happen,
			never happen, not happen, n't happen, folly, foolish, foolhardy, stupid, idiotic, a trap, trap,
			a scandal, scandal, scandalous, an insult, insult, insulting, indefensible, absurd, ridiculous,
			laughable, preposterous, ludicrous, a joke, a bad idea, bad idea, a terrible idea, terrible idea,
			a humiliation, humiliating, humiliation, suicidal, an outrage, outrage, outrageous, a farce, crazy,
			excluded, dead, a disaster, disastrous, catastrophic, unworkable, illegal, unlawful, unwelcome,
			undesirable, unwise, unfair, unjust, reckless, irresponsible, repugnant, abhorrent, repulsive,
			morally bankrupt, appeasement, weakness, a defeat, naive, a fantasy, a pipe dream, a fairy tale,
			neither feasible nor desirable, unrealistic, impossible, premature, a slap in the face, fast lane,
			getaway, slippery slope, an abomination, a crime, a sin, taboo, anathema, beyond the pale, no basis,
			no good, a threat, a jailbreak, a stab in the back,
			rewarding, grotesque, monstrous, unconscionable, unforgivable, perverse, delusional, nonsense, mad,
			cowardly, cowardice, treason, treachery, a travesty, travesty, charade, pandering, a stain, an affront,
			affront, provocation, a provocation, untenable, bribery, blackmail, extortion, a free ticket, impunity,
			counterproductive, self defeating, deplorable, regrettable, futile, too dangerous, too risky, risky,
			a risk, a liability, unsafe, caving in, giving in, a win for terror, a victory for terror, grave error,
			grave mistake, historic mistake, strategic mistake, beneath contempt, shameless, a slap, spitting on,
			rubbing salt, out of bounds, not acceptable, n't acceptable, not going anywhere, a step too far,
			a bridge too far, over the line, not for sale, not serious, not negotiable, off limits,
			suicide, an act of, act of suicide, betraying, spit in the face, desecration, sacrilege, a nightmare,
			nightmare, a wound, an insult to, a licence to kill, a license to kill, an invitation, a boost for,
			a propaganda coup, propaganda victory, a trophy, a bonus, a concession to terror, blood money, unworthy,
			inhuman, vile, despicable, abominable, appalling, horrific, horrifying, revolting, sickening,
			nauseating, hideous, unpardonable, a sell out, sell out, sellout, a stunt, a ruse, ruse, a trick, trick,
			a ploy, ploy, a sham, sham, hogwash, poppycock, rubbish, garbage, baloney, utter nonsense,
			wishful thinking, a mirage, a chimera, a delusion, delusion, an illusion, illusion, fanciful,
			far fetched, hare brained, harebrained, half baked, ill conceived, ill considered, misconceived,
			a wrong signal, the wrong signal, the wrong message, wrong step, a wrong step, short sighted,
			shortsighted, lenient, too lenient, too soft, soft, spineless, feeble, weak, craven, servile,
			a white flag, kneeling, grovelling, groveling, problematic, unhelpful, unnecessary, superfluous,
			pointless, senseless, a non-event, stillborn, doomed, moribund, buried, history, yesterday 's news,
			closed, a closed book, a closed chapter
		]],
		rejected = join(phrases [[
			rejected, refused, turned down, dismissed, vetoed, blocked, opposed, ruled out, rebuffed, spurned,
			brushed aside, shot down, binned, condemned, denounced, declined, thrown out, scuppered, torpedoed,
			disowned, criticised, criticized, resisted, thwarted, forbidden, repudiated, disavowed, rubbished,
			scotched, quashed, scrapped, shelved, derailed, sabotaged, wrecked, stopped, foiled, barred, banned,
			prohibited, nixed, killed off, voted down, knocked back, struck down, excluded, contested, obstructed,
			stymied, frustrated, blasted, slammed, lambasted, decried, deplored, scorned, derided, ridiculed, mocked,
			resented, feared, called off, cancelled, canceled, overruled
		]]),
		accepted = join(phrases [[
			accepted, backed, supported, endorsed, approved, welcomed, blessed, proposed, demanded, requested,
			put forward, suggested, sought, promoted, favoured, favored, sponsored, championed, agreed, embraced,
			drafted, floated, advocated, authorised, authorized, arranged, tabled, urged, hailed, praised, applauded,
			seconded, drawn up, drawn, brokered, negotiated, devised, hatched, conceived, written, crafted, designed,
			prepared, initiated, pushed, offered, wanted, desired, signed, ratified, sanctioned, guaranteed,
			organised, organized, facilitated, cleared, recommended, defended, encouraged, submitted, presented,
			unveiled, dreamed up, dreamt up, cooked up, thought up, pressed for, called for, asked for, lobbied for,
			circulated, distributed, published, issued, put on the table, laid on the table, co written
		]]),
	},
}
