#include "plugins/lsp/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#define PIECE ((size_t)64 << 10)
#define LONGEST_HEADER ((size_t)8 << 10)

void cq_lsp_wire_begin(cq_lsp_wire *wire, int in, int out) {
    *wire = (cq_lsp_wire){.in = in, .out = out, .flags = fcntl(out, F_GETFL)};
    if (wire->flags >= 0) fcntl(out, F_SETFL, wire->flags | O_NONBLOCK);
}

void cq_lsp_wire_end(cq_lsp_wire *wire) {
    if (wire->flags >= 0) fcntl(wire->out, F_SETFL, wire->flags);
    cq_buf_release(&wire->unread);
    cq_buf_release(&wire->framed);
}

static int64_t read_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool has_input(const cq_lsp_wire *wire, int wait) {
    struct pollfd in = {.fd = wire->in, .events = POLLIN};
    return poll(&in, 1, wait) > 0;
}

static void drop_done(cq_lsp_wire *wire) {
    cq_buf *unread = &wire->unread;
    if (!wire->done) return;
    memmove(unread->ptr, unread->ptr + wire->done, unread->len - wire->done);
    unread->len -= wire->done;
    wire->done = 0;
    if (unread->cap > 4 * PIECE && unread->len < PIECE) { /* one long message is no habit */
        cq_buf rest = {0};
        cq_buf_push_str(&rest, cq_buf_get(unread));
        cq_buf_release(unread);
        *unread = rest;
    }
}

static void read_piece(cq_lsp_wire *wire) {
    drop_done(wire);
    cq_buf_reserve(&wire->unread, PIECE);
    ssize_t count = read(wire->in, wire->unread.ptr + wire->unread.len, PIECE);
    if (count > 0) wire->unread.len += (size_t)count;
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) wire->is_ended = true;
}

/* Bytes of the header with the empty line behind it; 0: it is not there yet. */
static size_t measure_header(cq_str unread) {
    for (size_t i = 0; i < unread.len; i++) {
        if (unread.ptr[i] != '\n') continue;
        if (i + 1 < unread.len && unread.ptr[i + 1] == '\n') return i + 2;
        if (i + 2 < unread.len && unread.ptr[i + 1] == '\r' && unread.ptr[i + 2] == '\n')
            return i + 3;
    }
    return 0;
}

static bool read_length(size_t *length, cq_str value) {
    *length = 0;
    if (!value.len || value.len > 18) return false;
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9') return false;
        *length = *length * 10 + (size_t)(value.ptr[i] - '0');
    }
    return true;
}

static bool find_length(size_t *length, cq_str header, cq_err *err) {
    static const char name[] = "Content-Length:";
    while (header.len) {
        const char *end = memchr(header.ptr, '\n', header.len);
        size_t len = end ? (size_t)(end - header.ptr) : header.len;
        cq_str line = cq_str_slice(header, 0, len);
        if (line.len >= sizeof name - 1 && strncasecmp(line.ptr, name, sizeof name - 1) == 0) {
            cq_str value = cq_str_trim(cq_str_slice(line, sizeof name - 1, line.len));
            return read_length(length, value) ||
                   cq_fail(err, CQ_EINVAL, "Content-Length is '%.*s', not a number",
                           (int)(value.len < 40 ? value.len : 40), value.ptr);
        }
        header = cq_str_slice(header, len + 1, header.len);
    }
    return cq_fail(err, CQ_EINVAL, "a message without a Content-Length");
}

static cq_str get_unread(const cq_lsp_wire *wire) {
    return cq_str_slice(cq_buf_get(&wire->unread), wire->done, wire->unread.len);
}

/* True while there is more to pass over than has come. */
static bool pass_over(cq_lsp_wire *wire) {
    size_t here = get_unread(wire).len;
    size_t passed = here < wire->passing ? here : wire->passing;
    wire->done += passed;
    wire->passing -= passed;
    return wire->passing > 0;
}

/* What lies in `unread` already; SILENT: no whole message. */
static cq_lsp_wire_status take_message(cq_str *message, cq_lsp_wire *wire, cq_err *err) {
    if (pass_over(wire)) return CQ_LSP_WIRE_SILENT;
    cq_str unread = get_unread(wire);
    size_t length = 0, header = measure_header(cq_str_slice(unread, 0, LONGEST_HEADER));
    if (!header && unread.len >= LONGEST_HEADER) {
        wire->done += unread.len;
        cq_fail(err, CQ_EINVAL, "a header of more than %zu bytes", LONGEST_HEADER);
        return CQ_LSP_WIRE_REFUSED;
    }
    if (!header) return CQ_LSP_WIRE_SILENT;
    if (!find_length(&length, cq_str_slice(unread, 0, header), err)) {
        wire->done += header;
        return CQ_LSP_WIRE_REFUSED;
    }
    if (length > CQ_LSP_WIRE_LONGEST) {
        wire->done += header;
        wire->passing = length;
        cq_fail(err, CQ_ELIMIT, "a message of %zu bytes; the longest that is read has %zu", length,
                CQ_LSP_WIRE_LONGEST);
        return CQ_LSP_WIRE_REFUSED;
    }
    if (unread.len < header + length) return CQ_LSP_WIRE_SILENT;
    *message = cq_str_slice(unread, header, header + length);
    wire->done += header + length;
    return CQ_LSP_WIRE_MESSAGE;
}

cq_lsp_wire_status cq_lsp_wire_read(cq_str *message, cq_lsp_wire *wire, int wait, cq_err *err) {
    int64_t until = wait > 0 ? read_clock() + wait : 0;
    for (;;) {
        cq_lsp_wire_status status = take_message(message, wire, err);
        if (status != CQ_LSP_WIRE_SILENT) return status;
        if (wire->is_ended) return CQ_LSP_WIRE_ENDED;
        int64_t left = wait > 0 ? until - read_clock() : wait;
        if (wait > 0 && left < 0) left = 0;
        if (!has_input(wire, (int)left)) return CQ_LSP_WIRE_SILENT;
        read_piece(wire);
    }
}

/* Until there is room again. */
static void take_in_meanwhile(cq_lsp_wire *wire) {
    bool has_room = !wire->is_ended && wire->unread.len - wire->done < CQ_LSP_WIRE_LONGEST;
    struct pollfd ends[] = {{.fd = wire->out, .events = POLLOUT},
                            {.fd = has_room ? wire->in : -1, .events = POLLIN}};
    if (poll(ends, 2, -1) > 0 && ends[1].revents) read_piece(wire);
}

static bool write_all(cq_lsp_wire *wire, cq_str bytes) {
    while (bytes.len) {
        ssize_t put = write(wire->out, bytes.ptr, bytes.len);
        if (put >= 0)
            bytes = cq_str_slice(bytes, (size_t)put, bytes.len);
        else if (errno == EAGAIN)
            take_in_meanwhile(wire);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

void cq_lsp_wire_write(cq_lsp_wire *wire, cq_str message) {
    if (wire->is_broken) return;
    wire->framed.len = 0;
    cq_buf_push_format(&wire->framed, "Content-Length: %zu\r\n\r\n", message.len);
    cq_buf_push_str(&wire->framed, message);
    wire->is_broken = !write_all(wire, cq_buf_get(&wire->framed));
}
