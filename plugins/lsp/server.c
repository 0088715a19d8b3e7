#include "plugins/lsp/server.h"

#include <errno.h>
#include <signal.h>
#include <time.h>

#include "plugins/lsp/config.h"
#include "plugins/lsp/diagnostic.h"
#include "plugins/lsp/method.h"
#include "plugins/lsp/reader.h"
#include "plugins/lsp/setting.h"
#include "plugins/lsp/uri.h"

/* Milliseconds. The client's process is looked for so often; edits that never pause are checked all
   the same after so long. */
#define PARENT_WAIT 3000
#define LONGEST_STALE 200
/* So long nothing must come in before checks are finished. */
#define IDLE_WAIT 150

static cq_lsp_wire_status take_input(cq_lsp_server *server, int wait);

static int64_t read_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Rules and documents --------------------------------------------------------------------------- */

static void show_troubles(cq_lsp_server *server, const cq_troubles *troubles) {
    for (uint32_t i = 0; i < troubles->list.len; i++) {
        cq_str text = troubles->list.at[i];
        const char *end = memchr(text.ptr, '\n', text.len);
        cq_str line = cq_str_slice(text, 0, end ? (size_t)(end - text.ptr) : text.len);
        cq_lsp_outbox_show(&server->outbox, 2, line);
        if (end) cq_lsp_outbox_log(&server->outbox, 2, text);
    }
}

/* The profile of a text, or NULL where it is left out. */
static const cq_profile *find_profile(cq_lsp_server *server, cq_str path, cq_troubles *troubles) {
    cq_profiles_options options = {0};
    cq_arena arena;
    cq_err err;
    if (!server->profiles && !cq_profiles_open(&server->profiles, &options, &err)) {
        cq_troubles_push(troubles, "%s", err.message);
        return NULL;
    }
    cq_arena_init(&arena);
    cq_str place = cq_lsp_workspace_place(&server->workspace, &arena, path);
    bool is_excluded = cq_profiles_is_excluded(server->profiles, place, troubles);
    const cq_profile *profile =
        is_excluded ? NULL : cq_profiles_of(server->profiles, place, troubles);
    cq_arena_release(&arena);
    return profile;
}

static cq_lsp_engine *get_engine(cq_lsp_server *server, const cq_profile *profile,
                                 cq_troubles *troubles) {
    cq_lsp_engine *engine = server->engines;
    cq_err err;
    while (engine && engine->profile != profile) engine = engine->next;
    if (engine) return engine;
    if (!cq_lsp_engine_new(&engine, profile, troubles, &err)) {
        cq_troubles_push(troubles, "%s", err.message);
        return NULL;
    }
    engine->next = server->engines;
    return server->engines = engine;
}

cq_lsp_engine *cq_lsp_server_engine(cq_lsp_server *server, cq_str path) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    const cq_profile *profile = find_profile(server, path, &troubles);
    cq_lsp_engine *engine = profile ? get_engine(server, profile, &troubles) : NULL;
    show_troubles(server, &troubles);
    cq_troubles_release(&troubles);
    return engine;
}

const cq_rule *cq_lsp_server_rule(const cq_lsp_server *server, cq_str id) {
    const cq_rule *rule = NULL;
    for (const cq_lsp_engine *engine = server->engines; engine && !rule; engine = engine->next)
        rule = cq_host_rule(engine->host, id);
    return rule;
}

static void forget_checks(cq_lsp_server *server, const cq_lsp_engine *engine) {
    for (cq_lsp_document *document = server->documents; document; document = document->next) {
        if (engine && document->engine != engine) continue;
        cq_lsp_check_reset(&document->check);
        cq_lsp_source_close(&document->source);
        cq_lsp_server_touch(server, document);
    }
}

/* Forgets the words of documents, which are opened anew as they are checked next. */
static void forget_words(cq_lsp_server *server, cq_lsp_engine *engine) {
    forget_checks(server, engine);
    cq_lsp_engine_forget_words(engine);
}

static void forget_engines(cq_lsp_server *server) {
    for (cq_lsp_document *document = server->documents; document; document = document->next)
        document->engine = NULL;
    while (server->engines) {
        cq_lsp_engine *engine = server->engines;
        server->engines = engine->next;
        cq_lsp_engine_free(engine);
    }
    cq_profiles_close(server->profiles);
    server->profiles = NULL;
}

void cq_lsp_server_touch(cq_lsp_server *server, cq_lsp_document *document) {
    document->is_stale = true;
    document->is_told = false;
    if (!server->stale_since) server->stale_since = read_clock();
    cq_lsp_server_touch_translations(server, document->path);
}

/* They wait until nothing comes in: whoever types in a source looks at the source. */
void cq_lsp_server_touch_translations(cq_lsp_server *server, cq_str path) {
    for (cq_lsp_document *document = server->documents; document; document = document->next) {
        if (!cq_lsp_source_is_at(&document->source, path)) continue;
        document->source.is_fresh = false;
        if (!document->check.has_doc) continue;
        document->check.is_whole = false;
        server->unfinished_since = read_clock();
    }
}

void cq_lsp_server_reload(cq_lsp_server *server) {
    forget_checks(server, NULL); /* findings point to rules */
    forget_engines(server);
    server->generation++;
    if (server->client.has_refresh) cq_lsp_outbox_refresh(&server->outbox);
}

cq_lsp_document *cq_lsp_server_document(cq_lsp_server *server, cq_str uri) {
    cq_lsp_document *document = server->documents;
    while (document && !cq_str_is_equal(document->uri, uri)) document = document->next;
    if (document || !cq_lsp_uri_is_file(uri)) return document;
    cq_arena arena; /* it may be written otherwise: %3A for a colon, or %3a */
    cq_arena_init(&arena);
    document = cq_lsp_server_document_at(server, cq_lsp_uri_path(&arena, uri));
    cq_arena_release(&arena);
    return document;
}

cq_lsp_document *cq_lsp_server_document_at(cq_lsp_server *server, cq_str path) {
    cq_lsp_document *document = server->documents;
    while (document &&
           !(cq_lsp_uri_is_file(document->uri) && cq_str_is_equal(document->path, path)))
        document = document->next;
    return document;
}

void cq_lsp_server_close(cq_lsp_server *server, cq_lsp_document *document) {
    cq_lsp_document **at = &server->documents;
    while (*at != document) at = &(*at)->next;
    *at = document->next;
    if (!server->client.has_pull) cq_lsp_diagnostic_take_back(server, document->uri);
    cq_lsp_server_touch_translations(server, document->path); /* the file counts again */
    cq_lsp_document_free(document);
}

cq_lsp_document *cq_lsp_server_find(cq_lsp_server *server, const json_t *params,
                                    cq_lsp_error *err) {
    cq_str uri = cq_lsp_param_str(params, "textDocument.uri");
    cq_lsp_document *document = cq_lsp_server_document(server, uri);
    if (document) {
        cq_lsp_server_check(server, document);
    } else if (uri.len) {
        cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "%.*s is not open",
                    (int)(uri.len < 400 ? uri.len : 400), uri.ptr);
    } else {
        cq_lsp_fail(err, CQ_LSP_INVALID_PARAMS, "no textDocument is named");
    }
    return document;
}

cq_lsp_check_plan cq_lsp_server_plan(const cq_lsp_server *server, const cq_lsp_engine *engine,
                                     cq_str path, cq_troubles *troubles) {
    cq_doc_options options = cq_profile_doc_options(engine->profile);
    if (!options.language.len) options.language = server->settings.language;
    if (!options.source_language.len) options.source_language = server->settings.source_language;
    return (cq_lsp_check_plan){engine->host, path, options, troubles, NULL};
}

static cq_lsp_check_plan plan_document(const cq_lsp_server *server, const cq_lsp_document *document,
                                       cq_troubles *troubles) {
    cq_lsp_check_plan plan = cq_lsp_server_plan(server, document->engine, document->path, troubles);
    plan.options.format = document->format;
    plan.options.keeps_words = true;
    if (document->source.has_doc) plan.source = &document->source.doc;
    return plan;
}

static bool find_open(void *context, cq_str *out, cq_str path) {
    cq_lsp_document *document = cq_lsp_server_document_at(context, path);
    if (document) *out = cq_buf_get(&document->text.bytes);
    return document != NULL;
}

cq_lsp_source_news cq_lsp_server_renew_source(cq_lsp_server *server, const cq_lsp_engine *engine,
                                              cq_lsp_source *source, cq_str path,
                                              cq_troubles *troubles) {
    cq_err err;
    cq_lsp_source_news news;
    cq_str language = cq_lsp_server_plan(server, engine, path, troubles).options.source_language;
    cq_lsp_source_plan plan = {engine->profile, path,      cq_host_words(engine->host),
                               language,        find_open, server};
    if (!cq_lsp_source_renew(&news, source, &plan, &err))
        cq_troubles_push(troubles, "%s: checked without its source: %s", path.ptr, err.message);
    return news;
}

/* Where the source came or went, the check starts from nothing. */
static void renew_source(cq_lsp_server *server, cq_lsp_document *document, cq_troubles *troubles) {
    if (document->source.is_fresh || !cq_lsp_uri_is_file(document->uri)) return;
    if (cq_lsp_server_renew_source(server, document->engine, &document->source, document->path,
                                   troubles) == CQ_LSP_SOURCE_OTHER)
        cq_lsp_check_reset(&document->check);
}

static void update_check(cq_lsp_server *server, cq_lsp_document *document) {
    cq_troubles troubles;
    cq_err err;
    cq_troubles_init(&troubles);
    if (!document->check.has_doc) renew_source(server, document, &troubles);
    cq_lsp_check_plan plan = plan_document(server, document, &troubles);
    if (!cq_lsp_check_update(&document->check, &plan, cq_buf_get(&document->text.bytes),
                             document->text.same, &err))
        cq_troubles_push(&troubles, "%s", err.message);
    cq_lsp_text_settle(&document->text);
    show_troubles(server, &troubles);
    cq_troubles_release(&troubles);
}

void cq_lsp_server_check(cq_lsp_server *server, cq_lsp_document *document) {
    if (!document->is_stale) return;
    document->is_stale = false;
    if (!document->engine) document->engine = cq_lsp_server_engine(server, document->path);
    if (!document->engine || cq_lsp_config_is(document)) return;
    if (cq_lsp_engine_has_strays(document->engine)) forget_words(server, document->engine);
    update_check(server, document);
    document->is_stale = false;
    if (document->check.is_whole)
        cq_lsp_engine_settle_words(document->engine);
    else
        server->unfinished_since = read_clock();
    cq_lsp_outbox_trace(&server->outbox, "checked", document->uri);
}

/* A newer message is worth more than an older check. */
static bool has_news(void *context) {
    cq_lsp_server *server = context;
    take_input(server, 0);
    return server->queue.first != NULL;
}

static bool finish_check(cq_lsp_server *server, cq_lsp_document *document,
                         const cq_patience *patience) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    renew_source(server, document, &troubles);
    if (!document->check.has_doc) update_check(server, document);
    cq_lsp_check_plan plan = plan_document(server, document, &troubles);
    bool is_done = cq_lsp_check_finish(&document->check, &plan, patience);
    show_troubles(server, &troubles);
    cq_troubles_release(&troubles);
    return is_done;
}

static void tell(cq_lsp_server *server, cq_lsp_document *document) {
    if (!server->client.has_pull) cq_lsp_diagnostic_publish(server, document);
    document->is_told = true;
}

static void settle_documents(cq_lsp_server *server) {
    server->stale_since = 0;
    for (cq_lsp_document *document = server->documents; document; document = document->next) {
        cq_lsp_server_check(server, document);
        if (!document->is_told) tell(server, document);
    }
}

/* Says what finishing has changed. True: the client is to ask again. */
static bool tell_finished(cq_lsp_server *server, cq_lsp_document *document) {
    uint64_t told = document->told;
    if (cq_lsp_diagnostic_hash(server, document) == told) return false;
    cq_lsp_outbox_trace(&server->outbox, "finished", document->uri);
    if (!server->client.has_pull) tell(server, document);
    return server->client.has_refresh;
}

void cq_lsp_server_finish(cq_lsp_server *server, cq_lsp_document *document) {
    cq_lsp_server_check(server, document);
    if (!document->engine || document->check.is_whole) return;
    finish_check(server, document, NULL);
    if (tell_finished(server, document)) cq_lsp_outbox_refresh(&server->outbox);
}

static void finish_documents(cq_lsp_server *server) {
    cq_patience patience = {has_news, server};
    bool wants_refresh = false;
    server->unfinished_since = 0;
    for (cq_lsp_document *document = server->documents; document; document = document->next) {
        if (document->check.is_whole || document->is_stale || !document->engine) continue;
        if (finish_check(server, document, &patience))
            wants_refresh = tell_finished(server, document) || wants_refresh;
        else
            server->unfinished_since = read_clock();
        if (server->unfinished_since) break;
    }
    if (wants_refresh) cq_lsp_outbox_refresh(&server->outbox);
}

/* Messages -------------------------------------------------------------------------------------- */

/* Whether a method may be called now; else the request is answered. */
static bool is_allowed(cq_lsp_server *server, const json_t *id, const cq_lsp_method *method) {
    if (server->stage == CQ_LSP_RUNNING || (method && method->is_early)) return true;
    if (!id) return false;
    if (server->stage == CQ_LSP_BEFORE)
        cq_lsp_outbox_refuse(&server->outbox, id, CQ_LSP_NOT_INITIALIZED, "initialize comes first");
    else
        cq_lsp_outbox_refuse(&server->outbox, id, CQ_LSP_INVALID_REQUEST,
                             "nothing but exit comes after shutdown");
    return false;
}

static void call_method(cq_lsp_server *server, const json_t *id, const cq_lsp_method *method,
                        const json_t *params) {
    cq_lsp_error err = {0};
    cq_buf result = {0};
    bool ok = method->call(server, params, &result, &err);
    if (id && ok)
        cq_lsp_outbox_answer(&server->outbox, id, cq_buf_get(&result));
    else if (id)
        cq_lsp_outbox_refuse(&server->outbox, id, err.code, err.message);
    else if (!ok)
        cq_lsp_outbox_log(&server->outbox, 1, cq_str_of(err.message));
    cq_buf_release(&result);
}

static void handle_call(cq_lsp_server *server, const json_t *message, bool is_cancelled) {
    const json_t *id = json_object_get(message, "id");
    cq_str name = cq_lsp_param_str(message, "method");
    const cq_lsp_method *method = cq_lsp_method_of_name(name);
    if (id && !json_is_integer(id) && !json_is_string(id)) {
        cq_lsp_outbox_refuse(&server->outbox, NULL, CQ_LSP_INVALID_REQUEST,
                             "the id is neither a number nor a string");
        return;
    }
    cq_lsp_outbox_trace(&server->outbox, "received", name);
    if (!is_allowed(server, id, method)) return;
    if (is_cancelled)
        cq_lsp_outbox_refuse(&server->outbox, id, CQ_LSP_REQUEST_CANCELLED,
                             "cancelled by the client");
    else if (!method && id)
        cq_lsp_outbox_refuse(&server->outbox, id, CQ_LSP_METHOD_NOT_FOUND,
                             "there is no such method");
    else if (method && method->is_request != (id != NULL) && id)
        cq_lsp_outbox_refuse(&server->outbox, id, CQ_LSP_INVALID_REQUEST,
                             "this method is a notification");
    else if (method && method->is_request == (id != NULL))
        call_method(server, id, method, json_object_get(message, "params"));
}

static void handle_message(cq_lsp_server *server, const cq_lsp_waiting *waiting) {
    const json_t *message = waiting->message;
    if (!message) {
        cq_lsp_outbox_refuse(&server->outbox, NULL, CQ_LSP_PARSE_ERROR, waiting->refusal);
    } else if (!json_is_object(message)) {
        cq_lsp_outbox_refuse(&server->outbox, NULL, CQ_LSP_INVALID_REQUEST,
                             "a message is an object");
    } else if (json_is_string(json_object_get(message, "method"))) {
        handle_call(server, message, waiting->is_cancelled);
    } else if (json_object_get(message, "result") || json_object_get(message, "error")) {
        cq_lsp_setting_take_answer(server, message);
    } else {
        cq_lsp_outbox_refuse(&server->outbox, json_object_get(message, "id"),
                             CQ_LSP_INVALID_REQUEST,
                             "a message has a method, a result or an error");
    }
}

/* What comes in --------------------------------------------------------------------------------- */

static void receive(cq_lsp_server *server, cq_str text) {
    cq_err err;
    json_t *message = cq_lsp_reader_parse(text, &err);
    if (cq_str_is_equal(cq_lsp_param_str(message, "method"), CQ_STR("$/cancelRequest"))) {
        const json_t *id = cq_lsp_param_at(message, "params.id");
        if (server->current) cq_lsp_waiting_cancel(server->current, id);
        cq_lsp_queue_cancel(&server->queue, id);
        json_decref(message);
        return;
    }
    cq_lsp_queue_push(&server->queue, message, err.message);
}

/* Takes what has come, waiting at most `wait` milliseconds for the first of it. */
static cq_lsp_wire_status take_input(cq_lsp_server *server, int wait) {
    for (;; wait = 0) {
        cq_str text;
        cq_err err;
        cq_lsp_wire_status status = cq_lsp_wire_read(&text, &server->wire, wait, &err);
        if (status == CQ_LSP_WIRE_MESSAGE)
            receive(server, text);
        else if (status == CQ_LSP_WIRE_REFUSED)
            cq_lsp_queue_push(&server->queue, NULL, err.message);
        else
            return status;
    }
}

bool cq_lsp_server_is_cancelled(cq_lsp_server *server) {
    take_input(server, 0);
    return server->current && server->current->is_cancelled;
}

static void handle_first(cq_lsp_server *server) {
    server->current = cq_lsp_queue_take(&server->queue);
    handle_message(server, server->current);
    cq_lsp_waiting_free(server->current);
    server->current = NULL;
}

/* The loop -------------------------------------------------------------------------------------- */

static bool is_orphaned(const cq_lsp_server *server) {
    return server->parent > 0 && kill((pid_t)server->parent, 0) != 0 && errno == ESRCH;
}

/* Milliseconds until checks are to be finished. */
static int64_t measure_idle(const cq_lsp_server *server) {
    int64_t left = server->unfinished_since + IDLE_WAIT - read_clock();
    return left > 0 ? left : 0;
}

static int choose_wait(const cq_lsp_server *server) {
    if (server->queue.first || server->stale_since) return 0;
    if (server->unfinished_since) return (int)measure_idle(server);
    return server->parent > 0 ? PARENT_WAIT : -1;
}

static bool is_overdue(const cq_lsp_server *server) {
    return server->stale_since && read_clock() - server->stale_since > LONGEST_STALE;
}

static void run_loop(cq_lsp_server *server) {
    while (server->stage != CQ_LSP_EXITED && !server->wire.is_broken) {
        bool has_ended = take_input(server, choose_wait(server)) == CQ_LSP_WIRE_ENDED;
        if (server->stale_since && (!server->queue.first || is_overdue(server)))
            settle_documents(server);
        if (server->queue.first)
            handle_first(server);
        else if (has_ended || is_orphaned(server))
            return;
        else if (server->unfinished_since && !server->stale_since && !measure_idle(server))
            finish_documents(server);
    }
}

static void release(cq_lsp_server *server) {
    while (server->documents) {
        cq_lsp_document *document = server->documents;
        server->documents = document->next;
        cq_lsp_document_free(document);
    }
    cq_lsp_queue_release(&server->queue);
    forget_engines(server);
    cq_arena_release(&server->settings.arena);
    cq_lsp_workspace_release(&server->workspace);
    cq_lsp_outbox_release(&server->outbox);
    cq_lsp_wire_end(&server->wire);
}

int cq_lsp_server_run(int in, int out) {
    cq_lsp_server server = {.status = 1, .started = time(NULL)};
    cq_lsp_wire_begin(&server.wire, in, out);
    server.outbox = (cq_lsp_outbox){.wire = &server.wire, .trace = 'o'};
    cq_lsp_workspace_init(&server.workspace);
    cq_lsp_setting_init(&server.settings);
    run_loop(&server);
    release(&server);
    return server.status;
}
