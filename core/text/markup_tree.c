#include "text/markup_tree.h"

/* Work that a text is worth: well-formed pages take a tenth of it. A count, not a time: the same
   text must give the same result on a busy machine. */
#define CALLS_PER_KILOBYTE 400u
#define CALLS_AT_LEAST 20000u

bool cq_markup_tree_init(cq_markup_tree *tree, const TSLanguage *language) {
    *tree = (cq_markup_tree){.parser = ts_parser_new()};
    return ts_parser_set_language(tree->parser, language);
}

void cq_markup_tree_release(cq_markup_tree *tree) {
    if (tree->tree)
        ts_tree_delete(tree->tree);
    ts_parser_delete(tree->parser);
    *tree = (cq_markup_tree){0};
}

#if TREE_SITTER_LANGUAGE_VERSION >= 15 /* tree-sitter 0.25 */

static const char *read_text(void *payload, uint32_t at, TSPoint point, uint32_t *length) {
    (void)point;
    const cq_str *text = payload;
    *length = at < text->len ? (uint32_t)text->len - at : 0;
    return *length ? text->ptr + at : "";
}

/* Called after every so many steps of the parser. */
static bool count_work(TSParseState *state) {
    uint64_t *left = state->payload;
    return (*left)-- == 0;
}

static TSTree *parse(TSParser *parser, cq_str text) {
    uint64_t left = CALLS_AT_LEAST + (uint64_t)text.len * CALLS_PER_KILOBYTE / 1024;
    TSInput input = {.payload = &text, .read = read_text, .encoding = TSInputEncodingUTF8};
    TSParseOptions options = {.payload = &left, .progress_callback = count_work};
    return ts_parser_parse_with_options(parser, NULL, input, options);
}

#else /* only a clock there */

static TSTree *parse(TSParser *parser, cq_str text) {
    ts_parser_set_timeout_micros(parser, 2000000u + (uint64_t)text.len * 2);
    return ts_parser_parse_string(parser, NULL, text.ptr, (uint32_t)text.len);
}

#endif

bool cq_markup_tree_parse(cq_markup_tree *tree, cq_str text) {
    if (tree->tree)
        ts_tree_delete(tree->tree);
    tree->tree = parse(tree->parser, text);
    if (!tree->tree)
        ts_parser_reset(tree->parser);
    return tree->tree != NULL;
}
