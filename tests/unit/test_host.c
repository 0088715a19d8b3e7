/* The host: finding and checking rule files, levels, running rules, budgets. */
#include "host_fixture.h"

static void test_ids(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "second", "swap = { a = 'b' }", "");
    write_file(
        &f, "en/first.lua",
        "return { api = 1, summary = 's', why = 'w', level = 'off', mqm = 'm', forbid = 'a', "
        "bad = { '<<a>>' }, good = { 'b' }, formerly = 'en/oldest' }");
    write_file(
        &f, "own.lua",
        "return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'm', forbid = 'a', "
        "bad = { '<<a>>' }, good = { 'b' }, source = 'es' }");
    write_file(&f, "german.lua",
               "return { api = 1, language = 'de', summary = 's', why = 'w', level = 'hint', mqm = "
               "'m', forbid = 'a', bad = { '<<a>>' }, good = { 'b' } }");
    write_file(&f, "en/x/_helper.lua", "error 'never run'");
    write_file(&f, "en/_folder/rule.lua", "error 'never run'");
    write_file(&f, "en/.hidden/rule.lua", "error 'never run'");
    write_file(&f, "en/notes.txt", "no rule");
    open_host(&f);
    assert_no_troubles(&f);
    uint32_t count;
    const cq_rule *rules = cq_host_rules(f.host, &count);
    assert_int_equal(count, 4);
    assert_string_equal(rules[0].id.ptr, "any/own");
    assert_string_equal(rules[1].id.ptr, "de/german");
    assert_string_equal(rules[2].id.ptr, "en/first");
    assert_string_equal(rules[3].id.ptr, "en/second");
    assert_string_equal(rules[3].group.ptr, "x");
    assert_int_equal(rules[2].group.len, 0);
    assert_int_equal(rules[3].index, 3);
    assert_string_equal(rules[0].sources.at[0].ptr, "es");
    assert_string_equal(rules[3].origin.ptr + strlen(f.folder), "/en/x/second.lua");
    assert_int_equal(rules[2].level, CQ_LEVEL_OFF);
    assert_ptr_equal(cq_host_rule(f.host, CQ_STR("en/oldest")), &rules[2]);
    assert_null(cq_host_rule(f.host, CQ_STR("en/none")));
    end_fixture(&f);
}

static void test_levels(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "one", "forbid = { 'one' }", "");
    write_rule(&f, "two", "forbid = { 'two' }, level = 'off'", "");
    write_file(&f, "en/y/deep/three.lua",
               "return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'm', forbid = "
               "'three', bad = { '<<a>>' }, good = { 'b' } }");
    open_host(&f);
    assert_string_equal(lint(&f, "One two three."), "en/one[One]summary\nen/three[three]s");
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("*"), CQ_LEVEL_OFF), 3);
    assert_string_equal(lint(&f, "One two three."), "");
    assert_int_equal(cq_host_restore_level(f.host, CQ_STR("en/two")), 1);
    assert_int_equal(cq_host_rule(f.host, CQ_STR("en/two"))->level, CQ_LEVEL_WARNING);
    assert_string_equal(lint(&f, "One two three."), "en/two[two]summary");
    assert_int_equal(cq_host_restore_level(f.host, CQ_STR("en/y/deep")), 1);
    assert_int_equal(cq_host_rule(f.host, CQ_STR("en/three"))->level, CQ_LEVEL_HINT);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("en/y"), CQ_LEVEL_ERROR), 1);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("en/*"), CQ_LEVEL_ERROR), 3);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("en/x/*"), CQ_LEVEL_ERROR), 2);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("en/ye"), CQ_LEVEL_ERROR), 0);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("en/x/on"), CQ_LEVEL_ERROR), 0);
    assert_int_equal(cq_host_set_level(f.host, CQ_STR("de/*"), CQ_LEVEL_ERROR), 0);
    end_fixture(&f);
}

/* Rules whose findings nobody shows are not run, but for a judge of ignores that is shown. */
static void test_least_level(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    f.path = "test.md";
    write_rule(&f, "one", "forbid = { 'one' }", "");
    write_check(&f, "two", "trigger = 'two', formerly = 'en/old'", "error 'it was run'");
    write_file(&f, "any/ignore-unused.lua",
               "return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'm', engine = "
               "true, bad = { '<<a>>' }, good = { 'b' } }");
    open_host(&f);
    cq_host_set_level(f.host, CQ_STR("en/two"), CQ_LEVEL_HINT);
    cq_host_set_least(f.host, CQ_LEVEL_WARNING);
    assert_string_equal(lint(&f, "<!-- calque-ignore en/two -->\n\nOne two."),
                        "en/one[One]summary");
    assert_false(cq_host_is_on(f.host, cq_host_rule(f.host, CQ_STR("en/two"))));
    assert_no_troubles(&f);
    cq_host_set_level(f.host, CQ_STR("any/ignore-unused"), CQ_LEVEL_WARNING);
    cq_host_set_least(f.host, CQ_LEVEL_WARNING);
    lint(&f, "One two.");
    assert_int_equal(f.troubles.list.len, 1);
    end_fixture(&f);
}

/* The only trouble of a folder with one file, without the folder's path. */
static const char *refusal(const char *text) {
    static char out[4096];
    host_fixture f;
    begin_fixture(&f);
    write_file(&f, "en/x/rule.lua", text);
    write_rule(&f, "good", "forbid = 'good'", "");
    open_host(&f);
    assert_string_equal(lint(&f, "A good text."), "en/good[good]summary");
    assert_int_equal(f.troubles.list.len, 1);
    const char *trouble = take_troubles(&f);
    assert_memory_equal(trouble, f.folder, strlen(f.folder));
    snprintf(out, sizeof out, "%s", trouble + strlen(f.folder));
    end_fixture(&f);
    return out;
}

#define START "return { api = 1, summary = 's', why = 'w', level = 'error', mqm = 'm', "
#define END "bad = { '<<x>>' }, good = { 'x' }, "

static void test_refusals(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"return {", "/en/x/rule.lua:1: unexpected symbol"},
        {"\n\nlocal x = nil + 1", "/en/x/rule.lua:3: attempt to perform arithmetic"},
        {"\nerror 'stop'", "/en/x/rule.lua:2: stop"},
        {"error {}", "/en/x/rule.lua: an error that is no message"},
        {"x = 1", "/en/x/rule.lua:1: cannot set 'x'"},
        {"return", "/en/x/rule.lua: the file returns nothing"},
        {"return 'x'", "/en/x/rule.lua: the file returns string"},
        {"require '_none'", "/en/x/_none.lua"},
        {"return {}", "field 'api' is missing"},
        {"return { api = 2 }", "field 'api' is 2; this calque reads rules of api 1"},
        {"return { api = '1' }", "field 'api' is a string, not a number"},
        {"return { api = 1 }", "field 'summary' is missing"},
        {"return { api = 1, summary = ' ' }", "field 'summary' is empty"},
        {"return { api = 1, summary = 'a\\nb' }", "more than one line"},
        {"return { api = 1, summary = 's' }", "field 'why' is missing"},
        {"return { api = 1, summary = 's', why = 'w' }", "field 'level' is missing"},
        {"return { api = 1, summary = 's', why = 'w', level = 'fatal' }",
         "field 'level' is 'fatal'"},
        {"return { api = 1, summary = 's', why = 'w', level = 'hint' }", "field 'mqm' is missing"},
        {"return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'A b' }", "kebab-case"},
        {START "}", "field 'bad' is missing"},
        {START "bad = {} }", "field 'bad' has no example"},
        {START "bad = { 'x' } }", "bad example 1 marks nothing"},
        {START "bad = { '<<x' } }", "a << without its >>"},
        {START "bad = { { fix = 'x' } } }", "example 1 has no text"},
        {START "bad = { { '<<x>>', fixed = 'x' } } }", "there is no field 'fixed'"},
        {START "bad = { { '<<x>>', fix = 1 } } }", "field 'fix' is a number"},
        {START "bad = { '<<x>>', 1 } }", "example 2 is a number"},
        {START "bad = { '<<x>>' } }", "field 'good' is missing"},
        {START END "}", "it would do nothing"},
        {START END "chek = error }", "there is no field 'chek'; did you mean 'check'?"},
        {START END "triger = 'x' }", "did you mean 'trigger'?"},
        {START END "nonsense = 1 }", "there is no field 'nonsense'"},
        {START END "[1] = 1 }", "name is no string"},
        {START END "check = 1 }", "field 'check' is a number, not a function"},
        {START END "check = error, scope = 'word' }", "field 'scope' is 'word'"},
        {START END "check = error, trigger = {} }", "field 'trigger' is an empty list"},
        {START END "check = error, trigger = { 1 } }", "item 1 is a number"},
        {START END "check = error, trigger = '<foo>' }", "no token class <foo>"},
        {START END "check = error, trigger = 'a? b?' }", "match nothing"},
        {START END "check = error, trigger = ('a|b '):rep(17) }", "more than 65536 phrases"},
        {START END "check = error, trigger = 'a @days' }", "there is no set 'days'"},
        {START END "check = error, sets = { days = {} }, trigger = '@days' }",
         "set 'days' is empty"},
        {START END "check = error, sets = { days = { 'a b' } }, trigger = '@days' }",
         "is not one word"},
        {START END "check = error, sets = { days = { 1 } }, trigger = '@days' }", "has a number"},
        {START END "check = error, sets = { ['Day'] = { 'a' } }, trigger = 'a' }",
         "not of a-z and _"},
        {START END "check = error, trigger = '~Hold' }", "behind ~ stands one word"},
        {START END "swap = { ['who=a b'] = '{what} c' } }", "no part of that name"},
        {START END "check = error, options = { x = {} } }", "option 'x' is a table"},
        {START END "check = error, options = { 1 } }", "a key that is no string"},
        {START END "check = error, swap = { a = 'b' } }", "one or the other"},
        {START END "forbid = 'a', trigger = 'b' }", "field 'trigger' is for a check"},
        {START END "forbid = 'a', scope = 'block' }", "field 'scope' is for a check"},
        {START END "swap = {} }", "field 'swap' is empty"},
        {START END "swap = { 'a' } }", "maps patterns to replacements"},
        {START END "swap = { ['a|'] = 'b' } }", "an empty alternative"},
        {START END "forbid = 'a', safe = 'yes' }", "field 'safe' is a string"},
        {START END "forbid = 'a', language = 'e n' }", "a language tag"},
        {START END "forbid = 'a', message = '' }", "field 'message' is empty"},
        {"while true do end", "over its time budget of 1000 ms while loading"},
        {"local s = 'x' while true do s = s .. s end", "over its memory budget of 256 MiB"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = refusal(cases[i][0]);
        if (!strstr(got, cases[i][1]))
            fail_msg("%s\n  gives  %s\n  not  %s", cases[i][0], got, cases[i][1]);
    }
}

static void test_long_paths(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    char name[200] =
        "en/a-group-with-a-name-that-is-much-too-long-for-a-chunk-name-in-lua/and-a-rule";
    add(name, sizeof name, "-with-a-long-name-as-well.lua");
    write_file(&f, name, "\n\nerror 'stop'");
    open_host(&f);
    char expected[512];
    snprintf(expected, sizeof expected, "%s/%s:3: stop", f.folder, name);
    assert_string_equal(take_troubles(&f), expected);
    end_fixture(&f);
}

static void test_names(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_file(&f, "en/Bad_Name.lua", "error 'never run'");
    write_rule(&f, "same", "forbid = 'a'", "");
    write_file(&f, "en/y/same.lua", START END "forbid = 'b' }");
    open_host(&f);
    const char *troubles = take_troubles(&f);
    assert_non_null(strstr(troubles, "en/Bad_Name.lua: a rule file's name"));
    assert_non_null(strstr(troubles, "en/y/same.lua: rule en/same is already defined in "));
    assert_non_null(strstr(troubles, "en/x/same.lua"));
    assert_string_equal(lint(&f, "A b."), "en/same[A]summary");
    end_fixture(&f);
}

static void test_no_folders(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    f.options.library = CQ_STR("/nowhere");
    assert_false(cq_host_new(&f.host, &f.options, &f.troubles));
    assert_non_null(strstr(take_troubles(&f), "/nowhere"));
    f.host = NULL;
    f.options.library = CQ_STR("lua");
    *CQ_ARRAY_PUSH(&f.arena, &f.options.rule_folders) = CQ_STR("/nowhere/rules");
    write_rule(&f, "good", "forbid = 'good'", "");
    open_host(&f);
    assert_non_null(strstr(take_troubles(&f), "/nowhere/rules"));
    assert_string_equal(lint(&f, "Good."), "en/good[Good]summary");
    end_fixture(&f);
}

static void test_examples(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_file(
        &f, "en/rule.lua",
        "return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'm', forbid = 'a', "
        "bad = { { 'an <<é>> and<<>> a <<b>>', fix = '', source = 'es', format = 'markdown' }, "
        "{ '<<a>>', fix = false } }, good = { 'a <<b>>', { 'c' } } }");
    open_host(&f);
    assert_no_troubles(&f);
    const cq_rule *rule = cq_host_rule(f.host, CQ_STR("en/rule"));
    assert_int_equal(rule->examples.len, 4);
    const cq_rule_example *first = &rule->examples.at[0];
    assert_string_equal(first->text.ptr, "an é and a b");
    assert_true(first->is_bad && first->has_fix && first->fixed.len == 0);
    assert_string_equal(first->source_language.ptr, "es");
    assert_string_equal(first->format.ptr, "markdown");
    assert_int_equal(first->marks.len, 3);
    assert_int_equal(first->marks.at[0].start, 3);
    assert_int_equal(first->marks.at[0].end, 5);
    assert_int_equal(first->marks.at[1].start, 9);
    assert_int_equal(first->marks.at[1].end, 9);
    assert_false(rule->examples.at[1].has_fix);
    assert_string_equal(rule->examples.at[1].format.ptr, "plain");
    assert_string_equal(rule->examples.at[2].text.ptr, "a <<b>>");
    assert_false(rule->examples.at[2].is_bad);
    end_fixture(&f);
}

/* What is marked may begin with < and end with >: of three signs the outer two are the mark. */
static void test_marks_around_a_tag(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_file(
        &f, "en/rule.lua",
        "return { api = 1, summary = 's', why = 'w', level = 'hint', mqm = 'm', forbid = 'a', "
        "bad = { 'so <<</b>>>.', 'a >> <<b>> >>' }, good = { 'c' } }");
    open_host(&f);
    assert_no_troubles(&f);
    const cq_rule *rule = cq_host_rule(f.host, CQ_STR("en/rule"));
    assert_string_equal(rule->examples.at[0].text.ptr, "so </b>.");
    assert_int_equal(rule->examples.at[0].marks.len, 1);
    assert_int_equal(rule->examples.at[0].marks.at[0].start, 3);
    assert_int_equal(rule->examples.at[0].marks.at[0].end, 7);
    assert_string_equal(rule->examples.at[1].text.ptr, "a >> b >>");
    assert_int_equal(rule->examples.at[1].marks.len, 1);
    assert_int_equal(rule->examples.at[1].marks.at[0].start, 5);
    assert_int_equal(rule->examples.at[1].marks.at[0].end, 6);
    end_fixture(&f);
}

static void test_data_rules(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(
        &f, "swap",
        "swap = { ['in the frame'] = 'as', ['in the frame of'] = 'as part of', really = '' }, "
        "safe = true, message = 'no frame'",
        "");
    write_rule(&f, "forbid", "forbid = { 'b c', 'c d' }", "");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(
        lint(&f, "In the frame of it."),
        "en/swap[In the frame of]no frame{safe write “As part of”: 0-15=As part of}");
    assert_string_equal(lint(&f, "It is IN THE FRAME."),
                        "en/swap[IN THE FRAME]no frame{safe write “AS”: 6-18=AS}");
    assert_string_equal(lint(&f, "It is really so."),
                        "en/swap[really]no frame{safe delete it: 5-12=}");
    assert_string_equal(lint(&f, "Really so."), "en/swap[Really]no frame{safe delete it: 0-7=}");
    assert_string_equal(lint(&f, "A b c d."), "en/forbid[b c]summary");
    assert_string_equal(
        lint(&f, "In the\nframe of it."),
        "en/swap[In the\nframe of]no frame{safe write “As part of”: 0-15=As part of}");
    end_fixture(&f);
}

/* A fix that would eat markup is offered, but never applied without asking. */
static void test_sets(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "list",
               "sets = { days = { 'monday', '(sic)', '~rest' } }, forbid = 'the @days?'", "");
    write_rule(&f, "keys",
               "sets = { papers = require('calque.words').set 'memo note' }, "
               "forbid = '(<upper>&@papers | an @papers) !'",
               "");
    open_host(&f);
    assert_string_equal(take_troubles(&f), "");
    assert_string_equal(lint(&f, "The Monday it rested."), "en/list[The Monday]summary");
    assert_string_equal(lint(&f, "In the rested sea."), "en/list[the rested]summary");
    assert_string_equal(lint(&f, "An note! A memo! MEMO! note!"),
                        "en/keys[An note!]summary\nen/keys[MEMO!]summary");
    end_fixture(&f);
}

/* What a pattern captured stands in the replacement, and in the match of a check. */
static void test_parts(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "swap",
               "swap = { ['~make whom=<word>{1,2} a|an visit'] = '~visit {whom}', "
               "['by b=<number> a=boats?'] = '{a} {b}' }",
               "");
    write_check(&f, "check", "trigger = 'left (who=he|they to?){1,2} where=<word>?'",
                "local p = match.parts report(s, i, j, p.who.first .. '-' .. p.who.last .. ' ' .. "
                "(p.where and s[p.where.first] or 'nowhere'))");
    write_check(&f, "whole", "scope = 'document', trigger = { 'end=stop', 'halt' }",
                "for s, i, j, pattern, parts in match.hits() do report(s, i, j, parts and "
                "tostring(parts['end'].last) or 'none') end");
    open_host(&f);
    f.only = "en/swap";
    assert_string_equal(
        lint(&f, "Makes Old Ann a visit"),
        "en/swap[Makes Old Ann a visit]summary{write “Visits Old Ann”: 0-21=Visits Old Ann}");
    assert_string_equal(lint(&f, "By 3 boats, by 4."),
                        "en/swap[By 3 boats]summary{write “Boats 3”: 0-10=Boats 3}\n"
                        "en/swap[by 4]summary{delete it: 11-14=}");
    f.only = "en/check";
    assert_string_equal(
        lint(&f, "(left he to they there)"),
        "en/check[left he]3-3 nowhere\nen/check[left he to]3-3 nowhere\n"
        "en/check[left he to they]5-5 nowhere\nen/check[left he to they there]5-5 there");
    f.only = "en/whole";
    assert_string_equal(lint(&f, "Go, stop, halt."), "en/whole[stop]3\nen/whole[halt]none");
    end_fixture(&f);
}

/* Tags depend on all of the text. */
static void test_who_asks_the_tagger_is_wide(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "swap", "swap = { ['~put off'] = '~delay' }", "");
    open_host(&f);
    const cq_rule *rule = cq_host_rule(f.host, CQ_STR("en/swap"));
    assert_string_equal(lint(&f, "She puts off the trip."),
                        "en/swap[puts off]summary{write “delays”: 4-12=delays}");
    assert_false(cq_host_is_wide(f.host, rule));
    assert_string_equal(lint(&f, "They want to put off the trip."),
                        "en/swap[put off]summary{write “delay”: 13-20=delay}");
    assert_true(cq_host_is_wide(f.host, rule));
    end_fixture(&f);
}

static void test_fixes_across_markup(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "swap", "swap = { ['a b'] = 'c', x = '' }, safe = true", "");
    open_host(&f);
    f.path = "test.md";
    if (!cq_format_of_name(CQ_STR("markdown"))) skip();
    assert_string_equal(lint(&f, "It is *a b* now."),
                        "en/swap[a b]summary{safe write “c”: 7-10=c}");
    assert_string_equal(lint(&f, "It is a *b* now."), "en/swap[a *b]summary{write “c”: 6-10=c}");
    assert_string_equal(lint(&f, "It is *x d* now."), "en/swap[x]summary{safe delete it: 7-9=}");
    assert_string_equal(lint(&f, "It is *d x* now."), "en/swap[x]summary{safe delete it: 8-10=}");
    assert_string_equal(lint(&f, "> It is a\n> b now."),
                        "en/swap[a\n> b]summary{write “c”: 8-13=c}");
    end_fixture(&f);
}

static void test_languages(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_rule(&f, "english", "forbid = 'word'", "");
    write_rule(&f, "from-french", "forbid = 'word', source = { 'fr', 'de' }", "");
    write_rule(&f, "german", "language = 'de', forbid = 'word'", "");
    write_check(&f, "document", "scope = 'document', source = 'fr'",
                "for b in match.doc:blocks() do report(b, 1) end");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(lint(&f, "A word."), "en/english[word]summary");
    f.source_language = "fr-CA";
    assert_string_equal(
        lint(&f, "A word."),
        "en/document[A]summary\nen/english[word]summary\nen/from-french[word]summary");
    f.source_language = NULL;
    f.only = "de/german";
    assert_string_equal(lint(&f, "A word."), "de/german[word]summary");
    f.only = "en/document";
    assert_string_equal(lint(&f, "A word."), "en/document[A]summary");
    end_fixture(&f);
}

static void test_scopes(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_check(&f, "sentence", "", "report(s, 1, #s)");
    write_check(&f, "block", "scope = 'block', trigger = { 'two', 'four' }",
                "report(s, i, j, match.pattern)");
    write_check(&f, "document", "scope = 'document', trigger = 'four'",
                "for b in match.doc:blocks() do report(b, 1) end");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(lint(&f, "One. Two.\n\nThree."),
                        "en/sentence[One.]summary\nen/block[Two]two\nen/sentence[Two.]summary\n"
                        "en/sentence[Three.]summary");
    assert_string_equal(lint(&f, "Four."),
                        "en/block[Four]four\nen/document[Four]summary\nen/sentence[Four.]summary");
    end_fixture(&f);
}

static void test_quotation_scope(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_check(&f, "all", "scope = 'quotation'",
                "local q = match.quotation report(q.block, q.open, q.close or q.open, q.style)");
    write_check(&f, "some", "scope = 'quotation', trigger = 'inner'",
                "local q = match.quotation report(q.block, q.open, q.close or q.open, 'hit')");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(
        lint(&f, "He said: “An outer ‘inner one’ here.” And: “another.” Inner is outside."),
        "en/all[“An outer ‘inner one’ here.”]curly-double\n"
        "en/some[“An outer ‘inner one’ here.”]hit\n"
        "en/all[‘inner one’]curly-single\nen/some[‘inner one’]hit\n"
        "en/all[“another.”]curly-double");
    assert_no_troubles(&f);
    end_fixture(&f);
}

static void test_options(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_check(&f, "one", "trigger = 'a', options = { most = 3, name = 'x', flag = true }",
                "assert(options.most == 3 and options.flag) report(s, 1, 1, options.name)");
    write_check(&f, "two", "trigger = 'a'", "assert(next(options) == nil) options.x = 1");
    write_check(&f, "three", "trigger = 'a'", "assert(next(options) == nil)");
    open_host(&f);
    assert_string_equal(lint(&f, "A."), "en/one[A]x");
    assert_no_troubles(&f);
    end_fixture(&f);
}

static bool set_option(host_fixture *f, const char *id, const char *name, cq_config_type type,
                       const char *value, cq_err *err) {
    cq_config_option option = {cq_str_of(name), cq_str_of(value), type, 0};
    return cq_host_set_option(f->host, cq_str_of(id), &option, err);
}

static void test_setting_options(void **state) {
    (void)state;
    host_fixture f;
    cq_err err;
    begin_fixture(&f);
    write_check(&f, "one", "trigger = 'a', options = { most = 3, name = 'x', flag = true }",
                "report(s, 1, 1, options.name .. options.most + 1 .. tostring(options.flag))");
    write_rule(&f, "data", "forbid = 'b'", "");
    open_host(&f);
    assert_string_equal(lint(&f, "A."), "en/one[A]x4true");
    assert_true(set_option(&f, "en/one", "most", CQ_CONFIG_NUMBER, "7", &err));
    assert_true(set_option(&f, "en/one", "name", CQ_CONFIG_TEXT, "8", &err));
    assert_true(set_option(&f, "en/one", "flag", CQ_CONFIG_TRUTH, "false", &err));
    assert_string_equal(lint(&f, "A."), "en/one[A]88false");
    assert_false(set_option(&f, "en/one", "most", CQ_CONFIG_TEXT, "7", &err));
    assert_string_equal(err.message, "option 'most' of rule en/one is a number, not a string");
    assert_false(set_option(&f, "en/one", "flag", CQ_CONFIG_NUMBER, "1", &err));
    assert_false(set_option(&f, "en/one", "moost", CQ_CONFIG_NUMBER, "1", &err));
    assert_string_equal(err.message, "rule en/one has no option 'moost'; did you mean 'most'?");
    assert_false(set_option(&f, "en/x", "most", CQ_CONFIG_NUMBER, "1", &err));
    assert_string_equal(err.message, "options are for one rule, and 'en/x' is none");
    assert_false(set_option(&f, "en/data", "x", CQ_CONFIG_NUMBER, "1", &err));
    assert_string_equal(lint(&f, "A."), "en/one[A]88false");
    cq_host_set_level(f.host, CQ_STR("en/data"), CQ_LEVEL_OFF);
    cq_host_reset(f.host);
    assert_string_equal(lint(&f, "A b."), "en/one[A]x4true\nen/data[b]summary");
    assert_true(set_option(&f, "en/one", "most", CQ_CONFIG_NUMBER, "0.5", &err));
    assert_string_equal(lint(&f, "A."), "en/one[A]x1.5true");
    cq_host_reset(f.host);
    assert_string_equal(lint(&f, "A."), "en/one[A]x4true");
    end_fixture(&f);
}

/* What rules with `vocabulary = true` report of a text, with words of the user's own. */
static void test_vocabulary(void **state) {
    (void)state;
    host_fixture f;
    cq_str words[] = {CQ_STR("norte"), CQ_STR("Puerto Real"), CQ_STR("wi-fi"), CQ_STR("  ")};
    cq_strs entries = {words, 4, 4};
    begin_fixture(&f);
    write_rule(&f, "own",
               "forbid = { 'norte', 'puerto', 'real', 'puerto real azul', 'wi-fi' }, "
               "vocabulary = true",
               "");
    write_rule(&f, "strict", "forbid = { 'norte' }", "");
    write_check(&f, "asks", "trigger = 'real'",
                "if s:in_vocabulary(i - 1, j) then report(s, i) end");
    open_host(&f);
    assert_string_equal(lint(&f, "The norte."), "en/own[norte]summary\nen/strict[norte]summary");
    cq_host_set_vocabulary(f.host, &entries);
    assert_string_equal(lint(&f, "The norte and the Norte."),
                        "en/strict[norte]summary\nen/strict[Norte]summary");
    assert_string_equal(lint(&f, "In Puerto Real."), "en/asks[Real]summary");
    assert_string_equal(lint(&f, "In puerto real."), "en/own[puerto]summary\nen/own[real]summary");
    assert_string_equal(lint(&f, "The real."), "en/own[real]summary");
    assert_string_equal(lint(&f, "The Puerto Real azul."),
                        "en/own[Puerto Real azul]summary\nen/asks[Real]summary");
    assert_string_equal(lint(&f, "The Wi-Fi."), "");
    cq_host_set_vocabulary(f.host, &(cq_strs){0});
    assert_string_equal(lint(&f, "The wi-fi."), "en/own[wi-fi]summary");
    end_fixture(&f);
}

static void test_helpers(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_file(&f, "en/x/_data.lua", "return { word = 'found', list = { 1, 2 } }");
    write_file(&f, "en/y/_data.lua", "return { word = 'other' }");
    write_check(&f, "early", "trigger = 'a'",
                "local data = require '_data' assert(#data.list == 2) report(s, 1, 1, data.word)");
    write_file(&f, "en/y/late.lua",
               "local data = require '_data' " START END "trigger = 'a', check = function(match, "
               "report) report(match.sentence, 1, 1, data.word) end }");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(lint(&f, "A."), "en/early[A]found\nen/late[A]other");
    assert_no_troubles(&f);
    end_fixture(&f);
}

/* A rule that fails loses its own findings of this document and is off from then on. */
static void test_broken_rules(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    f.options.time_limit = 1000; /* with room for what grows under sanitizers and valgrind */
    f.options.memory_limit = (size_t)16 << 20;
    write_rule(&f, "good", "forbid = 'word'", "");
    write_check(&f, "raising", "", "report(s, 1) if s[1] == 'stop' then local x = nil + 1 end");
    write_check(&f, "late", "", "report(s, 1) if s[1] == 'loop' then while true do end end");
    write_check(
        &f, "large", "",
        "report(s, 1) if s[1] == 'grow' then local t = 'x' while true do t = t .. t end end");
    open_host(&f);
    assert_no_troubles(&f);
    assert_string_equal(lint(&f, "Word. Stop."), "en/good[Word]summary\nen/large[Word]summary\n"
                                                 "en/late[Word]summary\nen/large[Stop]summary\n"
                                                 "en/late[Stop]summary");
    const char *troubles = take_troubles(&f);
    assert_non_null(strstr(troubles, "rule en/raising: en/x/raising.lua:2: attempt to perform"));
    assert_non_null(strstr(troubles, ", on test.txt; it is off for this run\n  stack traceback:"));
    lint(&f, "Loop.");
    assert_non_null(
        strstr(take_troubles(&f), "rule en/late: over its time budget of 1000 ms, on "));
    lint(&f, "Grow.");
    assert_non_null(strstr(take_troubles(&f), "rule en/large: over its memory budget of 16 MiB"));
    assert_string_equal(lint(&f, "Word. Stop. Loop. Grow."), "en/good[Word]summary");
    assert_no_troubles(&f);
    f.only = "en/raising";
    assert_string_equal(lint(&f, "Word."), "");
    end_fixture(&f);
}

static void test_floods(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    f.options.time_limit = 300000; /* the sanitizers and valgrind are slow */
    write_check(&f, "raised", "", "report(s, 1) for i = 1, 20000 do report(s, 1) end");
    write_check(&f, "caught", "", "report(s, 1) for i = 1, 10100 do pcall(report, s, 1) end");
    write_check(&f, "bytes", "",
                "report(s, 1) local m = ('x'):rep(60000) for i = 1, 300 do report(s, 1, 1, m) end");
    write_rule(&f, "good", "forbid = 'word'", "");
    write_rule(&f, "data", "forbid = 'many'", "");
    open_host(&f);
    assert_string_equal(lint(&f, "Word."), "en/good[Word]summary");
    const char *troubles = take_troubles(&f);
    assert_non_null(strstr(troubles, "rule en/raised: more than 10000 findings"));
    assert_non_null(strstr(troubles, "rule en/caught: more than 10000 findings"));
    assert_non_null(strstr(troubles, "rule en/bytes: more than 10000 findings (or 16 MiB"));
    char *text = malloc(60000);
    for (int i = 0; i < 12000; i++) memcpy(text + (ptrdiff_t)i * 5, "many ", 5);
    text[59999] = '\0';
    assert_string_equal(lint(&f, text), "");
    assert_non_null(strstr(take_troubles(&f), "rule en/data: more than 10000 findings"));
    free(text);
    end_fixture(&f);
}

static void test_hoarding(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    f.options.memory_limit = (size_t)16 << 20;
    write_rule(
        &f, "hoarder", "",
        "local kept = {} function rule.check() for i = 1, 12 do kept[i] = ('x'):rep(1000000) "
        ".. i end end");
    write_check(&f, "needy", "", "local t = ('x'):rep(8000000) report(s, 1)");
    open_host(&f);
    assert_string_equal(lint(&f, "Word."), "en/needy[Word]summary");
    assert_non_null(strstr(take_troubles(&f), "rule en/hoarder: it keeps too much in memory"));
    end_fixture(&f);
}

static void test_many_documents(void **state) {
    (void)state;
    host_fixture f;
    begin_fixture(&f);
    write_check(&f, "word", "trigger = 'word'", "report(s, i, j, s:text())");
    open_host(&f);
    for (int i = 0; i < 200; i++) {
        char text[64], expected[96];
        snprintf(text, sizeof text, "A word of document%d.", i);
        snprintf(expected, sizeof expected, "en/word[word]%s", text);
        assert_string_equal(lint(&f, text), expected);
    }
    assert_string_equal(lint(&f, ""), "");
    assert_no_troubles(&f);
    end_fixture(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_least_level),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_long_paths),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_no_folders),
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_marks_around_a_tag),
        cmocka_unit_test(test_data_rules),
        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_who_asks_the_tagger_is_wide),
        cmocka_unit_test(test_fixes_across_markup),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_quotation_scope),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_setting_options),
        cmocka_unit_test(test_vocabulary),
        cmocka_unit_test(test_helpers),
        cmocka_unit_test(test_broken_rules),
        cmocka_unit_test(test_floods),
        cmocka_unit_test(test_hoarding),
        cmocka_unit_test(test_many_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
