/* The language server, fed with messages: each line of the input is one, framed here; a line that begins
   with '#' is taken as bytes, so that the framing itself is tried too. Before them comes an initialize,
   unless the input begins with '!'. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/io.h"
#include "plugins/lsp/server.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void push_message(cq_buf *out, cq_str body) {
    cq_buf_push_format(out, "Content-Length: %zu\r\n\r\n", body.len);
    cq_buf_push_str(out, body);
}

static void push_line(cq_buf *out, cq_str line) {
    if (line.len && line.ptr[0] == '#')
        cq_buf_push_str(out, cq_str_slice(line, 1, line.len));
    else
        push_message(out, line);
}

static void push_input(cq_buf *out, cq_str input) {
    if (cq_str_has_prefix(input, CQ_STR("!")))
        input = cq_str_slice(input, 1, input.len);
    else
        push_message(
            out, CQ_STR("{\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"));
    while (input.len) {
        size_t end = cq_str_find(input, CQ_STR("\n"));
        push_line(out, cq_str_slice(input, 0, end));
        input = cq_str_slice(input, end == SIZE_MAX ? input.len : end + 1, input.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    cq_buf bytes = {0};
    int in = memfd_create("lsp", 0), out = open("/dev/null", O_WRONLY);
    push_input(&bytes, (cq_str){(const char *)data, size});
    if (in < 0 || out < 0 || !cq_io_write_stream(in, cq_buf_get(&bytes), "memory", NULL)) abort();
    lseek(in, 0, SEEK_SET);
    cq_lsp_server_run(in, out);
    cq_buf_release(&bytes);
    close(in);
    close(out);
    return 0;
}
