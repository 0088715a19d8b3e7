/* WebVTT subtitles. */
#include "text/markup.h"

#include "text/markup_cue.h"

static bool read_vtt(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_markup_cue_read(out, arena, source, CQ_CUE_VTT);
    return true;
}

static const char *const endings[] = {".vtt", NULL};

const cq_format cq_format_vtt = {.name = "vtt",
                                 .endings = endings,
                                 .is_walked = true,
                                 .comment = {.begin = "NOTE ", .end = "", .is_apart = true},
                                 .read = read_vtt};
