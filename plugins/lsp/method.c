#include "plugins/lsp/method.h"

/* The build writes the list from the names of the files in plugins/lsp/method/. */
#define CQ_LSP_METHOD(stem) extern const cq_lsp_method cq_lsp_method_##stem;
#include "gen/methods.def"
#undef CQ_LSP_METHOD

static const cq_lsp_method *const all_methods[] = {
#define CQ_LSP_METHOD(stem) &cq_lsp_method_##stem,
#include "gen/methods.def"
#undef CQ_LSP_METHOD
    NULL,
};

const cq_lsp_method *cq_lsp_method_of_name(cq_str name) {
    for (const cq_lsp_method *const *method = all_methods; *method; method++)
        if (cq_str_is_equal(name, cq_str_of((*method)->name))) return *method;
    return NULL;
}
