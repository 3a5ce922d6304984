-- The frames' parts. Every actor stands in the same ones.
return {
	macros = {
		-- who holds an attitude; a pronoun or a group noun is who speaks, else the subject before
		party = "<holder: @actor (%role)* | %pronoun !( nor | or | and | , | . )>",
		-- the passage as a noun, of the men and of nothing else
		passage = "(%passage !( (for | of | to) ..3 %cargo ) | (%departure | %exit) (of | for | by) !( ..3 %cargo ) ..6!%stop %men"
			.. " | (way | road | path | route | passage | bridge | door) (home | out | back) for ..3!%stop %men"
			.. " | %men %subject.possessive (!( %clause ) _){0,2} %departure"
			.. " | (special treatment | leniency | clemency | mercy | immunity | amnesty | pardon) (for | to | towards) ..3!%cargo %men"
			.. " | (their | its men %subject.possessive | its fighters %subject.possessive) (!( %clause ) _){0,2} %departure)",
		-- the passage as an act
		letting = "((put | puts | putting | load | loading) (!( %stop | %cargo ) _){0,1} %men (on | aboard | onto) ..2 %way"
			.. " | (%remove | see | get | have | keep) (!( %stop | %cargo | %oppose ) _){0,2} %men (!( %stop ) _){0,1} (safely | alive | unharmed | home | out | back)"
			.. " | (%let | see | have) (!( %stop | %cargo ) _){0,6} %men (!( %stop | %oppose ) _){0,4} %leave"
			.. " | (see | sees | seeing | have | get | wants | want | with) (!( %stop | %oppose ) _){0,1} %men (!( %stop | %oppose ) _){0,2} %moved"
			.. " | %remove (!( %stop | %cargo | %oppose ) _){0,4} %men"
			.. " | %men (!( %stop | %oppose ) _){0,4} (be | being) %moved | %men (!( %stop | %oppose ) _){0,12} %let (to | be)* %leave"
			.. " | (open | opens | opened | opening | clear | make | makes | find | finds | finding) (!( %stop | %cargo ) _){0,2}"
			.. " (gate | gates | door | doors | way | road | path | corridor | lane | route | border | crossing | crossings) ..1 (for | to) (!( %stop | %cargo ) _){0,3} %men"
			.. " | (gate | door | way | road | path | corridor | lane | route) (be | is | was | being) opened for ..3 %men"
			.. " | %men (!( %stop | %oppose ) _){0,3} %leave | %men (!( %stop | %oppose | , ) _){0,10} (can | could | might | may) (!( %stop | %oppose ) _){0,1} %leave | their being %moved"
			.. " | %let (!( %stop ) _){0,3} (%passage | passage) !( (for | of) ..3 %cargo )) !( ..3!%stop %detained )",
		out = "({{passage}} | {{letting}})",
		-- the passage as a bare noun, in a text about the men
		event = "<event: (the | this | any | such | an | a | every | its) (!( %stop | %oppose ) _){0,3} %exit"
			.. " !( (for | of | to) ..3 %cargo )>",
		-- what stands for the passage when the text has spoken of it
		it = "<it: (the | this | that | any | such | an | a | its | these | to | another) (!( %stop | %oppose ) _){0,3}"
			.. " %proposal !( (to | of | that | for) | ..3!%stop %kill ) | it | (that | so | this) =( $ | %edge | from | all )>",
		-- terms as a sentence of their own
		condition = "((the | its | their | his | her | one | two | three | our | my | a | only | main)+ %condition_noun (is | are | was | were | would | %stop | ,)"
			.. " | (that | this | it | doing so | such a step | they | the men | the fighters) (would | will | must | had to | has to | have to | should)? ..1"
			.. " (require | requires | required | depend | depends | depended | hinge | hinges | hinged | presuppose | presupposes | come at a price | comes at a price | first))",
		-- another matter that texts on the men speak of
		elsewhere = "(%passage | %departure | %exit) (for | of | to) ..3 %cargo",
		-- where an attitude ends that names no object
		["end"] = "=( $ | %edge )",
		-- what a party demands: the passage, unless terms have been told of since
		wish = "<wish: (the | this | that | any | such | a | its | their | these | those | all)+ (!( %stop | %oppose ) _){0,1} %demand>",
		that = "({{event}} | {{it}} | {{wish}})",
	},
}
