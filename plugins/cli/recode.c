#include "plugins/cli/recode.h"

#include <errno.h>
#include <iconv.h>

enum { PIECE = 4096 }; /* bytes that are recoded at once */

/* Recodes up to a piece; false where it cannot go on. */
static bool push_piece(cq_buf *out, iconv_t converter, char **in, size_t *left) {
    char piece[PIECE], *end = piece;
    size_t room = sizeof piece;
    bool ok = iconv(converter, in, left, &end, &room) != (size_t)-1 || errno == E2BIG;
    cq_buf_push_str(out, (cq_str){piece, sizeof piece - room});
    return ok;
}

bool cq_recode_push(cq_buf *out, const cq_buf *bytes, const char *encoding, cq_err *err) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return cq_fail(err, CQ_EINVAL, "%s is no encoding that is known here", encoding);
    char *in = bytes->ptr;
    size_t left = bytes->len;
    bool ok = true;
    while (ok && left) ok = push_piece(out, converter, &in, &left);
    iconv_close(converter);
    return ok || cq_fail(err, CQ_EINVAL, "not valid %s", encoding);
}
