/* core/text/unicode: a few code points that anyone can check by eye, then all
 * 1,114,112 of them against the database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../unicode/ucd.h"
#include "text/unicode.h"

enum { CODE_POINTS = CQ_UNICODE_LAST + 1, MAX_REPORTS = 20 };

/* By eye ------------------------------------------------------------------ */

static void check_record(uint32_t cp, int word, int sentence, int category, int script, int flags) {
    const cq_unicode_record *r = cq_unicode_of(cp);
    assert_int_equal(r->word_break, word);
    assert_int_equal(r->sentence_break, sentence);
    assert_int_equal(r->category, category);
    assert_int_equal(r->script, script);
    assert_int_equal(r->flags, flags);
}

static void test_records(void **state) {
    (void)state;
    check_record('a', CQ_WB_ALETTER, CQ_SB_LOWER, CQ_GC_LL, CQ_SCRIPT_LATIN,
                 CQ_UNICODE_ALPHABETIC | CQ_UNICODE_LOWERCASE);
    check_record('7', CQ_WB_NUMERIC, CQ_SB_NUMERIC, CQ_GC_ND, CQ_SCRIPT_COMMON, 0);
    check_record(' ', CQ_WB_WSEGSPACE, CQ_SB_SP, CQ_GC_ZS, CQ_SCRIPT_COMMON,
                 CQ_UNICODE_WHITE_SPACE);
    check_record(0x0416, CQ_WB_ALETTER, CQ_SB_UPPER, CQ_GC_LU, CQ_SCRIPT_CYRILLIC,
                 CQ_UNICODE_ALPHABETIC | CQ_UNICODE_UPPERCASE); /* Zhe */
    check_record(0x0301, CQ_WB_EXTEND, CQ_SB_EXTEND, CQ_GC_MN, CQ_SCRIPT_INHERITED,
                 0); /* combining acute */
    check_record(0x05D0, CQ_WB_HEBREW_LETTER, CQ_SB_OLETTER, CQ_GC_LO, CQ_SCRIPT_HEBREW,
                 CQ_UNICODE_ALPHABETIC); /* alef */
    check_record(0x2019, CQ_WB_MIDNUMLET, CQ_SB_CLOSE, CQ_GC_PF, CQ_SCRIPT_COMMON,
                 CQ_UNICODE_QUOTATION_MARK); /* right single quotation mark */
    check_record(0x2014, CQ_WB_OTHER, CQ_SB_SCONTINUE, CQ_GC_PD, CQ_SCRIPT_COMMON,
                 CQ_UNICODE_DASH); /* em dash */
    check_record(0x6F22, CQ_WB_OTHER, CQ_SB_OLETTER, CQ_GC_LO, CQ_SCRIPT_HAN,
                 CQ_UNICODE_ALPHABETIC | CQ_UNICODE_WIDE);
    check_record(0x1F600, CQ_WB_OTHER, CQ_SB_OTHER, CQ_GC_SO, CQ_SCRIPT_COMMON,
                 CQ_UNICODE_WIDE | CQ_UNICODE_EMOJI_PICTOGRAPHIC); /* grinning face */
    check_record(0x00AD, CQ_WB_FORMAT, CQ_SB_FORMAT, CQ_GC_CF, CQ_SCRIPT_COMMON,
                 CQ_UNICODE_DEFAULT_IGNORABLE); /* soft hyphen */
}

static void test_outside(void **state) {
    (void)state;
    static const uint32_t outside[] = {0x0378, 0x110000, 0x110001, 0x1FFFFF, UINT32_MAX};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        check_record(outside[i], CQ_WB_OTHER, CQ_SB_OTHER, CQ_GC_CN, CQ_SCRIPT_OTHER, 0);
        assert_int_equal(cq_unicode_fold(outside[i]), outside[i]);
    }
    assert_int_equal(cq_unicode_of(0x10FFFD)->category, CQ_GC_CO);
    assert_int_equal(cq_unicode_of(0xD800)->category, CQ_GC_CS);
}

static void test_ascii(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp < 128; cp++)
        assert_memory_equal(&cq_unicode_ascii[cp], cq_unicode_of(cp), sizeof(cq_unicode_record));
}

static void test_case(void **state) {
    (void)state;
    static const struct {
        uint32_t cp, fold, upper, lower;
    } cases[] = {
        {'A', 'a', 'A', 'a'},
        {'z', 'z', 'Z', 'z'},
        {'@', '@', '@', '@'},
        {0x00C9, 0x00E9, 0x00C9, 0x00E9},     /* E acute */
        {0x00DF, 0x00DF, 0x00DF, 0x00DF},     /* sharp s */
        {0x1E9E, 0x00DF, 0x1E9E, 0x00DF},     /* capital sharp s */
        {0x00FF, 0x00FF, 0x0178, 0x00FF},     /* y diaeresis */
        {0x0130, 0x0130, 0x0130, 'i'},        /* dotted I: no C or S folding */
        {0x0131, 0x0131, 'I', 0x0131},        /* dotless i */
        {0x017F, 's', 'S', 0x017F},           /* long s */
        {0x01C5, 0x01C6, 0x01C4, 0x01C6},     /* title case Dz */
        {0x03C2, 0x03C3, 0x03A3, 0x03C2},     /* final sigma */
        {0x0436, 0x0436, 0x0416, 0x0436},     /* zhe */
        {0x212A, 'k', 0x212A, 'k'},           /* kelvin sign */
        {0x10400, 0x10428, 0x10400, 0x10428}, /* Deseret, four bytes in UTF-8 */
        {0x13A0, 0x13A0, 0x13A0, 0xAB70},     /* Cherokee folds to upper case */
        {0xAB70, 0x13A0, 0x13A0, 0xAB70},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(cq_unicode_fold(cases[i].cp), cases[i].fold);
        assert_int_equal(cq_unicode_to_upper(cases[i].cp), cases[i].upper);
        assert_int_equal(cq_unicode_to_lower(cases[i].cp), cases[i].lower);
    }
}

static void test_marks(void **state) {
    (void)state;
    assert_true(cq_unicode_is_mark(0x0300)); /* Mn */
    assert_true(cq_unicode_is_mark(0x0903)); /* Mc */
    assert_true(cq_unicode_is_mark(0x20DD)); /* Me */
    assert_false(cq_unicode_is_mark('a'));
    assert_false(cq_unicode_is_mark(0x02B0)); /* Lm */
    assert_false(cq_unicode_is_mark(0x0660)); /* Nd */
    assert_false(cq_unicode_is_mark(UINT32_MAX));
}

/* Against the database ---------------------------------------------------- */

/* An expected number for each code point. */
static int32_t expected[CODE_POINTS];

static void expect_nothing(int32_t value) {
    for (size_t cp = 0; cp < CODE_POINTS; cp++) expected[cp] = value;
}

static void expect_range(uint32_t first, uint32_t last, int32_t value) {
    assert_true(first <= last && last < CODE_POINTS);
    for (uint32_t cp = first; cp <= last; cp++) expected[cp] = value;
}

/* What the tables say, in the numbers of `expected`. */
typedef int32_t get_value(uint32_t cp);

static void compare_all(const char *what, get_value *get) {
    int failures = 0;
    for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
        if (get(cp) == expected[cp]) continue;
        if (failures++ < MAX_REPORTS)
            print_error("%s of U+%04X: is %ld, should be %ld\n", what, (unsigned)cp, (long)get(cp),
                        (long)expected[cp]);
    }
    assert_int_equal(failures, 0);
}

/* A name in the database's files and the number for it. */
typedef struct name {
    const char *text;
    int32_t value;
} name;

/* The number of a value's name; -1 where the list, ended by NULL, lacks it. */
static int32_t find_value(const name *names, const char *text) {
    for (; names->text; names++)
        if (strcmp(names->text, text) == 0) return names->value;
    return -1;
}

/* Reads "0041..005A ; Value # ..." into `expected`; skips other lines and values
 * that `names` lacks. */
static void expect_line(const char *line, const name *names) {
    unsigned first, last;
    char value[64];
    if (sscanf(line, "%x..%x ; %63[A-Za-z_]", &first, &last, value) != 3) {
        if (sscanf(line, "%x ; %63[A-Za-z_]", &first, value) != 2) return;
        last = first;
    }
    int32_t number = find_value(names, value);
    if (number >= 0) expect_range(first, last, number);
}

static void expect_file(const char *path, const name *names) {
    char line[4096];
    FILE *file = ucd_open(path);
    assert_non_null(file);
    expect_nothing(0);
    while (fgets(line, sizeof line, file)) expect_line(line, names);
    fclose(file);
}

static int32_t get_word_break(uint32_t cp) {
    return cq_unicode_of(cp)->word_break;
}

static void test_all_word_breaks(void **state) {
    (void)state;
    static const name names[] = {
        {"CR", CQ_WB_CR},
        {"LF", CQ_WB_LF},
        {"Newline", CQ_WB_NEWLINE},
        {"Extend", CQ_WB_EXTEND},
        {"ZWJ", CQ_WB_ZWJ},
        {"Format", CQ_WB_FORMAT},
        {"Regional_Indicator", CQ_WB_REGIONAL_INDICATOR},
        {"Katakana", CQ_WB_KATAKANA},
        {"Hebrew_Letter", CQ_WB_HEBREW_LETTER},
        {"ALetter", CQ_WB_ALETTER},
        {"Single_Quote", CQ_WB_SINGLE_QUOTE},
        {"Double_Quote", CQ_WB_DOUBLE_QUOTE},
        {"MidNumLet", CQ_WB_MIDNUMLET},
        {"MidLetter", CQ_WB_MIDLETTER},
        {"MidNum", CQ_WB_MIDNUM},
        {"Numeric", CQ_WB_NUMERIC},
        {"ExtendNumLet", CQ_WB_EXTENDNUMLET},
        {"WSegSpace", CQ_WB_WSEGSPACE},
        {NULL, 0},
    };
    if (!ucd_is_usable()) skip();
    expect_file("auxiliary/WordBreakProperty.txt", names);
    compare_all("Word_Break", get_word_break);
}

static int32_t get_sentence_break(uint32_t cp) {
    return cq_unicode_of(cp)->sentence_break;
}

static void test_all_sentence_breaks(void **state) {
    (void)state;
    static const name names[] = {
        {"CR", CQ_SB_CR},           {"LF", CQ_SB_LF},         {"Sep", CQ_SB_SEP},
        {"Extend", CQ_SB_EXTEND},   {"Format", CQ_SB_FORMAT}, {"Sp", CQ_SB_SP},
        {"Lower", CQ_SB_LOWER},     {"Upper", CQ_SB_UPPER},   {"OLetter", CQ_SB_OLETTER},
        {"Numeric", CQ_SB_NUMERIC}, {"ATerm", CQ_SB_ATERM},   {"SContinue", CQ_SB_SCONTINUE},
        {"STerm", CQ_SB_STERM},     {"Close", CQ_SB_CLOSE},   {NULL, 0},
    };
    if (!ucd_is_usable()) skip();
    expect_file("auxiliary/SentenceBreakProperty.txt", names);
    compare_all("Sentence_Break", get_sentence_break);
}

static int32_t get_script(uint32_t cp) {
    return cq_unicode_of(cp)->script;
}

static void test_all_scripts(void **state) {
    (void)state;
    static const name names[] = {
        {"Common", CQ_SCRIPT_COMMON},
        {"Inherited", CQ_SCRIPT_INHERITED},
        {"Latin", CQ_SCRIPT_LATIN},
        {"Greek", CQ_SCRIPT_GREEK},
        {"Cyrillic", CQ_SCRIPT_CYRILLIC},
        {"Armenian", CQ_SCRIPT_ARMENIAN},
        {"Georgian", CQ_SCRIPT_GEORGIAN},
        {"Hebrew", CQ_SCRIPT_HEBREW},
        {"Arabic", CQ_SCRIPT_ARABIC},
        {"Devanagari", CQ_SCRIPT_DEVANAGARI},
        {"Bengali", CQ_SCRIPT_BENGALI},
        {"Gurmukhi", CQ_SCRIPT_GURMUKHI},
        {"Gujarati", CQ_SCRIPT_GUJARATI},
        {"Tamil", CQ_SCRIPT_TAMIL},
        {"Telugu", CQ_SCRIPT_TELUGU},
        {"Kannada", CQ_SCRIPT_KANNADA},
        {"Malayalam", CQ_SCRIPT_MALAYALAM},
        {"Sinhala", CQ_SCRIPT_SINHALA},
        {"Thai", CQ_SCRIPT_THAI},
        {"Lao", CQ_SCRIPT_LAO},
        {"Khmer", CQ_SCRIPT_KHMER},
        {"Myanmar", CQ_SCRIPT_MYANMAR},
        {"Tibetan", CQ_SCRIPT_TIBETAN},
        {"Ethiopic", CQ_SCRIPT_ETHIOPIC},
        {"Han", CQ_SCRIPT_HAN},
        {"Hiragana", CQ_SCRIPT_HIRAGANA},
        {"Katakana", CQ_SCRIPT_KATAKANA},
        {"Bopomofo", CQ_SCRIPT_BOPOMOFO},
        {"Hangul", CQ_SCRIPT_HANGUL},
        {NULL, 0},
    };
    if (!ucd_is_usable()) skip();
    expect_file("Scripts.txt", names);
    compare_all("Script", get_script);
}

static int32_t wanted_flag;

static int32_t get_flag(uint32_t cp) {
    return cq_unicode_has(cp, (unsigned)wanted_flag) ? wanted_flag : 0;
}

static void check_flag(int32_t flag, const char *path, const char *property, const char *other) {
    const name names[] = {{property, flag}, {other ? other : property, flag}, {NULL, 0}};
    wanted_flag = flag;
    expect_file(path, names);
    compare_all(property, get_flag);
}

static void test_all_flags(void **state) {
    (void)state;
    static const char core[] = "DerivedCoreProperties.txt";
    if (!ucd_is_usable()) skip();
    check_flag(CQ_UNICODE_ALPHABETIC, core, "Alphabetic", NULL);
    check_flag(CQ_UNICODE_UPPERCASE, core, "Uppercase", NULL);
    check_flag(CQ_UNICODE_LOWERCASE, core, "Lowercase", NULL);
    check_flag(CQ_UNICODE_DEFAULT_IGNORABLE, core, "Default_Ignorable_Code_Point", NULL);
    check_flag(CQ_UNICODE_WHITE_SPACE, "PropList.txt", "White_Space", NULL);
    check_flag(CQ_UNICODE_DASH, "PropList.txt", "Dash", NULL);
    check_flag(CQ_UNICODE_QUOTATION_MARK, "PropList.txt", "Quotation_Mark", NULL);
    check_flag(CQ_UNICODE_WIDE, "EastAsianWidth.txt", "W", "F");
    check_flag(CQ_UNICODE_EMOJI_PICTOGRAPHIC, "emoji/emoji-data.txt", "Extended_Pictographic",
               NULL);
}

/* A line of UnicodeData.txt. */
typedef struct character {
    uint32_t cp;
    bool is_first; /* of a range whose last code point is the next line */
    char category[3];
    uint32_t upper;
    uint32_t lower;
} character;

/* Field `index` of a line; it ends at the next semicolon. */
static const char *find_field(const char *line, int index) {
    for (; index > 0; index--) {
        line = strchr(line, ';');
        assert_non_null(line);
        line++;
    }
    return line;
}

static uint32_t read_mapping(const char *line, int index, uint32_t cp) {
    const char *field = find_field(line, index);
    return *field == ';' ? cp : (uint32_t)strtoul(field, NULL, 16);
}

static bool read_character(FILE *file, character *out) {
    char line[4096];
    if (!fgets(line, sizeof line, file)) return false;
    out->cp = (uint32_t)strtoul(line, NULL, 16);
    out->is_first = strstr(line, ", First>;") != NULL;
    memcpy(out->category, find_field(line, 2), 2);
    out->upper = read_mapping(line, 12, out->cp);
    out->lower = read_mapping(line, 13, out->cp);
    return true;
}

static FILE *open_unicode_data(void) {
    if (!ucd_is_usable()) skip();
    FILE *file = ucd_open("UnicodeData.txt");
    assert_non_null(file);
    return file;
}

static int32_t get_category(uint32_t cp) {
    return cq_unicode_of(cp)->category;
}

static void test_all_categories(void **state) {
    (void)state;
    static const name names[] = {
        {"Lu", CQ_GC_LU}, {"Ll", CQ_GC_LL}, {"Lt", CQ_GC_LT}, {"Lm", CQ_GC_LM}, {"Lo", CQ_GC_LO},
        {"Mn", CQ_GC_MN}, {"Mc", CQ_GC_MC}, {"Me", CQ_GC_ME}, {"Nd", CQ_GC_ND}, {"Nl", CQ_GC_NL},
        {"No", CQ_GC_NO}, {"Pc", CQ_GC_PC}, {"Pd", CQ_GC_PD}, {"Ps", CQ_GC_PS}, {"Pe", CQ_GC_PE},
        {"Pi", CQ_GC_PI}, {"Pf", CQ_GC_PF}, {"Po", CQ_GC_PO}, {"Sm", CQ_GC_SM}, {"Sc", CQ_GC_SC},
        {"Sk", CQ_GC_SK}, {"So", CQ_GC_SO}, {"Zs", CQ_GC_ZS}, {"Zl", CQ_GC_ZL}, {"Zp", CQ_GC_ZP},
        {"Cc", CQ_GC_CC}, {"Cf", CQ_GC_CF}, {"Cs", CQ_GC_CS}, {"Co", CQ_GC_CO}, {NULL, 0},
    };
    FILE *file = open_unicode_data();
    character c = {0};
    expect_nothing(CQ_GC_CN);
    while (read_character(file, &c)) {
        uint32_t first = c.cp;
        if (c.is_first) assert_true(read_character(file, &c));
        expect_range(first, c.cp, find_value(names, c.category));
    }
    fclose(file);
    compare_all("General_Category", get_category);
}

static void expect_itself(void) {
    for (int32_t cp = 0; cp < CODE_POINTS; cp++) expected[cp] = cp;
}

static int32_t get_upper(uint32_t cp) {
    return (int32_t)cq_unicode_to_upper(cp);
}

static void test_all_upper(void **state) {
    (void)state;
    FILE *file = open_unicode_data();
    character c = {0};
    expect_itself();
    while (read_character(file, &c)) expected[c.cp] = (int32_t)c.upper;
    fclose(file);
    compare_all("Simple_Uppercase_Mapping", get_upper);
}

static int32_t get_lower(uint32_t cp) {
    return (int32_t)cq_unicode_to_lower(cp);
}

static void test_all_lower(void **state) {
    (void)state;
    FILE *file = open_unicode_data();
    character c = {0};
    expect_itself();
    while (read_character(file, &c)) expected[c.cp] = (int32_t)c.lower;
    fclose(file);
    compare_all("Simple_Lowercase_Mapping", get_lower);
}

static int32_t get_fold(uint32_t cp) {
    return (int32_t)cq_unicode_fold(cp);
}

static void test_all_fold(void **state) {
    (void)state;
    char line[4096];
    if (!ucd_is_usable()) skip();
    FILE *file = ucd_open("CaseFolding.txt");
    assert_non_null(file);
    expect_itself();
    while (fgets(line, sizeof line, file)) {
        unsigned cp, fold;
        char status;
        if (sscanf(line, "%x; %c; %x;", &cp, &status, &fold) == 3 &&
            (status == 'C' || status == 'S'))
            expected[cp] = (int32_t)fold;
    }
    fclose(file);
    compare_all("Simple_Case_Folding", get_fold);
}

/* Folding twice is folding once: interned words rely on it. */
static void test_fold_is_stable(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp < CODE_POINTS; cp++)
        assert_true(cq_unicode_fold(cq_unicode_fold(cp)) == cq_unicode_fold(cp));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_outside),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_all_word_breaks),
        cmocka_unit_test(test_all_sentence_breaks),
        cmocka_unit_test(test_all_scripts),
        cmocka_unit_test(test_all_flags),
        cmocka_unit_test(test_all_categories),
        cmocka_unit_test(test_all_upper),
        cmocka_unit_test(test_all_lower),
        cmocka_unit_test(test_all_fold),
        cmocka_unit_test(test_fold_is_stable),
    };
    return cmocka_run_group_tests_name("unicode", tests, NULL, NULL);
}
