/* The C tests' harness: TEST(behaviour) { … CHECK(…) … } and RUN_TESTS; prints `N passed, N failed, N skipped`. */
#ifndef ASSAY_TEST_H
#define ASSAY_TEST_H
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct Test {
	const char *name;
	void (*run)(void);
	struct Test *next;
} Test;

static Test *test_first, **test_last = &test_first;
static int test_failed_checks;

#define TEST(behaviour) \
	static void behaviour(void); \
	static Test test_##behaviour = {#behaviour, behaviour, NULL}; \
	__attribute__((constructor)) static void register_##behaviour(void) { \
		*test_last = &test_##behaviour; \
		test_last = &test_##behaviour.next; \
	} \
	static void behaviour(void)

#define CHECK(condition) \
	do { \
		if (!(condition)) { \
			test_failed_checks++; \
			printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
		} \
	} while (0)

#define CHECK_STRING(got, expected) \
	do { \
		const char *got_ = (got), *expected_ = (expected); \
		if (!got_ || strcmp(got_, expected_) != 0) { \
			test_failed_checks++; \
			printf("%s:%d: got \"%s\", expected \"%s\"\n", __FILE__, __LINE__, got_ ? got_ : "(null)", expected_); \
		} \
	} while (0)

int main(void) {
	int passed = 0, failed = 0;
	for (Test *test = test_first; test; test = test->next) {
		int before = test_failed_checks;
		test->run();
		if (test_failed_checks == before) {
			passed++;
		} else {
			failed++;
			printf("FAILED %s\n", test->name);
		}
	}
	printf("%d passed, %d failed, 0 skipped\n", passed, failed);
	return failed != 0;
}

#endif
