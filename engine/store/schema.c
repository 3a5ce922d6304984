/* The tables and every statement that is prepared once. Offsets are bytes into article.text, 0-based and half-open. A
 * migration that a released program has run is never edited; a change is a new one. */
#include "store/impl.h"

/* article: never updated or deleted, so ids grow with time, and the current revision of a key is its highest id.
 * sentence.id: the rowid in the search index, in the order of adding. */
static const char corpus[] =
	"CREATE TABLE source(\n"
	"	id INTEGER PRIMARY KEY,\n"
	"	outlet TEXT NOT NULL UNIQUE\n"
	") STRICT;\n"
	"CREATE TABLE article(\n"
	"	id INTEGER PRIMARY KEY,\n"
	"	key TEXT NOT NULL,\n"
	"	source_id INTEGER REFERENCES source(id),\n"
	"	published TEXT,\n"
	"	title TEXT,\n"
	"	meta TEXT,\n"
	"	sha256 TEXT NOT NULL CHECK(length(sha256) = 64),\n"
	"	bytes INTEGER NOT NULL,\n"
	"	text TEXT NOT NULL,\n"
	"	UNIQUE(key, sha256)\n"
	") STRICT;\n"
	"CREATE TABLE sentence(\n"
	"	id INTEGER PRIMARY KEY,\n"
	"	article_id INTEGER NOT NULL REFERENCES article(id),\n"
	"	n INTEGER NOT NULL,\n"
	"	paragraph INTEGER NOT NULL,\n"
	"	start INTEGER NOT NULL,\n"
	"	end INTEGER NOT NULL CHECK(0 <= start AND start <= end),\n"
	"	kind TEXT NOT NULL,\n"
	"	UNIQUE(article_id, n)\n"
	") STRICT;\n"
	"PRAGMA application_id = 1095975257;\n" /* STORE_APPLICATION_ID */
	"PRAGMA user_version = 1;\n";

/* evidence.n and finding.ord number a run's records from 0. finding.article_id is NULL for a finding over all
 * articles. */
static const char results[] =
	"CREATE TABLE run(\n"
	"	id INTEGER PRIMARY KEY,\n"
	"	pack TEXT NOT NULL,\n"
	"	version TEXT,\n"
	"	pack_sha256 TEXT,\n"
	"	engine TEXT NOT NULL,\n"
	"	question TEXT,\n"
	"	params TEXT NOT NULL,\n"
	"	result TEXT NOT NULL\n"
	") STRICT;\n"
	"CREATE TABLE evidence(\n"
	"	run_id INTEGER NOT NULL REFERENCES run(id),\n"
	"	n INTEGER NOT NULL,\n"
	"	article_id INTEGER NOT NULL REFERENCES article(id),\n"
	"	rule TEXT NOT NULL,\n"
	"	start INTEGER NOT NULL,\n"
	"	end INTEGER NOT NULL CHECK(0 <= start AND start <= end),\n"
	"	holder TEXT,\n"
	"	speaker TEXT,\n"
	"	json TEXT,\n"
	"	PRIMARY KEY(run_id, n)\n"
	") STRICT, WITHOUT ROWID;\n"
	"CREATE INDEX evidence_article ON evidence(article_id);\n"
	"CREATE TABLE finding(\n"
	"	run_id INTEGER NOT NULL REFERENCES run(id),\n"
	"	ord INTEGER NOT NULL,\n"
	"	kind TEXT NOT NULL,\n"
	"	article_id INTEGER REFERENCES article(id),\n"
	"	subject TEXT NOT NULL,\n"
	"	score REAL,\n"
	"	low REAL,\n"
	"	high REAL,\n"
	"	n INTEGER,\n"
	"	status TEXT,\n"
	"	json TEXT,\n"
	"	PRIMARY KEY(run_id, ord)\n"
	") STRICT, WITHOUT ROWID;\n"
	"CREATE TABLE evidence_of(\n"
	"	run_id INTEGER NOT NULL,\n"
	"	finding INTEGER NOT NULL,\n"
	"	evidence INTEGER NOT NULL,\n"
	"	PRIMARY KEY(run_id, finding, evidence),\n"
	"	FOREIGN KEY(run_id, finding) REFERENCES finding(run_id, ord),\n"
	"	FOREIGN KEY(run_id, evidence) REFERENCES evidence(run_id, n)\n"
	") STRICT, WITHOUT ROWID;\n"
	"PRAGMA user_version = 2;\n";

const char *const store_migrations[STORE_VERSION] = {corpus, results};

#define ARTICLE_COLUMNS \
	"a.id, a.key, s.outlet, a.published, a.title, a.meta, a.sha256, a.text " \
	"FROM article a LEFT JOIN source s ON s.id = a.source_id "

const char *const store_sql[SQL_COUNT] = {
	[SQL_SAVEPOINT] = "SAVEPOINT step",
	[SQL_RELEASE] = "RELEASE step",
	[SQL_ROLLBACK_TO] = "ROLLBACK TO step",
	[SQL_SOURCE_ADD] = "INSERT OR IGNORE INTO source(outlet) VALUES(?1)",
	[SQL_SOURCE_FIND] = "SELECT id FROM source WHERE outlet = ?1",
	[SQL_ARTICLE_KNOWN] = "SELECT id FROM article WHERE key = ?1 AND sha256 = ?2",
	[SQL_ARTICLE_ADD] =
		"INSERT INTO article(key, source_id, published, title, meta, sha256, bytes, text) "
		"VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[SQL_SENTENCE_ADD] =
		"INSERT INTO sentence(article_id, n, paragraph, start, end, kind) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
	[SQL_ARTICLE_NEXT] =
		"SELECT " ARTICLE_COLUMNS
		"WHERE a.id = (SELECT max(id) FROM article WHERE key = (SELECT min(key) FROM article WHERE key > ?1))",
	[SQL_ARTICLE_FIND] = "SELECT " ARTICLE_COLUMNS "WHERE a.id = (SELECT max(id) FROM article WHERE key = ?1)",
	[SQL_ARTICLE_LENGTH] = "SELECT max(id), bytes FROM article WHERE key = ?1 GROUP BY key",
	[SQL_RUN_ADD] =
		"INSERT INTO run(pack, version, pack_sha256, engine, question, params, result) "
		"VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[SQL_EVIDENCE_ADD] =
		"INSERT INTO evidence(run_id, n, article_id, rule, start, end, holder, speaker, json) "
		"VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[SQL_FINDING_ADD] =
		"INSERT INTO finding(run_id, ord, kind, article_id, subject, score, low, high, n, status, json) "
		"VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	[SQL_EVIDENCE_OF_ADD] = "INSERT OR IGNORE INTO evidence_of(run_id, finding, evidence) VALUES(?1, ?2, ?3)",
	[SQL_RUN_NEXT] =
		"SELECT id, pack, version, pack_sha256, engine, question, params FROM run WHERE id > ?1 ORDER BY id LIMIT 1",
	[SQL_RUN_RESULT] = "SELECT result FROM run WHERE id = ?1",
	[SQL_SEARCH_STALE] =
		"SELECT ifnull((SELECT max(id) FROM sentence), 0) > ifnull((SELECT max(id) FROM sentence_fts_docsize), 0)",
	[SQL_SEARCH_SENTENCES] =
		"SELECT id, article_id, start, end FROM sentence "
		"WHERE id > ifnull((SELECT max(id) FROM sentence_fts_docsize), 0) ORDER BY id",
	[SQL_SEARCH_INDEX] = "INSERT INTO sentence_fts(rowid, text) VALUES(?1, ?2)",
	[SQL_SEARCH_FIND] =
		"SELECT s.id, s.article_id, a.key, s.n, s.start, s.end "
		"FROM sentence_fts f CROSS JOIN sentence s ON s.id = f.rowid CROSS JOIN article a ON a.id = s.article_id "
		"WHERE f.sentence_fts MATCH ?1 AND a.id = (SELECT max(b.id) FROM article b WHERE b.key = a.key) "
		"ORDER BY f.rank, s.id LIMIT ?2",
	[SQL_SEARCH_MATCHES] =
		"SELECT match_spans(sentence_fts, ?3) FROM sentence_fts WHERE sentence_fts MATCH ?1 AND rowid = ?2",
};
