#include "text/token.h"

#include "text/abbreviation.h"
#include "text/address.h"
#include "text/ascii_word.h"
#include "text/char_class.h"
#include "text/emoji.h"
#include "text/mark.h"
#include "text/placeholder.h"
#include "text/unicode.h"
#include "text/word.h"

static const char *const kind_names[] = {
    [CQ_TOKEN_WORD] = "word",       [CQ_TOKEN_NUMBER] = "number",
    [CQ_TOKEN_QUOTE] = "quote",     [CQ_TOKEN_PUNCTUATION] = "punctuation",
    [CQ_TOKEN_SYMBOL] = "symbol",   [CQ_TOKEN_URL] = "url",
    [CQ_TOKEN_EMAIL] = "email",     [CQ_TOKEN_HANDLE] = "handle",
    [CQ_TOKEN_HASHTAG] = "hashtag", [CQ_TOKEN_PATH] = "path",
    [CQ_TOKEN_EMOJI] = "emoji",     [CQ_TOKEN_PLACEHOLDER] = "placeholder",
    [CQ_TOKEN_OTHER] = "other",     [CQ_TOKEN_IDEOGRAPH] = "ideograph",
};

static const char *const role_names[] = {
    [CQ_QUOTE_NONE] = "none",   [CQ_QUOTE_OPEN] = "open",
    [CQ_QUOTE_CLOSE] = "close", [CQ_QUOTE_APOSTROPHE] = "apostrophe",
    [CQ_QUOTE_PRIME] = "prime",
};

const char *cq_token_kind_name(cq_token_kind kind) {
    return kind_names[kind];
}

const char *cq_quote_role_name(cq_quote_role role) {
    return role_names[role];
}

#define WAITING 64 /* tokens that get their words together */

/* A block being read from left to right. */
typedef struct reader {
    cq_str text;
    size_t at;
    size_t plain_until; /* no address begins before here */
    uint16_t gap;       /* the gap flags of the next token */
    cq_block *block;
    cq_tokens *out;
    cq_arena *arena;
    cq_intern *words;
    const cq_abbreviations *abbreviations;
    cq_word_key *keys; /* of the last tokens, WAITING at most; len 0: too long or not ASCII */
    uint32_t waiting;
} reader;

/* Gaps ----------------------------------------------------------------------------------------- */

static size_t skip_line_end(cq_str text, size_t at) {
    bool is_crlf = text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n';
    return at + (is_crlf ? 2 : 1);
}

/* One space, or one line end with spaces and tabs around it. */
static bool is_even_gap(cq_str gap) {
    size_t line_ends = 0;
    for (size_t at = 0; at < gap.len;) {
        char c = gap.ptr[at];
        if (c == '\n' || c == '\r') {
            line_ends++;
            at = skip_line_end(gap, at);
        } else if (c == ' ' || c == '\t') {
            at++;
        } else {
            return false;
        }
    }
    return line_ends == 1 || (gap.len == 1 && gap.ptr[0] == ' ');
}

/* The length of the white space character at r->at; 0: it is none. */
static uint32_t match_space(const reader *r) {
    unsigned class = cq_char_class_of(r->text.ptr[r->at]);
    if (class & CQ_CHAR_SPACE) return 1;
    if (!(class & CQ_CHAR_HIGH)) return 0;
    uint32_t length, c = cq_char_at(r->text, r->at, &length);
    return cq_unicode_has(c, CQ_UNICODE_WHITE_SPACE) ? length : 0;
}

/* Skips white space and notes what it was. */
static void skip_any_gap(reader *r) {
    size_t start = r->at;
    uint32_t length;
    while (r->at < r->text.len && (length = match_space(r)) > 0) r->at += length;
    bool is_even = is_even_gap(cq_str_slice(r->text, start, r->at));
    r->gap = 0;
    if (r->at > start)
        r->gap = (uint16_t)(is_even ? CQ_TOKEN_GAP : CQ_TOKEN_GAP | CQ_TOKEN_GAP_ODD);
}

/* The same, and nearly always there is one space or none. False at the end of the text. */
static bool skip_gap(reader *r) {
    bool has_space = r->at < r->text.len && r->text.ptr[r->at] == ' ';
    size_t behind = r->at + has_space;
    if (behind >= r->text.len ||
        cq_char_class_of(r->text.ptr[behind]) & (CQ_CHAR_SPACE | CQ_CHAR_HIGH)) {
        skip_any_gap(r);
        return r->at < r->text.len;
    }
    r->at = behind;
    r->gap = has_space ? CQ_TOKEN_GAP : 0;
    return true;
}

/* Pushing -------------------------------------------------------------------------------------- */

/* Gives the waiting tokens their words. */
static void name_words(reader *r) {
    cq_token *tokens = r->out->at + r->out->len - r->waiting;
    for (uint32_t i = 0; i < r->waiting; i++) cq_intern_prefetch_entry(r->words, &r->keys[i]);
    for (uint32_t i = 0; i < r->waiting; i++) {
        const cq_word_key *key = &r->keys[i];
        tokens[i].word = key->len ? cq_intern_get_key(r->words, key)
                                  : cq_intern_fold(r->words, cq_token_text(r->block, &tokens[i]));
    }
    r->waiting = 0;
}

/* Makes room for as many tokens as can wait. */
static void make_room(reader *r) {
    CQ_ARRAY_RESERVE(r->arena, r->out, r->out->len + WAITING);
}

/* Appends [r->at, end) as a token. Its word comes later; by then the memory for it will have come. */
static inline cq_token *push_key(reader *r, cq_token_kind kind, size_t end, unsigned flags,
                                 cq_word_key key) {
    if (r->waiting == WAITING) {
        name_words(r);
        make_room(r);
    }
    cq_intern_prefetch(r->words, &key);
    r->keys[r->waiting++] = key;
    cq_token *token = &r->out->at[r->out->len++];
    *token = (cq_token){.start = (uint32_t)r->at,
                        .end = (uint32_t)end,
                        .kind = (uint8_t)kind,
                        .flags = (uint16_t)(flags | r->gap)};
    r->at = end;
    return token;
}

static cq_token *push_span(reader *r, cq_token_kind kind, size_t end, unsigned flags) {
    cq_word_key key;
    if (!cq_word_key_fold(&key, cq_str_slice(r->text, r->at, end))) key = (cq_word_key){0};
    return push_key(r, kind, end, flags, key);
}

/* One ASCII character (not NUL). */
static void push_byte(reader *r, cq_token_kind kind) {
    uint64_t folded = cq_intern_of_ascii(r->text.ptr[r->at]);
    push_key(r, kind, r->at + 1, 0, cq_word_key_of_packs(folded, 0, 1));
}

static const cq_token *last_token(const reader *r) {
    return r->out->len > r->block->first_token ? &r->out->at[r->out->len - 1] : NULL;
}

/* Stands the next token right behind a word or number? */
static bool is_glued_to_word(const reader *r) {
    const cq_token *last = last_token(r);
    return last && !r->gap && (last->kind == CQ_TOKEN_WORD || last->kind == CQ_TOKEN_NUMBER);
}

/* What a text's letters and digits are, one pass over its code points. */
static unsigned find_flags(cq_str text) {
    unsigned flags = 0, letters = 0, inner_upper = 0, lower = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t length, c = cq_char_at(text, at, &length);
        const cq_unicode_record *record = cq_unicode_of(c);
        at += length;
        if (c >= 0x80) flags |= CQ_TOKEN_NON_ASCII;
        if (record->category == CQ_GC_ND) flags |= CQ_TOKEN_HAS_DIGIT;
        if (record->category < CQ_GC_LU || record->category > CQ_GC_LO) continue;
        bool is_upper = record->flags & CQ_UNICODE_UPPERCASE || record->category == CQ_GC_LT;
        if (is_upper && letters == 0)
            flags |= CQ_TOKEN_UPPER_FIRST;
        else if (is_upper)
            inner_upper++;
        else
            lower++;
        letters++;
    }
    if (letters > 1 && lower == 0 && flags & CQ_TOKEN_UPPER_FIRST)
        flags |= CQ_TOKEN_UPPER_ALL;
    else if (inner_upper)
        flags |= CQ_TOKEN_UPPER_INNER;
    return flags;
}

static void push(reader *r, cq_token_kind kind, size_t end) {
    push_span(r, kind, end, find_flags(cq_str_slice(r->text, r->at, end)));
}

/* Words ---------------------------------------------------------------------------------------- */

/* Could more than a word begin at r->at whose letters and digits end at `end`? */
static bool may_be_address(const reader *r, size_t end) {
    if (r->at < r->plain_until || end + 1 >= r->text.len) return false;
    char next = r->text.ptr[end + 1];
    switch (r->text.ptr[end]) {
    case '@':
    case '+':
    case '.':
    case '/': return (cq_char_class_of(next) & (CQ_CHAR_ALNUM | CQ_CHAR_HIGH)) || next == '_';
    case ':': return next == '/' || next == '\\' || end - r->at == 6; /* mailto */
    default: return false;
    }
}

/* Is the token before the next one a letter with its stop, as in "z. B."? */
static bool follows_initial(const reader *r) {
    const cq_token *last = last_token(r);
    if (!last || !(last->flags & CQ_TOKEN_ABBREVIATION) || r->gap & CQ_TOKEN_GAP_ODD) return false;
    uint32_t length;
    cq_char_at(r->text, last->start, &length);
    return last->end - last->start == length + 1;
}

static bool read_address(reader *r, size_t end) {
    if (!may_be_address(r, end)) return false;
    cq_address address = cq_address_scan(r->text, r->at, &r->plain_until);
    if (!address.end) return false;
    push(r, address.kind, address.end);
    return true;
}

static bool read_abbreviation(reader *r, size_t end) {
    if (end >= r->text.len || r->text.ptr[end] != '.') return false;
    size_t behind = cq_abbreviation_scan(r->abbreviations, r->text, r->at, end, follows_initial(r));
    if (behind == end) return false;
    unsigned flags = find_flags(cq_str_slice(r->text, r->at, behind));
    push_span(r, CQ_TOKEN_WORD, behind, flags | CQ_TOKEN_ABBREVIATION);
    return true;
}

/* A word, number, abbreviation or address that begins with a letter or digit. */
static void read_word(reader *r) {
    cq_word_extent extent = cq_word_scan(r->text, r->at);
    if (read_address(r, extent.end)) return;
    if (extent.is_number)
        push(r, CQ_TOKEN_NUMBER, extent.end);
    else if (!read_abbreviation(r, extent.end))
        push(r, CQ_TOKEN_WORD, extent.end);
}

/* May a word or address go on with the byte at `end`, which is of `class`? A comma is never part of
   a word that has no digits, nor is a stop before a space of an address. */
static bool may_go_on(cq_str text, size_t end, unsigned class) {
    if (!(class & (CQ_CHAR_DIGIT | CQ_CHAR_JOINS | CQ_CHAR_HIGH)) || text.ptr[end] == ',')
        return false;
    return text.ptr[end] != '.' ||
           (end + 1 < text.len && !(cq_char_class_of(text.ptr[end + 1]) & CQ_CHAR_SPACE));
}

/* Eight bytes from `at` on; those behind the text's end are 0. */
static uint64_t load_pack(cq_str text, size_t at) {
    if (text.len - at >= 8) return cq_pack_load(text.ptr + at);
    return cq_word_key_load(cq_str_slice(text, at, text.len));
}

/* ASCII letters and what they are. */
typedef struct plain_word {
    size_t end;
    cq_word_key key;
    unsigned flags;
} plain_word;

/* Of the letters that begin at r->at. False: they are more than the key says all of. */
static bool measure_plain_word(plain_word *out, const reader *r) {
    cq_ascii_word head = cq_ascii_word_of(load_pack(r->text, r->at)), behind = {0};
    uint64_t tail = 0, inner_upper = head.upper & ~(uint64_t)0x80;
    if (head.len == 8) {
        behind = cq_ascii_word_of(load_pack(r->text, r->at + 8));
        inner_upper |= behind.upper;
    }
    if (behind.len == 8) return false;
    unsigned len = head.len + behind.len;
    out->end = r->at + len;
    if (behind.len) tail = cq_pack_fold(cq_pack_load(r->text.ptr + out->end - 8));
    out->key = cq_word_key_of_packs(head.folded, tail, len);
    out->flags = head.upper & 0x80 ? CQ_TOKEN_UPPER_FIRST : 0;
    if (inner_upper) out->flags = find_flags(cq_str_slice(r->text, r->at, out->end));
    return true;
}

/* The fast path: a word of ASCII letters up to a space or the like. False: it goes the long way. */
static bool read_plain_word(reader *r) {
    plain_word word;
    if (!measure_plain_word(&word, r)) return false;
    if (word.end < r->text.len) {
        unsigned class = cq_char_class_of(r->text.ptr[word.end]);
        if (may_go_on(r->text, word.end, class)) return false;
        if (r->text.ptr[word.end] == '.' && read_abbreviation(r, word.end)) return true;
    }
    push_key(r, CQ_TOKEN_WORD, word.end, word.flags, word.key);
    return true;
}

/* Punctuation ---------------------------------------------------------------------------------- */

/* The apostrophe's share of a single mark's shapes: dogs', 'tis, rock 'n' roll. */
static cq_quote_role guess_single(cq_str text, size_t start, size_t end, cq_mark_shape shape) {
    uint32_t before = cq_char_before(text, start, NULL);
    uint32_t behind = cq_char_at(text, end, NULL);
    if (shape == CQ_SHAPE_CLOSING) return before == 's' ? CQ_QUOTE_APOSTROPHE : CQ_QUOTE_CLOSE;
    if (shape != CQ_SHAPE_OPENING) return CQ_QUOTE_APOSTROPHE;
    bool is_year = behind < 0x80 && cq_char_classes[behind] & CQ_CHAR_DIGIT;
    size_t behind_word = end;
    while (behind_word < text.len && cq_char_class_of(text.ptr[behind_word]) & CQ_CHAR_LETTER)
        behind_word++;
    cq_str word = cq_str_slice(text, end, behind_word);
    return is_year || cq_mark_is_elided(word) ? CQ_QUOTE_APOSTROPHE : CQ_QUOTE_OPEN;
}

static cq_quote_role guess_role(cq_str text, size_t start, size_t end, cq_mark mark,
                                cq_mark_shape shape) {
    uint32_t before = cq_char_before(text, start, NULL);
    bool is_behind_digit = before < 0x80 && cq_char_classes[before] & CQ_CHAR_DIGIT;
    if (mark.family == CQ_MARK_PRIME) return CQ_QUOTE_PRIME;
    bool is_straight =
        mark.family == CQ_MARK_STRAIGHT_DOUBLE || mark.family == CQ_MARK_STRAIGHT_SINGLE;
    if (is_straight && is_behind_digit && shape != CQ_SHAPE_OPENING) return CQ_QUOTE_PRIME;
    if (mark.family == CQ_MARK_STRAIGHT_SINGLE ||
        (mark.family == CQ_MARK_CURLY_SINGLE && mark.hand == CQ_MARK_RIGHT))
        return guess_single(text, start, end, shape);
    if (shape == CQ_SHAPE_OPENING || mark.hand == CQ_MARK_LOW) return CQ_QUOTE_OPEN;
    if (shape == CQ_SHAPE_CLOSING) return CQ_QUOTE_CLOSE;
    if (mark.hand == CQ_MARK_NEUTRAL) return CQ_QUOTE_NONE;
    return mark.hand == CQ_MARK_LEFT ? CQ_QUOTE_OPEN : CQ_QUOTE_CLOSE;
}

static void read_mark(reader *r, size_t length) {
    size_t end = r->at + length;
    char c = r->text.ptr[r->at];
    if ((c == '\'' || c == '`') && end < r->text.len && r->text.ptr[end] == c)
        end++; /* '' and `` are double marks of typewriters and TeX */
    cq_mark mark = cq_mark_of_text(cq_str_slice(r->text, r->at, end));
    cq_mark_shape shape = cq_mark_shape_of(r->text, r->at, end);
    cq_quote_role role = guess_role(r->text, r->at, end, mark, shape);
    unsigned flags = length == 1 ? 0 : CQ_TOKEN_NON_ASCII;
    if (shape & CQ_SHAPE_OPENING) flags |= CQ_TOKEN_ROOM_BEFORE;
    if (shape & CQ_SHAPE_CLOSING) flags |= CQ_TOKEN_ROOM_BEHIND;
    push_span(r, CQ_TOKEN_QUOTE, end, flags)->role = (uint8_t)role;
}

static bool is_dot(uint32_t c) {
    return c == '.' || c == 0x2026;
}

/* A run of dots and ellipses, or of one kind of dash, is one token. */
static size_t scan_run(cq_str text, size_t at) {
    uint32_t length, first = cq_char_at(text, at, &length), c = first;
    bool is_dash = first == '-' || first == 0x2013 || first == 0x2014 || first == 0x2015;
    if (!is_dash && !is_dot(first)) return at + length;
    while (at < text.len && (c == first || (is_dot(first) && is_dot(c)))) {
        at += length;
        c = cq_char_at(text, at, &length);
    }
    return at;
}

static void read_punctuation(reader *r) {
    char c = r->text.ptr[r->at], next = r->at + 1 < r->text.len ? r->text.ptr[r->at + 1] : ' ';
    if (!((c | next) & 0x80) && (c != next || (c != '.' && c != '-'))) { /* no run */
        push_byte(r, CQ_TOKEN_PUNCTUATION);
        return;
    }
    bool is_ascii = !(cq_char_class_of(r->text.ptr[r->at]) & CQ_CHAR_HIGH);
    push_span(r, CQ_TOKEN_PUNCTUATION, scan_run(r->text, r->at), is_ascii ? 0 : CQ_TOKEN_NON_ASCII);
}

/* .5 at the start of a word, ./path, or dots. */
static void read_dots(reader *r) {
    char next = r->at + 1 < r->text.len ? r->text.ptr[r->at + 1] : ' ';
    bool is_free = !is_glued_to_word(r);
    bool may_be_path = is_free && (next == '/' || next == '.');
    size_t path = may_be_path ? cq_address_scan_path(r->text, r->at) : 0;
    if (path)
        push(r, CQ_TOKEN_PATH, path);
    else if (is_free && cq_char_class_of(next) & CQ_CHAR_DIGIT)
        push(r, CQ_TOKEN_NUMBER, cq_word_scan(r->text, r->at + 1).end);
    else
        read_punctuation(r);
}

static void read_slash(reader *r, cq_token_kind kind) {
    const cq_token *last = last_token(r);
    bool is_free = r->gap || !last || last->kind == CQ_TOKEN_QUOTE ||
                   (last->kind == CQ_TOKEN_PUNCTUATION && last->end - last->start == 1 &&
                    strchr("([{:,", r->text.ptr[last->start]));
    size_t path = is_free ? cq_address_scan_path(r->text, r->at) : 0;
    if (path)
        push(r, CQ_TOKEN_PATH, path);
    else
        push_byte(r, kind);
}

static void read_name(reader *r, cq_token_kind kind) {
    const cq_token *last = last_token(r);
    bool is_entity = last && !r->gap && r->text.ptr[last->start] == '&'; /* &#39; left over */
    size_t end = is_glued_to_word(r) || is_entity ? 0 : cq_address_scan_name(r->text, r->at);
    if (end)
        push(r, kind, end);
    else
        push_byte(r, CQ_TOKEN_SYMBOL);
}

static void read_placeholder(reader *r, cq_token_kind otherwise) {
    bool is_percent = r->text.ptr[r->at] == '%'; /* 100%sure */
    size_t end = is_percent && is_glued_to_word(r) ? 0 : cq_placeholder_scan(r->text, r->at);
    push_span(r, end ? CQ_TOKEN_PLACEHOLDER : otherwise, end ? end : r->at + 1, 0);
}

static bool read_emoji(reader *r) {
    size_t end = cq_emoji_scan(r->text, r->at);
    if (!end) return false;
    push_span(r, CQ_TOKEN_EMOJI, end, CQ_TOKEN_NON_ASCII);
    return true;
}

static void read_ascii_symbol(reader *r) {
    switch (r->text.ptr[r->at]) {
    case '"':
    case '\'': read_mark(r, 1); break;
    case '.': read_dots(r); break;
    case '/': read_slash(r, CQ_TOKEN_PUNCTUATION); break;
    case '~': read_slash(r, CQ_TOKEN_SYMBOL); break;
    case '@': read_name(r, CQ_TOKEN_HANDLE); break;
    case '#':
        if (!read_emoji(r)) read_name(r, CQ_TOKEN_HASHTAG);
        break;
    case '%':
    case '$': read_placeholder(r, CQ_TOKEN_SYMBOL); break;
    case '{': read_placeholder(r, CQ_TOKEN_PUNCTUATION); break;
    case '`':
        if (r->at + 1 < r->text.len && r->text.ptr[r->at + 1] == '`')
            read_mark(r, 1);
        else
            push_byte(r, CQ_TOKEN_SYMBOL);
        break;
    case '*':
        if (!read_emoji(r)) push_byte(r, CQ_TOKEN_SYMBOL);
        break;
    case '!':
    case '(':
    case ')':
    case ',':
    case '-':
    case ':':
    case ';':
    case '?':
    case '[':
    case ']':
    case '_':
    case '}': read_punctuation(r); break;
    case '&':
    case '+':
    case '<':
    case '=':
    case '>':
    case '\\':
    case '^':
    case '|': push_byte(r, CQ_TOKEN_SYMBOL); break;
    default: /* controls, NUL among them */ push_span(r, CQ_TOKEN_OTHER, r->at + 1, 0);
    }
}

/* A run of a script that is written without spaces. */
static size_t scan_ideographs(cq_str text, size_t at) {
    uint32_t length, c = cq_char_at(text, at, &length);
    while (at < text.len && c >= 0x80) {
        cq_char_kind kind = cq_char_kind_of(c);
        if (kind != CQ_KIND_IDEOGRAPH && kind != CQ_KIND_MARK) break;
        at += length;
        c = cq_char_at(text, at, &length);
    }
    return at;
}

static void read_high(reader *r) {
    uint32_t length, c = cq_char_at(r->text, r->at, &length);
    if (read_emoji(r)) return;
    size_t end = r->at + length;
    switch (cq_char_kind_of(c)) {
    case CQ_KIND_LETTER:
    case CQ_KIND_DIGIT: read_word(r); break;
    case CQ_KIND_FRACTION: push(r, CQ_TOKEN_NUMBER, end); break;
    case CQ_KIND_QUOTE: read_mark(r, length); break;
    case CQ_KIND_PUNCTUATION: read_punctuation(r); break;
    case CQ_KIND_SYMBOL: push_span(r, CQ_TOKEN_SYMBOL, end, CQ_TOKEN_NON_ASCII); break;
    case CQ_KIND_IDEOGRAPH:
        push_span(r, CQ_TOKEN_IDEOGRAPH, scan_ideographs(r->text, r->at), CQ_TOKEN_NON_ASCII);
        break;
    case CQ_KIND_OBJECT: push_span(r, CQ_TOKEN_PLACEHOLDER, end, CQ_TOKEN_NON_ASCII); break;
    default: push_span(r, CQ_TOKEN_OTHER, end, CQ_TOKEN_NON_ASCII);
    }
}

static void read_one(reader *r) {
    unsigned class = cq_char_class_of(r->text.ptr[r->at]);
    if (class & CQ_CHAR_LETTER) {
        if (!read_plain_word(r)) read_word(r);
    } else if (class & CQ_CHAR_DIGIT) {
        char next = r->at + 1 < r->text.len ? r->text.ptr[r->at + 1] : ' ';
        if (!(cq_char_class_of(next) & CQ_CHAR_HIGH) || !read_emoji(r)) read_word(r);
    } else if (class & CQ_CHAR_HIGH) {
        read_high(r);
    } else {
        read_ascii_symbol(r);
    }
}

/* Emphasis is a matter of the markup: tokens and segments are both in order. */
static void mark_emphasis(const cq_block *block, cq_token *tokens) {
    uint32_t segment = 0;
    for (uint32_t i = block->first_token; i < block->end_token; i++) {
        while (segment + 1 < block->segment_count &&
               block->segments[segment + 1].text_start <= tokens[i].start)
            segment++;
        if (block->segments[segment].emphasis) tokens[i].flags |= CQ_TOKEN_EMPHASIS;
    }
}

void cq_token_read(cq_tokens *out, cq_arena *arena, cq_intern *words, cq_block *block,
                   cq_str language) {
    cq_word_key keys[WAITING];
    reader r = {.text = block->text,
                .keys = keys,
                .block = block,
                .out = out,
                .arena = arena,
                .words = words,
                .abbreviations = cq_abbreviations_of(language)};
    block->first_token = out->len;
    make_room(&r);
    while (skip_gap(&r)) read_one(&r);
    name_words(&r);
    block->end_token = out->len;
    if (r.gap & CQ_TOKEN_GAP_ODD && out->len > block->first_token)
        out->at[out->len - 1].flags |= CQ_TOKEN_ODD_END;
    if (block->segment_count > 1 || (block->segment_count == 1 && block->segments[0].emphasis))
        mark_emphasis(block, out->at);
}
