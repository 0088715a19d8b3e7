/* Types into a document that a language server has open, as a person would: letters at one place, a
   step back, a line end, a paste and its undoing, a jump elsewhere. A server that takes whole texts only
   is sent the whole text each time. Prints how long it took from each edit to the diagnostics published
   for it, and, since other programs may want the processors too, how
   much processor time the server took for it; and what memory the server held at the end.

   usage: typing [-n EDITS] [-p] [-c] FILE SERVER [ARGUMENT]...
   -p: a pause of 0.15 to 0.19 seconds after each edit, as of a finger that looks for its key: in it servers
       do what they put off, and the next edit comes in the midst of it.
   -c: what was typed is taken out again before a jump, so that the text keeps its length. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_EDITS 200000
#define LONGEST_WAIT 20000 /* milliseconds: then the server is given up */

static int to_server, from_server;
static pid_t server;
static uint64_t state = 1;

static char *text; /* of the document, as the server should have it */
static size_t text_len;
static bool takes_whole_texts;       /* the server said so */
static char input[1 << 16], *unread; /* bytes that came */
static size_t unread_len, unread_cap;
static double waits[MOST_EDITS], works[MOST_EDITS]; /* milliseconds */
static long held[12];                               /* KiB */
static int held_count;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The server's processor time, in milliseconds. */
static double read_work(void) {
    char path[64];
    unsigned long long spent = 0;
    snprintf(path, sizeof path, "/proc/%d/schedstat", (int)server);
    FILE *file = fopen(path, "r");
    if (file) {
        if (fscanf(file, "%llu", &spent) != 1) spent = 0;
        fclose(file);
    }
    return (double)spent / 1e6;
}

static uint32_t roll(uint32_t sides) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % sides;
}

static void die(const char *what) {
    fprintf(stderr, "typing: %s\n", what);
    exit(2);
}

static void *must(void *memory) {
    if (!memory) die("out of memory");
    return memory;
}

/* The wire -------------------------------------------------------------------------------------- */

static void start_server(char **words) {
    int in[2], out[2];
    if (pipe(in) || pipe(out)) die("no pipe");
    server = fork();
    if (server == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        for (int fd = 3; fd < 16; fd++) close(fd);
        execvp(words[0], words);
        perror(words[0]);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    to_server = in[1];
    from_server = out[0];
}

static void write_all(const char *bytes, size_t len) {
    while (len) {
        ssize_t count = write(to_server, bytes, len);
        if (count <= 0) die("the server reads no more");
        bytes += count;
        len -= (size_t)count;
    }
}

static void send_message(const char *body) {
    char header[64];
    snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", strlen(body));
    write_all(header, strlen(header));
    write_all(body, strlen(body));
}

static void read_more(void) {
    struct pollfd in = {.fd = from_server, .events = POLLIN};
    if (poll(&in, 1, LONGEST_WAIT) <= 0) die("the server says nothing");
    ssize_t count = read(from_server, input, sizeof input);
    if (count <= 0) die("the server has ended");
    if (unread_len + (size_t)count + 1 > unread_cap)
        unread = must(realloc(unread, unread_cap = 2 * (unread_len + (size_t)count + 1)));
    memcpy(unread + unread_len, input, (size_t)count);
    unread_len += (size_t)count;
    unread[unread_len] = '\0';
}

/* The next message; the caller frees it. */
static char *read_message(void) {
    for (;; read_more()) {
        char *end = unread_len ? strstr(unread, "\r\n\r\n") : NULL;
        char *field = end ? strstr(unread, "Content-Length:") : NULL;
        if (!field || field > end) continue;
        size_t len = strtoul(field + 15, NULL, 10), head = (size_t)(end + 4 - unread);
        while (unread_len < head + len) read_more();
        char *message = must(malloc(len + 1));
        memcpy(message, unread + head, len);
        message[len] = '\0';
        unread_len -= head + len;
        memmove(unread, unread + head + len, unread_len + 1);
        return message;
    }
}

static bool has_version(const char *message, int version) {
    const char *field = strstr(message, "\"version\":");
    return !field || atoi(field + 10) == version;
}

/* A request of the server's is answered with no settings, which some wait for. */
static void answer(const char *message) {
    const char *id = strstr(message, "\"id\":");
    char body[256];
    if (!id || !strstr(message, "\"method\":")) return;
    snprintf(body, sizeof body, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":[{}]}", atoi(id + 5));
    send_message(body);
}

/* What the server says of itself. */
static void greet(void) {
    send_message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
                 "\"processId\":null,\"rootUri\":null,"
                 "\"capabilities\":{\"general\":{\"positionEncodings\":[\"utf-8\"]}}}}");
    char *message = read_message();
    for (; !strstr(message, "\"capabilities\""); message = read_message()) {
        answer(message);
        free(message);
    }
    takes_whole_texts = strstr(message, "\"textDocumentSync\":1") != NULL ||
                        strstr(message, "\"change\":1") != NULL;
    free(message);
    send_message("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
}

static void wait_for(const char *what, int version) {
    for (;;) {
        char *message = read_message();
        bool is_it = strstr(message, what) && has_version(message, version);
        if (!is_it) answer(message);
        free(message);
        if (is_it) return;
    }
}

/* The document ---------------------------------------------------------------------------------- */

static void load(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) die("no such file");
    fseek(file, 0, SEEK_END);
    text_len = (size_t)ftell(file);
    rewind(file);
    text = must(malloc(text_len + 1));
    if (fread(text, 1, text_len, file) != text_len) die("the file cannot be read");
    text[text_len] = '\0';
    fclose(file);
}

static char *append_escaped(char *out, const char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] == '"' || bytes[i] == '\\') *out++ = '\\';
        if ((unsigned char)bytes[i] < ' ')
            out += sprintf(out, "\\u%04x", bytes[i]);
        else
            *out++ = bytes[i];
    }
    *out = '\0';
    return out;
}

static void open_document(void) {
    char *body = must(malloc(6 * text_len + 1024)), *out = body;
    out += sprintf(
        out,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":"
        "{\"uri\":\"file:///tmp/typing.md\",\"languageId\":\"markdown\",\"version\":1,\"text\":\"");
    out = append_escaped(out, text, text_len);
    strcpy(out, "\"}}}");
    send_message(body);
    free(body);
}

/* A line and a UTF-8 column; the server is asked for utf-8. */
typedef struct place {
    size_t line, column;
} place;

static place locate(size_t offset) {
    place p = {0, 0};
    const char *at = text, *end = text + offset;
    for (const char *next; (next = memchr(at, '\n', (size_t)(end - at))); at = next + 1) p.line++;
    p.column = (size_t)(end - at);
    return p;
}

static void put_in(size_t start, size_t end, const char *put, size_t len) {
    text = must(realloc(text, text_len + len + 1));
    memmove(text + start + len, text + end, text_len - end + 1);
    memcpy(text + start, put, len);
    text_len += len - (end - start);
}

static void send_whole(int version) {
    char *body = must(malloc(6 * text_len + 1024)), *out = body;
    out += sprintf(
        out,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":"
        "{\"uri\":\"file:///tmp/typing.md\",\"version\":%d},\"contentChanges\":[{\"text\":\"",
        version);
    out = append_escaped(out, text, text_len);
    strcpy(out, "\"}]}}");
    send_message(body);
    free(body);
}

static void send_change(size_t start, size_t end, const char *put, size_t len, int version) {
    static char body[1 << 16];
    char *out = body;
    place from = locate(start), to = locate(end);
    out += sprintf(
        out,
        "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":"
        "{\"uri\":\"file:///tmp/"
        "typing.md\",\"version\":%d},\"contentChanges\":[{\"range\":{\"start\":"
        "{\"line\":%zu,\"character\":%zu},\"end\":{\"line\":%zu,\"character\":%zu}},\"text\":\"",
        version, from.line, from.column, to.line, to.column);
    out = append_escaped(out, put, len);
    strcpy(out, "\"}]}}");
    send_message(body);
}

static void replace(size_t start, size_t end, const char *put, size_t len, int version) {
    if (!takes_whole_texts) send_change(start, end, put, len, version);
    put_in(start, end, put, len);
    if (takes_whole_texts) send_whole(version);
}

static long read_memory(void) {
    char path[64], line[256];
    long kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)server);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmRSS: %ld", &kilobytes) == 1) break;
    if (file) fclose(file);
    return kilobytes;
}

/* What the server holds, after each tenth of the edits. */
static void note_memory(void) {
    held[held_count++] = read_memory();
}

/* Typing ---------------------------------------------------------------------------------------- */

static const char prose[] =
    "The harbour was closed for the whole of the night, the mayor said on Monday. \"We agree,\" "
    "she said. "
    "The minister rejects the limits, which go \"against\" last year's treaty, and says the bank "
    "is it's own. Is. "
    "The fleet may sail in May, reported to the Fisheries Ministry. The port stays shut.\n\n";

static size_t skip_to_start(size_t at) {
    while (at < text_len && ((unsigned char)text[at] & 0xC0) == 0x80) at++;
    return at;
}

static size_t jump(void) {
    size_t at = text_len ? (size_t)roll((uint32_t)text_len) : 0;
    while (at < text_len && text[at] != ' ' && text[at] != '\n') at++;
    return skip_to_start(at);
}

static void type_all(int edits, bool pauses, bool stays) {
    size_t at = jump(), typed = 0, pasted = 0;
    bool is_leaving = false;
    for (int i = 0; i < edits; i++) {
        int version = i + 2;
        uint32_t dice = roll(200);
        double start = now(), work = read_work();
        if (pasted) { /* undone */
            replace(at - pasted, at, "", 0, version);
            at -= pasted;
            pasted = 0;
        } else if (is_leaving) {
            replace(at - typed, at, "", 0, version);
            at = jump();
            typed = 0;
            is_leaving = false;
        } else if (dice == 0) {
            pasted = 1 + roll(sizeof prose - 2);
            replace(at, at, prose, pasted, version);
            at += pasted;
        } else if (dice < 10 && typed) {
            replace(at - 1, at, "", 0, version);
            at--;
            typed--;
        } else {
            replace(at, at, prose + (size_t)i % (sizeof prose - 1), 1, version);
            at++;
            typed++;
        }
        wait_for("publishDiagnostics", version);
        waits[i] = now() - start;
        works[i] = read_work() - work;
        if (i % (edits / 10 + 1) == edits / 10) note_memory();
        if (dice == 199 && stays) {
            is_leaving = true;
        } else if (dice == 199) {
            at = jump();
            typed = 0;
        }
        if (pauses) usleep(150000 + roll(40000));
    }
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_quantiles(const char *what, double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, compare_doubles);
    printf("; %s p50 %.2f ms, p90 %.2f, p99 %.2f, most %.2f", what, values[count / 2],
           values[count * 9 / 10], values[count * 99 / 100], values[count - 1]);
}

static void print_memory(void) {
    printf("; memory %.1f MiB, half-way %.1f, at the end %.1f\n", (double)held[0] / 1024,
           (double)held[held_count / 2] / 1024, (double)held[held_count - 1] / 1024);
}

/* Some peers do not end when they are told to. */
static void end_server(void) {
    close(from_server); /* it may still have something to say */
    for (int i = 0; i < 100; i++, usleep(20000))
        if (waitpid(server, NULL, WNOHANG) != 0) return;
    kill(server, SIGKILL);
    waitpid(server, NULL, 0);
}

int main(int argc, char **argv) {
    int edits = 5000, option;
    bool pauses = false, stays = false;
    while ((option = getopt(argc, argv, "+n:pc")) != -1) {
        if (option == 'n') edits = atoi(optarg);
        if (option == 'p') pauses = true;
        if (option == 'c') stays = true;
    }
    if (argc - optind < 2 || edits < 1 || edits > MOST_EDITS)
        die("usage: typing [-n EDITS] [-p] [-c] FILE SERVER...");
    load(argv[optind]);
    start_server(argv + optind + 1);
    greet();
    double start = now();
    open_document();
    wait_for("publishDiagnostics", 1);
    double opened = now() - start;
    note_memory();
    type_all(edits, pauses, stays);
    printf("open %.1f ms; %d edits", opened, edits);
    print_quantiles("until told", waits, edits);
    print_quantiles("processor", works, edits);
    print_memory();
    send_message("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\",\"params\":null}");
    send_message("{\"jsonrpc\":\"2.0\",\"method\":\"exit\",\"params\":null}");
    end_server();
    return 0;
}
