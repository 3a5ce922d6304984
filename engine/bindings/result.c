#include "bindings/result.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/vec.h"
#include "bindings/json_text.h"

typedef struct Builder {
	VEC(StoreEvidence) evidence;
	VEC(StoreFinding) findings;
	VEC(uint32_t) links;  /* evidence of the findings, one after the other */
	Arena arena;          /* JSON texts; other strings are the tree's */
	Buf scratch;
	AssayError *error;
} Builder;

static void builder_done(Builder *builder) {
	vec_done(&builder->evidence);
	vec_done(&builder->findings);
	vec_done(&builder->links);
	arena_done(&builder->arena);
	buf_done(&builder->scratch);
}

static const char *get_string(const json_t *object, const char *name) {
	return json_string_value(json_object_get(object, name));
}

static double get_number(const json_t *object, const char *name) {
	const json_t *value = json_object_get(object, name);
	return json_is_number(value) ? json_number_value(value) : NAN;
}

static bool keep_json(Builder *builder, const json_t *tree, const char **json) {
	Buf *scratch = &builder->scratch;
	buf_clear(scratch);
	json_write_tree(tree, scratch);
	*json = scratch->oom ? NULL : arena_copy(&builder->arena, scratch->bytes, scratch->length);
	return *json || error_no_memory(builder->error);
}

/* The finding's own record; its evidence has rows of its own. */
static bool keep_finding_json(Builder *builder, const json_t *object, const char **json) {
	json_t *copy = json_copy((json_t *)object);
	if (!copy)
		return error_no_memory(builder->error);
	json_object_del(copy, "evidence");
	bool ok = keep_json(builder, copy, json);
	json_decref(copy);
	return ok;
}

static bool is_offset(const json_t *value) {
	return json_is_integer(value) && json_integer_value(value) >= 0 && json_integer_value(value) < UINT32_MAX;
}

static bool link_evidence(Builder *builder, uint32_t evidence) {
	if (!vec_push(&builder->links, evidence))
		return error_no_memory(builder->error);
	builder->findings.items[builder->findings.count - 1].evidence_count++;
	return true;
}

/* One evidence record of the finding added last. The record may name its article itself. */
static bool add_evidence(Builder *builder, const json_t *record, const char *article, const char *kind) {
	const json_t *start = json_object_get(record, "start"), *end = json_object_get(record, "end");
	if (!is_offset(start) || !is_offset(end))
		return error_set(builder->error, ASSAY_BAD_INPUT, "result: evidence of a %s without start and end", kind);
	const char *own = get_string(record, "article"), *rule = get_string(record, "rule");
	StoreEvidence *evidence = vec_add(&builder->evidence);
	if (!evidence)
		return error_no_memory(builder->error);
	*evidence = (StoreEvidence){
		.article = own ? own : article,
		.rule = rule ? rule : kind,
		.start = (uint32_t)json_integer_value(start),
		.end = (uint32_t)json_integer_value(end),
		.holder = get_string(record, "holder"),
		.speaker = get_string(record, "speaker"),
	};
	return keep_json(builder, record, &evidence->json) && link_evidence(builder, builder->evidence.count - 1);
}

static bool add_evidence_list(Builder *builder, const json_t *object, const char *article, const char *kind) {
	const json_t *list = json_object_get(object, "evidence");
	for (size_t i = 0; i < json_array_size(list); i++)
		if (!add_evidence(builder, json_array_get(list, i), article, kind))
			return false;
	return true;
}

/* Adds a finding without evidence, which goes to the one added last. */
static StoreFinding *add_finding(Builder *builder, const char *kind, const char *article, const char *subject,
                                 const json_t *object) {
	if (!subject) {
		error_set(builder->error, ASSAY_BAD_INPUT, "result: a %s without its subject", kind);
		return NULL;
	}
	StoreFinding *finding = vec_add(&builder->findings);
	if (!finding) {
		error_no_memory(builder->error);
		return NULL;
	}
	*finding = (StoreFinding){
		.kind = kind, .article = article, .subject = subject, .score = NAN, .low = NAN, .high = NAN, .n = -1,
	};
	return keep_finding_json(builder, object, &finding->json) ? finding : NULL;
}

/* ---- Findings of one article ---- */

static bool add_article_stance(Builder *builder, const char *article, const json_t *stance) {
	StoreFinding *finding = add_finding(builder, "stance", article, get_string(stance, "actor"), stance);
	if (!finding)
		return false;
	finding->status = get_string(stance, "stance");
	finding->score = get_number(stance, "score");
	return add_evidence_list(builder, stance, article, "stance");
}

static bool add_article_claim(Builder *builder, const char *article, const json_t *claim) {
	StoreFinding *finding = add_finding(builder, "claim", article, get_string(claim, "claim"), claim);
	if (!finding)
		return false;
	const json_t *value = json_object_get(claim, "value");
	finding->status = get_string(claim, "status");
	finding->low = json_is_number(value) ? json_number_value(value) : get_number(value, "low");
	finding->high = json_is_number(value) ? json_number_value(value) : get_number(value, "high");
	return add_evidence_list(builder, claim, article, "claim");
}

static bool add_article(Builder *builder, const json_t *article) {
	const char *id = get_string(article, "id");
	const json_t *stances = json_object_get(article, "stances"), *claims = json_object_get(article, "claims");
	if (!id)
		return error_set(builder->error, ASSAY_BAD_INPUT, "result: an article without an id");
	for (size_t i = 0; i < json_array_size(stances); i++)
		if (!add_article_stance(builder, id, json_array_get(stances, i)))
			return false;
	for (size_t i = 0; i < json_array_size(claims); i++)
		if (!add_article_claim(builder, id, json_array_get(claims, i)))
			return false;
	return true;
}

/* ---- Findings over all articles ---- */

/* Gives the finding added last the evidence of all articles' findings of that kind on its subject. */
static bool gather_evidence(Builder *builder, const char *kind) {
	uint32_t own = builder->findings.count - 1, link = 0;
	const char *subject = builder->findings.items[own].subject;
	for (uint32_t i = 0; i < own; i++) {
		const StoreFinding *finding = &builder->findings.items[i];
		uint32_t first = link;
		link += finding->evidence_count;
		if (!finding->article || strcmp(finding->kind, kind) != 0 || strcmp(finding->subject, subject) != 0)
			continue;
		for (uint32_t k = first; k < link; k++)
			if (!link_evidence(builder, builder->links.items[k]))
				return false;
	}
	return true;
}

static bool add_stance(Builder *builder, const json_t *stance) {
	StoreFinding *finding = add_finding(builder, "stance", NULL, get_string(stance, "actor"), stance);
	if (!finding)
		return false;
	const json_t *articles = json_object_get(stance, "articles");
	finding->status = get_string(stance, "stance");
	finding->score = get_number(stance, "score");
	finding->low = get_number(stance, "low");
	finding->high = get_number(stance, "high");
	finding->n = json_is_integer(articles) ? json_integer_value(articles) : -1;
	return gather_evidence(builder, "stance");
}

static bool add_agreement(Builder *builder, const json_t *agreement) {
	StoreFinding *finding = add_finding(builder, "agreement", NULL, get_string(agreement, "claim"), agreement);
	if (!finding)
		return false;
	finding->status = get_string(agreement, "status");
	finding->score = get_number(agreement, "agreement");
	return gather_evidence(builder, "claim");
}

/* A hit is a span in an article that it names, a pair of spans {a = …, b = …} in the two articles, or words only. */
static bool add_hit(Builder *builder, const json_t *hit, const char *a, const char *b) {
	const json_t *first = json_object_get(hit, "a"), *second = json_object_get(hit, "b");
	const char *kind = get_string(hit, "kind");
	if (!kind)
		kind = "dependence";
	if (json_object_get(hit, "start") && get_string(hit, "article"))
		return add_evidence(builder, hit, NULL, kind);
	return (!json_object_get(first, "start") || add_evidence(builder, first, a, kind)) &&
	       (!json_object_get(second, "start") || add_evidence(builder, second, b, kind));
}

static const char *join(Builder *builder, const char *a, const char *b) {
	Buf *scratch = &builder->scratch;
	buf_clear(scratch);
	buf_append_string(scratch, a);
	buf_append_byte(scratch, ' ');
	buf_append_string(scratch, b);
	return scratch->oom ? NULL : arena_copy(&builder->arena, scratch->bytes, scratch->length);
}

static bool add_dependence(Builder *builder, const json_t *dependence) {
	const char *a = get_string(dependence, "a"), *b = get_string(dependence, "b");
	const json_t *hits = json_object_get(dependence, "evidence");
	if (!a || !b)
		return error_set(builder->error, ASSAY_BAD_INPUT, "result: a dependence without its two articles");
	const char *subject = join(builder, a, b);
	if (!subject)
		return error_no_memory(builder->error);
	StoreFinding *finding = add_finding(builder, "dependence", NULL, subject, dependence);
	if (!finding)
		return false;
	finding->score = get_number(dependence, "rho");
	for (size_t i = 0; i < json_array_size(hits); i++)
		if (!add_hit(builder, json_array_get(hits, i), a, b))
			return false;
	return true;
}

static bool add_each(Builder *builder, const json_t *list, bool (*add)(Builder *, const json_t *)) {
	for (size_t i = 0; i < json_array_size(list); i++)
		if (!add(builder, json_array_get(list, i)))
			return false;
	return true;
}

static bool build(Builder *builder, const json_t *result) {
	const json_t *claims = json_object_get(json_object_get(result, "agreement"), "claims");
	return add_each(builder, json_object_get(result, "articles"), add_article) &&
	       add_each(builder, json_object_get(result, "stances"), add_stance) &&
	       add_each(builder, claims, add_agreement) &&
	       add_each(builder, json_object_get(result, "dependence"), add_dependence);
}

/* The links stay where they are from here on. */
static void place_links(Builder *builder) {
	uint32_t link = 0;
	for (uint32_t i = 0; i < builder->findings.count; i++) {
		builder->findings.items[i].evidence = builder->links.items + link;
		link += builder->findings.items[i].evidence_count;
	}
}

static bool save(Builder *builder, Store *store, const json_t *result, const char *text, int64_t *id) {
	const json_t *pack = json_object_get(result, "pack"), *params = json_object_get(result, "params");
	StoreRun run = {
		.pack = get_string(pack, "name"), .version = get_string(pack, "version"),
		.pack_sha256 = get_string(pack, "sha256"), .engine = get_string(result, "engine"),
		.question = get_string(result, "question"), .result = text,
	};
	if (!build(builder, result) || (json_is_object(params) && !keep_json(builder, params, &run.params)))
		return false;
	place_links(builder);
	run.evidence = builder->evidence.items;
	run.evidence_count = builder->evidence.count;
	run.findings = builder->findings.items;
	run.finding_count = builder->findings.count;
	return store_run_add(store, &run, id, builder->error);
}

bool result_save(Store *store, const json_t *result, const char *text, int64_t *id, AssayError *error) {
	Builder builder = {.error = error};
	bool ok = save(&builder, store, result, text, id);
	builder_done(&builder);
	return ok;
}
