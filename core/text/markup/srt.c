/* SubRip subtitles. */
#include "text/markup.h"

#include "text/markup_cue.h"

static bool read_srt(cq_blocks *out, cq_arena *arena, const cq_source *source, cq_err *err) {
    (void)err;
    cq_markup_cue_read(out, arena, source, CQ_CUE_SRT);
    return true;
}

static const char *const endings[] = {".srt", NULL};

const cq_format cq_format_srt = {
    .name = "srt", .endings = endings, .is_walked = true, .read = read_srt};
