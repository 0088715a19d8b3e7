/* HTML and XHTML pages. */
#include "text/markup.h"

#include "text/markup_html.h"

static bool read_html(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_block_writer writer;
    cq_markup_mask mask;
    cq_block_writer_init(&writer, arena, source, out);
    cq_span all = {source->body, (uint32_t)source->text.len};
    cq_markup_mask_init(&mask, arena, source, all, CQ_MASK_TEMPLATES);
    cq_markup_mask_note_comments(&mask, &writer);
    cq_span body = {source->body, (uint32_t)source->text.len};
    cq_markup_html_read(&writer, &mask, body, CQ_BLOCK_PARAGRAPH, 0);
    cq_block_writer_release(&writer);
    return true;
}

static const char *const endings[] = {".html", ".htm", ".xhtml", NULL};

const cq_format cq_format_html = {.name = "html",
                                  .endings = endings,
                                  .is_walked = true,
                                  .layout_is_text = false,
                                  .comment = {.begin = "<!-- ", .end = " -->"},
                                  .read = read_html};
