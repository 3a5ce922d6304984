#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/impl.h"
#include "test.h"

/* ---- A folder of our own, emptied at the end ---- */

static char folder[200];
static const char *const names[] = {"a.assay", "b.assay", "pipe", "a.assay-journal"};

static const char *path_of(const char *name) {
	static char path[300];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void remove_files(void) {
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(path_of(names[i]));
}

static void remove_folder(void) {
	remove_files();
	rmdir(folder);
	sqlite3_shutdown();
}

/* ---- SQLite's own allocator, which can be made to fail ---- */

static sqlite3_mem_methods real_memory;
static long sqlite_countdown = -1;

static bool sqlite_fails(void) {
	return sqlite_countdown >= 0 && sqlite_countdown-- == 0;
}

static void *failing_malloc(int size) {
	return sqlite_fails() ? NULL : real_memory.xMalloc(size);
}

static void *failing_realloc(void *block, int size) {
	return sqlite_fails() ? NULL : real_memory.xRealloc(block, size);
}

__attribute__((constructor)) static void set_up(void) {
	const char *base = getenv("TMPDIR");
	sqlite3_mem_methods methods;
	snprintf(folder, sizeof folder, "%s/store-XXXXXX", base && *base ? base : "/tmp");
	if (!mkdtemp(folder) || sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory) != SQLITE_OK)
		abort();
	methods = real_memory;
	methods.xMalloc = failing_malloc;
	methods.xRealloc = failing_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
	atexit(remove_folder);
}

/* ---- Helpers ---- */

static Store *open_store(void) {
	AssayError error = {0};
	Store *store = store_open(path_of("a.assay"), STORE_CREATE, &error);
	if (!store)
		printf("%s\n", error.message);
	else
		store_set_timeout(store, 0);
	return store;
}

static Store *new_store(void) {
	remove_files();
	return open_store();
}

static StoreArticle article_of(const char *key, const char *text) {
	return (StoreArticle){.key = key, .text = text, .length = strlen(text), .outlet = "Courier"};
}

/* With the whole text as its sentence. */
static bool add_text(Store *store, const char *key, const char *text, bool *added, AssayError *error) {
	StoreArticle article = article_of(key, text);
	StoreSentence sentence = {0, (uint32_t)article.length, 0, "body"};
	return store_add_article(store, &article, &sentence, 1, added, NULL, error);
}

static AssayStatus add_status(Store *store, const StoreArticle *article) {
	AssayError error = {0};
	return store_add_article(store, article, NULL, 0, NULL, NULL, &error) ? ASSAY_OK : error.status;
}

static AssayStatus open_status(const char *name, StoreMode mode, const char *part) {
	AssayError error = {0};
	Store *store = store_open(path_of(name), mode, &error);
	if (!store && !strstr(error.message, part))
		printf("message: %s\n", error.message);
	bool told = store || strstr(error.message, part);
	store_close(store);
	return told ? error.status : ASSAY_BUG;
}

static void run_sql(const char *name, const char *sql) {
	sqlite3 *db;
	char *message = NULL;
	CHECK(sqlite3_open(path_of(name), &db) == SQLITE_OK);
	CHECK(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK);
	if (message)
		printf("%s\n", message);
	sqlite3_free(message);
	sqlite3_close(db);
}

static void write_file(const char *name, const char *bytes, size_t length) {
	FILE *file = fopen(path_of(name), "wb");
	CHECK(file && fwrite(bytes, 1, length, file) == length);
	if (file)
		fclose(file);
}

static Buf read_file(const char *name) {
	Buf content = {0};
	char part[4096];
	size_t length;
	FILE *file = fopen(path_of(name), "rb");
	while (file && (length = fread(part, 1, sizeof part, file)) > 0)
		buf_append(&content, part, length);
	if (file)
		fclose(file);
	return content;
}

/* Opening the file gives BAD_INPUT with that part of a message; it stays as it is, and no other file is left behind. */
static void check_refused(const char *part) {
	Buf before = read_file("a.assay");
	CHECK(open_status("a.assay", STORE_CREATE, part) == ASSAY_BAD_INPUT);
	Buf after = read_file("a.assay");
	CHECK(before.length == after.length && memcmp(before.bytes, after.bytes, after.length) == 0);
	CHECK(access(path_of("a.assay-journal"), F_OK) != 0);
	buf_done(&before);
	buf_done(&after);
}

/* ---- Opening ---- */

TEST(a_new_store_is_empty_and_reopens) {
	Store *store = new_store();
	CHECK(store_article_count(store, NULL) == 0);
	CHECK(add_text(store, "one", "A text.", NULL, NULL));
	store_close(store);
	store = open_store();
	CHECK(store_article_count(store, NULL) == 1);
	CHECK_STRING(store_path(store), path_of("a.assay"));
	store_close(store);
}

TEST(a_store_is_one_file_once_it_is_closed) {
	store_close(new_store());
	CHECK(access(path_of("a.assay-journal"), F_OK) != 0);
	CHECK(access(path_of("a.assay-wal"), F_OK) != 0);
}

TEST(durability_and_walls_are_set) {
	Store *store = new_store();
	int64_t value;
	CHECK(store_value(store, "PRAGMA synchronous", &value, NULL) && value == 3);
	CHECK(store_value(store, "PRAGMA foreign_keys", &value, NULL) && value == 1);
	CHECK(store_value(store, "PRAGMA trusted_schema", &value, NULL) && value == 0);
	CHECK(store_value(store, "PRAGMA cell_size_check", &value, NULL) && value == 1);
	CHECK(store_value(store, "SELECT journal_mode = 'delete' FROM pragma_journal_mode", &value, NULL) && value == 1);
	CHECK(store_value(store, "PRAGMA application_id", &value, NULL) && value == STORE_APPLICATION_ID);
	CHECK(store_value(store, "PRAGMA user_version", &value, NULL) && value == STORE_VERSION);
	store_close(store);
}

TEST(a_store_in_memory_needs_no_file) {
	AssayError error = {0};
	Store *store = store_open(":memory:", STORE_EXISTING, &error);
	CHECK(store && add_text(store, "one", "A text.", NULL, NULL) && store_article_count(store, NULL) == 1);
	store_close(store);
}

TEST(a_path_is_never_a_uri) {
	char old[1000];
	CHECK(getcwd(old, sizeof old) && chdir(folder) == 0);
	Store *store = store_open("file:x?mode=memory", STORE_CREATE, NULL);
	CHECK(store != NULL);
	store_close(store);
	CHECK(unlink("file:x?mode=memory") == 0);
	CHECK(chdir(old) == 0);
}

TEST(places_that_cannot_be_a_store_are_named) {
	remove_files();
	CHECK(open_status("none/a.assay", STORE_CREATE, "no such folder") == ASSAY_NOT_FOUND);
	CHECK(open_status("a.assay", STORE_EXISTING, "no such file") == ASSAY_NOT_FOUND);
	CHECK(access(path_of("a.assay"), F_OK) != 0);
	CHECK(open_status("", STORE_CREATE, "not a regular file") == ASSAY_BAD_INPUT);
	CHECK(mkfifo(path_of("pipe"), 0600) == 0);
	CHECK(open_status("pipe", STORE_CREATE, "not a regular file") == ASSAY_BAD_INPUT);
	CHECK(store_open("", STORE_CREATE, NULL) == NULL);
}

TEST(an_empty_file_becomes_a_store) {
	remove_files();
	write_file("a.assay", "", 0);
	CHECK(open_status("a.assay", STORE_EXISTING, "") == ASSAY_OK);
}

TEST(what_is_no_database_is_refused_unmodified) {
	char text[3000];
	remove_files();
	memset(text, 'x', sizeof text);
	write_file("a.assay", text, sizeof text);
	check_refused("not a project file");
	write_file("a.assay", "short", 5);
	check_refused("not a project file");
}

TEST(a_foreign_database_is_refused_unmodified) {
	remove_files();
	run_sql("a.assay", "CREATE TABLE article(id)");
	check_refused("not a project file");
	remove_files();
	run_sql("a.assay", "PRAGMA journal_mode = WAL; CREATE TABLE article(id)");
	check_refused("not a project file");
}

TEST(a_newer_version_is_refused_unmodified) {
	store_close(new_store());
	run_sql("a.assay", "PRAGMA user_version = 99");
	check_refused("newer version");
}

TEST(an_older_version_is_migrated_with_what_it_holds) {
	remove_files();
	run_sql("a.assay", store_migrations[0]);
	run_sql("a.assay", "INSERT INTO article(key, sha256, bytes, text) VALUES('old', printf('%064d', 0), 4, 'text')");
	Store *store = open_store();
	StoreCursor cursor = {0};
	StoreArticle article;
	bool found;
	int64_t version;
	CHECK(store_value(store, "PRAGMA user_version", &version, NULL) && version == STORE_VERSION);
	CHECK(store_article_find(store, "old", &cursor, &article, &found, NULL) && found);
	CHECK_STRING(article.text, "text");
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(a_migration_that_fails_changes_nothing) {
	remove_files();
	run_sql("a.assay", store_migrations[0]);
	run_sql("a.assay", "CREATE VIEW evidence AS SELECT 1");
	check_refused("evidence");
	run_sql("a.assay", "DROP VIEW evidence");
	CHECK(open_status("a.assay", STORE_EXISTING, "") == ASSAY_OK);
}

TEST(tables_that_were_swapped_are_refused) {
	store_close(new_store());
	run_sql("a.assay", "ALTER TABLE evidence_of RENAME TO x; CREATE VIEW evidence_of AS SELECT * FROM x");
	check_refused("damaged");
	store_close(new_store());
	run_sql("a.assay", "DROP TABLE evidence_of; CREATE TABLE evidence_of(run_id, finding, evidence)");
	check_refused("damaged");
}

TEST(a_damaged_file_is_named_as_damaged) {
	Store *store = new_store();
	for (int i = 0; i < 200; i++) {
		char key[20];
		snprintf(key, sizeof key, "k%d", i);
		CHECK(add_text(store, key, "Some words of a text that fills the page a little.", NULL, NULL));
	}
	store_close(store);
	Buf content = read_file("a.assay");
	memset(content.bytes + 4096, 0xA5, content.length - 4096);
	write_file("a.assay", content.bytes, content.length);
	buf_done(&content);
	AssayError error = {0};
	store = store_open(path_of("a.assay"), STORE_EXISTING, &error);
	CHECK(!store || !store_check(store, &error));
	CHECK(error.status == ASSAY_BAD_INPUT && strstr(error.message, "damaged"));
	store_close(store);
}

/* ---- Articles ---- */

TEST(the_same_article_again_changes_nothing) {
	Store *store = new_store();
	bool added = false;
	CHECK(add_text(store, "one", "A text.", &added, NULL) && added);
	CHECK(add_text(store, "one", "A text.", &added, NULL) && !added);
	CHECK(add_text(store, "two", "A text.", &added, NULL) && added);
	CHECK(store_article_count(store, NULL) == 2);
	int64_t sentences;
	CHECK(store_value(store, "SELECT count(*) FROM sentence", &sentences, NULL) && sentences == 2);
	store_close(store);
}

TEST(another_text_is_a_new_current_revision) {
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreArticle article;
	bool found, added;
	int64_t kept;
	CHECK(add_text(store, "one", "First.", NULL, NULL) && add_text(store, "one", "Second.", &added, NULL) && added);
	CHECK(store_article_count(store, NULL) == 1);
	CHECK(store_article_find(store, "one", &cursor, &article, &found, NULL) && found);
	CHECK_STRING(article.text, "Second.");
	CHECK(add_text(store, "one", "First.", &added, NULL) && !added);
	CHECK(store_article_find(store, "one", &cursor, &article, &found, NULL) && found);
	CHECK_STRING(article.text, "Second.");
	CHECK(store_value(store, "SELECT count(*) FROM article", &kept, NULL) && kept == 2);
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(every_field_comes_back) {
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreArticle got, article = {
		.key = "ключ", .text = "Zwölf — “x”", .length = strlen("Zwölf — “x”"), .outlet = "Courier",
		.published = "2025-11-10", .title = "Title", .meta = "{\"a\":1}",
	};
	bool found;
	int64_t id;
	CHECK(store_add_article(store, &article, NULL, 0, NULL, &id, NULL));
	CHECK(store_article_find(store, "ключ", &cursor, &got, &found, NULL) && found && got.id == id);
	CHECK(got.length == article.length);
	CHECK_STRING(got.text, article.text);
	CHECK_STRING(got.outlet, "Courier");
	CHECK_STRING(got.published, "2025-11-10");
	CHECK_STRING(got.title, "Title");
	CHECK_STRING(got.meta, "{\"a\":1}");
	CHECK(got.sha256 && strlen(got.sha256) == 64);
	CHECK(store_article_find(store, "none", &cursor, &got, &found, NULL) && !found);
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(articles_come_by_key_and_other_calls_may_come_between) {
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreArticle article;
	bool found;
	char keys[20] = "";
	CHECK(add_text(store, "c", "3", NULL, NULL) && add_text(store, "a", "1", NULL, NULL));
	CHECK(add_text(store, "b", "2", NULL, NULL) && add_text(store, "B", "2", NULL, NULL));
	while (store_article_next(store, &cursor, &article, &found, NULL) && found) {
		strcat(keys, article.key);
		CHECK(add_text(store, article.key, "changed", NULL, NULL));
	}
	CHECK_STRING(keys, "Babc");
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(text_that_looks_like_sql_is_text) {
	static const char hostile[] = "'); DROP TABLE article; -- \" %s ?1";
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreHits hits = {0};
	StoreArticle article = article_of(hostile, hostile), got;
	bool found;
	article.outlet = article.title = article.meta = hostile;
	CHECK(add_status(store, &article) == ASSAY_OK);
	CHECK(store_article_find(store, hostile, &cursor, &got, &found, NULL) && found);
	CHECK_STRING(got.title, hostile);
	AssayError error = {0};
	CHECK(!store_search(store, hostile, 10, &hits, &error) && error.status == ASSAY_BAD_INPUT);
	CHECK(store_check(store, NULL));
	store_cursor_done(&cursor);
	store_hits_done(&hits);
	store_close(store);
}

TEST(an_empty_text_is_an_article) {
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreArticle article = {.key = "empty"}, got;
	bool found;
	CHECK(add_status(store, &(StoreArticle){.key = "empty", .text = ""}) == ASSAY_OK);
	CHECK(add_status(store, &article) == ASSAY_OK);
	CHECK(store_article_find(store, "empty", &cursor, &got, &found, NULL) && found && got.length == 0);
	CHECK(store_check(store, NULL));
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(ill_formed_articles_are_rejected) {
	Store *store = new_store();
	char long_key[600];
	memset(long_key, 'k', sizeof long_key - 1);
	long_key[sizeof long_key - 1] = '\0';
	const char *const bad_keys[] = {NULL, "", "a\nb", "a\x7F", "a\xC2\x85", "a\xFF", long_key};
	for (size_t i = 0; i < sizeof bad_keys / sizeof *bad_keys; i++)
		CHECK(add_status(store, &(StoreArticle){.key = bad_keys[i], .text = "x", .length = 1}) == ASSAY_BAD_INPUT);
	CHECK(add_status(store, &(StoreArticle){.key = "a", .text = "x\0y", .length = 3}) == ASSAY_BAD_INPUT);
	CHECK(add_status(store, &(StoreArticle){.key = "a", .text = "x\xC3", .length = 2}) == ASSAY_BAD_INPUT);
	CHECK(add_status(store, &(StoreArticle){.key = "a", .text = "x", .length = 1, .title = "\xFF"}) == ASSAY_BAD_INPUT);
	CHECK(store_article_count(store, NULL) == 0);
	store_close(store);
}

TEST(sentences_outside_the_text_are_rejected) {
	Store *store = new_store();
	const StoreSentence bad[] = {{0, 9, 0, "body"}, {3, 2, 0, "body"}, {2, 3, 0, "body"}, {0, 2, 0, NULL}};
	StoreArticle article = article_of("a", "a\u00E9b\u00E9"); /* 1 2 1 2 bytes */
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		AssayError error = {0};
		CHECK(!store_add_article(store, &article, &bad[i], 1, NULL, NULL, &error) && error.status == ASSAY_BAD_INPUT);
	}
	CHECK(store_article_count(store, NULL) == 0);
	store_close(store);
}

/* ---- Transactions ---- */

TEST(a_batch_is_kept_or_undone_as_a_whole) {
	Store *store = new_store();
	CHECK(store_begin(store, NULL) && add_text(store, "one", "1", NULL, NULL) && store_rollback(store, NULL));
	CHECK(store_article_count(store, NULL) == 0);
	CHECK(store_begin(store, NULL) && add_text(store, "one", "1", NULL, NULL) && store_commit(store, NULL));
	CHECK(store_begin(store, NULL) && add_text(store, "two", "2", NULL, NULL));
	store_close(store);
	store = open_store();
	CHECK(store_article_count(store, NULL) == 1);
	store_close(store);
}

TEST(a_failed_call_is_undone_alone) {
	Store *store = new_store();
	StoreEvidence evidence = {.article = "none", .rule = "r"};
	StoreRun run = {.pack = "p", .engine = "e", .result = "{}", .evidence = &evidence, .evidence_count = 1};
	int64_t runs;
	CHECK(store_begin(store, NULL) && add_text(store, "one", "1", NULL, NULL));
	AssayError error = {0};
	CHECK(!store_run_add(store, &run, NULL, &error) && error.status == ASSAY_NOT_FOUND);
	CHECK(add_text(store, "two", "2", NULL, NULL) && store_commit(store, NULL));
	CHECK(store_article_count(store, NULL) == 2);
	CHECK(store_value(store, "SELECT count(*) FROM run", &runs, NULL) && runs == 0);
	store_close(store);
}

TEST(batches_do_not_nest) {
	Store *store = new_store();
	AssayError error = {0};
	CHECK(!store_commit(store, &error) && error.status == ASSAY_USAGE);
	CHECK(!store_rollback(store, &error) && error.status == ASSAY_USAGE);
	CHECK(store_begin(store, NULL));
	CHECK(!store_begin(store, &error) && error.status == ASSAY_USAGE);
	CHECK(store_rollback(store, NULL));
	store_close(store);
}

TEST(a_second_writer_waits_or_is_told_to_try_again) {
	Store *first = new_store(), *second = open_store();
	AssayError error = {0};
	CHECK(store_begin(first, NULL) && add_text(first, "one", "1", NULL, NULL));
	CHECK(!add_text(second, "two", "2", NULL, &error) && error.status == ASSAY_TRY_AGAIN);
	CHECK(!store_begin(second, &error) && error.status == ASSAY_TRY_AGAIN);
	CHECK(store_article_count(second, NULL) == 0);
	CHECK(store_commit(first, NULL));
	CHECK(add_text(second, "two", "2", NULL, NULL));
	CHECK(store_article_count(first, NULL) == 2);
	store_close(first);
	store_close(second);
}

/* As the child does when all went as expected; then no leak check of the child's copy of this process runs either. */
static bool was_killed(pid_t child) {
	int status;
	return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST(opening_and_closing_does_not_drop_the_locks_of_another_store) {
	Store *first = new_store();
	CHECK(store_begin(first, NULL) && add_text(first, "one", "1", NULL, NULL));
	CHECK(open_status("a.assay", STORE_EXISTING, "") == ASSAY_OK);
	pid_t child = fork();
	if (child == 0) {
		sqlite3 *db;
		sqlite3_open(path_of("a.assay"), &db);
		if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_BUSY)
			raise(SIGKILL);
		_exit(1);
	}
	CHECK(was_killed(child));
	CHECK(store_commit(first, NULL));
	store_close(first);
}

static char *long_text(size_t length) {
	char *text = memory_new(length + 1);
	memset(text, 'x', length);
	return text;
}

/* More than SQLite's cache holds, so that pages of the open transaction reach the file. */
static void die_in_a_batch(void) {
	Store *store = open_store();
	char *text = long_text(8 << 20);
	if (store && store_begin(store, NULL) && add_text(store, "lost", text, NULL, NULL))
		raise(SIGKILL);
	_exit(1);
}

TEST(a_killed_writer_leaves_what_was_committed) {
	Store *store = new_store();
	CHECK(add_text(store, "kept", "text", NULL, NULL));
	store_close(store);
	pid_t child = fork();
	if (child == 0)
		die_in_a_batch();
	CHECK(was_killed(child));
	CHECK(access(path_of("a.assay-journal"), F_OK) == 0);
	store = open_store();
	CHECK(store_article_count(store, NULL) == 1);
	CHECK(store_check(store, NULL));
	store_close(store);
}

TEST(no_space_is_said_and_nothing_half_written) {
	Store *store = new_store();
	AssayError error = {0};
	char *text = long_text(1 << 20);
	CHECK(add_text(store, "kept", "text", NULL, NULL));
	CHECK(store_execute(store, "PRAGMA max_page_count = 40", NULL));
	CHECK(!add_text(store, "big", text, NULL, &error) && error.status == ASSAY_TRY_AGAIN);
	CHECK(strstr(error.message, "no space") != NULL);
	CHECK(store_article_count(store, NULL) == 1);
	CHECK(store_begin(store, NULL) && add_text(store, "small", "text", NULL, NULL));
	CHECK(!add_text(store, "big", text, NULL, &error) && error.status == ASSAY_TRY_AGAIN);
	bool lost = sqlite3_get_autocommit(store->db);
	CHECK(add_text(store, "late", "text", NULL, &error) == !lost);
	CHECK(store_commit(store, &error) == !lost);
	CHECK(store_article_count(store, NULL) == (lost ? 1 : 3));
	CHECK(store_check(store, NULL));
	memory_free(text);
	store_close(store);
}

TEST(a_batch_that_sqlite_rolled_back_stays_failed_until_its_end) {
	Store *store = new_store();
	AssayError error = {0};
	CHECK(store_begin(store, NULL) && add_text(store, "one", "1", NULL, NULL));
	CHECK(sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK);
	CHECK(!add_text(store, "two", "2", NULL, &error) && error.status == ASSAY_TRY_AGAIN);
	CHECK(!store_commit(store, &error) && error.status == ASSAY_TRY_AGAIN);
	CHECK(add_text(store, "three", "3", NULL, NULL) && store_article_count(store, NULL) == 1);
	store_close(store);
}

/* ---- Runs ---- */

static bool add_run(Store *store, const StoreEvidence *evidence, uint32_t link, AssayError *error) {
	StoreFinding finding = {
		.kind = "stance", .article = "one", .subject = "Israel", .status = "opposes", .score = -0.8, .low = NAN,
		.high = NAN, .n = -1, .evidence = &link, .evidence_count = 1,
	};
	StoreRun run = {
		.pack = "p", .version = "1", .pack_sha256 = "00", .engine = "assay", .question = "?", .result = "{\"v\":1}",
		.evidence = evidence, .evidence_count = 1, .findings = &finding, .finding_count = 1,
	};
	return store_run_add(store, &run, NULL, error);
}

TEST(a_run_comes_back_with_its_result) {
	Store *store = new_store();
	StoreCursor cursor = {0};
	StoreRun run;
	Buf result = {0};
	bool found;
	int64_t links;
	CHECK(add_text(store, "one", "Israel refused.", NULL, NULL));
	CHECK(add_run(store, &(StoreEvidence){.article = "one", .rule = "r", .start = 0, .end = 6}, 0, NULL));
	CHECK(store_run_next(store, &cursor, &run, &found, NULL) && found && run.id == 1);
	CHECK_STRING(run.pack, "p");
	CHECK_STRING(run.question, "?");
	CHECK_STRING(run.params, "{}");
	CHECK(store_run_next(store, &cursor, &run, &found, NULL) && !found);
	CHECK(store_run_result(store, 1, &result, &found, NULL) && found);
	CHECK_STRING(result.bytes, "{\"v\":1}");
	CHECK(result.length == 7);
	CHECK(store_run_result(store, 2, &result, &found, NULL) && !found);
	CHECK(store_value(store, "SELECT count(*) FROM evidence_of", &links, NULL) && links == 1);
	buf_done(&result);
	store_cursor_done(&cursor);
	store_close(store);
}

TEST(evidence_keeps_the_revision_it_was_taken_from) {
	Store *store = new_store();
	int64_t same;
	CHECK(add_text(store, "one", "Israel refused.", NULL, NULL));
	CHECK(add_run(store, &(StoreEvidence){.article = "one", .rule = "r", .start = 0, .end = 6}, 0, NULL));
	CHECK(add_text(store, "one", "Short", NULL, NULL));
	CHECK(store_value(store, "SELECT text = 'Israel refused.' FROM evidence JOIN article ON id = article_id", &same,
	                  NULL) && same == 1);
	CHECK(store_check(store, NULL));
	store_close(store);
}

TEST(a_run_that_does_not_fit_is_refused_whole) {
	Store *store = new_store();
	AssayError error = {0};
	int64_t rows;
	CHECK(add_text(store, "one", "Text", NULL, NULL));
	StoreEvidence good = {.article = "one", .rule = "r", .start = 0, .end = 4}, bad = good;
	CHECK(!add_run(store, &good, 1, &error) && error.status == ASSAY_BAD_INPUT);
	bad.end = 5;
	CHECK(!add_run(store, &bad, 0, &error) && error.status == ASSAY_BAD_INPUT);
	bad = good, bad.start = 5;
	CHECK(!add_run(store, &bad, 0, &error) && error.status == ASSAY_BAD_INPUT);
	bad = good, bad.article = "none";
	CHECK(!add_run(store, &bad, 0, &error) && error.status == ASSAY_NOT_FOUND);
	bad = good, bad.rule = NULL;
	CHECK(!add_run(store, &bad, 0, &error) && error.status == ASSAY_BAD_INPUT);
	bad = good, bad.holder = "\xFF";
	CHECK(!add_run(store, &bad, 0, &error) && error.status == ASSAY_BAD_INPUT);
	CHECK(!store_run_add(store, &(StoreRun){.engine = "e", .result = "{}"}, NULL, &error));
	CHECK(store_value(store, "SELECT (SELECT count(*) FROM run) + (SELECT count(*) FROM evidence)", &rows, NULL));
	CHECK(rows == 0);
	store_close(store);
}

/* ---- Search ---- */

static uint32_t count_hits(Store *store, const char *query) {
	StoreHits hits = {0};
	AssayError error = {0};
	uint32_t count = store_search(store, query, 100, &hits, &error) ? hits.count : UINT32_MAX;
	if (error.status)
		printf("%s\n", error.message);
	store_hits_done(&hits);
	return count;
}

TEST(search_gives_the_sentence_and_what_matched) {
	static const char text[] = "Intro. The H\u00E4user gave safe passage; safe it was.";
	Store *store = new_store();
	StoreArticle article = article_of("one", text);
	StoreSentence sentences[] = {{0, 6, 0, "body"}, {7, (uint32_t)article.length, 0, "body"}};
	StoreHits hits = {0};
	CHECK(store_add_article(store, &article, sentences, 2, NULL, NULL, NULL));
	CHECK(store_search(store, "\"safe passage\" OR hauser", 10, &hits, NULL) && hits.count == 1);
	StoreHit *hit = hits.items;
	CHECK_STRING(hit->article, "one");
	CHECK(hit->n == 1 && hit->start == 7 && hit->end == article.length);
	CHECK_STRING(hit->text, text + 7);
	CHECK(hit->match_count == 2);
	CHECK(hit->matches[0].start == 11 && hit->matches[0].end == 18);
	CHECK(strncmp(text + hit->matches[1].start, "safe passage", 12) == 0 && hit->matches[1].end == 36);
	store_hits_done(&hits);
	store_close(store);
}

TEST(search_finds_what_was_added_since) {
	Store *store = new_store();
	CHECK(count_hits(store, "tunnel*") == 0);
	CHECK(add_text(store, "one", "The tunnels of Rafah", NULL, NULL));
	CHECK(count_hits(store, "tunnel*") == 1);
	CHECK(count_hits(store, "tunnel") == 0);
	CHECK(add_text(store, "two", "A tunnel", NULL, NULL) && add_text(store, "three", "No word", NULL, NULL));
	CHECK(count_hits(store, "tunnel*") == 2);
	store_close(store);
	store = open_store();
	CHECK(count_hits(store, "tunnel* NOT rafah") == 1);
	CHECK(store_check(store, NULL));
	store_close(store);
}

TEST(search_sees_current_revisions_only) {
	Store *store = new_store();
	CHECK(add_text(store, "one", "old words", NULL, NULL) && count_hits(store, "old") == 1);
	CHECK(add_text(store, "one", "new words", NULL, NULL));
	CHECK(count_hits(store, "old") == 0 && count_hits(store, "words") == 1);
	store_close(store);
}

TEST(search_inside_a_batch_is_undone_with_it) {
	Store *store = new_store();
	CHECK(store_begin(store, NULL) && add_text(store, "one", "words", NULL, NULL));
	CHECK(count_hits(store, "words") == 1);
	CHECK(store_rollback(store, NULL));
	CHECK(count_hits(store, "words") == 0);
	CHECK(add_text(store, "two", "other words", NULL, NULL) && count_hits(store, "words") == 1);
	CHECK(store_check(store, NULL));
	store_close(store);
}

TEST(search_gives_the_best_up_to_the_limit) {
	Store *store = new_store();
	StoreHits hits = {0};
	CHECK(add_text(store, "weak", "word and many others that stand around it in a long sentence", NULL, NULL));
	CHECK(add_text(store, "strong", "word word word", NULL, NULL));
	CHECK(store_search(store, "word", 1, &hits, NULL) && hits.count == 1);
	CHECK_STRING(hits.items[0].article, "strong");
	store_hits_done(&hits);
	CHECK(store_search(store, "word", 0, &hits, NULL) && hits.count == 0);
	store_hits_done(&hits);
	store_close(store);
}

TEST(a_query_that_cannot_be_read_is_the_users_error) {
	static const char *const queries[] = {"\"open", "AND", "(", "column: x", "*", " ", "", "*reads", "\xFF",
	                                      "a^^b", "'x"};
	Store *store = new_store();
	CHECK(add_text(store, "one", "words", NULL, NULL));
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		StoreHits hits = {0};
		AssayError error = {0};
		bool ok = store_search(store, queries[i], 10, &hits, &error);
		if (ok)
			printf("query taken: %s\n", queries[i]);
		CHECK(!ok && error.status == ASSAY_BAD_INPUT);
		CHECK(strncmp(error.message, "query", 5) == 0);
		store_hits_done(&hits);
	}
	CHECK(count_hits(store, "words") == 1);
	store_close(store);
}

/* ---- Health ---- */

static void check_found(const char *sql, const char *part) {
	Store *store = new_store();
	AssayError error = {0};
	CHECK(add_text(store, "one", "The text", NULL, NULL) && count_hits(store, "text") == 1);
	store_close(store);
	run_sql("a.assay", sql);
	store = open_store();
	CHECK(!store_check(store, &error) && error.status == ASSAY_BAD_INPUT);
	CHECK(strstr(error.message, part) != NULL);
	store_close(store);
}

TEST(the_check_finds_what_was_changed_behind_its_back) {
	check_found("UPDATE article SET text = 'The tent'", "the text of 'one'");
	check_found("UPDATE article SET source_id = 77", "reference in article");
	check_found("UPDATE sentence SET end = 700", "behind the end");
}

/* ---- Every allocation fails once ---- */

static bool use_everything(Store *store, AssayError *error) {
	StoreCursor cursor = {0};
	StoreArticle article;
	StoreHits hits = {0};
	StoreEvidence evidence = {.article = "one", .rule = "r", .start = 0, .end = 4, .json = "{}"};
	Buf result = {0};
	bool found, ok = add_text(store, "one", "some words", NULL, error) && store_begin(store, error);
	if (ok) {
		ok = add_text(store, "two", "more words", NULL, error);
		ok = (ok ? store_commit(store, error) : store_rollback(store, NULL)) && ok;
	}
	ok = ok && store_search(store, "words", 10, &hits, error) && hits.count == 2;
	ok = ok && add_run(store, &evidence, 0, error) && store_run_result(store, 1, &result, &found, error);
	while (ok && (ok = store_article_next(store, &cursor, &article, &found, error)) && found)
		CHECK(strlen(article.text) == article.length);
	ok = ok && store_check(store, error);
	buf_done(&result);
	store_hits_done(&hits);
	store_cursor_done(&cursor);
	return ok;
}

static bool open_and_use(AssayError *error) {
	Store *store = store_open(path_of("a.assay"), STORE_CREATE, error);
	bool ok = store && use_everything(store, error);
	store_close(store);
	return ok;
}

/* The countdown ran out, so that an allocation failed. */
static bool own_failed(long successes) {
	return memory_allocations() > successes;
}

static bool sqlite_failed(long successes) {
	(void)successes;
	return sqlite_countdown < 0;
}

static void fail_sqlite_after(long successes) {
	sqlite_countdown = successes;
}

/* A failure is said, or SQLite found a way around it; after it the file is whole and takes the same work. */
static void fail_once(long successes, void (*fail_after)(long), bool (*has_failed)(long), bool *failed) {
	AssayError error = {0};
	remove_files();
	fail_after(successes);
	bool ok = open_and_use(&error);
	*failed = has_failed(successes);
	fail_after(-1);
	if (!ok && error.status != ASSAY_NO_MEMORY)
		printf("allocation %ld: %s\n", successes, error.message);
	CHECK(ok || error.status == ASSAY_NO_MEMORY);
	CHECK(ok || *failed);
	error = (AssayError){0};
	if (!ok && !open_and_use(&error))
		printf("after allocation %ld: %s\n", successes, error.message);
	CHECK(!error.message[0]);
}

TEST(own_allocations_may_fail) {
	bool failed = true;
	for (long i = 0; failed; i++)
		fail_once(i, memory_fail_after, own_failed, &failed);
}

/* There are thousands; ASSAY_SWEEP_STEP=1 takes each of them. */
TEST(allocations_of_sqlite_may_fail) {
	bool failed = true;
	const char *step = getenv("ASSAY_SWEEP_STEP");
	for (long i = 0; failed; i += step ? atol(step) : 11)
		fail_once(i, fail_sqlite_after, sqlite_failed, &failed);
}
