/* The language server: answers what a client asks, and tells it what the rules say of the documents
   that it has open. One thread; what comes in while it works waits in a queue, where a newer edit
   makes the check of an older one needless. */
#ifndef CQ_LSP_SERVER_H
#define CQ_LSP_SERVER_H

#include "plugins/lsp/document.h"
#include "plugins/lsp/wire.h"
#include "plugins/lsp/workspace.h"

typedef enum cq_lsp_stage {
    CQ_LSP_BEFORE,   /* initialize has not come */
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
    bool has_apply_edit;
    bool has_markdown;      /* in hovers */
    bool has_watchers;      /* watches files that the server names */
    bool has_configuration_watch; /* wants to be asked to say when settings change */
    bool has_document_changes;    /* takes edits that name the version they are for */
} cq_lsp_client;

/* What is set in the client: it counts where `.calque.lua` says nothing. Strings are NUL-terminated. */
typedef struct cq_lsp_settings {
    cq_arena arena;
    cq_str language, source_language; /* may be empty */
    cq_level level;                   /* findings below it are not shown */
} cq_lsp_settings;

/* A message that waits. */
typedef struct cq_lsp_waiting {
    json_t *message; /* NULL: it was none, and `refusal` says why */
    char *refusal;
    bool is_cancelled;
    struct cq_lsp_waiting *next;
} cq_lsp_waiting;

typedef struct cq_lsp_server {
    cq_lsp_wire wire;
    cq_lsp_stage stage;
    cq_lsp_client client;
    cq_lsp_settings settings;
    cq_lsp_workspace workspace;
    cq_profiles *profiles;  /* NULL: the configuration is to be read */
    cq_lsp_engine *engines; /* one for each profile that a text has had */
    cq_lsp_document *documents;
    cq_lsp_waiting *first, *last; /* the queue */
    cq_lsp_waiting *current;      /* the message that is being handled, or NULL */
    uint32_t generation;          /* of rules and settings: counts reloads */
    int64_t started;              /* when this server began; part of ids */
    int64_t parent;               /* process that ends with us; 0: none */
    int64_t last_request;         /* id of the last request of ours */
    int64_t configuration_request; /* ... of the last that asked for settings; 0: none */
    int64_t stale_since;          /* milliseconds; 0: all documents are checked and told */
    int64_t unfinished_since;     /* milliseconds; 0: all checks are finished */
    char trace;                   /* 'o'ff, 'm'essages, 'v'erbose */
    int status;                   /* to exit with */
} cq_lsp_server;

/* What a request is answered with when it cannot be done; codes are the protocol's. */
typedef struct cq_lsp_error {
    int code;
    char message[512];
} cq_lsp_error;

enum {
    CQ_LSP_PARSE_ERROR = -32700,
    CQ_LSP_INVALID_REQUEST = -32600,
    CQ_LSP_METHOD_NOT_FOUND = -32601,
    CQ_LSP_INVALID_PARAMS = -32602,
    CQ_LSP_NOT_INITIALIZED = -32002,
    CQ_LSP_REQUEST_FAILED = -32803,
    CQ_LSP_REQUEST_CANCELLED = -32800,
};

/* Fills `err` and returns false. */
bool cq_lsp_fail(cq_lsp_error *err, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Serves the client at a pair of descriptors until it exits or goes away. Returns the status that the
   protocol wants the program to end with: 0 after a shutdown, else 1. */
int cq_lsp_server_run(int in, int out);

/* The open document of a URI, or NULL. */
cq_lsp_document *cq_lsp_server_document(cq_lsp_server *server, cq_str uri);

/* The open document that is a file of this path, or NULL: clients write one path in several ways. */
cq_lsp_document *cq_lsp_server_document_at(cq_lsp_server *server, cq_str path);

/* The same for the `textDocument` of a request's parameters, checked; NULL fills `err`. */
cq_lsp_document *cq_lsp_server_find(cq_lsp_server *server, const json_t *params,
                                    cq_lsp_error *err);

/* Forgets an open document; false: it was not open. */
bool cq_lsp_server_close(cq_lsp_server *server, cq_str uri);

/* The engine for a text, with the rules loaded where that is due. NULL: the configuration leaves the
   text out, or there can be no rules. */
cq_lsp_engine *cq_lsp_server_engine(cq_lsp_server *server, cq_str path);

/* The rule of an id in any of the engines, or NULL. */
const cq_rule *cq_lsp_server_rule(const cq_lsp_server *server, cq_str id);

/* Forgets rules and configuration, so that they are read again, and checks every document again: for when rules,
   configuration or settings have changed. */
void cq_lsp_server_reload(cq_lsp_server *server);

/* Says that a document's text or the rules for it have changed. */
void cq_lsp_server_touch(cq_lsp_server *server, cq_lsp_document *document);

/* Whether the client takes back the request that is being handled: for those that take long. */
bool cq_lsp_server_is_cancelled(cq_lsp_server *server);

/* Brings a document's check up to date, but for what looks beyond what has changed. */
void cq_lsp_server_check(cq_lsp_server *server, cq_lsp_document *document);

/* Finishes it too, and tells the client what that has changed. */
void cq_lsp_server_finish(cq_lsp_server *server, cq_lsp_document *document);

/* What to check a text with; options.keeps_words is not set. */
cq_lsp_check_plan cq_lsp_server_plan(const cq_lsp_server *server, const cq_lsp_engine *engine,
                                     cq_str path, cq_troubles *troubles);

/* Sends a notification with the parameters that `params` holds as JSON. */
void cq_lsp_server_notify(cq_lsp_server *server, const char *method, cq_str params);

/* The same with a request. Returns its id. */
int64_t cq_lsp_server_request(cq_lsp_server *server, const char *method, cq_str params);

/* A line for the client's log; `type` as in the protocol: 1 error, 2 warning, 3 information. */
void cq_lsp_server_log(cq_lsp_server *server, int type, cq_str line);

/* A line that the client shows to its user. */
void cq_lsp_server_show(cq_lsp_server *server, int type, cq_str line);

#endif
