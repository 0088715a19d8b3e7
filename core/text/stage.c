#include "text/stage.h"

/* The build writes the list from the names of the files in text/stage/. */
#define CQ_STAGE(stem) extern const cq_stage cq_stage_##stem;
#include "gen/stages.def"
#undef CQ_STAGE

static const cq_stage *const all_stages[] = {
#define CQ_STAGE(stem) &cq_stage_##stem,
#include "gen/stages.def"
#undef CQ_STAGE
    NULL,
};

const cq_stage *const *cq_stage_all(void) {
    return all_stages;
}

const cq_stage *cq_stage_of_name(cq_str name) {
    for (const cq_stage *const *stage = all_stages; *stage; stage++)
        if (cq_str_is_equal(name, cq_str_of((*stage)->name))) return *stage;
    return NULL;
}
