#include "plugins/cli/command.h"
#include "plugins/cli/output.h"
#include "plugins/cli/replace.h"
#include "plugins/config/profiles.h"

/* Every key, and what it is when nothing is said. */
static const char template[] =
    "-- What calque is to do in this folder and below it. A file like this one in a folder further "
    "down\n"
    "-- has the last word there. `calque config FILE` shows what is in force for a file, and who "
    "says so.\n"
    "return {\n"
    "  -- Nothing above this folder counts, nor what is in ~/.config/calque.\n"
    "  -- root = true,\n"
    "\n"
    "  -- What is said in another file, which is read before this one.\n"
    "  -- inherit = \"../house-style.lua\",\n"
    "\n"
    "  -- The language of the texts: a tag like \"en\" or \"pt-BR\", or \"auto\" to guess it. What "
    "a text says\n"
    "  -- itself, in its front matter, goes before it.\n"
    "  -- language = \"en\",\n"
    "\n"
    "  -- The language that they were translated from; some rules are for one only.\n"
    "  -- source_language = \"es\",\n"
    "\n"
    "  -- From this level up `calque check` fails: \"error\", \"warning\" or \"hint\".\n"
    "  -- fail_on = \"warning\",\n"
    "\n"
    "  -- How serious rules are: \"error\", \"warning\", \"hint\", \"off\", or \"on\" for what the "
    "rule says itself.\n"
    "  -- A rule, a group or all; `calque rules` lists them.\n"
    "  rules = {\n"
    "    -- [\"en/its-own\"] = \"warning\",\n"
    "    -- [\"en/repetition\"] = \"off\",\n"
    "    -- [\"any/loop\"] = { level = \"hint\", options = { turns = 4 } },\n"
    "  },\n"
    "\n"
    "  -- Folders with rules of your own.\n"
    "  -- rule_paths = { \".calque/rules\" },\n"
    "\n"
    "  -- Names and words that are right here; rules about spelling and names leave them alone.\n"
    "  vocabulary = {\n"
    "    -- \"Blinken\", \"Puerto Real\",\n"
    "  },\n"
    "\n"
    "  -- What is not looked at, as in .gitignore.\n"
    "  exclude = {\n"
    "    -- \"drafts\", \"**/*.generated.md\",\n"
    "  },\n"
    "\n"
    "  -- What is different for some of the texts; the later pattern goes before the earlier.\n"
    "  paths = {\n"
    "    -- [\"content/es/**\"] = { language = \"es\" },\n"
    "    -- [\"legacy/**\"] = { rules = { [\"*\"] = \"off\" } },\n"
    "  },\n"
    "}\n";

static bool write_template(cq_output *output, cq_str folder, cq_err *err) {
    cq_arena arena;
    cq_buf line = {0};
    cq_arena_init(&arena);
    bool is_here = cq_str_is_equal(folder, CQ_STR("."));
    cq_str path = is_here ? CQ_STR(CQ_CONFIG_NAME)
                          : cq_str_format(&arena, "%.*s/" CQ_CONFIG_NAME, CQ_FMT(folder));
    bool ok = cq_replace_create(path.ptr, cq_str_of(template), err);
    cq_buf_push_format(
        &line, "%s: all of it is comments; take away the dashes from what you want\n", path.ptr);
    if (ok) cq_output_push(output, cq_buf_get(&line));
    cq_buf_release(&line);
    cq_arena_release(&arena);
    return ok;
}

static int run_init(int argc, char **argv) {
    static const cq_option no_options[] = {CQ_OPTION_END};
    cq_output output = {0};
    cq_arena arena;
    cq_strs names = {0};
    cq_err err;
    cq_arena_init(&arena);
    bool ok = cq_option_read(NULL, &names, &arena, no_options, argc, argv, &err);
    if (ok && names.len > 1) ok = cq_fail(&err, CQ_EINVAL, "init takes one folder");
    ok = ok && write_template(&output, names.len ? names.at[0] : CQ_STR("."), &err);
    if (!ok) cq_output_say(&output, cq_str_of(err.message));
    cq_arena_release(&arena);
    return cq_output_end(&output, CQ_EXIT_OK);
}

const cq_command cq_command_init = {
    .name = "init",
    .summary = "Writes a commented configuration file, " CQ_CONFIG_NAME ".",
    .usage = "[FOLDER]",
    .notes = "A file that is there already stays as it is, and the exit status is 2.",
    .run = run_init,
};
