/* Subtitles: what is said, taken out of cues with their times. A sentence that runs over several
   cues is one sentence. */
#ifndef CQ_TEXT_MARKUP_CUE_H
#define CQ_TEXT_MARKUP_CUE_H

#include "text/markup.h"

typedef enum cq_cue_dialect {
    CQ_CUE_SRT, /* numbers above the times; a blank line may be part of a cue */
    CQ_CUE_VTT, /* a header, notes, style sheets, names of cues; character references */
} cq_cue_dialect;

/* Appends the blocks of a file of subtitles; never fails. */
void cq_markup_cue_read(cq_blocks *out, cq_arena *arena, const cq_source *source,
                        cq_cue_dialect dialect);

#endif
