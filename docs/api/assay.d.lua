---@meta assay
-- Made by docs/api/generate.lua (make api).

---@class assay
local assay = {}

---Reads a text with the language pack (see assay.pack for one that knows a question's actors too).
---@param text string UTF-8; ill-formed sequences become U+FFFD (article:replaced() counts them)
---@param meta table? id, outlet, published (ISO date), title, and anything else
---@param options table? newline = "auto" (default), "hard" or "soft": what a line break is
---@return userdata? article, or nil, message, code
function assay.article(text, meta, options) end

---Opens a project file, making it if it is not there.
---@param path string
---@return userdata? store with :add :article :articles :search :close, or nil, message, code
function assay.open(path) end

---A rule pack by name or path, or a rule script (*.lua). In the program a name means what it means to `assay run`; elsewhere a folder, or a pack of the library.
---@param name string
---@param options table? newline, as of assay.article; where: folders of the packs that it requires, by name
---@return table? pack with :article(text, meta, options), :run(articles), .name, .version, .rules, .actors, …; or nil, message, code
function assay.pack(name, options) end

---@class pack
local pack = {}

---Reads a text with this pack's words and actors.
---@param text string
---@param meta table? as of assay.article
---@param options table? as of assay.article
---@return userdata? article, or nil, message, code
function pack:article(text, meta, options) end

---Runs the pack.
---@param articles table list of articles, texts, or tables with text, id, outlet, published, title
---@return table the object of `assay run --format json`; articles that cannot be read are in summary.rejected
function pack:run(articles) end

---@class article
local article = {}

---article:text() → string, the text that all positions are in.
function article:text() end

---article:meta() → the metadata table given when it was made.
function article:meta() end

---article:replaced() → ill-formed sequences and NUL bytes that U+FFFD replaced.
function article:replaced() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:sentences() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:paragraphs() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:tokens() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:mentions() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:quotes() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:numbers() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:context() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:descriptions() end

---article:sentences() → iterator of sentences; likewise paragraphs, tokens, mentions, quotes, numbers, context, descriptions, clauses.
function article:clauses() end

---article:records(layer) → list of the layer's records as `assay show` prints them, without the article's id; offsets are 0-based and half-open, in bytes.
function article:records(layer) end

---article:lines(layer, id) → the records of "sentences" or "tokens" as the lines that `assay show` prints.
function article:lines(layer, id) end

---article:bytes(first, last) → byte positions (1-based inclusive) of a token range.
function article:bytes(first, last) end

---article:tokens_in(first, last) → first and last token (1-based) that lie wholly in the bytes, or nothing.
function article:tokens_in(first, last) end

---article:axes(first, last) → list of the axes whose scope meets the token range, each once, in fixed order; where a sentence has very many scopes, of those with the nearest cues.
function article:axes(first, last) end

---article:chain(first, last, most) → numbers (1-based, as in records"quotes") of the attributions whose content holds the token range, smallest content first; no more than `most`, if that is given. Scare quotes are left out.
function article:chain(first, last, most) end

---article:party(first, last) → {entity, side, class, form} of the first mention in the token range, or nil. side: the name of the entity it counts for in the end.
function article:party(first, last) end

---article:antecedents(first, last) → candidates for who is meant by the token range (`he`, `the minister`), best first: list of {start, end, text, entity, side, why, score}, offsets as in records. entity nil: somebody described, not named; why: title, repeat, subject or recent; scores compare candidates of one range only.
function article:antecedents(first, last) end

---article:stems(first, last, class) → list of the stems of the words in the token range, each once, in the order of the text; without the words of the class (none of that name: all), marks, and names.
function article:stems(first, last, class) end

---article:find(program, n) → list of matches {sentence = n, {first, last}, {first, last} or false, …}: the whole match, then its captures by number. In sentence n alone, or in all. A match lies in one sentence; furniture is not searched.
function article:find(program, n) end

---article:find_all(patterns) → table: number of a pattern (1-based) → list of its matches as find gives them. A pattern without a match is absent.
function article:find_all(patterns) end

---@class item
local item = {}

---item:text() → string.
function item:text() end

---item:span() → first and last byte (1-based inclusive) in the article's text.
function item:span() end

---item:article() → the article.
function item:article() end

---item:index() → its number in its layer, from 1.
function item:index() end

---item:sentence() → the sentence in which it starts.
function item:sentence() end

---item:record() → the record of `assay show` for it, offsets 0-based half-open in bytes.
function item:record() end

---@class sentence
local sentence = {}

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:tokens() end

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:mentions() end

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:quotes() end

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:numbers() end

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:context() end

---sentence:tokens() → iterator; likewise mentions, quotes, numbers, context, clauses: those that start in it.
function sentence:clauses() end

---sentence:kind() → body, headline, heading, caption or furniture.
function sentence:kind() end

---@class clause
local clause = {}

---clause:kind() → main, coordinated, subordinate, relative, complement, participial or parenthesis.
function clause:kind() end

---@class mention
local mention = {}

---mention:entity() → the entity.
function mention:entity() end

---mention:form() → name, short, adjective, metonym, acronym or role.
function mention:form() end

---mention:title() → the words of office before it (`Foreign Minister`), or nothing.
function mention:title() end

---@class description
local description = {}

---description:form() → anonymous (`a senior X official`), definite (`the official`) or pronoun.
function description:form() end

---description:side() → the entity for which its words say that it speaks, or nil.
function description:side() end

---description:antecedents() → candidates for who is meant, best first; see article:antecedents.
function description:antecedents() end

---@class token
local token = {}

---token:norm() → its normal form (lower case).
function token:norm() end

---@class quote
local quote = {}

---quote:kind() → direct, indirect, mixed or scare.
function quote:kind() end

---quote:speaker() → the speaker's words in the article, the entity or nil, whether it is anonymous; nothing if the speaker is unknown.
function quote:speaker() end

---@class entity
local entity = {}

---entity:name() → canonical name.
function entity:name() end

---entity:class() → class name; `name` for one that no pack lists.
function entity:class() end

---entity:side() → the entity that it counts for in the end; itself if there is no other.
function entity:side() end

---entity:aliases() → list of the surfaces by which packs know it.
function entity:aliases() end

---entity:mentions(article) → list of its mentions in the article. Names that no pack lists have mentions only in their own article.
function entity:mentions(article) end

---@class store
local store = {}

---store:close(): rolls an open batch back; once more does nothing
function store:close() end

---store:begin() → true, or nil, message, code; likewise commit, rollback.
function store:begin() end

---store:begin() → true, or nil, message, code; likewise commit, rollback.
function store:commit() end

---store:begin() → true, or nil, message, code; likewise commit, rollback.
function store:rollback() end

---store:add({id =, text =, outlet =, published =, title =, meta = table, sentences = {{first, last, kind, paragraph}, …}}) → whether it is new, or nil, message, code. Only id and text are required; the record's own fields count, not those that a metatable gives.
function store:add(id, text, outlet, published, title, meta, table, sentences, first, last, kind, paragraph) end

---store:count() → current articles, or nil, message, code
function store:count() end

---store:articles() → iterator over the current articles, by id: {id, text, outlet, published, title, meta}
function store:articles() end

---store:article(id) → the current article's record, or nil, message, code
function store:article(id) end

---store:search(query [, limit (20)]) → array, best first, of {article =, n =, start =, end =, text =, matches = {{first, last}, …}}, or nil, message, code. All positions are in the article.
function store:search(query, limit, 20) end

---store:save_run(result [, order]) → the run's number, or nil, message, code. The result is the contract object; its text is kept as json.encode(result, {order = order}) gives it.
function store:save_run(result, order) end

---store:runs() → iterator over the runs, oldest first: {id, pack = {name, version, sha256}, engine, question, params}
function store:runs() end

---store:run(id) → the result object that save_run was given, or nil, message, code
function store:run(id) end

---store:integrity() → true, or nil, message (the first thing found), code
function store:integrity() end

---store:query(sql) → function, columns; or nil, message, code. One SELECT, which only reads and has bounded steps. The function gives the next row as an array (nil for NULL, "x'…'" for what is no text), nil at the end, or nil, message, code. columns: their names.
function store:query(sql) end

---@class assay.stats
assay.stats = {}

---The units with at least two values, each as the list of its values in the order of the coders.
---@param coding table
---@return any[][] units
function assay.stats.units(coding) end

---Raw agreement of units: the mean over those with two values or more of the share of pairs that agree. F2 of the method.
---@param list any[][] lists of values
---@return number? agreement 0 to 1
---@return string? reason no_pairs
---@return table detail { units = integer }
function assay.stats.raw_units(list) end

---Raw agreement of a coding.
---@param coding table
---@return number? agreement 0 to 1
---@return string? reason no_pairs
---@return table detail { units = integer }
function assay.stats.raw(coding) end

---Krippendorff's alpha of units. See stats.alpha.
---@param list any[][] lists of values; those with fewer than two are passed over
---@param metric string "nominal", "ordinal", "interval" or "ratio"
---@return number? alpha at most 1
---@return string? reason no_pairs, no_variation
---@return table detail
function assay.stats.alpha_units(list, metric) end

---Krippendorff's alpha of a coding: 1 − observed / expected disagreement, each the mean squared difference of pairs of values, within units and between any two. Krippendorff 2011; F1 of the method. Every metric but nominal wants numbers up to 1e300 in magnitude, ratio none below 0.
---@param coding table
---@param metric string "nominal", "ordinal", "interval" or "ratio"
---@return number? alpha at most 1, 0 where agreement is that of chance
---@return string? reason no_pairs, no_variation
---@return table detail { raw, observed, expected, n = pairable values, units = pairable units, values, totals }, the disagreements in squared units of the metric (interval: of the range), totals by value
function assay.stats.alpha(coding, metric) end

---Krippendorff's nominal alpha of counts: what stats.alpha gives for the coding that they were counted from, without its values.
---@param rows integer[][] one row per unit, one column per category, as from stats.counts
---@return number? alpha at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { n, units }, pairable values and units
function assay.stats.alpha_counts(rows) end

---Krippendorff's coincidences: o[c][k] = Σ over units of ordered pairs (c, k) / (values of the unit − 1).
---@param coding table
---@return number[][] matrix symmetric, by value; its sum is the number of pairable values
---@return any[] values sorted
function assay.stats.coincidences(coding) end

---The confusion matrix of two coders over the units that both have.
---@param first table values by unit
---@param second table values by unit
---@return integer[][] matrix first coder's category by the second's
---@return any[] values of the rows and columns, sorted
function assay.stats.confusion(first, second) end

---Cohen's kappa of a confusion matrix. See stats.kappa.
---@param matrix integer[][] first coder's category by the second's
---@param weighting string? "linear" or "quadratic" in the difference of the values; all disagreements weigh the same
---@param values number[]? of the categories; without them the weights are in ranks
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { raw, n, observed, expected }, the latter as mean weights of disagreement
function assay.stats.kappa_matrix(matrix, weighting, values) end

---Cohen's kappa of two coders over the units that both have: 1 − observed / expected disagreement, which is (Po − Pe) / (1 − Pe) without weights. Cohen 1960, A coefficient of agreement for nominal scales; 1968 with weights.
---@param first table values by unit
---@param second table values by unit
---@param weighting string? "linear", "quadratic": by the difference of the values, which must be numbers; "linear_rank", "quadratic_rank": by that of their ranks among the values that occur
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.kappa_matrix, and values
function assay.stats.kappa(first, second, weighting) end

---How many coders gave each unit each category.
---@param coding table
---@return integer[][] counts one row per unit, one column per category
---@return any[] values of the columns, sorted
function assay.stats.counts(coding) end

---The counts of two coders, from their confusion matrix.
---@param matrix integer[][] units by the first coder's category and the second's
---@return integer[][] counts one row per unit
function assay.stats.matrix_counts(matrix) end

---Fleiss' kappa: Fleiss 1971, Measuring nominal scale agreement among many raters. Where units have different numbers of values, Gwet's form of it (2014, Handbook of Inter-Rater Reliability, 2.3): agreement over units with two or more, shares as means over units with one or more.
---@param rows integer[][] one row per unit, one column per category, as from stats.counts
---@return number? kappa at most 1
---@return string? reason no_pairs, no_variation
---@return table detail { raw, expected, units = with two values, rated = with one, shares, totals } by category
function assay.stats.fleiss(rows) end

---Gwet's AC1: Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement; missing values as in F2 of the method. Every column is a category that could have been given.
---@param rows integer[][] one row per unit, as from stats.counts or stats.matrix_counts
---@return number? ac1 at most 1
---@return string? reason no_pairs, no_variation
---@return table detail as for stats.fleiss
function assay.stats.ac1(rows) end

---MASI distance of two sets: 1 − Jaccard × 1 (equal), .67 (one holds the other), .33 (overlap) or 0. Passonneau 2006, with the constants of NLTK.
---@param first any[] members
---@param second any[] members
---@return number? distance 0 to 1
---@return string? reason empty: both are
function assay.stats.masi(first, second) end

---Wilson's score interval of a share. Wilson 1927; Newcombe 1998, method 3; F15 of the method, which puts fractional n into it.
---@param p number the share, 0 to 1
---@param n number observations, not below 0
---@param z number? standard normal quantile above 0, by default that of 95 %
---@return number? low 0 to p
---@return number|string high p to 1, or the reason: no_observations
function assay.stats.wilson_share(p, n, z) end

---Wilson's score interval of k successes in n observations. intervals.wilson_share takes a share.
---@param k number successes, 0 to n; need not be whole
---@param n number observations
---@param z number? standard normal quantile, by default that of 95 %
---@return number? low 0 to 1
---@return number|string high 0 to 1, or the reason: no_observations
function assay.stats.wilson(k, n, z) end

---The two-sided quantile of Student's distribution.
---@param confidence number between 0 and 1: mass within ± the quantile
---@param df integer degrees of freedom, 1 or more
---@return number quantile above 0
function assay.stats.t_quantile(confidence, df) end

---The generator SplitMix64: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators; constants of Vigna's splitmix64.c.
---@param seed integer any 64 bits
---@return table generator with :next() and :below(n)
function assay.stats.splitmix64(seed) end

---Percentile bootstrap over units: Efron 1979; F3 of the method. The same seed gives the same interval everywhere.
---@param units any[] what is drawn from, with replacement; for agreement those of stats.units
---@param statistic fun(units: any[]): number?, string? nil, reason or NaN where it is undefined
---@param options table? { seed = 42: integer, replicates = 2000: integer, confidence = .95 }
---@return table? result { estimate, low, median, high, units, replicates = asked for, undefined = how many of them had no value and were dropped, seed, confidence }, the first four in the statistic's unit
---@return string? reason too_few_units (below ten), undefined_replicates (all), or why the estimate is undefined
---@return table? detail { units, undefined? }
function assay.stats.bootstrap(units, statistic, options) end

---Jackknife over units: Tukey 1958; F3 of the method, which prefers it where units are few. The interval is estimate ± t · error with n − 1 degrees of freedom and may reach beyond the range of the statistic.
---@param units any[] for agreement those of stats.units
---@param statistic fun(units: any[]): number?, string? nil, reason or NaN where it is undefined
---@param options table? { confidence = .95 }
---@return table? result { estimate, error, mean, low, high, units, confidence }, the first five in the statistic's unit
---@return string? reason too_few_units (below two), undefined_replicates (any), or why the estimate is undefined
---@return table? detail { units, undefined? }
function assay.stats.jackknife(units, statistic, options) end

---Shows values and keeps the first as `_`, as the session does with those of an expression; saved scripts call it.
---@param ... any
function p(...) end

---Reads articles from files and folders and adds them to `articles`.
---@param ... string paths; a table at the end may give { meta = manifest }
---@return integer added how many articles
function read(...) end

---Takes up a rule pack or script and reads the articles anew with it; without a name, from disk again. Old rules stay when the new ones cannot be loaded.
---@param name string?
---@return table pack { name, version, actors, rules, … }, as of assay.pack
function use(name) end

---Runs the pack over the articles. The result is `run` as well.
---@return table run the object of `assay run --format json`
function execute() end

---Tries a token pattern: what each of its elements matched, or how far it gets.
---@param source string the pattern
---@param where string|userdata|table|nil a text, an article, a list of articles; all articles
---@return table text
function try(source, where) end

---Concordance of a token pattern over the articles.
---@param source string the pattern
---@param options table? { words, left, right = words of context; sentences = n; sort = list of match, left1, left2, right1, right2, article; articles = list }
---@return table lines list of { article, n, start, end, left, match, right }, bytes 0-based and half-open
function kwic(source, options) end

---Why: the evidence behind an actor's stances or a claim, down to the words and re-verified; or of one record.
---@param x string|table an actor, the id of a claim, or a record of evidence, stance or claim
---@param article string? only in this article
---@return table text
function why(x, article) end

---Why not: how far a rule gets, and what stops it.
---@param rule string the rule's id
---@param at string|userdata|nil a text, an article or its id; the first article
---@param byte integer? 0-based: only the sentence there
---@return table text
function whynot(rule, at, byte) end

---The article with its evidence: underlined and numbered, and below each sentence what was found in it.
---@param which string|integer|userdata|nil article, its id or place; the first
---@return table text
function hl(which) end

---How the engine reads an article: layers marked in the text.
---@param layers string one or more of `assay show`, with commas: mentions, quotes, context, numbers, …
---@param which string|integer|userdata|nil article, its id or place; the first
---@return table text
function show(layers, which) end

---Judges evidence: writes an example into the tests of the pack (spec/examples.jsonl of its folder, or beside a script), which `assay test` runs from then on.
---@param record table evidence of the run
---@param verdict string "wrong" (the rule must not find that there) or "right" (it must)
---@return table text where it was written
function label(record, verdict) end

---Times a function.
---@param f function
---@param n integer? runs (1)
---@return table { n, min, median } in seconds of wall time
function time(f, n) end

return assay
