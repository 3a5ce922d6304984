/* Shared by the files of this folder: the handles, and who opens what. */
#ifndef ASSAY_BINDINGS_IMPL_H
#define ASSAY_BINDINGS_IMPL_H
#include "bindings/lua_support.h"
#include "match/program.h"
#include "pipeline/analyzer.h"

#define ANALYZER_TYPE "assay.analyzer"
#define PROGRAM_TYPE "assay.program"
#define ARTICLE_TYPE "assay.article"
#define ENTITY_TYPE "assay.entity"

typedef struct AnalyzerHandle {
	Analyzer *analyzer;
	Scratch scratch;
} AnalyzerHandle;

typedef struct ProgramHandle {
	Program *program;
} ProgramHandle;

/* Keeps its analyzer alive; the metadata table is its cache. */
typedef struct ArticleHandle {
	AnalyzerHandle *owner;
	Document *document;
} ArticleHandle;

/* Keeps the analyzer or, for a name that only one article has, the article alive. */
typedef struct EntityHandle {
	AnalyzerHandle *owner;
	Document *document; /* NULL: an entity of the gazetteer */
	uint32_t entity;
} EntityHandle;

int lua_open_analyzer(lua_State *L);
int lua_open_reuse(lua_State *L);
void lua_open_article(lua_State *L);
void lua_open_items(lua_State *L);
void lua_open_entity(lua_State *L);
void lua_open_pattern(lua_State *L);
/* Adds to the module table on the top of the stack. */
void lua_open_box(lua_State *L);

/* Methods of the analyzer and of articles that deal in patterns. */
int lua_analyzer_split(lua_State *L);
int lua_analyzer_program(lua_State *L);
int lua_analyzer_patterns(lua_State *L);
int lua_article_find(lua_State *L);
int lua_article_find_all(lua_State *L);

ArticleHandle *check_article(lua_State *L, int arg);
/* A new article handle at the top of the stack with the analyzer at stack index `analyzer` kept; the metadata table is
 * at index `meta`, or nil. */
ArticleHandle *push_article(lua_State *L, int analyzer, int meta);

/* Pushes an entity handle that keeps the value at stack index `parent` alive; nil for ID_NONE. */
void push_entity(lua_State *L, int parent, AnalyzerHandle *owner, Document *document, uint32_t entity);
/* Pushes the list of candidates for who is meant by the tokens; see article:antecedents. */
void push_antecedents(lua_State *L, const ArticleHandle *article, Span tokens);
/* Pushes the name of the entity, nil for ID_NONE. */
void push_entity_name(lua_State *L, const ArticleHandle *article, uint32_t entity);

typedef enum ItemLayer {
	ITEM_SENTENCES, ITEM_PARAGRAPHS, ITEM_TOKENS, ITEM_MENTIONS, ITEM_QUOTES, ITEM_NUMBERS, ITEM_CONTEXT,
	ITEM_DESCRIPTIONS, ITEM_CLAUSES, ITEM_LAYERS
} ItemLayer;

/* A token that does not lie behind the item's first and never falls from item to item. */
uint32_t item_order(const Document *document, ItemLayer layer, uint32_t index);
/* Index before which no item of the layer starts at the token or behind it; for scopes, none that reaches it. Logarithmic
 * in the layer. */
uint32_t item_from(const Document *document, ItemLayer layer, uint32_t token);
/* Pushes the iterator (function, nil, nil) over the items of a layer that lie in the token range; the article handle
 * is at stack index `article`. */
int push_items(lua_State *L, int article, ItemLayer layer, Span tokens);
/* Pushes one item's handle; index is 0-based. */
void push_item(lua_State *L, int article, ItemLayer layer, uint32_t index);
/* Pushes the record of `assay show` for one item of the layer (offsets 0-based half-open). */
void push_record(lua_State *L, const ArticleHandle *article, ItemLayer layer, uint32_t index);
/* Pushes the records of all sentences or tokens as JSON Lines, with the article's id that is at stack index `id`. */
int push_lines(lua_State *L, const ArticleHandle *article, ItemLayer layer, int id);
uint32_t layer_count(const Document *document, ItemLayer layer);
extern const char *const layer_names[ITEM_LAYERS];

#endif
