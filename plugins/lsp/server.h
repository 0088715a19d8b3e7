/* The language server: answers what a client asks, and tells it what the rules say of the documents
   that it has open. One thread; what comes in while it works waits in a queue, where a newer edit
   makes the check of an older one needless. */
#ifndef CQ_LSP_SERVER_H
#define CQ_LSP_SERVER_H

#include "plugins/lsp/document.h"
#include "plugins/lsp/error.h"
#include "plugins/lsp/outbox.h"
#include "plugins/lsp/queue.h"
#include "plugins/lsp/workspace.h"

typedef enum cq_lsp_stage {
    CQ_LSP_BEFORE, /* initialize has not come */
    CQ_LSP_RUNNING,
    CQ_LSP_SHUT_DOWN, /* only exit may come */
    CQ_LSP_EXITED,
} cq_lsp_stage;

/* What the client said that it can do. */
typedef struct cq_lsp_client {
    cq_lsp_encoding encoding;
    bool has_pull;          /* asks for diagnostics itself, so that none are pushed */
    bool has_refresh;       /* ... and can be asked to ask again */
    bool has_configuration; /* answers workspace/configuration */
    bool has_show_document;
    bool has_markdown;            /* in hovers */
    bool has_watchers;            /* watches files that the server names */
    bool has_configuration_watch; /* wants to be asked to say when settings change */
    bool has_document_changes;    /* takes edits that name the version they are for */
} cq_lsp_client;

/* What is set in the client: it counts where `.calque.lua` says nothing. Strings are NUL-terminated. */
typedef struct cq_lsp_settings {
    cq_arena arena;
    cq_str language, source_language; /* may be empty */
    cq_level level;                   /* findings below it are not shown */
} cq_lsp_settings;

typedef struct cq_lsp_server {
    cq_lsp_wire wire;
    cq_lsp_outbox outbox;
    cq_lsp_stage stage;
    cq_lsp_client client;
    cq_lsp_settings settings;
    cq_lsp_workspace workspace;
    cq_profiles *profiles;  /* NULL: the configuration is to be read */
    cq_lsp_engine *engines; /* one for each profile that a text has had */
    cq_lsp_document *documents;
    cq_lsp_queue queue;
    cq_lsp_waiting *current;       /* the message that is being handled, or NULL */
    uint32_t generation;           /* of rules and settings: counts reloads */
    int64_t started;               /* when this server began, in seconds; part of ids */
    int64_t parent;                /* process that we end with; 0: none */
    int64_t configuration_request; /* id of our last request for settings; 0: none */
    int64_t stale_since;           /* milliseconds; 0: all documents are checked and told */
    int64_t unfinished_since;      /* milliseconds; 0: all checks are finished */
    int status;                    /* to exit with */
} cq_lsp_server;

/* Serves the client at a pair of descriptors until it exits or goes away. Returns the status that the
   protocol wants the program to end with: 0 after a shutdown, else 1. */
int cq_lsp_server_run(int in, int out);

/* The open document of a URI, or of the same file's where that is written otherwise (%C3%A9 for é); NULL:
   there is none. */
cq_lsp_document *cq_lsp_server_document(cq_lsp_server *server, cq_str uri);

/* The same for the `textDocument` of a request's parameters, checked; NULL fills `err`. */
cq_lsp_document *cq_lsp_server_find(cq_lsp_server *server, const json_t *params, cq_lsp_error *err);

/* The open document that is a file of this path, or NULL: clients write one path in several ways. */
cq_lsp_document *cq_lsp_server_document_at(cq_lsp_server *server, cq_str path);

/* Forgets and frees an open document, and takes back what the client was told of it. */
void cq_lsp_server_close(cq_lsp_server *server, cq_lsp_document *document);

/* The engine for a text, with the rules loaded where that is due. NULL: the configuration leaves the
   text out, or there can be no rules. */
cq_lsp_engine *cq_lsp_server_engine(cq_lsp_server *server, cq_str path);

/* The rule of an id in any of the engines, or NULL. */
const cq_rule *cq_lsp_server_rule(const cq_lsp_server *server, cq_str id);

/* Forgets rules and configuration, so that they are read again, and checks every document again: for
   when rules, configuration or settings have changed. */
void cq_lsp_server_reload(cq_lsp_server *server);

/* Says that a document's text or the rules for it have changed. */
void cq_lsp_server_touch(cq_lsp_server *server, cq_lsp_document *document);

/* Says that a text may be another than it was, which open documents may be translations of. */
void cq_lsp_server_touch_translations(cq_lsp_server *server, cq_str path);

/* Reads the source of a text anew, for the engine that checks it. What is wrong with it is a trouble. */
cq_lsp_source_news cq_lsp_server_renew_source(cq_lsp_server *server, const cq_lsp_engine *engine,
                                              cq_lsp_source *source, cq_str path,
                                              cq_troubles *troubles);

/* Whether the client takes back the request that is being handled: for those that take long. */
bool cq_lsp_server_is_cancelled(cq_lsp_server *server);

/* Brings a document's check up to date, but for what looks beyond what has changed. */
void cq_lsp_server_check(cq_lsp_server *server, cq_lsp_document *document);

/* Finishes it too, and tells the client what that has changed. */
void cq_lsp_server_finish(cq_lsp_server *server, cq_lsp_document *document);

/* What to check a text with; options.keeps_words is not set. */
cq_lsp_check_plan cq_lsp_server_plan(const cq_lsp_server *server, const cq_lsp_engine *engine,
                                     cq_str path, cq_troubles *troubles);

#endif
