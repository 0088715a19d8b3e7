#include "plugins/cli/command.h"
#include "plugins/cli/example.h"
#include "plugins/cli/lua_literal.h"
#include "plugins/cli/output.h"
#include "plugins/cli/selection.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct new_options {
    cq_settings settings;
    const char *folder;
} new_options;

/* What the file is made of. Strings are in `arena`. */
typedef struct draft {
    cq_arena arena;
    cq_str id, language, stem;
    cq_str wrong, right; /* what stands in texts, and what should; right.ptr NULL: nothing should */
    cq_str path;
} draft;

#define FIELD(name) offsetof(new_options, name)

static const cq_option new_table[] = {
    {"rules", 0, "FOLDER", "where to put it (default: .calque/rules of this repository)",
     cq_option_take_text, FIELD(folder)},
    CQ_OPTION_END,
};

/* "en/its-own", or "its-own" for every language. */
static bool read_id(draft *d, cq_str id, cq_err *err) {
    size_t slash = cq_str_find(id, CQ_STR("/"));
    d->language = slash == SIZE_MAX ? CQ_STR("any") : cq_str_slice(id, 0, slash);
    d->stem = slash == SIZE_MAX ? id : cq_str_slice(id, slash + 1, id.len);
    if (!cq_rule_is_kebab_case(d->stem) || !cq_rule_is_kebab_case(d->language))
        return cq_fail(
            err, CQ_EINVAL,
            "'%.*s' is no id: it is lower-case words with hyphens, with a language and / "
            "in front: en/false-friend",
            CQ_FMT(id));
    d->id = cq_str_format(&d->arena, "%.*s/%.*s", CQ_FMT(d->language), CQ_FMT(d->stem));
    return true;
}

static bool has_entry(cq_arena *arena, cq_str folder, const char *name) {
    return access(cq_str_format(arena, "%.*s/%s", CQ_FMT(folder), name).ptr, F_OK) == 0;
}

/* .calque/rules of the nearest folder upwards that has it, else of the repository's root, else here. */
static cq_str choose_folder(cq_arena *arena) {
    char *here = realpath(".", NULL);
    cq_str start = cq_str_dup(arena, cq_str_of(here)), folder = start;
    free(here);
    while (folder.len && !has_entry(arena, folder, ".calque/rules") &&
           !has_entry(arena, folder, ".git"))
        folder = cq_str_slice(folder, 0, cq_str_find_last(folder, '/'));
    if (!folder.len || cq_str_is_equal(folder, start)) return CQ_STR(".calque/rules");
    return cq_str_format(arena, "%.*s/.calque/rules", CQ_FMT(folder));
}

static bool make_folders(cq_arena *arena, cq_str folder, cq_err *err) {
    for (size_t i = 1; i <= folder.len; i++) {
        if (i < folder.len && folder.ptr[i] != '/') continue;
        cq_str part = cq_str_dup(arena, cq_str_slice(folder, 0, i));
        if (mkdir(part.ptr, 0777) != 0 && errno != EEXIST)
            return cq_fail_errno(err, errno, part.ptr);
    }
    return true;
}

static void push_around(cq_buf *out, const char *before, cq_str s, const char *after) {
    cq_buf text = {0};
    cq_buf_push_str(&text, cq_str_of(before));
    cq_buf_push_str(&text, s);
    cq_buf_push_str(&text, cq_str_of(after));
    cq_lua_literal_push(out, cq_buf_get(&text));
    cq_buf_release(&text);
}

/* The words of a text as a pattern has them: a space between any two, and nothing that is more than
   itself. */
static void push_tokens(cq_buf *out, const cq_doc *doc) {
    cq_str text = doc->blocks.at[0].text;
    for (uint32_t i = 0; i < doc->tokens.len; i++) {
        const cq_token *token = &doc->tokens.at[i];
        if (i) cq_buf_push(out, ' ');
        for (uint32_t k = token->start; k < token->end; k++) {
            if (strchr("|?<^$\\~", text.ptr[k])) cq_buf_push(out, '\\');
            cq_buf_push(out, text.ptr[k]);
        }
    }
}

static bool make_pattern(cq_str *out, cq_arena *arena, cq_str text, cq_err *err) {
    cq_intern words;
    cq_doc doc;
    cq_doc_options options = {.format = cq_format_of_name(CQ_STR("plain"))};
    cq_buf pattern = {0};
    cq_intern_init(&words);
    bool ok = cq_doc_open(&doc, &words, CQ_STR("pattern"), text, &options, err);
    if (ok) {
        ok = doc.blocks.len == 1 ||
             cq_fail(err, CQ_EINVAL, "'%.*s' is not one line of words", CQ_FMT(text));
        if (ok) push_tokens(&pattern, &doc);
        cq_doc_close(&doc);
    }
    *out = cq_str_dup(arena, cq_buf_get(&pattern));
    cq_buf_release(&pattern);
    cq_intern_release(&words);
    return ok;
}

/* A sentence in which the words stand and are right: a phrase ends at a sentence's end, and a word is
   none where it is a part of another. */
static void push_near_miss(cq_buf *out, cq_str wrong) {
    size_t space = cq_str_find(wrong, CQ_STR(" "));
    cq_buf text = {0};
    if (space == SIZE_MAX)
        cq_buf_push_format(&text, "That pre-%.*s-like thing is another word.", CQ_FMT(wrong));
    else
        cq_buf_push_format(&text, "The line ends with %.*s. There %.*s goes on.", (int)space,
                           wrong.ptr, CQ_FMT(cq_str_slice(wrong, space + 1, wrong.len)));
    cq_lua_literal_push(out, cq_buf_get(&text));
    cq_buf_release(&text);
}

static void push_summary(cq_buf *out, const draft *d) {
    cq_buf summary = {0};
    cq_buf_push_format(&summary, "“%.*s”", CQ_FMT(d->wrong));
    if (d->right.ptr) cq_buf_push_format(&summary, " for “%.*s”", CQ_FMT(d->right));
    cq_lua_literal_push(out, cq_buf_get(&summary));
    cq_buf_release(&summary);
}

static void push_head(cq_buf *out, const draft *d) {
    cq_buf_push_format(
        out,
        "-- Rule %s. Change everything; `calque test %s` says whether it still holds.\n"
        "return {\n  api     = 1,\n",
        d->id.ptr, d->id.ptr);
    if (!cq_str_is_equal(d->language, CQ_STR("any")))
        cq_buf_push_format(out, "  language = \"%.*s\",\n", CQ_FMT(d->language));
    cq_buf_push_str(out, CQ_STR("  -- What is wrong, on one line: the message of its findings.\n"
                                "  summary = "));
    push_summary(out, d);
    cq_buf_push_str(out, CQ_STR(",\n  -- Why it is, for somebody who does not believe it.\n"
                                "  why     = [[Say here why, and what to write.]],\n"
                                "  level   = \"warning\", -- error, warning, hint, off\n"
                                "  mqm     = \"unidiomatic-style\",\n"));
}

static void push_examples(cq_buf *out, const draft *d) {
    const char *before = "The report says ", *after = " on page two.";
    cq_buf_push_str(out, CQ_STR("  -- <<...>> marks what is found; `fix` is the text afterwards.\n"
                                "  bad     = { { "));
    push_around(out, "The report says <<", d->wrong, ">> on page two.");
    if (d->right.ptr) {
        cq_buf_push_str(out, CQ_STR(", fix = "));
        push_around(out, before, d->right, after);
    }
    cq_buf_push_str(
        out, CQ_STR(" } },\n  -- The second is a near miss: the words are there, and right.\n"
                    "  good    = {\n    "));
    push_around(out, before, d->right.ptr ? d->right : CQ_STR("nothing of the kind"), after);
    cq_buf_push_str(out, CQ_STR(",\n    "));
    push_near_miss(out, d->wrong);
    cq_buf_push_str(out, CQ_STR(",\n  },\n}\n"));
}

static bool push_rule(cq_buf *out, draft *d, cq_err *err) {
    cq_str pattern;
    if (!make_pattern(&pattern, &d->arena, d->wrong, err)) return false;
    push_head(out, d);
    cq_buf_push_str(out, d->right.ptr ? CQ_STR("  swap    = { [") : CQ_STR("  forbid  = { "));
    cq_lua_literal_push(out, pattern);
    if (d->right.ptr) {
        cq_buf_push_str(out, CQ_STR("] = "));
        cq_lua_literal_push(out, d->right);
    }
    cq_buf_push_str(out, CQ_STR(" },\n"));
    push_examples(out, d);
    return true;
}

/* Never over a file that is there. */
static bool write_rule(draft *d, cq_str text, cq_err *err) {
    int fd = open(d->path.ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return cq_fail_errno(err, errno, d->path.ptr);
    bool ok = cq_io_write_stream(fd, text, d->path.ptr, err);
    if (close(fd) != 0 && ok) ok = cq_fail_errno(err, errno, d->path.ptr);
    if (!ok) unlink(d->path.ptr);
    return ok;
}

static bool check_free(draft *d, new_options *options, cq_err *err) {
    cq_host *host;
    cq_troubles troubles;
    cq_strs none = {0};
    cq_troubles_init(&troubles);
    bool ok = cq_selection_open_host(&host, &options->settings, &d->arena, &none, &troubles, err);
    const cq_rule *rule = ok ? cq_host_rule(host, d->id) : NULL;
    if (rule)
        ok = cq_fail(err, CQ_EINVAL, "rule %s is there already: %s", d->id.ptr, rule->origin.ptr);
    if (host) cq_host_free(host);
    cq_troubles_release(&troubles);
    return ok;
}

/* Runs the examples of what was written, as `calque test` does; what does not hold goes to `output`. */
static bool try_rule(draft *d, new_options *options, cq_output *output, bool *holds, cq_err *err) {
    cq_host *host = NULL;
    cq_troubles troubles;
    cq_strs names = {0};
    cq_buf details = {0};
    cq_troubles_init(&troubles);
    *CQ_ARRAY_PUSH(&d->arena, &names) = d->path;
    bool ok = cq_selection_open_host(&host, &options->settings, &d->arena, &names, &troubles, err);
    const cq_rule *rule = ok ? cq_host_rule(host, d->id) : NULL;
    *holds = rule != NULL;
    for (uint32_t i = 0; rule && i < rule->examples.len; i++)
        if (!cq_example_holds(&details, host, rule, &rule->examples.at[i], &troubles))
            *holds = false;
    cq_output_push(output, cq_buf_get(&details));
    cq_output_say_all(output, &troubles);
    cq_buf_release(&details);
    cq_troubles_release(&troubles);
    if (host) cq_host_free(host);
    return ok;
}

static bool read_arguments(draft *d, new_options *options, int argc, char **argv, cq_err *err) {
    cq_strs names = {0};
    if (!cq_option_read(options, &names, &d->arena, new_table, argc, argv, err)) return false;
    if (names.len == 0 || names.len > 3)
        return cq_fail(err, CQ_EINVAL,
                       "it takes an id, and perhaps what is wrong and what is right");
    d->wrong = names.len > 1 ? cq_str_trim(names.at[1]) : CQ_STR("in the frame of");
    if (names.len != 2) d->right = names.len > 2 ? names.at[2] : CQ_STR("as part of");
    return read_id(d, names.at[0], err);
}

static bool run_draft(draft *d, new_options *options, cq_output *output, bool *holds, int argc,
                      char **argv, cq_err *err) {
    cq_buf text = {0};
    if (!read_arguments(d, options, argc, argv, err) || !check_free(d, options, err)) return false;
    cq_str folder = options->folder ? cq_str_of(options->folder) : choose_folder(&d->arena);
    d->path = cq_str_format(&d->arena, "%.*s/%.*s.lua", CQ_FMT(folder), CQ_FMT(d->stem));
    bool ok = push_rule(&text, d, err) && make_folders(&d->arena, folder, err) &&
              write_rule(d, cq_buf_get(&text), err);
    cq_buf_release(&text);
    if (!ok) return false;
    cq_str name = options->folder ? d->path : d->id;
    cq_str said = cq_str_format(&d->arena,
                                "%s: a rule to start from\nnext: calque test %s; "
                                "calque try %s FOLDER\n",
                                d->path.ptr, name.ptr, name.ptr);
    cq_output_push(output, said);
    return try_rule(d, options, output, holds, err);
}

static int run_new(int argc, char **argv) {
    new_options options = {.settings.is_bare = true};
    draft d = {0};
    cq_output output = {0};
    cq_err err = {0};
    bool holds = false;
    cq_arena_init(&d.arena);
    if (!run_draft(&d, &options, &output, &holds, argc, argv, &err))
        cq_output_say(&output, cq_str_of(err.message));
    int status = cq_output_end(&output, holds ? CQ_EXIT_OK : CQ_EXIT_FINDINGS);
    cq_settings_release(&options.settings);
    cq_arena_release(&d.arena);
    return status;
}

const cq_command cq_command_new = {
    .name = "new",
    .summary = "Writes a rule file to start from.",
    .usage = "[OPTIONS] ID [WRONG [RIGHT]]",
    .options = new_table,
    .notes =
        "The rule finds WRONG and puts RIGHT in its place; without RIGHT it only finds it. Its\n"
        "examples hold already: calque test ID.\n\n"
        "Exit status: 0, 1 where its examples do not hold yet, 2 trouble.",
    .run = run_new,
};
