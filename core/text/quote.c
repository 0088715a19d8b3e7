#include "text/quote.h"

#include "text/char_class.h"
#include "text/mark.h"

/* Deeper nesting than this is not prose; marks beyond it stay one-sided. */
#define DEEPEST 16
#define NO_MARK UINT32_MAX

static const char *const style_names[] = {
    [CQ_QUOTE_STRAIGHT_DOUBLE] = "straight-double",
    [CQ_QUOTE_STRAIGHT_SINGLE] = "straight-single",
    [CQ_QUOTE_CURLY_DOUBLE] = "curly-double",
    [CQ_QUOTE_CURLY_SINGLE] = "curly-single",
    [CQ_QUOTE_LOW_DOUBLE] = "low-double",
    [CQ_QUOTE_LOW_SINGLE] = "low-single",
    [CQ_QUOTE_GUILLEMET] = "guillemet",
    [CQ_QUOTE_GUILLEMET_SINGLE] = "guillemet-single",
    [CQ_QUOTE_CORNER] = "corner",
};

const char *cq_quote_style_name(cq_quote_style style) {
    return style_names[style];
}

/* A quote token of the block. */
typedef struct mark {
    uint32_t token;
    uint32_t next;  /* the next mark of the same family in the block, or NO_MARK */
    int32_t excess; /* closing shapes of the family, minus opening ones, up to the block's end */
    uint8_t family, hand, shape;
} mark;

/* A quotation that is open. */
typedef struct opened {
    uint32_t quotation;
    uint32_t token;
    uint8_t family, hand;
    bool is_tentative; /* an apostrophe, unless a closing mark comes */
    bool is_dropped;
} opened;

typedef struct machine {
    cq_quotations *out;
    cq_arena *arena;
    cq_token *tokens;
    const cq_block *block;
    uint32_t block_index;
    CQ_ARRAY(mark) marks;
    cq_arena scratch;                    /* of marks */
    uint32_t upcoming[CQ_MARK_FAMILIES]; /* the next mark of each family */
    opened stack[DEEPEST];
    uint32_t depth;
    uint32_t first_quotation; /* of the block */
    opened pending[DEEPEST];  /* open at the end of the block before */
    uint32_t pending_count;
    uint32_t pending_age; /* blocks without quotations since then */
} machine;

/* Neighbours ----------------------------------------------------------------------------------- */

static const cq_token *token_before(const machine *q, uint32_t token) {
    return token > q->block->first_token ? &q->tokens[token - 1] : NULL;
}

static const cq_token *token_behind(const machine *q, uint32_t token) {
    return token + 1 < q->block->end_token ? &q->tokens[token + 1] : NULL;
}

/* The token right before a mark, without a gap; NULL: none. */
static const cq_token *glued_before(const machine *q, const mark *m) {
    const cq_token *before = token_before(q, m->token);
    return before && !(q->tokens[m->token].flags & CQ_TOKEN_GAP) ? before : NULL;
}

static const cq_token *glued_behind(const machine *q, const mark *m) {
    const cq_token *behind = token_behind(q, m->token);
    return behind && !(behind->flags & CQ_TOKEN_GAP) ? behind : NULL;
}

static char last_byte(const machine *q, const cq_token *token) {
    return q->block->text.ptr[token->end - 1];
}

static bool is_word(const cq_token *token) {
    return token && token->kind == CQ_TOKEN_WORD;
}

/* Feet, inches, minutes: a short number right before the mark. */
static bool is_behind_measure(const machine *q, const mark *m) {
    const cq_token *before = glued_before(q, m);
    return before && before->kind == CQ_TOKEN_NUMBER && before->end - before->start <= 4 &&
           !(cq_char_class_of(last_byte(q, before)) & CQ_CHAR_LETTER);
}

/* ... and a number that goes on behind it: 5'10 */
static bool is_between_numbers(const machine *q, const mark *m) {
    const cq_token *behind = glued_behind(q, m);
    return is_behind_measure(q, m) && behind && behind->kind == CQ_TOKEN_NUMBER;
}

/* 5'10": the number before belongs to feet that have their prime already. */
static bool is_behind_feet(const machine *q, const mark *m) {
    if (!is_behind_measure(q, m) || m->token < q->block->first_token + 2) return false;
    const cq_token *feet = &q->tokens[m->token - 2];
    return feet->kind == CQ_TOKEN_QUOTE && feet->role == CQ_QUOTE_PRIME;
}

/* Words that begin with an apostrophe: 'tis, '90s, 'n'. */
static bool is_elision(const machine *q, const mark *m) {
    const cq_token *behind = glued_behind(q, m);
    if (!behind) return false;
    cq_str text = cq_token_text(q->block, behind);
    if (behind->kind == CQ_TOKEN_NUMBER)
        return text.len == 2 || (text.len == 3 && text.ptr[2] == 's');
    return behind->kind == CQ_TOKEN_WORD && cq_mark_is_elided(text);
}

/* Rock ‘n’ roll, fish 'n' chips: the word between two marks that are no quotation's. */
static bool is_and(const machine *q, const cq_token *token) {
    return is_word(token) && token->end - token->start == 1 && (last_byte(q, token) | 0x20) == 'n';
}

static bool is_before_and(const machine *q, const mark *m) {
    const cq_token *behind = token_behind(q, m->token + 1);
    return is_and(q, glued_behind(q, m)) && behind && behind->kind == CQ_TOKEN_QUOTE &&
           !(behind->flags & CQ_TOKEN_GAP);
}

static bool is_behind_and(const machine *q, const mark *m) {
    const cq_token *and = glued_before(q, m);
    if (!is_and(q, and) || m->token < q->block->first_token + 3 || and->flags & CQ_TOKEN_GAP)
        return false;
    return q->tokens[m->token - 2].kind == CQ_TOKEN_QUOTE && is_word(&q->tokens[m->token - 3]);
}

/* 说‘来’。: nobody writes spaces there, and apostrophes neither. */
static bool is_beside_ideograph(const machine *q, const mark *m) {
    const cq_token *before = glued_before(q, m), *behind = glued_behind(q, m);
    return (before && before->kind == CQ_TOKEN_IDEOGRAPH) ||
           (behind && behind->kind == CQ_TOKEN_IDEOGRAPH);
}

/* dogs' and the like: a plural in front, more of the sentence behind. */
static bool is_like_possessive(const machine *q, const mark *m) {
    const cq_token *before = glued_before(q, m), *behind = token_behind(q, m->token);
    return is_word(before) && (last_byte(q, before) | 0x20) == 's' && behind &&
           (behind->kind == CQ_TOKEN_WORD || behind->kind == CQ_TOKEN_NUMBER) &&
           behind->flags & CQ_TOKEN_GAP;
}

/* The stack ------------------------------------------------------------------------------------ */

static void set_role(machine *q, uint32_t token, cq_quote_role role) {
    q->tokens[token].role = (uint8_t)role;
}

static uint8_t style_of(uint8_t family, uint8_t hand) {
    switch (family) {
    case CQ_MARK_STRAIGHT_SINGLE: return CQ_QUOTE_STRAIGHT_SINGLE;
    case CQ_MARK_CURLY_DOUBLE:
        return hand == CQ_MARK_LOW ? CQ_QUOTE_LOW_DOUBLE : CQ_QUOTE_CURLY_DOUBLE;
    case CQ_MARK_CURLY_SINGLE:
        return hand == CQ_MARK_LOW ? CQ_QUOTE_LOW_SINGLE : CQ_QUOTE_CURLY_SINGLE;
    case CQ_MARK_GUILLEMET: return CQ_QUOTE_GUILLEMET;
    case CQ_MARK_GUILLEMET_SINGLE: return CQ_QUOTE_GUILLEMET_SINGLE;
    case CQ_MARK_CORNER:
    case CQ_MARK_CORNER_WHITE: return CQ_QUOTE_CORNER;
    default: return CQ_QUOTE_STRAIGHT_DOUBLE;
    }
}

static uint32_t push_quotation(machine *q, const mark *m, uint32_t open, uint32_t close) {
    cq_quotation *quotation = CQ_ARRAY_PUSH(q->arena, q->out);
    *quotation = (cq_quotation){.block = q->block_index,
                                .open_token = open,
                                .close_token = close,
                                .style = style_of(m->family, m->hand)};
    return q->out->len - 1;
}

/* The innermost open quotation of a family, or DEEPEST. */
static uint32_t find_open(const machine *q, uint8_t family) {
    for (uint32_t i = q->depth; i-- > 0;)
        if (q->stack[i].family == family) return i;
    return DEEPEST;
}

static bool is_top(const machine *q, uint8_t family) {
    return q->depth > 0 && q->stack[q->depth - 1].family == family;
}

/* A tentative quotation was none; its place in the list is taken out at the block's end. */
static void drop(machine *q, const opened *o) {
    set_role(q, o->token,
             o->family == CQ_MARK_GUILLEMET || o->family == CQ_MARK_GUILLEMET_SINGLE
                 ? CQ_QUOTE_NONE
                 : CQ_QUOTE_APOSTROPHE);
    q->out->at[o->quotation].open_token = CQ_NO_TOKEN;
    q->out->at[o->quotation].close_token = CQ_NO_TOKEN;
}

/* Takes entries off the stack until `depth` are left; what was open there stays one-sided. */
static void abandon_from(machine *q, uint32_t depth) {
    while (q->depth > depth) {
        q->depth--;
        if (q->stack[q->depth].is_tentative) drop(q, &q->stack[q->depth]);
    }
}

static void open_quotation(machine *q, const mark *m, bool is_tentative) {
    set_role(q, m->token, CQ_QUOTE_OPEN);
    uint32_t quotation = push_quotation(q, m, m->token, CQ_NO_TOKEN);
    if (q->depth == DEEPEST) return;
    q->stack[q->depth++] = (opened){quotation, m->token, m->family, m->hand, is_tentative, false};
}

/* Do people write this mark at the end of what that one opened? „…“ and „…”, ”…” in Swedish, »…«
   and »…» beside what English does. */
static bool is_partner(const mark *m, const opened *o) {
    if (m->family != o->family) return false;
    return m->hand != CQ_MARK_LEFT || o->hand != CQ_MARK_LEFT;
}

/* Closes the open quotation at `level` of the stack. */
static void close_quotation(machine *q, const mark *m, uint32_t level) {
    if (!is_partner(m, &q->stack[level])) q->tokens[m->token].flags |= CQ_TOKEN_MIXED;
    abandon_from(q, level + 1);
    q->depth = level;
    set_role(q, m->token, CQ_QUOTE_CLOSE);
    q->out->at[q->stack[level].quotation].close_token = m->token;
}

/* Is this the block's first quotation, and does one of its family wait to be closed? */
static bool closes_pending(const machine *q, const mark *m) {
    return q->pending_count > 0 && q->out->len == q->first_quotation &&
           q->pending[0].family == m->family;
}

/* A closing mark that nothing in this block opened. Where a paragraph before left a quotation open,
   it closes that one: not every house repeats the opening mark. */
static void close_nothing(machine *q, const mark *m) {
    bool is_continued = closes_pending(q, m);
    set_role(q, m->token, CQ_QUOTE_CLOSE);
    uint32_t quotation = push_quotation(q, m, CQ_NO_TOKEN, m->token);
    if (!is_continued) return;
    q->out->at[quotation].is_continued = true;
    q->out->at[q->pending[0].quotation].is_continued = true;
    q->pending_count = 0;
}

/* Forgets the quotation at `level` alone; those above it move down. */
static void forget(machine *q, uint32_t level) {
    if (q->stack[level].is_tentative) drop(q, &q->stack[level]);
    memmove(&q->stack[level], &q->stack[level + 1], (q->depth - level - 1) * sizeof(opened));
    q->depth--;
}

/* Families ------------------------------------------------------------------------------------- */

static const mark *mark_at(const machine *q, uint32_t index) {
    return index == NO_MARK ? NULL : &q->marks.at[index];
}

/* Will a later mark of the family close what is open in it? */
static bool has_closing_ahead(const machine *q, uint8_t family) {
    const mark *next = mark_at(q, q->upcoming[family]);
    if (!next) return false;
    return family == CQ_MARK_STRAIGHT_DOUBLE ? next->shape != CQ_SHAPE_OPENING
                                             : next->hand == CQ_MARK_RIGHT;
}

/* Closes a quotation that the other double family opened ("text” and “text"), where nothing of its
   own kind will. */
static bool close_other_double(machine *q, const mark *m, uint8_t other) {
    uint32_t level = find_open(q, other);
    if (level == DEEPEST || has_closing_ahead(q, other)) return false;
    close_quotation(q, m, level);
    return true;
}

/* A straight double mark that looks like an opening one while one is open. A mark does not nest in
   itself, so it closes what is open ("We agree, "the text said) unless the marks behind it say that
   it does open: either a nested pair or a quotation whose closing mark is missing. */
static void reopen_double(machine *q, const mark *m, uint32_t level) {
    const mark *next = mark_at(q, m->next);
    if (!next || next->shape != CQ_SHAPE_CLOSING) {
        close_quotation(q, m, level);
        return;
    }
    if (m->excess < 1) /* nothing is left to close the outer one */
        forget(q, level);
    open_quotation(q, m, false);
}

static bool is_behind_stop(const machine *q, const mark *m) {
    const cq_token *before = glued_before(q, m);
    return before && before->kind == CQ_TOKEN_PUNCTUATION;
}

static void settle_straight_double(machine *q, const mark *m) {
    uint32_t level = find_open(q, CQ_MARK_STRAIGHT_DOUBLE);
    bool will_close = has_closing_ahead(q, CQ_MARK_STRAIGHT_DOUBLE);
    const mark *next = mark_at(q, m->next);
    bool is_inches =
        is_behind_feet(q, m) || (m->shape != CQ_SHAPE_OPENING && is_behind_measure(q, m) &&
                                 (level == DEEPEST || (next && next->shape == CQ_SHAPE_CLOSING)));
    if (is_inches) {
        set_role(q, m->token, CQ_QUOTE_PRIME);
    } else if (level != DEEPEST) {
        if (m->shape == CQ_SHAPE_OPENING)
            reopen_double(q, m, level);
        else
            close_quotation(q, m, level);
    } else if (m->shape == CQ_SHAPE_CLOSING ||
               (m->shape == CQ_SHAPE_GLUED && is_behind_stop(q, m) && !will_close)) {
        if (!close_other_double(q, m, CQ_MARK_CURLY_DOUBLE)) close_nothing(q, m);
    } else {
        open_quotation(q, m, false);
    }
}

static void settle_curly_left(machine *q, const mark *m) {
    uint32_t level = find_open(q, m->family);
    bool is_low = level != DEEPEST && q->stack[level].hand == CQ_MARK_LOW;
    bool may_close = m->shape == CQ_SHAPE_CLOSING || (is_low && m->shape != CQ_SHAPE_OPENING);
    if (level != DEEPEST && may_close)
        close_quotation(q, m, level);
    else if (m->shape != CQ_SHAPE_CLOSING)
        open_quotation(q, m, false);
    else if (m->family == CQ_MARK_CURLY_SINGLE ||
             !close_other_double(q, m, CQ_MARK_STRAIGHT_DOUBLE))
        close_nothing(q, m);
}

static void settle_curly_double(machine *q, const mark *m) {
    uint32_t level = find_open(q, CQ_MARK_CURLY_DOUBLE);
    if (m->hand == CQ_MARK_LOW)
        open_quotation(q, m, false);
    else if (m->hand == CQ_MARK_LEFT)
        settle_curly_left(q, m);
    else if (level != DEEPEST)
        close_quotation(q, m, level);
    else if (is_behind_feet(q, m) || (m->shape != CQ_SHAPE_OPENING && is_behind_measure(q, m)))
        set_role(q, m->token, CQ_QUOTE_PRIME);
    else if (m->shape == CQ_SHAPE_OPENING) /* Swedish opens with it */
        open_quotation(q, m, false);
    else if (!close_other_double(q, m, CQ_MARK_STRAIGHT_DOUBLE))
        close_nothing(q, m);
}

/* A possessive inside single marks, as a later mark will close them. */
static bool is_possessive_inside(const machine *q, const mark *m) {
    const mark *next = mark_at(q, m->next);
    return is_like_possessive(q, m) && next && next->shape == CQ_SHAPE_CLOSING &&
           next->hand != CQ_MARK_LEFT;
}

static void settle_straight_single(machine *q, const mark *m) {
    bool is_open = is_top(q, CQ_MARK_STRAIGHT_SINGLE);
    const mark *next = mark_at(q, m->next);
    cq_quote_role role = CQ_QUOTE_APOSTROPHE;
    if (is_between_numbers(q, m) ||
        (!is_open && m->shape != CQ_SHAPE_OPENING && is_behind_measure(q, m))) {
        role = CQ_QUOTE_PRIME;
    } else if (m->shape == CQ_SHAPE_OPENING && !is_elision(q, m)) {
        bool is_rotated = is_open && (!next || next->shape == CQ_SHAPE_OPENING) && m->token > 0 &&
                          q->tokens[m->token - 1].kind == CQ_TOKEN_PUNCTUATION;
        if (is_rotated) {
            close_quotation(q, m, q->depth - 1);
            return;
        }
        if (is_open) forget(q, q->depth - 1);
        open_quotation(q, m, true);
        return;
    } else if (m->shape == CQ_SHAPE_CLOSING && is_open && !is_possessive_inside(q, m) &&
               !is_behind_and(q, m)) {
        close_quotation(q, m, q->depth - 1);
        return;
    } else if (m->shape == CQ_SHAPE_CLOSING && is_top(q, CQ_MARK_CURLY_SINGLE) &&
               !has_closing_ahead(q, CQ_MARK_CURLY_SINGLE) && !is_like_possessive(q, m)) {
        close_quotation(q, m, q->depth - 1);
        return;
    }
    set_role(q, m->token, role);
}

static void settle_curly_right_single(machine *q, const mark *m) {
    uint32_t level = find_open(q, CQ_MARK_CURLY_SINGLE);
    bool is_chinese = level != DEEPEST && is_beside_ideograph(q, m);
    if (is_between_numbers(q, m))
        set_role(q, m->token, CQ_QUOTE_PRIME);
    else if (is_chinese && m->shape != CQ_SHAPE_OPENING)
        close_quotation(q, m, level);
    else if (m->shape == CQ_SHAPE_OPENING || m->shape == CQ_SHAPE_GLUED || is_behind_and(q, m))
        set_role(q, m->token, CQ_QUOTE_APOSTROPHE);
    else if (level != DEEPEST && !is_possessive_inside(q, m) &&
             (level + 1 == q->depth || is_behind_stop(q, m)))
        close_quotation(q, m, level);
    else if (level == DEEPEST && is_behind_stop(q, m))
        close_nothing(q, m);
    else
        set_role(q, m->token, m->shape == CQ_SHAPE_FREE ? CQ_QUOTE_NONE : CQ_QUOTE_APOSTROPHE);
}

static void settle_curly_single(machine *q, const mark *m) {
    bool has_later = has_closing_ahead(q, CQ_MARK_CURLY_SINGLE);
    if (m->hand == CQ_MARK_RIGHT)
        settle_curly_right_single(q, m);
    else if (m->hand == CQ_MARK_LOW && m->shape == CQ_SHAPE_OPENING)
        open_quotation(q, m, false);
    else if (m->hand == CQ_MARK_LOW) /* looks like a comma, and is one */
        set_role(q, m->token, CQ_QUOTE_NONE);
    else if (is_before_and(q, m) || (m->shape == CQ_SHAPE_GLUED && !is_beside_ideograph(q, m)) ||
             (is_elision(q, m) && !has_later))
        set_role(q, m->token, CQ_QUOTE_APOSTROPHE);
    else
        settle_curly_left(q, m);
}

/* Spaces around a guillemet: an arrow or a breadcrumb's separator, unless the one behind it is
   the no-break space of French typesetting, or it stands at the start or behind a colon. */
static bool is_like_arrow(const machine *q, const mark *m) {
    const cq_token *before = token_before(q, m->token);
    return m->shape == CQ_SHAPE_FREE && before && last_byte(q, before) != ':' &&
           cq_char_at(q->block->text, q->tokens[m->token].end, NULL) == ' ';
}

/* «…» and »…« */
static void settle_guillemet(machine *q, const mark *m) {
    uint32_t level = find_open(q, m->family);
    bool is_open = level != DEEPEST;
    bool points_other_way = is_open && q->stack[level].hand != m->hand;
    bool continues = q->pending_count > 0 && m->token == q->block->first_token;
    if (points_other_way && !(m->hand == CQ_MARK_LEFT && m->shape == CQ_SHAPE_OPENING))
        close_quotation(q, m, level);
    else if (is_open && m->hand == CQ_MARK_RIGHT && m->shape != CQ_SHAPE_OPENING)
        close_quotation(q, m, level); /* »…» */
    else if (m->hand == CQ_MARK_LEFT)
        open_quotation(q, m, is_like_arrow(q, m));
    else if (m->shape == CQ_SHAPE_OPENING || continues)
        open_quotation(q, m, false);
    else if (m->shape == CQ_SHAPE_CLOSING)
        close_nothing(q, m);
    else
        set_role(q, m->token, CQ_QUOTE_NONE);
}

static void settle_corner(machine *q, const mark *m) {
    uint32_t level = find_open(q, m->family);
    if (m->hand == CQ_MARK_LEFT)
        open_quotation(q, m, false);
    else if (level != DEEPEST)
        close_quotation(q, m, level);
    else
        close_nothing(q, m);
}

static void settle(machine *q, const mark *m) {
    switch (m->family) {
    case CQ_MARK_STRAIGHT_DOUBLE: settle_straight_double(q, m); break;
    case CQ_MARK_STRAIGHT_SINGLE: settle_straight_single(q, m); break;
    case CQ_MARK_CURLY_DOUBLE: settle_curly_double(q, m); break;
    case CQ_MARK_CURLY_SINGLE: settle_curly_single(q, m); break;
    case CQ_MARK_GUILLEMET:
    case CQ_MARK_GUILLEMET_SINGLE: settle_guillemet(q, m); break;
    case CQ_MARK_CORNER:
    case CQ_MARK_CORNER_WHITE: settle_corner(q, m); break;
    default: set_role(q, m->token, CQ_QUOTE_PRIME);
    }
}

/* Blocks --------------------------------------------------------------------------------------- */

static cq_mark_shape shape_of(const cq_token *token) {
    return (cq_mark_shape)((token->flags & CQ_TOKEN_ROOM_BEFORE ? CQ_SHAPE_OPENING : 0) |
                           (token->flags & CQ_TOKEN_ROOM_BEHIND ? CQ_SHAPE_CLOSING : 0));
}

static void collect_marks(machine *q) {
    q->marks.len = 0;
    for (uint32_t i = q->block->first_token; i < q->block->end_token; i++) {
        const cq_token *token = &q->tokens[i];
        if (token->kind != CQ_TOKEN_QUOTE) continue;
        cq_mark glyph = cq_mark_of_text(cq_token_text(q->block, token));
        mark *m = CQ_ARRAY_PUSH(&q->scratch, &q->marks);
        *m = (mark){.token = i, .next = NO_MARK, .family = glyph.family, .hand = glyph.hand};
        m->shape = (uint8_t)shape_of(token);
    }
    for (unsigned family = 0; family < CQ_MARK_FAMILIES; family++) q->upcoming[family] = NO_MARK;
    for (uint32_t i = q->marks.len; i-- > 0;) {
        mark *m = &q->marks.at[i];
        m->next = q->upcoming[m->family];
        m->excess = (m->next == NO_MARK ? 0 : q->marks.at[m->next].excess) +
                    (m->shape == CQ_SHAPE_CLOSING) - (m->shape == CQ_SHAPE_OPENING);
        q->upcoming[m->family] = i;
    }
}

/* A paragraph that opens with the mark that the one before left open goes on with its quotation. */
static void continue_pending(machine *q) {
    uint32_t token = q->block->first_token;
    if (q->pending_age > 0) return;
    for (uint32_t i = 0; i < q->pending_count && token < q->block->end_token; i++, token++) {
        const cq_token *t = &q->tokens[token];
        if (t->kind != CQ_TOKEN_QUOTE || t->role != CQ_QUOTE_OPEN ||
            cq_mark_of_text(cq_token_text(q->block, t)).family != q->pending[i].family)
            break;
        q->out->at[q->pending[i].quotation].is_continued = true;
    }
}

/* ‘Abd al-Rahman: a mark of transliteration that nothing closes. */
static bool is_transliteration(const machine *q, const opened *o) {
    const cq_token *t = &q->tokens[o->token];
    const cq_token *behind = token_behind(q, o->token), *before = token_before(q, o->token);
    return o->family == CQ_MARK_CURLY_SINGLE && o->hand == CQ_MARK_LEFT && is_word(before) &&
           t->flags & CQ_TOKEN_GAP && is_word(behind) && behind->flags & CQ_TOKEN_UPPER_FIRST;
}

/* What only looked like a quotation's beginning. */
static void abandon_tentative(machine *q) {
    for (uint32_t i = 0; i < q->depth; i++) {
        opened *o = &q->stack[i];
        o->is_dropped = o->is_tentative || is_transliteration(q, o);
        if (o->is_dropped) drop(q, o);
    }
}

static bool has_quotations(const machine *q) {
    for (uint32_t i = q->first_quotation; i < q->out->len; i++)
        if (q->out->at[i].open_token != CQ_NO_TOKEN || q->out->at[i].close_token != CQ_NO_TOKEN)
            return true;
    return false;
}

/* So many blocks without quotations may lie between a quotation's first and last paragraph. */
#define OLDEST_PENDING 2

static void age_pending(machine *q) {
    if (++q->pending_age > OLDEST_PENDING) q->pending_count = 0;
}

static void end_block(machine *q) {
    abandon_tentative(q);
    if (!has_quotations(q)) {
        age_pending(q);
        return;
    }
    q->pending_count = 0;
    q->pending_age = 0;
    for (uint32_t i = 0; i < q->depth; i++) {
        if (!q->stack[i].is_dropped) q->pending[q->pending_count++] = q->stack[i];
    }
}

/* Takes dropped quotations out; what waits for the next block moves with them. */
static void compact(machine *q) {
    uint32_t kept = q->first_quotation, waiting = 0;
    for (uint32_t i = q->first_quotation; i < q->out->len; i++) {
        const cq_quotation *quotation = &q->out->at[i];
        if (quotation->open_token == CQ_NO_TOKEN && quotation->close_token == CQ_NO_TOKEN) continue;
        if (waiting < q->pending_count && q->pending[waiting].quotation == i)
            q->pending[waiting++].quotation = kept;
        q->out->at[kept++] = *quotation;
    }
    q->out->len = kept;
}

static bool is_lone_ditto(const machine *q) {
    return q->block->end_token - q->block->first_token == 1;
}

static void read_block(machine *q) {
    collect_marks(q);
    q->first_quotation = q->out->len;
    q->depth = 0;
    if (q->marks.len == 1 && is_lone_ditto(q))
        set_role(q, q->marks.at[0].token, CQ_QUOTE_NONE);
    else
        for (uint32_t i = 0; i < q->marks.len; i++) {
            q->upcoming[q->marks.at[i].family] = q->marks.at[i].next;
            settle(q, &q->marks.at[i]);
        }
    continue_pending(q);
    end_block(q);
    compact(q);
}

/* An alt text or a title stands beside the text, whose quotations go on behind it. */
static void read_aside(machine *q) {
    machine before = *q;
    q->pending_count = 0;
    read_block(q);
    memcpy(q->pending, before.pending, sizeof q->pending);
    q->pending_count = before.pending_count;
    q->pending_age = before.pending_age;
}

/* Depths and quoted tokens --------------------------------------------------------------------- */

/* The end of what a quotation holds, in tokens; its own start where it holds nothing for sure. */
static uint32_t reach_of(const cq_quotation *quotation, const cq_block *block) {
    if (quotation->open_token == CQ_NO_TOKEN) return quotation->close_token;
    if (quotation->close_token != CQ_NO_TOKEN) return quotation->close_token;
    return quotation->is_continued ? block->end_token : quotation->open_token;
}

/* The first token that a quotation holds for sure. */
static uint32_t start_of(const cq_quotation *quotation, const cq_block *block) {
    if (quotation->open_token != CQ_NO_TOKEN) return quotation->open_token + 1;
    return quotation->is_continued ? block->first_token : quotation->close_token;
}

static void mark_quoted(cq_token *tokens, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) tokens[i].flags |= CQ_TOKEN_QUOTED;
}

/* Quotations are in the order of their first marks and properly nested. */
static void set_depths(cq_quotations *out, const cq_blocks *blocks, cq_token *tokens) {
    uint32_t reaches[DEEPEST + 1], depth = 0, block = UINT32_MAX;
    for (uint32_t i = 0; i < out->len; i++) {
        cq_quotation *quotation = &out->at[i];
        if (quotation->block != block) depth = 0;
        block = quotation->block;
        uint32_t first =
            quotation->open_token != CQ_NO_TOKEN ? quotation->open_token : quotation->close_token;
        while (depth > 0 && reaches[depth - 1] <= first) depth--;
        quotation->depth = (uint8_t)(depth + 1);
        uint32_t reach = reach_of(quotation, &blocks->at[block]);
        if (depth == 0) mark_quoted(tokens, start_of(quotation, &blocks->at[block]), reach);
        if (depth < DEEPEST) reaches[depth++] = reach;
    }
}

static void forget_marks(cq_token *tokens, const cq_block *block) {
    for (uint32_t i = block->first_token; i < block->end_token; i++)
        tokens[i].flags &= (uint16_t) ~(CQ_TOKEN_QUOTED | CQ_TOKEN_MIXED);
}

uint32_t cq_quote_read_part(cq_quotations *out, cq_arena *arena, const cq_blocks *blocks,
                            cq_tokens *tokens, uint32_t first, uint32_t least_end) {
    machine q = {.out = out, .arena = arena, .tokens = tokens->at};
    cq_arena_init(&q.scratch);
    uint32_t i = first;
    for (; i < blocks->len; i++) {
        cq_block *block = &blocks->at[i];
        if (i >= least_end && block->is_fresh_start && !q.pending_count) break;
        block->is_fresh_start = !q.pending_count;
        forget_marks(tokens->at, block);
        q.block = block;
        q.block_index = i;
        if (block->kind == CQ_BLOCK_META)
            read_aside(&q);
        else
            read_block(&q);
    }
    cq_arena_release(&q.scratch);
    set_depths(out, blocks, tokens->at);
    return i;
}

void cq_quote_read(cq_quotations *out, cq_arena *arena, const cq_blocks *blocks,
                   cq_tokens *tokens) {
    cq_quote_read_part(out, arena, blocks, tokens, 0, blocks->len);
}
