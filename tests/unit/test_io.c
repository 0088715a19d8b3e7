/* Reading files and folders, on a real disk. */
#include "base/io.h"

#include "cmocka_first.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/calque-io-XXXXXX";
static cq_arena arena;

static int open_folder(void **state) {
    (void)state;
    cq_arena_init(&arena);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int close_folder(void **state) {
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cq_arena_release(&arena);
    return system(command);
}

static void write_file(const char *path, cq_str bytes) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    cq_err err;
    assert_true(fd >= 0);
    assert_true(cq_io_write_stream(fd, bytes, path, &err));
    close(fd);
}

static void test_a_file_comes_back(void **state) {
    (void)state;
    cq_buf buf = {0};
    cq_err err;
    write_file("a", CQ_STR("x\0y\n"));
    write_file("empty", CQ_STR(""));
    assert_true(cq_io_read_file(&buf, "a", &err));
    assert_true(cq_io_read_file(&buf, "empty", &err));
    assert_true(cq_io_read_file(&buf, "a", &err)); /* appends */
    assert_int_equal(buf.len, 8);
    assert_memory_equal(buf.ptr, "x\0y\nx\0y\n", 8);
    cq_buf_release(&buf);
}

static void check_refused(const char *path, cq_err_code code, const char *message) {
    cq_buf buf = {0};
    cq_err err;
    assert_false(cq_io_read_file(&buf, path, &err));
    assert_string_equal(err.message, message);
    assert_int_equal(err.code, code);
    assert_int_equal(buf.len, 0);
    cq_buf_release(&buf);
}

static void test_what_is_no_file(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0); /* must not wait for a writer */
    check_refused("missing", CQ_ENOENT, "missing: No such file or directory");
    check_refused("folder", CQ_EINVAL, "folder: is a folder");
    check_refused("pipe", CQ_EINVAL, "pipe: not a regular file");
    check_refused("/dev/zero", CQ_EINVAL, "/dev/zero: not a regular file");
}

static void test_too_large(void **state) {
    (void)state;
    write_file("huge", CQ_STR(""));
    if (truncate("huge", (off_t)CQ_IO_LARGEST + 1) != 0) skip();
    check_refused("huge", CQ_ELIMIT, "huge: larger than 1 GiB");
    unlink("huge");
}

static void test_a_stream_comes_in_pieces(void **state) {
    (void)state;
    int ends[2];
    cq_buf buf = {0};
    cq_err err;
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < 3; i++)
        assert_true(cq_io_write_stream(ends[1], CQ_STR("piece "), "pipe", &err));
    close(ends[1]);
    assert_true(cq_io_read_stream(&buf, ends[0], "pipe", &err));
    expect_str(cq_buf_get(&buf), "piece piece piece ");
    close(ends[0]);
    assert_false(cq_io_read_stream(&buf, ends[0], "pipe", &err));
    assert_string_equal(err.message, "pipe: Bad file descriptor");
    cq_buf_release(&buf);
}

static void test_a_folder_is_in_order(void **state) {
    (void)state;
    cq_strs names = {0};
    cq_err err;
    assert_int_equal(mkdir("list", 0700), 0);
    write_file("list/b", CQ_STR(""));
    write_file("list/B", CQ_STR(""));
    write_file("list/.hidden", CQ_STR(""));
    write_file("list/\xC3\xA9", CQ_STR(""));
    write_file("list/a", CQ_STR(""));
    *CQ_ARRAY_PUSH(&arena, &names) = CQ_STR("zzz"); /* what is there stays in front */
    assert_true(cq_io_list_folder(&names, &arena, "list", &err));
    const char *expected[] = {"zzz", ".hidden", "B", "a", "b", "\xC3\xA9"};
    assert_int_equal(names.len, 6);
    for (uint32_t i = 0; i < names.len; i++) expect_str(names.at[i], expected[i]);
    assert_false(cq_io_list_folder(&names, &arena, "list/a", &err));
    assert_string_equal(err.message, "list/a: Not a directory");
}

static void test_find_files(void **state) {
    (void)state;
    cq_strs paths = {0};
    cq_err err;
    assert_int_equal(mkdir("tree", 0700), 0);
    assert_int_equal(mkdir("tree/sub.lua", 0700), 0);
    write_file("tree/a.lua", CQ_STR(""));
    write_file("tree/a.txt", CQ_STR(""));
    write_file("tree/sub.lua/b.lua", CQ_STR(""));
    assert_int_equal(symlink("..", "tree/sub.lua/loop"), 0);
    assert_int_equal(symlink("nowhere", "tree/dangling.lua"), 0);
    assert_int_equal(symlink("a.lua", "tree/link.lua"), 0);
    assert_true(cq_io_find_files(&paths, &arena, "tree", CQ_STR(".lua"), &err));
    const char *expected[] = {"tree/a.lua", "tree/dangling.lua", "tree/link.lua",
                              "tree/sub.lua/b.lua"};
    assert_int_equal(paths.len, 4);
    for (uint32_t i = 0; i < paths.len; i++) expect_str(paths.at[i], expected[i]);
    assert_false(cq_io_find_files(&paths, &arena, "nowhere", CQ_STR(".lua"), &err));
}

static void test_messages_stay_one_line(void **state) {
    (void)state;
    cq_err err;
    assert_false(cq_fail(&err, CQ_EINVAL, "%s", "a\nb\x1B[31m"));
    assert_string_equal(err.message, "a b [31m");
    assert_false(cq_fail(NULL, CQ_EINVAL, "nobody asks"));
    assert_false(cq_fail(&err, CQ_EINVAL, "%2000d", 1)); /* cut, not overrun */
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_comes_back),
        cmocka_unit_test(test_what_is_no_file),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_a_stream_comes_in_pieces),
        cmocka_unit_test(test_a_folder_is_in_order),
        cmocka_unit_test(test_find_files),
        cmocka_unit_test(test_messages_stay_one_line),
    };
    return cmocka_run_group_tests_name("io", tests, open_folder, close_folder);
}
