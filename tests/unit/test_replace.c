/* Replacing a file: its bytes change, and nothing else about it. */
#include "plugins/cli/replace.h"

#include "base/io.h"

#include "cmocka_first.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];
static char path[512];

static int open_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/calque-replace-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static void write_file(const char *name, const char *text) {
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void expect_file(const char *expected) {
    cq_buf bytes = {0};
    assert_true(cq_io_read_file(&bytes, path, NULL));
    expect_str(cq_buf_get(&bytes), expected);
    cq_buf_release(&bytes);
}

/* Removes what is in the folder; how many files that were. */
static int empty_folder(void) {
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir) return 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char name[512];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        snprintf(name, sizeof name, "%s/%s", folder, entry->d_name);
        count += unlink(name) == 0;
    }
    closedir(dir);
    return count;
}

static int close_folder(void **state) {
    (void)state;
    empty_folder();
    rmdir(folder);
    return 0;
}

static void test_replaces(void **state) {
    (void)state;
    struct stat info;
    cq_err err;
    write_file("a.txt", "teh");
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(cq_replace_file(path, CQ_STR("teh"), CQ_STR("the\0!"), &err));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
    assert_int_equal(info.st_size, 5);
    assert_int_equal(empty_folder(), 1);
}

static void test_longest_name(void **state) {
    (void)state;
    char name[256];
    cq_err err;
    memset(name, 'n', sizeof name - 1);
    name[255] = '\0';
    write_file(name, "teh");
    assert_true(cq_replace_file(path, CQ_STR("teh"), CQ_STR("the"), &err));
    expect_file("the");
}

static void test_follows_links(void **state) {
    (void)state;
    char link[512];
    struct stat info;
    cq_err err;
    write_file("a.txt", "teh");
    snprintf(link, sizeof link, "%s/link", folder);
    assert_int_equal(symlink("a.txt", link), 0);
    assert_true(cq_replace_file(link, CQ_STR("teh"), CQ_STR("the"), &err));
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    expect_file("the");
}

/* An editor saved it meanwhile: what it wrote stays. */
static void test_changed_meanwhile(void **state) {
    (void)state;
    char message[640];
    cq_err err;
    write_file("a.txt", "teh boat");
    assert_false(cq_replace_file(path, CQ_STR("teh"), CQ_STR("the"), &err));
    snprintf(message, sizeof message,
             "%s: it was changed while it was being fixed; it is left as it is", path);
    assert_string_equal(err.message, message);
    expect_file("teh boat");
    assert_int_equal(empty_folder(), 1);
}

static void test_gone(void **state) {
    (void)state;
    char message[640];
    cq_err err;
    write_file("a.txt", "teh");
    empty_folder();
    rmdir(folder);
    assert_false(cq_replace_file(path, CQ_STR("teh"), CQ_STR("the"), &err));
    snprintf(message, sizeof message, "%s: No such file or directory", path);
    assert_string_equal(err.message, message);
    assert_int_equal(err.code, CQ_ENOENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_replaces, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(test_longest_name, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(test_follows_links, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(test_changed_meanwhile, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(test_gone, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
