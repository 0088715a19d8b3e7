/* Texts that clients edit: after any edits, lines and positions are what a look at the whole text says. */
#include "plugins/lsp/text.h"

#include "cmocka_first.h"
#include "edit_fixture.h"

static const cq_lsp_encoding encodings[] = {CQ_LSP_UTF8, CQ_LSP_UTF16, CQ_LSP_UTF32};

/* Units of a character by its first byte. */
static uint32_t units_of(unsigned char first, cq_lsp_encoding encoding) {
    uint32_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (encoding == CQ_LSP_UTF8) return length;
    return encoding == CQ_LSP_UTF16 && length == 4 ? 2 : 1;
}

/* The position of an offset, counted from the text's start. */
static cq_lsp_position count_position(cq_str text, uint32_t offset, cq_lsp_encoding encoding) {
    cq_lsp_position at = {0, 0};
    for (uint32_t i = 0; i < offset; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool ends = c == '\n' || (c == '\r' && (i + 1 == text.len || text.ptr[i + 1] != '\n'));
        if (ends)
            at = (cq_lsp_position){at.line + 1, 0};
        else if ((c & 0xC0) != 0x80)
            at.character += units_of(c, encoding);
    }
    return at;
}

static bool is_inside_pair(cq_str text, uint32_t offset) {
    return offset > 0 && offset < text.len && text.ptr[offset - 1] == '\r' &&
           text.ptr[offset] == '\n';
}

static uint32_t roll_offset(edit_fixture *f, cq_str text) {
    uint32_t at = roll(f, (uint32_t)text.len + 1);
    while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80) at++;
    return at;
}

static void expect_position(cq_lsp_position found, cq_lsp_position expected) {
    assert_int_equal(found.line, expected.line);
    assert_int_equal(found.character, expected.character);
}

/* There and back, from a few places. */
static void check_positions(edit_fixture *f, const cq_lsp_text *text) {
    cq_str bytes = cq_buf_get(&text->bytes);
    for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++) {
        cq_lsp_cursor cursor = cq_lsp_cursor_begin(text, encodings[e]);
        for (int i = 0; i < 4; i++) {
            uint32_t offset = roll_offset(f, bytes);
            cq_lsp_position at = count_position(bytes, offset, encodings[e]);
            expect_position(cq_lsp_cursor_move(&cursor, offset), at);
            /* between CR and LF a line has ended already */
            uint32_t back = is_inside_pair(bytes, offset) ? offset - 1 : offset;
            assert_int_equal(cq_lsp_text_offset(text, at, encodings[e]), back);
        }
    }
}

static void test_random_edits(void **state) {
    (void)state;
    edit_fixture f;
    cq_lsp_text text = {0}, fresh = {0};
    edit_begin(&f);
    cq_lsp_text_set(&text, cq_buf_get(&f.text));
    for (int i = 0; i < edit_count(); i++) {
        edit_step(&f);
        cq_lsp_text_replace(&text, f.at, f.put);
        cq_lsp_text_set(&fresh, cq_buf_get(&f.text));
        bool is_same = cq_str_is_equal(cq_buf_get(&text.bytes), cq_buf_get(&f.text)) &&
                       text.line_count == fresh.line_count &&
                       memcmp(text.lines, fresh.lines, text.line_count * sizeof *text.lines) == 0;
        if (!is_same) {
            edit_print(&f, i, "tests/unit/test_lsp_text");
            fail();
        }
        check_positions(&f, &text);
    }
    cq_lsp_text_release(&text);
    cq_lsp_text_release(&fresh);
    edit_end(&f);
}

static uint32_t offset_of(const char *bytes, uint32_t line, uint32_t character) {
    cq_lsp_text text = {0};
    cq_lsp_text_set(&text, cq_str_of(bytes));
    uint32_t offset = cq_lsp_text_offset(&text, (cq_lsp_position){line, character}, CQ_LSP_UTF16);
    cq_lsp_text_release(&text);
    return offset;
}

static void test_outside(void **state) {
    (void)state;
    assert_int_equal(offset_of("ab\r\ncd", 0, 99), 2); /* the line's end, in front of CR */
    assert_int_equal(offset_of("ab\r\ncd", 9, 0), 6);
    assert_int_equal(offset_of("", 0, 5), 0);
    assert_int_equal(offset_of("ab\n", 1, 0), 3);
    assert_int_equal(offset_of("\xF0\x9F\x98\x80x", 0, 1), 0); /* inside of a pair */
    assert_int_equal(offset_of("\xF0\x9F\x98\x80x", 0, 2), 4);
    assert_int_equal(offset_of("ab", UINT32_MAX, UINT32_MAX), 2);
}

static void test_empty(void **state) {
    (void)state;
    cq_lsp_text text = {0};
    cq_lsp_text_set(&text, CQ_STR(""));
    cq_lsp_text_replace(&text, (cq_span){0, 0}, CQ_STR(""));
    assert_int_equal(text.bytes.len, 0);
    assert_int_equal(text.line_count, 1);
    cq_lsp_text_replace(&text, (cq_span){0, 0}, CQ_STR("a\nb"));
    assert_int_equal(text.line_count, 2);
    cq_lsp_text_replace(&text, (cq_span){0, 3}, CQ_STR(""));
    assert_int_equal(text.line_count, 1);
    cq_lsp_text_release(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_edits),
        cmocka_unit_test(test_outside),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
