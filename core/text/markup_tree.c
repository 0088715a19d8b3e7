#include "text/markup_tree.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

/* Bytes that the parser is handed at a time. Going back and reading again shows as further pieces,
   so the pieces tell how much it has really read. */
#define PIECE 256u
/* Work is a count and no time: the same text must give the same result on a busy machine. Reading a
   piece is one unit, a hundred steps of the parser take about as long as so many pieces: */
#define UNITS_OF_STEPS 64u
/* A step that puts a node around many others takes longer than one that does not, and asks for as
   much memory as those take, be it new or the same again. So many bytes are one unit: */
#define BYTES_A_UNIT 256u
/* What a text is worth. Well-formed ones take half of it at most. */
#define UNITS_A_PIECE (14u * UNITS_OF_STEPS)
#define UNITS_AT_LEAST (256u * UNITS_OF_STEPS)
/* Bytes. A tree has twenty times the size of its text, and nobody has written longer code. */
#define LARGEST (48u << 20)

typedef struct budget {
    cq_str text;
    uint64_t left; /* units */
    size_t is_spent;
} budget;

/* Bytes that the parser of this thread has asked for since it was looked at. */
static _Thread_local uint64_t asked_bytes;

/* The parser takes no null pointer for an answer. */
static void *count(void *p, size_t size) {
    asked_bytes += size;
    if (!p && size) {
        fputs("calque: out of memory\n", stderr);
        abort();
    }
    return p;
}

static void *count_malloc(size_t size) {
    return count(malloc(size), size);
}

static void *count_calloc(size_t items, size_t size) {
    return count(calloc(items, size), items * size);
}

static void *count_realloc(void *p, size_t size) {
    return count(realloc(p, size), size);
}

static void set_allocator(void) {
    ts_set_allocator(count_malloc, count_calloc, count_realloc, free);
}

/* Whether there is nothing left. */
static bool spend(budget *b, uint64_t units) {
    units += asked_bytes / BYTES_A_UNIT;
    asked_bytes %= BYTES_A_UNIT;
    b->is_spent |= b->left < units;
    b->left -= b->is_spent ? 0 : units;
    return b->is_spent;
}

/* Once all is spent the text ends, which also ends a search inside the lexer. */
static const char *read_piece(void *payload, uint32_t at, TSPoint point, uint32_t *length) {
    (void)point;
    budget *b = payload;
    cq_str piece = {"", 0};
    if (at < b->text.len && !spend(b, 1))
        piece = cq_str_slice(b->text, at, at - at % PIECE + PIECE);
    *length = (uint32_t)piece.len;
    return piece.ptr;
}

#if TREE_SITTER_LANGUAGE_VERSION >= 15 /* tree-sitter 0.25 */

static bool count_steps(TSParseState *state) {
    return spend(state->payload, UNITS_OF_STEPS);
}

static TSTree *parse(TSParser *parser, TSInput input) {
    TSParseOptions options = {.payload = input.payload, .progress_callback = count_steps};
    return ts_parser_parse_with_options(parser, NULL, input, options);
}

#else /* steps cannot be counted there */

static TSTree *parse(TSParser *parser, TSInput input) {
    ts_parser_set_cancellation_flag(parser, &((budget *)input.payload)->is_spent);
    return ts_parser_parse(parser, NULL, input);
}

#endif

/* NULL where the budget was spent, also if the parser has come to an end with what it got. */
static TSTree *parse_within(TSParser *parser, budget *b) {
    TSInput input = {.payload = b, .read = read_piece, .encoding = TSInputEncodingUTF8};
    TSTree *tree = parse(parser, input);
    if (!tree || !b->is_spent) return tree;
    ts_tree_delete(tree);
    return NULL;
}

TSTree *cq_markup_tree_parse(const cq_source *source, const TSLanguage *language, cq_err *err) {
    if (source->text.len > LARGEST) {
        cq_fail(err, CQ_ELIMIT, "%s: larger than the %u MB that source code may have",
                source->path.ptr, LARGEST >> 20);
        return NULL;
    }
    static pthread_once_t is_set = PTHREAD_ONCE_INIT;
    pthread_once(&is_set, set_allocator);
    TSParser *parser = ts_parser_new();
    TSTree *tree = NULL;
    budget b = {.text = source->text};
    asked_bytes = 0;
    b.left = UNITS_AT_LEAST + source->text.len / PIECE * UNITS_A_PIECE;
    if (!ts_parser_set_language(parser, language))
        cq_fail(err, CQ_EINVAL, "%s: this tree-sitter does not know the grammar's version",
                source->path.ptr);
    else if (!(tree = parse_within(parser, &b)))
        cq_fail(err, CQ_ELIMIT, "%s: too tangled to be parsed", source->path.ptr);
    ts_parser_delete(parser);
    return tree;
}
