#include "plugins/lsp/engine.h"

#include <stdlib.h>

#include "base/json.h"
#include "plugins/lsp/uri.h"

/* Words of edited documents stay behind; with so many, all are forgotten. */
#define MOST_STRAY_WORDS 65536u

bool cq_lsp_engine_new(cq_lsp_engine **out, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err) {
    cq_host *host;
    uint32_t count;
    if (!cq_profile_open_host(&host, profile, 0, troubles, err)) return false;
    cq_lsp_engine *engine = calloc(1, sizeof *engine);
    if (!engine) cq_arena_exhausted();
    cq_arena_init(&engine->arena);
    engine->profile = profile;
    engine->host = host;
    engine->words = cq_intern_get_mark(cq_host_words(host));
    cq_host_rules(host, &count);
    engine->labels = CQ_ARENA_NEW_ARRAY(&engine->arena, cq_str, (size_t)count + 1);
    *out = engine;
    return true;
}

void cq_lsp_engine_free(cq_lsp_engine *engine) {
    if (!engine) return;
    cq_host_free(engine->host);
    cq_arena_release(&engine->arena);
    free(engine);
}

static void push_label(cq_buf *out, const cq_rule *rule) {
    cq_buf uri = {0};
    cq_json_push_str(out, "code", rule->id);
    if (cq_str_has_prefix(rule->origin, CQ_STR("/"))) {
        cq_lsp_uri_push(&uri, rule->origin);
        cq_buf_push_str(out, CQ_STR(",\"codeDescription\":{"));
        cq_json_push_str(out, "href", cq_buf_get(&uri));
        cq_buf_push(out, '}');
    }
    cq_json_push_str(out, "source", CQ_STR("calque"));
    cq_buf_release(&uri);
}

cq_str cq_lsp_engine_label(cq_lsp_engine *engine, const cq_rule *rule) {
    cq_str *label = &engine->labels[rule->index];
    if (!label->len) {
        cq_buf text = {0};
        cq_buf_push(&text, '{'); /* no comma before the first field */
        push_label(&text, rule);
        cq_str all = cq_buf_get(&text);
        *label = cq_str_dup(&engine->arena, cq_str_slice(all, 1, all.len));
        cq_buf_release(&text);
    }
    return *label;
}

static uint32_t count_words(const cq_lsp_engine *engine) {
    return cq_host_words(engine->host)->entries.len;
}

void cq_lsp_engine_settle_words(cq_lsp_engine *engine) {
    engine->settled_words = count_words(engine);
}

bool cq_lsp_engine_has_strays(const cq_lsp_engine *engine) {
    return count_words(engine) > engine->settled_words + MOST_STRAY_WORDS;
}

void cq_lsp_engine_forget_words(cq_lsp_engine *engine) {
    cq_intern_rewind(cq_host_words(engine->host), engine->words);
}
