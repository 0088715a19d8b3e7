/* A commit message as git hands it to an editor or a hook: a subject, paragraphs and lists as people
   write them in plain text, trailers at the end. Comment lines and the diff below the scissors are
   git's own and no part of the message. */
#include "text/markup.h"

#include "text/markup_line.h"
#include "text/markup_prose.h"
#include "text/markup_remark.h"

#define CODE_INDENT 4u /* columns */
#define DEEPEST_LIST 8u
#define LONGEST_MARK 16u /* bytes of core.commentString */
#define LONGEST_AREA 48u /* bytes of "area(part): " before a subject */

typedef struct reader {
    cq_block_writer writer;
    cq_str text;
    uint32_t end;       /* of the message: where the scissors cut */
    cq_str comment;     /* what a line of git's starts with */
    bool has_subject;   /* it was seen */
    bool is_after_item; /* indented lines go on with a list */
    bool is_fenced;     /* between two "```" */
    cq_arena scratch;
    CQ_ARRAY(cq_markup_line) lines; /* between two blank lines, without indentation */
} reader;

static const cq_str scissors = {" ------------------------ >8 ------------------------", 53};

static cq_str slice_line(const reader *r, cq_markup_line line) {
    return cq_str_slice(r->text, line.start, line.end);
}

static cq_str text_at(const reader *r, uint32_t at) {
    return slice_line(r, r->lines.at[at]);
}

static bool has_prefix(cq_str s, const char *prefix) {
    return cq_str_has_prefix(s, cq_str_of(prefix));
}

/* Git's lines ------------------------------------------------------------- */

/* Marks that git takes for its comments when the message has lines that start with "#". */
static bool is_comment_mark(char c) {
    return c && strchr(";@!$%^&|:", c);
}

static bool is_scissors(cq_str line) {
    return line.len > scissors.len && line.len <= scissors.len + LONGEST_MARK &&
           cq_str_has_suffix(line, scissors);
}

static bool is_marked(cq_str line) {
    return line.len && is_comment_mark(line.ptr[0]) &&
           (line.len == 1 || line.ptr[1] == ' ' || line.ptr[1] == '\t');
}

/* The mark of comments is "#", unless the scissors or the last two lines say otherwise. Only before the
   scissors one of several bytes is known. */
static void find_end(reader *r, uint32_t start) {
    cq_str last = {0}, before = {0};
    r->end = (uint32_t)r->text.len;
    r->comment = CQ_STR("#");
    for (uint32_t at = start; at < r->text.len;) {
        cq_markup_line line = cq_markup_line_at(r->text, at);
        cq_str written = slice_line(r, line);
        if (is_scissors(written)) {
            r->comment = cq_str_slice(written, 0, written.len - scissors.len);
            r->end = line.start;
            return;
        }
        if (written.len) {
            before = last;
            last = is_marked(written) ? cq_str_slice(written, 0, 1) : CQ_STR("");
        }
        at = line.next;
    }
    if (last.len && cq_str_is_equal(last, before)) r->comment = last;
}

/* Prose ------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Behind the code in backticks at `at`, or 0. */
static uint32_t find_code_end(const reader *r, uint32_t at, uint32_t end) {
    uint32_t width = 0;
    while (at + width < end && r->text.ptr[at + width] == '`') width++;
    for (uint32_t i = at + width, run = 0; i < end; i++) {
        run = r->text.ptr[i] == '`' ? run + 1 : 0;
        if (run == width && (i + 1 == end || r->text.ptr[i + 1] != '`')) return i + 1;
    }
    return 0;
}

/* Writes the word at `at`, with the name from the program in it as a placeholder. */
static uint32_t write_word(reader *r, cq_markup_prose *prose, uint32_t at, uint32_t end) {
    uint32_t start = at;
    while (at < end && !is_space(r->text.ptr[at]) && r->text.ptr[at] != '`') at++;
    cq_str name = cq_remark_find_name(cq_str_slice(r->text, start, at));
    if (name.len) {
        uint32_t offset = (uint32_t)(name.ptr - r->text.ptr);
        cq_markup_prose_omit(prose, CQ_INLINE_CODE, offset, offset + (uint32_t)name.len);
    }
    return at;
}

static void write_prose(reader *r, cq_markup_prose *prose, uint32_t at, uint32_t end) {
    bool is_barren = false; /* a backtick that nothing closes is text, and so are those behind it */
    while (at < end) {
        char c = r->text.ptr[at];
        if (is_space(c)) {
            at++;
        } else if (c == '`') {
            uint32_t close = is_barren ? 0 : find_code_end(r, at, end);
            is_barren |= !close;
            if (close) cq_markup_prose_omit(prose, CQ_INLINE_CODE, at, close);
            at = close ? close : at + 1;
        } else {
            at = write_word(r, prose, at, end);
        }
    }
    cq_markup_prose_copy(prose, end);
}

/* Writes lines [first, end) as one block whose text starts at `start`. */
static void write_block(reader *r, uint32_t first, uint32_t end, uint32_t start, cq_block_kind kind,
                        uint32_t depth) {
    cq_block_writer_begin(&r->writer, kind, depth, CQ_STR(""));
    cq_markup_prose prose = cq_markup_prose_begin(&r->writer, start);
    for (uint32_t i = first; i < end; i++) {
        cq_markup_line line = r->lines.at[i];
        uint32_t from = i == first ? start : cq_markup_line_indent(r->text, line);
        if (kind == CQ_BLOCK_QUOTE)
            while (from < line.end && strchr("> \t", r->text.ptr[from])) from++;
        if (i > first) cq_markup_prose_break(&prose, r->lines.at[i - 1].end, from);
        write_prose(r, &prose, from, line.end);
    }
    cq_markup_prose_end(&prose, r->lines.at[end - 1].end);
    cq_block_writer_end(&r->writer);
}

/* Subject ----------------------------------------------------------------- */

/* Behind "core/text: " or "feat(parser)!: ": it names a place, and what follows is the subject. */
static uint32_t skip_area(const reader *r, cq_markup_line line) {
    uint32_t at = line.start, start = at;
    while (at < line.end && at - start < LONGEST_AREA && r->text.ptr[at] != ':') at++;
    cq_str area = cq_str_slice(r->text, start, at);
    bool is_listed = false; /* "lua, cli: ", but no sentence before a colon */
    for (size_t i = 0; i < area.len; i++) {
        if (area.ptr[i] == ' ' && !is_listed) return start;
        is_listed = area.ptr[i] == ',';
    }
    if (!area.len || at + 1 >= line.end || r->text.ptr[at + 1] != ' ') return start;
    while (++at < line.end && r->text.ptr[at] == ' ')
        ;
    return at;
}

/* Subjects that git or a habit has made from another commit's. */
static bool is_made(cq_str subject) {
    return has_prefix(subject, "fixup! ") || has_prefix(subject, "squash! ") ||
           has_prefix(subject, "amend! ") || has_prefix(subject, "Merge branch ") ||
           has_prefix(subject, "Merge remote-tracking branch") ||
           has_prefix(subject, "Merge tag ") || has_prefix(subject, "Merge commit ") ||
           has_prefix(subject, "Merge pull request ") || has_prefix(subject, "Revert \"");
}

static void read_subject(reader *r) {
    cq_str subject = text_at(r, 0);
    r->has_subject = !has_prefix(subject, "amend! "); /* the next paragraph is the new one */
    if (!is_made(subject)) write_block(r, 0, 1, skip_area(r, r->lines.at[0]), CQ_BLOCK_HEADING, 1);
}

/* Trailers ---------------------------------------------------------------- */

/* The length of "Token" in "Token: value", or 0. */
static uint32_t measure_token(cq_str line) {
    uint32_t at = 0;
    while (at < line.len && ((line.ptr[at] | 0x20) >= 'a' && (line.ptr[at] | 0x20) <= 'z')) {
        at++;
        if (at < line.len && line.ptr[at] == '-') at++;
    }
    bool is_ended = at + 1 < line.len && line.ptr[at] == ':' && line.ptr[at + 1] == ' ';
    return is_ended ? at : 0;
}

static bool is_known_trailer(cq_str line) {
    static const char *const words[] = {
        "Fixes", "Closes", "Resolves", "Refs",       "Ref",    "Link",    "Issue",   "Bug",
        "Cc",    "CC",     "Links",    "Implements", "PR-URL", "Depends", "Relates", "Part",
        "Task",  "Ticket", "Jira",     "Reviewed",   "Fix",    NULL};
    uint32_t len = measure_token(line);
    cq_str token = cq_str_slice(line, 0, len);
    if (has_prefix(line, "(cherry picked from commit ")) return true;
    if (len && memchr(token.ptr, '-', len)) return true;
    for (const char *const *word = words; *word; word++)
        if (cq_str_is_equal(token, cq_str_of(*word))) return true;
    return false;
}

/* Lines [first, the stretch's end) are trailers, each with its indented continuation. */
static bool are_trailers(const reader *r, uint32_t first) {
    bool is_known = false;
    for (uint32_t i = first; i < r->lines.len; i++) {
        cq_str line = text_at(r, i);
        bool is_continued = i > first && line.len && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        is_known |= is_known_trailer(line);
        if (!is_continued && !measure_token(line) && !is_known_trailer(line)) return false;
    }
    return is_known;
}

/* Body -------------------------------------------------------------------- */

static uint32_t measure_indent(const reader *r, cq_markup_line line) {
    uint32_t columns = 0;
    for (uint32_t at = line.start; at < line.end; at++) {
        if (r->text.ptr[at] == '\t')
            columns += CODE_INDENT;
        else if (r->text.ptr[at] == ' ')
            columns++;
        else
            break;
    }
    return columns;
}

/* Where the text behind a bullet or number starts, or 0. */
static uint32_t find_item_text(const reader *r, uint32_t at) {
    cq_markup_line line = r->lines.at[at];
    uint32_t start = cq_markup_line_indent(r->text, line);
    char first = start < line.end ? r->text.ptr[start] : '\0';
    if (!first || !strchr("-*+0123456789\xE2", first)) return 0; /* nearly every line */
    cq_remark remark =
        cq_remark_read(cq_str_slice(r->text, start, line.end), CQ_REMARK_PLAIN, false);
    return remark.kind == CQ_REMARK_BULLET ? start + remark.text_start : 0;
}

static bool is_quoted(const reader *r, uint32_t at) {
    return has_prefix(text_at(r, at), ">");
}

/* Whether the line below an item's first is another item, or indented as the item's text is. */
static bool is_item_below(const reader *r, uint32_t at) {
    if (at + 1 >= r->lines.len) return false;
    cq_markup_line line = r->lines.at[at], next = r->lines.at[at + 1];
    uint32_t indent = cq_markup_line_indent(r->text, next) - next.start;
    return find_item_text(r, at + 1) || indent == find_item_text(r, at) - line.start;
}

/* Inside a paragraph a wrap may have brought a dash to the start of a line: it takes a colon before
   it, or a list below. */
static bool is_item_start(const reader *r, uint32_t first, uint32_t at, bool is_in_list) {
    if (!find_item_text(r, at)) return false;
    return at == first || is_in_list || cq_str_has_suffix(text_at(r, at - 1), CQ_STR(":")) ||
           is_item_below(r, at);
}

static bool is_code(const reader *r, uint32_t first, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t i = first; i < end; i++) count += cq_remark_is_code(cq_str_trim(text_at(r, i)));
    return count * 2 >= end - first;
}

static void write_item(reader *r, uint32_t first, uint32_t end) {
    uint32_t depth = 1 + measure_indent(r, r->lines.at[first]) / 2;
    write_block(r, first, end, find_item_text(r, first), CQ_BLOCK_LIST_ITEM,
                depth < DEEPEST_LIST ? depth : DEEPEST_LIST);
}

static void write_paragraph(reader *r, uint32_t first, uint32_t end) {
    uint32_t start = cq_markup_line_indent(r->text, r->lines.at[first]);
    if (is_quoted(r, first)) {
        while (start < r->lines.at[first].end && strchr("> \t", r->text.ptr[start])) start++;
        write_block(r, first, end, start, CQ_BLOCK_QUOTE, 1);
    } else if (!is_code(r, first, end)) {
        write_block(r, first, end, start, CQ_BLOCK_PARAGRAPH, 0);
    }
}

/* Writes the paragraph or item at line `first` and returns the line behind it. */
static uint32_t read_body_block(reader *r, uint32_t first, bool *is_in_list) {
    uint32_t end = first + 1;
    bool is_item = is_item_start(r, first, first, *is_in_list);
    *is_in_list |= is_item;
    while (end < r->lines.len && !is_item_start(r, first, end, *is_in_list) &&
           is_quoted(r, end) == is_quoted(r, first))
        end++;
    if (is_item)
        write_item(r, first, end);
    else
        write_paragraph(r, first, end);
    return end;
}

static bool is_indented_code(const reader *r, uint32_t first) {
    return !r->is_after_item && measure_indent(r, r->lines.at[first]) >= CODE_INDENT;
}

static void read_body(reader *r, uint32_t first) {
    bool is_in_list = false;
    if (first >= r->lines.len || are_trailers(r, first) || is_indented_code(r, first)) return;
    bool is_continued = r->is_after_item && measure_indent(r, r->lines.at[first]) > 0;
    while (first < r->lines.len) first = read_body_block(r, first, &is_in_list);
    r->is_after_item = is_in_list || is_continued;
}

/* Reads what was collected between two blank lines. */
static void read_stretch(reader *r) {
    if (!r->lines.len) return;
    bool is_first = !r->has_subject;
    if (is_first) read_subject(r);
    read_body(r, is_first);
    r->lines.len = 0;
}

static void read_line(reader *r, cq_markup_line line) {
    cq_str written = slice_line(r, line);
    if (cq_str_has_prefix(written, r->comment)) {
        cq_block_writer_comment(&r->writer, (cq_span){line.start, line.end});
        return;
    }
    if (has_prefix(cq_str_trim(written), "```")) {
        read_stretch(r);
        r->is_fenced = !r->is_fenced;
    } else if (r->is_fenced) {
        return;
    } else if (cq_markup_line_is_blank(r->text, line)) {
        read_stretch(r);
    } else {
        *CQ_ARRAY_PUSH(&r->scratch, &r->lines) = line;
    }
}

static bool read_commit(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    reader r = {.text = source->text};
    cq_block_writer_init(&r.writer, arena, source, out);
    cq_arena_init(&r.scratch);
    find_end(&r, source->body);
    for (uint32_t at = source->body; at < r.end;) {
        cq_markup_line line = cq_markup_line_at(r.text, at);
        read_line(&r, line);
        at = line.next;
    }
    read_stretch(&r);
    cq_block_writer_release(&r.writer);
    cq_arena_release(&r.scratch);
    return true;
}

static const char *const endings[] = {NULL};
static const char *const names[] = {"COMMIT_EDITMSG", "MERGE_MSG",     "SQUASH_MSG",
                                    "TAG_EDITMSG",    "NOTES_EDITMSG", NULL};

const cq_format cq_format_commit = {.name = "commit",
                                    .endings = endings,
                                    .names = names,
                                    .comment = {.begin = "# ", .end = ""},
                                    .read = read_commit};
