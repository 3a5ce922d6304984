-- Adverbs of manner, degree and attitude that stand between a subject and its verb, or a verb and its content.
local words = {}
for word in ([[
	absolutely abruptly accurately actively acutely adamantly admittedly aggressively amicably angrily anxiously
	apologetically aptly ardently assertively bitterly boldly breathlessly brazenly broadly brusquely calmly candidly
	carefully casually caustically cheerfully coldly colorfully colourfully completely concededly confidently
	conspicuously continuously convincingly coolly correctly cryptically curtly daily darkly deeply defensively defiantly
	deliberately desperately dismissively doggedly dramatically dryly dutifully eagerly earnestly easily effusively
	eloquently enthusiastically entirely eventually evidently exactly exclusively expressly famously ferociously fervently
	fiercely fondly forcefully foolishly forthrightly freely frequently fully generally gently genuinely gladly gleefully
	gloomily graciously gradually gravely greatly grimly grudgingly halfheartedly happily hastily haughtily heartily
	heatedly heavily helpfully honestly hopefully hotly humbly humorously immensely impatiently implausibly impulsively
	inaccurately inadvertently incessantly incorrectly increasingly indignantly indisputably inevitably infamously
	insistently instinctively intensely intently intentionally interestingly invariably ironically irritably jokingly
	jovially joyfully just justifiably kindly knowingly lately laughingly lavishly likely literally longingly loosely loudly
	lovingly loyally memorably menacingly merrily mildly mistakenly modestly mockingly mournfully naively narrowly nearly
	needlessly nervously nonchalantly notably obviously occasionally officiously optimistically outright overtly
	overwhelmingly painfully passionately patiently perfectly perpetually persistently pessimistically pithily plaintively
	pleasantly pointedly politely possibly powerfully preemptively pragmatically precisely predictably previously
	prematurely probably profoundly prominently properly proudly provocatively prudently purposely quite quizzically
	radically randomly rapidly rather readily reasonably reassuringly recklessly regretfully relentlessly reliably
	reluctantly remarkably repeatedly resolutely respectfully righteously rightfully ritually roundly ruefully sadly
	sarcastically savagely scathingly scornfully seriously shamelessly sheepishly shrewdly silently sincerely skeptically
	slightly slowly slyly smartly softly solemnly somberly sorely squarely stalwartly staunchly steadfastly steadily
	sternly stoutly stridently stubbornly subtly succinctly suddenly supposedly surely surprisingly suspiciously
	sympathetically tacitly tartly tearfully tellingly tentatively terribly testily thankfully thoroughly thoughtfully
	thoughtlessly tirelessly totally traditionally truly truthfully typically ultimately unabashedly unambiguously
	unapologetically understandably unexpectedly unfairly unflatteringly unfortunately universally unjustly unnecessarily
	unreservedly unsuccessfully unwittingly unusually urgently usually utterly vaguely vainly vehemently vigorously violently
	viciously virtually vocally warmly wearily widely wildly willfully willingly wisely wistfully wittily woefully
	wholeheartedly wholly worriedly wryly yearly zealously once twice instead half long only even
]]):gmatch("%S+") do
	words[#words + 1] = word
end

return {classes = {["adverb"] = words}}
