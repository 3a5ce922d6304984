--- What a reader must know before quoting a number of a report; the same in every format.

local caveats = {
  title = "What these numbers do not show",
  lines = {
    "They describe these texts as these rules read them. They do not say what is true, what anybody intends, or "
      .. "what an outlet is like; sources can agree and be wrong together.",
    "The articles are the sample. Add or leave out one and shares move; a handful of articles gives wide "
      .. "intervals, and two sets compare only if both were chosen in the same way.",
    "Silence can come from length, deadline, a paywall or an update. It is counted apart from disagreement, and "
      .. "what the others wrote about decides what counts as left out.",
    "Independence is a range: unnamed sources hide who said it first, and a link that was not found may still be "
      .. "there. A later report with another number is not by itself a contradiction.",
    "Quoted words belong to who said them; choosing and paraphrasing them belongs to the outlet. Support on a "
      .. "condition is not support, and a label carries no plus or minus here.",
    "Rules miss things, perhaps more for one actor than for another, and do not read irony, pictures or what a "
      .. "translation changed. Weights and the width of “about” are choices.",
  },
}

return caveats
