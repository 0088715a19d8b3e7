/* The wire with clients that do not read what they are told: they wait until all they have to say is
   said, or go away. */
#include "plugins/lsp/wire.h"

#include "cmocka_first.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LONG = 1 << 20 }; /* more than pipes hold */

typedef struct talk {
    cq_lsp_wire wire;
    int in[2], out[2]; /* pipes: the server's input, its output */
    char *words;       /* LONG letters */
} talk;

static void begin_talk(talk *t) {
    assert_int_equal(pipe(t->in), 0);
    assert_int_equal(pipe(t->out), 0);
    t->words = malloc(LONG);
    assert_non_null(t->words);
    memset(t->words, 'a', LONG);
    cq_lsp_wire_begin(&t->wire, t->in[0], t->out[1]);
    alarm(60); /* a dead end ends */
}

static void end_talk(talk *t) {
    alarm(0);
    cq_lsp_wire_end(&t->wire);
    close(t->in[0]);
    close(t->out[1]);
    free(t->words);
}

static void write_whole(int fd, const char *bytes, size_t len) {
    while (len) {
        ssize_t put = write(fd, bytes, len);
        if (put <= 0) _exit(2);
        bytes += put;
        len -= (size_t)put;
    }
}

static size_t count_to_end(int fd) {
    static char piece[1 << 16];
    size_t count = 0;
    ssize_t got;
    while ((got = read(fd, piece, sizeof piece)) > 0) count += (size_t)got;
    return count;
}

/* Says something long before it reads anything; ends with 0 when it was told something as long. */
static pid_t start_client(talk *t) {
    pid_t client = fork();
    if (client) {
        close(t->in[1]);
        close(t->out[0]);
        return client;
    }
    char header[64];
    int len = snprintf(header, sizeof header, "Content-Length: %d\r\n\r\n", LONG);
    close(t->out[1]);
    write_whole(t->in[1], header, (size_t)len);
    write_whole(t->in[1], t->words, LONG);
    _exit(count_to_end(t->out[0]) == LONG + (size_t)len ? 0 : 1);
}

static void test_client_that_writes_first(void **state) {
    (void)state;
    talk t;
    cq_str message;
    cq_err err;
    int status;
    begin_talk(&t);
    pid_t client = start_client(&t);
    cq_lsp_wire_write(&t.wire, (cq_str){t.words, LONG});
    assert_false(t.wire.is_broken);
    assert_int_equal(cq_lsp_wire_read(&message, &t.wire, -1, &err), CQ_LSP_WIRE_MESSAGE);
    assert_true(cq_str_is_equal(message, (cq_str){t.words, LONG}));
    end_talk(&t);
    assert_int_equal(waitpid(client, &status, 0), client);
    assert_int_equal(status, 0);
}

static void test_client_that_is_gone(void **state) {
    (void)state;
    talk t;
    signal(SIGPIPE, SIG_IGN);
    begin_talk(&t);
    close(t.in[1]);
    close(t.out[0]);
    cq_lsp_wire_write(&t.wire, (cq_str){t.words, LONG});
    assert_true(t.wire.is_broken);
    end_talk(&t);
}

/* Flags of a descriptor may be shared with who started the server. */
static void test_flags_are_put_back(void **state) {
    (void)state;
    talk t;
    begin_talk(&t);
    int flags = t.wire.flags;
    assert_int_not_equal(fcntl(t.out[1], F_GETFL), flags);
    cq_lsp_wire_end(&t.wire);
    assert_int_equal(fcntl(t.out[1], F_GETFL), flags);
    close(t.in[1]);
    close(t.out[0]);
    cq_lsp_wire_begin(&t.wire, t.in[0], t.out[1]);
    end_talk(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_client_that_writes_first),
        cmocka_unit_test(test_client_that_is_gone),
        cmocka_unit_test(test_flags_are_put_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
