#include "text/markup_cue.h"

#include "text/char_class.h"
#include "text/markup_entity.h"
#include "text/markup_line.h"
#include "text/markup_prose.h"
#include "text/unicode.h"

#define MOST_CUES 12u       /* of one sentence; a song without stops ends here */
#define LONGEST_PAUSE 3000u /* milliseconds between two cues of one sentence */
#define LONGEST_SPEAKER 32u /* bytes of "ANN: " */
#define LONGEST_ENDING 64u  /* bytes */

typedef struct reader {
    cq_block_writer writer;
    cq_markup_prose prose;
    cq_str text;
    cq_cue_dialect dialect;
    uint32_t cues;                 /* in the open block */
    uint32_t end;                  /* behind the last line that was written in the open block */
    bool is_new_cue;               /* the next line is the first one of its cue */
    uint32_t start_time, end_time; /* of the cue, milliseconds */
    uint32_t last_time;            /* the end of the one before it */
    cq_str voice;                  /* the tag that names who speaks, or empty */
    uint32_t barren;               /* nothing closes a tag before this offset */
} reader;

static char byte_at(const reader *r, uint32_t at) {
    return at < r->text.len ? r->text.ptr[at] : '\0';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static cq_str slice_line(const reader *r, cq_markup_line line) {
    return cq_str_trim(cq_str_slice(r->text, line.start, line.end));
}

/* Times ------------------------------------------------------------------- */

/* Reads "01:02:03,456", "02:03.456" and moves *at behind it. */
static bool read_time(cq_str s, size_t *at, uint32_t *milliseconds) {
    uint64_t parts[4] = {0};
    uint32_t count = 0;
    for (;;) {
        size_t start = *at;
        for (; *at < s.len && is_digit(s.ptr[*at]); ++*at)
            parts[count] = (parts[count] * 10 + (uint64_t)(s.ptr[*at] - '0')) % 1000000;
        if (*at == start) return false;
        if (++count == 4 || *at >= s.len || !strchr(":,.", s.ptr[*at])) break;
        ++*at;
    }
    if (count < 3) return false;
    uint64_t hours = count == 4 ? parts[0] : 0;
    uint64_t minutes = parts[count - 3], seconds = parts[count - 2];
    *milliseconds =
        (uint32_t)(((hours % 1000 * 60 + minutes) * 60 + seconds) * 1000 + parts[count - 1]);
    return true;
}

/* Whether a line is "TIME --> TIME", with or without settings behind it. */
static bool read_times(cq_str line, uint32_t *start, uint32_t *end) {
    size_t at = 0;
    if (!line.len || !is_digit(line.ptr[0]) || !read_time(line, &at, start)) return false;
    while (at < line.len && line.ptr[at] == ' ') at++;
    if (!cq_str_has_prefix(cq_str_slice(line, at, line.len), CQ_STR("-->"))) return false;
    for (at += 3; at < line.len && line.ptr[at] == ' '; at++)
        ;
    return read_time(line, &at, end);
}

static bool is_times(cq_str line) {
    uint32_t start, end;
    return read_times(line, &start, &end);
}

/* Joining ----------------------------------------------------------------- */

static bool is_sentence_end(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x061F || c == 0x0964 || c == ':';
}

static bool is_closing(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == 0x2019 || c == 0x201C || c == 0x201D ||
           c == 0xBB || c == '>' || c == ' ' || c == '\r' || c == '\n';
}

static bool is_music(uint32_t c) {
    return c == 0x266A || c == 0x266B || c == '#';
}

/* The last of what was said, as far as it matters for how it ends. */
static cq_str slice_ending(const reader *r, uint32_t end) {
    return cq_str_slice(r->text, end > LONGEST_ENDING ? end - LONGEST_ENDING : 0, end);
}

/* The last character that is no closing mark or tag. */
static uint32_t find_last_char(cq_str said) {
    while (said.len) {
        uint32_t length, c = cq_char_before(said, said.len, &length);
        size_t open = c == '>' ? cq_str_find_last(said, '<') : SIZE_MAX;
        if (open != SIZE_MAX)
            said.len = open;
        else if (is_closing(c))
            said.len -= length;
        else
            return c;
    }
    return 0;
}

/* A sentence in a script with two cases goes on until something stops it. Others leave out stops,
   and there only a comma says that more follows. */
static bool is_unfinished(uint32_t last, uint32_t next) {
    if (is_sentence_end(last) || is_music(last)) return false;
    if (last == ',' || last == ';' || last == 0xFF0C || last == 0x3001) return true;
    if (last == 0x2026 || last == '-' || last == 0x2013 || last == 0x2014)
        return cq_unicode_of(next)->sentence_break == CQ_SB_LOWER;
    uint8_t class = cq_unicode_of(last)->sentence_break;
    return class == CQ_SB_LOWER || class == CQ_SB_UPPER || class == CQ_SB_NUMERIC;
}

/* Whether the line at `at` goes on with what the open block says. */
static bool is_continued(const reader *r, uint32_t at) {
    if (!cq_block_writer_is_open(&r->writer)) return false;
    uint32_t next = cq_char_at(r->text, at, NULL);
    if (is_music(next) || next == '[' || next == '(') return false;
    if (!r->is_new_cue) return true;
    if (r->cues >= MOST_CUES) return false;
    if (r->start_time > r->last_time + LONGEST_PAUSE) return false;
    cq_str said = slice_ending(r, r->end);
    bool is_ellipsis = cq_str_has_suffix(cq_str_trim(said), CQ_STR("..."));
    return is_unfinished(is_ellipsis ? 0x2026 : find_last_char(said), next);
}

/* Lines ------------------------------------------------------------------- */

/* Behind the tag or override at `at`, or 0. */
static uint32_t find_tag_end(reader *r, uint32_t at, uint32_t end) {
    char second = byte_at(r, at + 1), close = byte_at(r, at) == '<' ? '>' : '}';
    bool is_tag = close == '}' ? second == '\\'
                               : second == '/' || is_digit(second) ||
                                     (cq_char_class_of(second) & CQ_CHAR_LETTER);
    if (!is_tag || at < r->barren) return 0;
    for (uint32_t i = at; i < end; i++)
        if (r->text.ptr[i] == close) return i + 1;
    r->barren = end;
    return 0;
}

/* <i>, <b>: what they do to the text. */
static void apply_tag(reader *r, cq_str tag) {
    bool is_end = tag.len > 2 && tag.ptr[1] == '/';
    char name = tag.len > 2 ? (char)(tag.ptr[1 + is_end] | 0x20) : '\0';
    char behind = tag.len > 2u + is_end ? tag.ptr[2 + is_end] : '\0';
    uint8_t bits = r->writer.emphasis;
    uint8_t bit = name == 'i' ? CQ_EMPHASIS_STRESSED : name == 'b' ? CQ_EMPHASIS_STRONG : 0;
    if (behind != '>' && behind != '.') return;
    cq_block_writer_emphasise(&r->writer, is_end ? bits & (uint8_t)~bit : bits | bit);
}

/* The tags in [start, end) that stand before a block's first word. */
static void apply_tags(reader *r, uint32_t start, uint32_t end) {
    while (start < end) {
        char c = r->text.ptr[start];
        uint32_t tag_end = c == '<' || c == '{' ? find_tag_end(r, start, end) : 0;
        if (tag_end) apply_tag(r, cq_str_slice(r->text, start, tag_end));
        start = tag_end ? tag_end : start + 1;
    }
}

static uint32_t write_reference(reader *r, uint32_t at, uint32_t end) {
    cq_markup_entity entity;
    uint32_t length = 0;
    if (r->dialect == CQ_CUE_VTT)
        length = cq_markup_entity_read(cq_str_slice(r->text, at, end), false, &entity);
    if (!length) return at + 1;
    cq_markup_prose_replace(&r->prose, cq_markup_entity_text(&entity), at, at + length);
    return at + length;
}

static void write_words(reader *r, uint32_t at, uint32_t end) {
    while (at < end) {
        char c = r->text.ptr[at];
        uint32_t tag_end = c == '<' || c == '{' ? find_tag_end(r, at, end) : 0;
        if (tag_end) {
            cq_markup_prose_hide(&r->prose, at, tag_end);
            apply_tag(r, cq_str_slice(r->text, at, tag_end));
            at = tag_end;
        } else {
            at = c == '&' ? write_reference(r, at, end) : at + 1;
        }
    }
    cq_markup_prose_copy(&r->prose, end);
}

static void finish_block(reader *r) {
    if (!cq_block_writer_is_open(&r->writer)) return;
    cq_markup_prose_end(&r->prose, r->end);
    cq_block_writer_emphasise(&r->writer, 0);
    cq_block_writer_end(&r->writer);
}

static void start_block(reader *r, cq_block_kind kind, uint32_t at) {
    finish_block(r);
    cq_block_writer_begin(&r->writer, kind, 0, CQ_STR(""));
    r->prose = cq_markup_prose_begin(&r->writer, at);
    r->cues = 0;
}

/* "<v Ann>", and somebody else spoke before. */
static bool is_other_voice(reader *r, cq_str tag) {
    if (!cq_str_has_prefix(tag, CQ_STR("<v")) || cq_str_is_equal(tag, r->voice)) return false;
    r->voice = tag;
    return true;
}

/* Behind tags, spaces, and the dash before what another speaker says. */
static uint32_t skip_opening(reader *r, cq_markup_line line, bool *is_other) {
    uint32_t at = line.start;
    for (;;) {
        uint32_t length, c = at < line.end ? cq_char_at(r->text, at, &length) : 0;
        uint32_t tag_end = c == '<' || c == '{' ? find_tag_end(r, at, line.end) : 0;
        if (tag_end) {
            *is_other |= is_other_voice(r, cq_str_slice(r->text, at, tag_end));
            at = tag_end;
        } else if (c == ' ' || c == '\t') {
            at++;
        } else if ((c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014) && !*is_other &&
                   !is_digit(byte_at(r, at + length)) && byte_at(r, at + length) != '-') {
            *is_other = true;
            at += length;
        } else {
            return at;
        }
    }
}

/* Behind "ANN: ", or `at`. */
static uint32_t skip_speaker(const reader *r, uint32_t at, uint32_t end) {
    uint32_t start = at, letters = 0;
    while (at < end && at - start < LONGEST_SPEAKER) {
        uint32_t length, c = cq_char_at(r->text, at, &length);
        if (c == ':') break;
        if (!cq_char_is_upper(c) && !strchr(" .'-#0123456789", (int)(c < 0x80 ? c : 'a')))
            return start;
        letters += cq_char_is_upper(c);
        at += length;
    }
    bool is_named = letters >= 2 && at < end && r->text.ptr[at] == ':' && byte_at(r, at + 1) == ' ';
    return is_named ? at + 2 : start;
}

/* "[door opens]": said by nobody. */
static bool is_description(cq_str line) {
    size_t last = line.len ? line.len - 1 : 0;
    return line.len > 2 && ((line.ptr[0] == '[' && line.ptr[last] == ']') ||
                            (line.ptr[0] == '(' && line.ptr[last] == ')'));
}

static void read_said(reader *r, cq_markup_line line) {
    bool is_other = false;
    uint32_t at = skip_opening(r, line, &is_other), said = skip_speaker(r, at, line.end);
    bool is_described = is_description(slice_line(r, line));
    if (at == line.end) return;
    if (is_described || is_other || said > at || !is_continued(r, at)) {
        start_block(r, is_described ? CQ_BLOCK_CAPTION : CQ_BLOCK_PARAGRAPH, said);
        apply_tags(r, line.start, at);
    } else {
        cq_markup_prose_break(&r->prose, r->end, line.start);
    }
    write_words(r, r->prose.kept, line.end);
    r->cues += r->is_new_cue;
    r->is_new_cue = false;
    r->end = line.end;
    if (is_described) finish_block(r);
}

/* Cues -------------------------------------------------------------------- */

static cq_markup_line next_line(const reader *r, cq_markup_line line) {
    return cq_markup_line_at(r->text, line.next);
}

/* Whether the line is the number or name of the cue whose times follow. */
static bool is_name(const reader *r, cq_markup_line line) {
    return line.next < r->text.len && is_times(slice_line(r, next_line(r, line)));
}

/* Skips a header, note or style sheet: all lines up to a blank one. */
static uint32_t skip_paragraph(const reader *r, cq_markup_line line) {
    while (line.next < r->text.len && !cq_markup_line_is_blank(r->text, line))
        line = next_line(r, line);
    return line.next;
}

static bool is_aside(cq_str line) {
    static const char *const words[] = {"WEBVTT", "NOTE", "STYLE", "REGION"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        cq_str word = cq_str_of(words[i]);
        if (cq_str_has_prefix(line, word) &&
            (line.len == word.len || line.ptr[word.len] == ' ' || line.ptr[word.len] == '\t'))
            return true;
    }
    return false;
}

/* Reads the line at `at` outside of a cue's text and returns where to read on; *is_said: from there
   on somebody speaks. */
static uint32_t read_between(reader *r, cq_markup_line line, bool *is_said) {
    cq_str written = slice_line(r, line);
    uint32_t start, end;
    if (r->dialect == CQ_CUE_VTT && is_aside(written)) {
        uint32_t next = skip_paragraph(r, line);
        if (cq_str_has_prefix(written, CQ_STR("NOTE")))
            cq_block_writer_comment(&r->writer, (cq_span){line.start + 4, next});
        return next;
    }
    if (!read_times(written, &start, &end)) return line.next;
    r->last_time = r->end_time;
    r->start_time = start;
    r->end_time = end;
    r->is_new_cue = *is_said = true;
    return line.next;
}

static uint32_t read_cue_line(reader *r, cq_markup_line line, bool *is_said) {
    bool is_blank = cq_markup_line_is_blank(r->text, line);
    if (is_times(slice_line(r, line)) || is_name(r, line) ||
        (is_blank && r->dialect == CQ_CUE_VTT)) {
        *is_said = false;
        return line.start;
    }
    if (!is_blank) read_said(r, line);
    return line.next;
}

void cq_markup_cue_read(cq_blocks *out, cq_arena *arena, const cq_source *source,
                        cq_cue_dialect dialect) {
    reader r = {.text = source->text, .dialect = dialect};
    bool is_said = false;
    cq_block_writer_init(&r.writer, arena, source, out);
    for (uint32_t at = source->body; at < r.text.len;) {
        cq_markup_line line = cq_markup_line_at(r.text, at);
        at = is_said ? read_cue_line(&r, line, &is_said) : read_between(&r, line, &is_said);
    }
    finish_block(&r);
    cq_block_writer_release(&r.writer);
}
