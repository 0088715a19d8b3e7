/* Settings: what is set in the client. */
#ifndef CQ_LSP_SETTING_H
#define CQ_LSP_SETTING_H

#include "plugins/lsp/server.h"

void cq_lsp_setting_init(cq_lsp_settings *settings);

/* Takes the section `calque` of a client's settings; what it does not say is as if never set. What cannot
   be taken is shown to the user. */
void cq_lsp_setting_take(cq_lsp_server *server, const json_t *section);

/* Asks the client for the section, where it answers such questions. */
void cq_lsp_setting_ask(cq_lsp_server *server);

/* Takes a client's answer to a request of ours. */
void cq_lsp_setting_take_answer(cq_lsp_server *server, const json_t *message);

#endif
