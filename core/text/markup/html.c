/* HTML and XHTML pages. */
#include "text/markup.h"

#include "text/markup_html.h"

static bool read_html(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    cq_block_writer writer;
    cq_markup_mask mask;
    cq_markup_html html;
    cq_block_writer_init(&writer, arena, source, out);
    cq_markup_mask_init(&mask, arena, source, source->body, CQ_MASK_TEMPLATES);
    bool is_read = cq_markup_html_init(&html, &writer, &mask);
    if (!is_read) {
        cq_fail(err, CQ_EINVAL, "%.*s: the HTML grammar does not fit the tree-sitter library",
                CQ_FMT(source->path));
    } else {
        cq_span body = {source->body, (uint32_t)source->text.len};
        is_read = cq_markup_html_read(&html, body, CQ_BLOCK_PARAGRAPH, 0);
        if (!is_read)
            cq_fail(err, CQ_ELIMIT, "%.*s: HTML too tangled to be parsed", CQ_FMT(source->path));
    }
    cq_markup_html_release(&html);
    cq_block_writer_release(&writer);
    return is_read;
}

static const char *const endings[] = {".html", ".htm", ".xhtml", NULL};

const cq_format cq_format_html = {
    .name = "html", .endings = endings, .layout_is_text = false, .read = read_html};
