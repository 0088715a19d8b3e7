/* Settings: what is set in the client, and the rules that a workspace is checked with. */
#ifndef CQ_LSP_SETTING_H
#define CQ_LSP_SETTING_H

#include "plugins/lsp/server.h"

void cq_lsp_setting_init(cq_lsp_settings *settings);

/* Takes the section `calque` of a client's settings; what it does not say is as if never set. */
void cq_lsp_setting_take(cq_lsp_settings *settings, const json_t *section);

/* Asks the client for the section, where it answers such questions. */
void cq_lsp_setting_ask(cq_lsp_server *server);

/* Takes a client's answer to a request of ours. */
void cq_lsp_setting_take_answer(cq_lsp_server *server, const json_t *message);

/* Opens a host with the shipped rules and those of the workspace's folders. */
bool cq_lsp_setting_open_host(cq_host **out, const cq_strs *folders, cq_troubles *troubles);

#endif
