#include "plugins/git/push.h"

#include "plugins/git/program.h"

enum { MOST_BOUNDARIES = 16 }; /* more than git's own strategies merge at once */

typedef struct push {
    cq_git_push *out;
    cq_arena *arena;
    const char *folder;
    const char *known; /* an option of rev-list: what the far end has already */
} push;

static bool ask(cq_str *out, const push *p, const char *const *arguments, cq_err *err) {
    cq_buf answer = {0};
    bool ok = cq_git_program_read_line(&answer, p->folder, arguments, err);
    if (ok) *out = cq_str_dup(p->arena, cq_buf_get(&answer));
    cq_buf_release(&answer);
    return ok;
}

static bool is_zero(cq_str id) {
    for (size_t i = 0; i < id.len; i++)
        if (id.ptr[i] != '0') return false;
    return true;
}

/* False where it is no commit, or not here. */
static bool find_commit(cq_str *out, const push *p, cq_str id) {
    const char *name = cq_str_format(p->arena, "%.*s^{commit}", CQ_FMT(id)).ptr;
    const char *const arguments[] = {"rev-parse", "--verify", "--quiet", name, NULL};
    return !is_zero(id) && ask(out, p, arguments, NULL);
}

static bool begin_at_nothing(cq_git_push_range *range, const push *p, cq_err *err) {
    static const char *const arguments[] = {"hash-object", "-t", "tree", "--stdin", NULL};
    range->is_first = true;
    return ask(&range->from, p, arguments, err);
}

/* Cuts a line off `rest`; false at the end. */
static bool cut_line(cq_str *out, cq_str *rest) {
    if (!rest->len) return false;
    const char *end = memchr(rest->ptr, '\n', rest->len);
    size_t length = end ? (size_t)(end - rest->ptr) : rest->len;
    *out = cq_str_slice(*rest, 0, length);
    *rest = cq_str_slice(*rest, length + 1, rest->len);
    return true;
}

static cq_str cut_word(cq_str *rest) {
    size_t length = 0;
    while (length < rest->len && rest->ptr[length] != ' ') length++;
    cq_str word = cq_str_slice(*rest, 0, length);
    *rest = cq_str_slice(*rest, length + 1, rest->len);
    return word;
}

/* Where a branch left all that is known: the best common ancestor of its tip and the commits at the
   edge of what is new. An empty `from`: nothing is new. */
static bool begin_at_fork(cq_git_push_range *range, const push *p, cq_err *err) {
    const char *to = range->to.ptr;
    const char *const list[] = {"rev-list", "--boundary", to, "--not", p->known, NULL};
    const char *base[MOST_BOUNDARIES + 3] = {"merge-base", to};
    cq_str commits = {0}, line;
    int count = 2;
    bool has_new = false;
    if (!ask(&commits, p, list, err)) return false;
    while (cut_line(&line, &commits))
        if (line.ptr[0] != '-')
            has_new = true;
        else if (count < MOST_BOUNDARIES + 2)
            base[count++] = cq_str_dup(p->arena, cq_str_slice(line, 1, line.len)).ptr;
    if (!has_new) return true;
    return (count > 2 && ask(&range->from, p, base, NULL)) || begin_at_nothing(range, p, err);
}

static bool push_range(push *p, cq_str name, cq_str old, cq_str fresh, cq_err *err) {
    cq_git_push_range range = {.name = cq_str_dup(p->arena, name)};
    if (!find_commit(&range.to, p, fresh)) return true;
    if (find_commit(&old, p, old)) {
        const char *const base[] = {"merge-base", old.ptr, range.to.ptr, NULL};
        if (!ask(&range.from, p, base, NULL) && !begin_at_nothing(&range, p, err)) return false;
    } else if (!begin_at_fork(&range, p, err)) {
        return false;
    }
    if (range.from.len && !cq_str_is_equal(range.from, range.to))
        *CQ_ARRAY_PUSH(p->arena, p->out) = range;
    return true;
}

bool cq_git_push_read_sent(cq_git_push *out, cq_arena *arena, const char *folder, cq_str input,
                           const char *remote, cq_err *err) {
    push p = {out, arena, folder, "--remotes"};
    if (remote) p.known = cq_str_format(arena, "--remotes=%s", remote).ptr;
    cq_str line;
    while (cut_line(&line, &input)) {
        cut_word(&line);
        cq_str fresh = cut_word(&line), name = cut_word(&line), old = cut_word(&line);
        if (!push_range(&p, name, old, fresh, err)) return false;
    }
    return true;
}

bool cq_git_push_read_received(cq_git_push *out, cq_arena *arena, const char *folder, cq_str input,
                               cq_err *err) {
    push p = {out, arena, folder, "--all"};
    cq_str line;
    while (cut_line(&line, &input)) {
        cq_str old = cut_word(&line), fresh = cut_word(&line);
        if (!push_range(&p, line, old, fresh, err)) return false;
    }
    return true;
}
