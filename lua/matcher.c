#include "lua/matcher.h"

#include <string.h>

/* Steps for one run: a pattern that needs more on a short subject is a mistake or an attack. */
#define STEPS_AT_LEAST ((uint64_t)1 << 24)
#define STEPS_A_BYTE 64u

enum item_kind {
    ITEM_BYTE,     /* first */
    ITEM_ANY,      /* . */
    ITEM_SET,      /* [...], %a */
    ITEM_OPEN,     /* ( of capture first */
    ITEM_CLOSE,    /* ) of capture first */
    ITEM_POSITION, /* () as capture first */
    ITEM_SAME,     /* %1: the text of capture first again */
    ITEM_BALANCE,  /* %b with its two bytes */
    ITEM_FRONTIER, /* %f[...] */
    ITEM_END,      /* $ as the last byte */
};

enum item_repeat { ONCE, MAYBE, STAR, PLUS, LAZY };

static bool is_between(uint8_t c, char low, char high) {
    return c >= (uint8_t)low && c <= (uint8_t)high;
}

static uint8_t lower_letter(uint8_t letter) {
    return is_between(letter, 'A', 'Z') ? (uint8_t)(letter | 0x20) : letter;
}

static bool is_class_letter(uint8_t letter) {
    letter = lower_letter(letter);
    return letter && strchr("acdglpsuwx", letter);
}

/* The bytes of a class: ranges, both ends included. */
typedef struct byte_class {
    uint8_t count;
    uint8_t ranges[4][2];
} byte_class;

/* Of a lower-case letter. */
static const byte_class *find_class(uint8_t letter) {
    static const byte_class letters = {2, {{'A', 'Z'}, {'a', 'z'}}};
    static const byte_class controls = {2, {{0, 0x1F}, {0x7F, 0x7F}}};
    static const byte_class digits = {1, {{'0', '9'}}};
    static const byte_class graphic = {1, {{'!', '~'}}};
    static const byte_class lower = {1, {{'a', 'z'}}};
    static const byte_class punctuation = {4, {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}};
    static const byte_class spaces = {2, {{' ', ' '}, {'\t', '\r'}}};
    static const byte_class upper = {1, {{'A', 'Z'}}};
    static const byte_class alphanumeric = {3, {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}};
    static const byte_class hexadecimal = {3, {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}};
    switch (letter) {
    case 'a': return &letters;
    case 'c': return &controls;
    case 'd': return &digits;
    case 'g': return &graphic;
    case 'l': return &lower;
    case 'p': return &punctuation;
    case 's': return &spaces;
    case 'u': return &upper;
    case 'w': return &alphanumeric;
    default: return &hexadecimal; /* x */
    }
}

static bool is_in_set(const uint8_t *set, uint8_t c) {
    return set[c >> 3] >> (c & 7) & 1;
}

static void add_to_set(uint8_t *set, unsigned low, unsigned high) {
    for (unsigned c = low; c <= high; c++) set[c >> 3] |= (uint8_t)(1u << (c & 7));
}

static void add_class_to_set(uint8_t *set, uint8_t letter) {
    const byte_class *class = find_class(lower_letter(letter));
    uint8_t bytes[32] = {0}, complement = is_between(letter, 'A', 'Z') ? 0xFF : 0;
    for (uint8_t i = 0; i < class->count; i++)
        add_to_set(bytes, class->ranges[i][0], class->ranges[i][1]);
    for (size_t i = 0; i < sizeof bytes; i++) set[i] |= bytes[i] ^ complement;
}

/* Reading a pattern from left to right. */
typedef struct pattern_reader {
    cq_matcher *out;
    const uint8_t *at, *end;
    uint8_t open[CQ_MATCHER_CAPTURES]; /* captures not closed yet */
    uint32_t open_count;
    uint32_t closed; /* bit set of the closed ones */
} pattern_reader;

/* One element of a set: a class, an escaped byte, a range or a byte. */
static const char *read_set_element(pattern_reader *reader, uint8_t *set) {
    uint8_t c = *reader->at++;
    if (c == '%') {
        if (reader->at == reader->end) return "malformed pattern (ends with '%')";
        c = *reader->at++;
        if (is_class_letter(c))
            add_class_to_set(set, c);
        else
            add_to_set(set, c, c);
    } else if (reader->end - reader->at >= 2 && reader->at[0] == '-' && reader->at[1] != ']') {
        add_to_set(set, c, reader->at[1]); /* empty when it runs backwards */
        reader->at += 2;
    } else {
        add_to_set(set, c, c);
    }
    return NULL;
}

/* A set; `at` is behind its [. */
static const char *read_set(pattern_reader *reader, cq_matcher_item *item) {
    bool is_complement = reader->at < reader->end && *reader->at == '^';
    if (is_complement) reader->at++;
    const uint8_t *first = reader->at;
    while (reader->at < reader->end && (*reader->at != ']' || reader->at == first)) {
        const char *wrong = read_set_element(reader, item->set);
        if (wrong) return wrong;
    }
    if (reader->at == reader->end) return "malformed pattern (missing ']')";
    reader->at++;
    for (size_t i = 0; is_complement && i < sizeof item->set; i++)
        item->set[i] = (uint8_t)~item->set[i];
    return NULL;
}

static const char *read_open(pattern_reader *reader, cq_matcher_item *item) {
    if (reader->out->capture_count == CQ_MATCHER_CAPTURES) return "too many captures";
    item->first = (uint8_t)reader->out->capture_count++;
    if (reader->at < reader->end && *reader->at == ')') {
        reader->at++;
        item->kind = ITEM_POSITION;
        return NULL;
    }
    item->kind = ITEM_OPEN;
    reader->open[reader->open_count++] = item->first;
    return NULL;
}

static const char *read_close(pattern_reader *reader, cq_matcher_item *item) {
    if (!reader->open_count) return "invalid pattern capture";
    item->kind = ITEM_CLOSE;
    item->first = reader->open[--reader->open_count];
    reader->closed |= 1u << item->first;
    return NULL;
}

static const char *read_balance(pattern_reader *reader, cq_matcher_item *item) {
    if (reader->end - reader->at < 2) return "malformed pattern (missing arguments to '%b')";
    item->kind = ITEM_BALANCE;
    item->first = *reader->at++;
    item->second = *reader->at++;
    return NULL;
}

static const char *read_frontier(pattern_reader *reader, cq_matcher_item *item) {
    if (reader->at == reader->end || *reader->at != '[') return "missing '[' after '%f' in pattern";
    reader->at++;
    item->kind = ITEM_FRONTIER;
    return read_set(reader, item);
}

static const char *read_same(pattern_reader *reader, cq_matcher_item *item, uint8_t digit) {
    uint8_t index = (uint8_t)(digit - '1');
    if (digit == '0' || !(reader->closed >> index & 1)) return "invalid capture index in pattern";
    item->kind = ITEM_SAME;
    item->first = index;
    return NULL;
}

static void read_repeat(pattern_reader *reader, cq_matcher_item *item) {
    static const char signs[] = "?*+-";
    const char *sign = reader->at < reader->end && *reader->at ? strchr(signs, *reader->at) : NULL;
    if (!sign) return;
    item->repeat = (uint8_t)(MAYBE + (sign - signs));
    reader->at++;
}

static const char *read_escape(pattern_reader *reader, cq_matcher_item *item) {
    if (reader->at == reader->end) return "malformed pattern (ends with '%')";
    uint8_t c = *reader->at++;
    if (c == 'b') return read_balance(reader, item);
    if (c == 'f') return read_frontier(reader, item);
    if (is_between(c, '0', '9')) return read_same(reader, item, c);
    item->kind = is_class_letter(c) ? ITEM_SET : ITEM_BYTE;
    item->first = c;
    if (item->kind == ITEM_SET) add_class_to_set(item->set, c);
    read_repeat(reader, item);
    return NULL;
}

static const char *read_single(pattern_reader *reader, cq_matcher_item *item, uint8_t c) {
    const char *wrong = NULL;
    item->kind = c == '.' ? ITEM_ANY : c == '[' ? ITEM_SET : ITEM_BYTE;
    item->first = c;
    if (c == '[') wrong = read_set(reader, item);
    if (!wrong) read_repeat(reader, item);
    return wrong;
}

static const char *read_item(pattern_reader *reader) {
    if (reader->out->item_count == CQ_MATCHER_ITEMS) return "pattern too long";
    cq_matcher_item *item = &reader->out->items[reader->out->item_count++];
    memset(item, 0, sizeof *item);
    uint8_t c = *reader->at++;
    if (c == '(') return read_open(reader, item);
    if (c == ')') return read_close(reader, item);
    if (c == '%') return read_escape(reader, item);
    if (c != '$' || reader->at != reader->end) return read_single(reader, item, c);
    item->kind = ITEM_END;
    return NULL;
}

const char *cq_matcher_read(cq_matcher *out, cq_str pattern, bool may_anchor) {
    const uint8_t *text = (const uint8_t *)pattern.ptr;
    pattern_reader reader = {.out = out, .at = text, .end = text + pattern.len};
    out->item_count = out->capture_count = 0;
    out->is_anchored = may_anchor && pattern.len && *text == '^';
    if (out->is_anchored) reader.at++;
    while (reader.at < reader.end) {
        const char *wrong = read_item(&reader);
        if (wrong) return wrong;
    }
    return reader.open_count ? "unfinished capture" : NULL;
}

void cq_matcher_start(cq_matcher_run *run, const cq_matcher *matcher, cq_str subject,
                      const volatile sig_atomic_t *is_over) {
    run->matcher = matcher;
    run->subject = subject;
    run->is_over = is_over;
    run->steps_left = STEPS_AT_LEAST + subject.len * STEPS_A_BYTE;
    run->gave_up = false;
}

static const char *subject_end(const cq_matcher_run *run) {
    return run->subject.ptr + run->subject.len;
}

/* Counts a step; false when the run has to stop. */
static bool take_step(cq_matcher_run *run) {
    if (run->steps_left == 0 || *run->is_over)
        run->gave_up = true;
    else
        run->steps_left--;
    return !run->gave_up;
}

static bool is_single_at(const cq_matcher_run *run, const cq_matcher_item *item, const char *s) {
    if (s >= subject_end(run)) return false;
    uint8_t c = (uint8_t)*s;
    switch (item->kind) {
    case ITEM_BYTE: return c == item->first;
    case ITEM_ANY: return true;
    default: return is_in_set(item->set, c);
    }
}

static const char *match_from(cq_matcher_run *run, uint32_t index, const char *s);

/* As many as there are, then fewer until the rest matches. */
static const char *match_greedy(cq_matcher_run *run, uint32_t index, const char *s) {
    const cq_matcher_item *item = &run->matcher->items[index];
    const char *least = s + (item->repeat == PLUS);
    const char *last = s;
    while (is_single_at(run, item, last) && take_step(run)) last++;
    for (; last >= least && !run->gave_up; last--) {
        const char *end = match_from(run, index + 1, last);
        if (end) return end;
    }
    return NULL;
}

/* As few as there can be. */
static const char *match_lazy(cq_matcher_run *run, uint32_t index, const char *s) {
    const cq_matcher_item *item = &run->matcher->items[index];
    for (;; s++) {
        const char *end = match_from(run, index + 1, s);
        if (end || !is_single_at(run, item, s) || !take_step(run)) return end;
    }
}

static const char *match_maybe(cq_matcher_run *run, uint32_t index, const char *s) {
    const char *end = NULL;
    if (is_single_at(run, &run->matcher->items[index], s)) end = match_from(run, index + 1, s + 1);
    return end ? end : match_from(run, index + 1, s);
}

static const char *match_repeated(cq_matcher_run *run, uint32_t index, const char *s) {
    switch (run->matcher->items[index].repeat) {
    case MAYBE: return match_maybe(run, index, s);
    case LAZY: return match_lazy(run, index, s);
    default: return match_greedy(run, index, s);
    }
}

/* Sets a capture, and puts the old one back when the rest does not match. */
static const char *match_capture(cq_matcher_run *run, uint32_t index, const char *s) {
    const cq_matcher_item *item = &run->matcher->items[index];
    cq_matcher_capture *capture = &run->captures[item->first], old = *capture;
    if (item->kind == ITEM_CLOSE)
        capture->end = s;
    else
        *capture = (cq_matcher_capture){.start = s, .is_position = item->kind == ITEM_POSITION};
    const char *end = match_from(run, index + 1, s);
    if (!end) *capture = old;
    return end;
}

/* The end of the balanced stretch at `s`, or NULL. */
static const char *skip_balance(cq_matcher_run *run, const cq_matcher_item *item, const char *s) {
    const char *end = subject_end(run);
    if (s == end || (uint8_t)*s != item->first) return NULL;
    size_t depth = 1;
    for (s++; s < end && take_step(run); s++) {
        if ((uint8_t)*s == item->second) {
            if (--depth == 0) return s + 1;
        } else if ((uint8_t)*s == item->first) {
            depth++;
        }
    }
    return NULL;
}

static const char *skip_same(const cq_matcher_run *run, const cq_matcher_item *item,
                             const char *s) {
    const cq_matcher_capture *capture = &run->captures[item->first];
    size_t len = (size_t)(capture->end - capture->start);
    if ((size_t)(subject_end(run) - s) < len || memcmp(capture->start, s, len) != 0) return NULL;
    return s + len;
}

/* Before the first byte and behind the last one stands a NUL. */
static bool is_frontier(const cq_matcher_run *run, const cq_matcher_item *item, const char *s) {
    uint8_t before = s == run->subject.ptr ? 0 : (uint8_t)s[-1];
    uint8_t after = s == subject_end(run) ? 0 : (uint8_t)*s;
    return !is_in_set(item->set, before) && is_in_set(item->set, after);
}

/* Where an item that matches in one way only ends, or NULL. */
static const char *skip_item(cq_matcher_run *run, const cq_matcher_item *item, const char *s) {
    switch (item->kind) {
    case ITEM_SAME: return skip_same(run, item, s);
    case ITEM_BALANCE: return skip_balance(run, item, s);
    case ITEM_FRONTIER: return is_frontier(run, item, s) ? s : NULL;
    case ITEM_END: return s == subject_end(run) ? s : NULL;
    default: return is_single_at(run, item, s) ? s + 1 : NULL;
    }
}

/* Recursion is at most as deep as the pattern has items: every call goes on behind its item. */
static const char *match_from(cq_matcher_run *run, uint32_t index, const char *s) {
    for (; s && index < run->matcher->item_count; index++) {
        if (!take_step(run)) return NULL;
        const cq_matcher_item *item = &run->matcher->items[index];
        if (item->repeat != ONCE) return match_repeated(run, index, s);
        if (item->kind >= ITEM_OPEN && item->kind <= ITEM_POSITION)
            return match_capture(run, index, s);
        s = skip_item(run, item, s);
    }
    return s;
}

const char *cq_matcher_match_at(cq_matcher_run *run, const char *at) {
    return match_from(run, 0, at);
}

/* The byte with which every match begins. */
static const cq_matcher_item *find_first_byte(const cq_matcher *matcher) {
    uint32_t i = 0;
    while (i < matcher->item_count && matcher->items[i].kind >= ITEM_OPEN &&
           matcher->items[i].kind <= ITEM_POSITION)
        i++;
    if (i == matcher->item_count || matcher->is_anchored) return NULL;
    const cq_matcher_item *item = &matcher->items[i];
    bool is_needed = item->repeat == ONCE || item->repeat == PLUS;
    return item->kind == ITEM_BYTE && is_needed ? item : NULL;
}

const char *cq_matcher_skip(const cq_matcher_run *run, const char *at) {
    const cq_matcher_item *item = find_first_byte(run->matcher);
    if (!item) return at;
    const char *end = run->subject.ptr + run->subject.len;
    return at < end ? memchr(at, item->first, (size_t)(end - at)) : NULL;
}
