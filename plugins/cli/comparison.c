#include "plugins/cli/comparison.h"

#include "base/io.h"
#include "text/language.h"

#include <unistd.h>

/* "A..B", "A...B"; an end that is left out is HEAD. */
static bool cut_range(cq_git_scope *scope, cq_arena *arena, const char *text) {
    const char *dots = strstr(text, "..");
    if (!dots) return false;
    scope->is_from_fork = dots[2] == '.';
    const char *to = dots + (scope->is_from_fork ? 3 : 2);
    scope->target = CQ_GIT_TARGET_COMMIT;
    scope->from =
        dots == text ? "HEAD" : cq_str_dup(arena, (cq_str){text, (size_t)(dots - text)}).ptr;
    scope->to = *to ? to : "HEAD";
    return true;
}

/* A path may hold dots, too: what is on disk is a path, and so is what begins or goes on with "/". */
static bool is_range(const char *name) {
    const char *dots = strstr(name, "..");
    return dots && dots != name && dots[-1] != '/' && dots[2] != '/' && access(name, F_OK) != 0;
}

static void read_since(cq_git_scope *scope, cq_arena *arena, const char *since) {
    if (cut_range(scope, arena, since)) return;
    scope->target = CQ_GIT_TARGET_FILES;
    scope->from = since;
    scope->is_from_fork = true;
}

bool cq_comparison_read(cq_git_scope *scope, bool *is_wanted, cq_arena *arena,
                        const cq_comparison *comparison, cq_strs *names, cq_err *err) {
    int ways = comparison->is_staged + comparison->is_changed + (comparison->since != NULL);
    *scope = (cq_git_scope){.is_whole = comparison->is_whole, .paths = names};
    if (ways > 1)
        return cq_fail(err, CQ_EINVAL, "--staged, --changed and --since: one of them only");
    if (!ways && names->len == 1 && is_range(names->at[0].ptr)) {
        cut_range(scope, arena, names->at[0].ptr);
        names->len = 0;
        ways = 1;
    }
    *is_wanted = ways == 1;
    if (comparison->is_whole && !ways)
        return cq_fail(err, CQ_EINVAL, "--whole-files goes with --staged, --changed or --since");
    if (comparison->is_changed) scope->target = CQ_GIT_TARGET_FILES;
    if (comparison->since) read_since(scope, arena, comparison->since);
    return true;
}

typedef struct text_list {
    cq_arena *arena;
    cq_profiles_texts *texts;
} text_list;

static void push_text(void *context, cq_str path, cq_str bytes) {
    text_list *list = context;
    *CQ_ARRAY_PUSH(list->arena, list->texts) =
        (cq_profiles_text){cq_str_dup(list->arena, path), cq_str_dup(list->arena, bytes)};
}

typedef struct finder {
    cq_inputs *inputs;
    bool is_whole;
    cq_troubles *troubles;
} finder;

static const cq_spans *copy_spans(cq_arena *arena, const cq_spans *spans) {
    cq_spans *copy = CQ_ARENA_NEW(arena, cq_spans);
    for (uint32_t i = 0; i < spans->len; i++) *CQ_ARRAY_PUSH(arena, copy) = spans->at[i];
    return copy;
}

/* Empty where the attribute names none. */
static cq_str check_language(const finder *f, const cq_git_file *file) {
    cq_str tag = file->language;
    if (!tag.len || cq_language_is_tag(tag) || cq_str_is_equal(tag, CQ_STR("auto"))) return tag;
    cq_troubles_push(f->troubles,
                     "%s: calque-language is '%s'; it is a language tag like en or pt-BR, or auto",
                     file->path.ptr, tag.ptr);
    return CQ_STR("");
}

static bool take_file(void *context, const cq_git_file *file) {
    finder *f = context;
    cq_arena *arena = &f->inputs->arena;
    cq_input *input = cq_inputs_push(f->inputs, CQ_INPUT_BYTES, file->path, file->path);
    input->bytes = cq_str_dup(arena, file->bytes);
    input->language = cq_str_dup(arena, check_language(f, file));
    input->source_path = cq_str_dup(arena, file->source);
    input->origin = cq_str_dup(arena, file->origin);
    input->tree_path = cq_str_dup(arena, file->tree_path);
    input->blob = cq_str_dup(arena, file->blob);
    input->is_executable = file->is_executable;
    input->is_converted = file->is_converted;
    input->changed = f->is_whole ? NULL : copy_spans(arena, &file->changed);
    return true;
}

void cq_comparison_ask(cq_comparison_question *question, const cq_settings *settings,
                       const cq_git_scope *scope) {
    question->is_unanswered = false;
    question->is_configured =
        scope->target == CQ_GIT_TARGET_INDEX && !settings->config && !settings->no_config;
    if (question->is_configured) cq_git_staged_ask(&question->configuration, ".", CQ_CONFIG_NAME);
    cq_git_changed_ask(&question->changed, ".", scope);
}

static bool is_on_disk(const cq_profiles_text *text) {
    cq_buf bytes = {0};
    bool is = cq_io_read_file(&bytes, text->path.ptr, NULL) &&
              cq_str_is_equal(cq_buf_get(&bytes), text->text);
    cq_buf_release(&bytes);
    return is;
}

bool cq_comparison_configure(cq_settings *settings, cq_comparison_question *question,
                             cq_arena *arena, cq_troubles *troubles) {
    if (!question->is_configured) return false;
    text_list list = {arena, CQ_ARENA_NEW(arena, cq_profiles_texts)};
    question->is_unanswered = !cq_git_staged_take_all(&question->configuration, &question->changed,
                                                      push_text, &list, troubles);
    settings->texts = list.texts;
    for (uint32_t i = 0; i < list.texts->len; i++)
        if (!is_on_disk(&list.texts->at[i])) return true;
    return false;
}

void cq_comparison_take(cq_inputs *out, cq_comparison_question *question, cq_troubles *troubles) {
    finder f = {out, question->changed.scope->is_whole, troubles};
    bool ok = cq_git_changed_take_all(&question->changed, take_file, &f, troubles);
    if (ok && question->is_unanswered) /* else the reason is the same, and was said */
        cq_troubles_push(troubles, "%s", question->configuration.err.message);
    cq_inputs_settle(out);
}

void cq_comparison_find(cq_inputs *out, cq_settings *settings, const cq_git_scope *scope,
                        cq_troubles *troubles) {
    cq_comparison_question question;
    cq_comparison_ask(&question, settings, scope);
    cq_comparison_configure(settings, &question, &out->arena, troubles);
    cq_comparison_take(out, &question, troubles);
}
