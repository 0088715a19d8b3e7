#include <stdlib.h>

#include "plugins/git/change.h"
#include "plugins/git/program.h"

enum {
    LONGEST_HEAD = 64,      /* bytes of a line of a patch that are looked at */
    NO_CHANGE = UINT32_MAX, /* a section of the patch that nobody wants */
};

/* One file of git's list, in its order. */
typedef struct listed {
    uint32_t change;   /* its index in the changes, or NO_CHANGE */
    uint32_t sections; /* of the patch that are about it */
    bool is_retyped;   /* something else was there: the last section adds all of the file */
} listed;

typedef struct reader {
    FILE *in;
    cq_git_changes *changes;
    cq_arena arena; /* owns the entries */
    CQ_ARRAY(listed) entries;
    char *field; /* getdelim's */
    size_t field_size;
} reader;

/* --- the list --- */

/* A NUL-terminated field without its NUL; false at the end. */
static bool read_field(cq_str *out, reader *r) {
    ssize_t length = getdelim(&r->field, &r->field_size, '\0', r->in);
    if (length < 1 || r->field[length - 1] != '\0') return false;
    *out = (cq_str){r->field, (size_t)length - 1};
    return true;
}

static bool fail_answer(cq_err *err) {
    return cq_fail(err, CQ_EINVAL, "git: an answer to `diff --raw` that is none");
}

/* Cuts the word up to the next space off `rest`. */
static cq_str cut_word(cq_str *rest) {
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != ' ') end++;
    cq_str word = cq_str_slice(*rest, 0, end);
    *rest = cq_str_slice(*rest, end + 1, rest->len);
    return word;
}

static bool is_zero(cq_str id) {
    for (size_t i = 0; i < id.len; i++)
        if (id.ptr[i] != '0') return false;
    return true;
}

/* ":100644 100755 OLD NEW R100", and behind it the paths: the old one only of a rename or copy. */
static bool read_entry(reader *r, cq_str head, cq_err *err) {
    cq_arena_mark mark = cq_arena_get_mark(&r->arena);
    head = cq_str_dup(&r->arena, head); /* the next field takes its place */
    cut_word(&head);
    uint32_t mode = (uint32_t)strtoul(cut_word(&head).ptr, NULL, 8);
    cut_word(&head);
    cq_str blob = cut_word(&head), path, origin = CQ_STR("");
    char status = head.len ? head.ptr[0] : '\0';
    if (!status || !read_field(&path, r)) return fail_answer(err);
    if (status == 'C') origin = cq_str_dup(r->changes->arena, path);
    if ((status == 'R' || status == 'C') && !read_field(&path, r)) return fail_answer(err);
    cq_git_change *change =
        cq_git_changes_push(r->changes, mode, path, is_zero(blob) ? CQ_STR("") : blob);
    listed read = {.change = NO_CHANGE, .sections = 1};
    if (change) {
        change->origin = origin;
        read.change = r->changes->list.len - 1;
    }
    if (status == 'T') read.sections = 2, read.is_retyped = true;
    cq_arena_rewind(&r->arena, mark);
    *CQ_ARRAY_PUSH(&r->arena, &r->entries) = read;
    return true;
}

/* The list ends with an empty field where a patch follows. */
static bool read_entries(reader *r, cq_err *err) {
    cq_str head;
    while (read_field(&head, r) && head.len)
        if (head.ptr[0] != ':')
            return fail_answer(err);
        else if (!read_entry(r, head, err))
            return false;
    return true;
}

/* --- the patch --- */

/* Reads a line and keeps the beginning of it. */
static bool read_head(char head[LONGEST_HEAD], FILE *in) {
    size_t length = 0;
    int c;
    while ((c = getc_unlocked(in)) != EOF && c != '\n')
        if (length + 1 < LONGEST_HEAD) head[length++] = (char)c;
    head[length] = '\0';
    return c != EOF || length;
}

/* "@@ -3,2 +4,5 @@": from line 4 on 5 lines are new; no count is a count of one. */
static cq_git_lines read_hunk(const char *head) {
    const char *plus = strchr(head, '+');
    char *end = NULL;
    cq_git_lines lines = {0, 1};
    if (!plus) return lines;
    lines.first = (uint32_t)strtoul(plus + 1, &end, 10);
    if (*end == ',') lines.count = (uint32_t)strtoul(end + 1, NULL, 10);
    return lines;
}

static void push_lines(cq_git_changes *changes, uint32_t change, cq_git_lines lines) {
    if (change != NO_CHANGE && lines.count)
        *CQ_ARRAY_PUSH(changes->arena, &changes->list.at[change].lines) = lines;
}

/* The entries come again in their order, each with its sections. Of a file's content no line can be
   taken for the head of a section or hunk: it begins with a sign. Returns the entry that the patch
   ended in. */
static uint32_t read_patch(reader *r) {
    char head[LONGEST_HEAD];
    uint32_t entry = 0, section = 0; /* the section counts from 1 within the entry */
    while (entry < r->entries.len && read_head(head, r->in)) {
        const listed *at = &r->entries.at[entry];
        if (strncmp(head, "diff --git ", 11) == 0) {
            bool is_over = section == at->sections;
            section = is_over ? 1 : section + 1;
            entry += is_over;
        } else if (strncmp(head, "@@ ", 3) == 0 && section == at->sections) {
            push_lines(r->changes, at->change, read_hunk(head));
        }
    }
    return entry;
}

/* Of what a patch that broke off did not come to, nothing is known but that it changed. */
static void mark_new(reader *r, uint32_t first) {
    for (uint32_t i = 0; i < r->entries.len; i++)
        if (r->entries.at[i].change != NO_CHANGE && (i >= first || r->entries.at[i].is_retyped))
            r->changes->list.at[r->entries.at[i].change].is_new = true;
}

/* --- asking --- */

typedef CQ_ARRAY(const char *) words;

static void push_all(words *out, cq_arena *arena, const char *const *list) {
    for (; *list; list++) *CQ_ARRAY_PUSH(arena, out) = *list;
}

/* What the user has configured for his own eyes is switched off. */
static void push_diff(words *out, cq_arena *arena, bool with_patch) {
    static const char *const list[] = {"-c",
                                       "diff.relative=false",
                                       "diff",
                                       "--raw",
                                       "-z",
                                       "--no-abbrev",
                                       "--no-ext-diff",
                                       "--ignore-submodules",
                                       "--submodule=short",
                                       "--diff-filter=ACMRT",
                                       NULL};
    static const char *const patch[] = {"--patch",       "--unified=0", "--inter-hunk-context=0",
                                        "--no-textconv", "--no-color",  "--find-renames",
                                        "--find-copies", NULL};
    static const char *const no_patch[] = {"--no-renames", NULL};
    push_all(out, arena, list);
    push_all(out, arena, with_patch ? patch : no_patch);
}

/* What is compared, as `git diff` takes it: ids, so that nothing can be taken for an option. */
typedef struct sides {
    const char *from, *to; /* NULL: none */
} sides;

static bool ask_line(cq_str *out, cq_arena *arena, const char *folder, const char *const *arguments,
                     cq_err *err) {
    cq_buf line = {0};
    bool ok = cq_git_program_read_line(&line, folder, arguments, err);
    if (ok) *out = cq_str_dup(arena, cq_buf_get(&line));
    cq_buf_release(&line);
    return ok;
}

static bool ask_id(const char **out, cq_arena *arena, const char *folder, const char *revision,
                   const char *type, cq_err *err) {
    const char *object = cq_str_format(arena, "%s^{%s}", revision, type).ptr;
    const char *const arguments[] = {"rev-parse", "--verify", "--quiet", object, NULL};
    cq_err quiet = {0};
    cq_str id = {0};
    if (revision[0] == '-' || !ask_line(&id, arena, folder, arguments, &quiet))
        return quiet.code == CQ_ENOENT
                   ? cq_fail(err, CQ_ENOENT, "%s", quiet.message)
                   : cq_fail(err, CQ_EINVAL, "%s: no %s of that name here", revision, type);
    *out = id.ptr;
    return true;
}

static bool ask_fork(const char **out, cq_arena *arena, const char *folder,
                     const cq_git_scope *scope, cq_err *err) {
    const char *from = NULL, *to = NULL;
    if (!ask_id(&from, arena, folder, scope->from, "commit", err) ||
        !ask_id(&to, arena, folder, scope->to ? scope->to : "HEAD", "commit", err))
        return false;
    const char *const arguments[] = {"merge-base", from, to, NULL};
    cq_err quiet = {0};
    cq_str id = {0};
    if (!ask_line(&id, arena, folder, arguments, &quiet))
        return cq_fail(err, CQ_EINVAL, "%s: no commit in common with %s (a shallow clone?)",
                       scope->from, scope->to ? scope->to : "HEAD");
    *out = id.ptr;
    return true;
}

static bool ask_nothing(const char **out, cq_arena *arena, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"hash-object", "-t", "tree", "--stdin", NULL};
    cq_str id = {0};
    if (!ask_line(&id, arena, folder, arguments, err)) return false;
    *out = id.ptr;
    return true;
}

static bool ask_from(const char **out, cq_arena *arena, const char *folder,
                     const cq_git_scope *scope, cq_err *err) {
    if (scope->from && !scope->from[0]) return ask_nothing(out, arena, folder, err);
    if (scope->from && scope->is_from_fork) return ask_fork(out, arena, folder, scope, err);
    if (scope->from) return ask_id(out, arena, folder, scope->from, "tree", err);
    if (scope->target == CQ_GIT_TARGET_INDEX) /* git knows what to do before the first commit */
        return true;
    return ask_id(out, arena, folder, "HEAD", "tree", NULL) || ask_nothing(out, arena, folder, err);
}

static bool ask_sides(sides *out, cq_arena *arena, const char *folder, const cq_git_scope *scope,
                      cq_err *err) {
    if (scope->target == CQ_GIT_TARGET_COMMIT &&
        !ask_id(&out->to, arena, folder, scope->to, "tree", err))
        return false;
    return ask_from(&out->from, arena, folder, scope, err);
}

static void push_sides(words *out, cq_arena *arena, const cq_git_scope *scope,
                       const sides *between) {
    if (scope->target == CQ_GIT_TARGET_INDEX) *CQ_ARRAY_PUSH(arena, out) = "--cached";
    if (between->from) *CQ_ARRAY_PUSH(arena, out) = between->from;
    if (between->to) *CQ_ARRAY_PUSH(arena, out) = between->to;
    *CQ_ARRAY_PUSH(arena, out) = "--";
    *CQ_ARRAY_PUSH(arena, out) = NULL;
}

static bool begin_diff(cq_git_program *program, cq_arena *arena, const char *folder,
                       const cq_git_scope *scope, const sides *between, bool with_patch,
                       cq_err *err) {
    words arguments = {0};
    push_diff(&arguments, arena, with_patch);
    push_sides(&arguments, arena, scope, between);
    return cq_git_program_open(program, folder, arguments.at, CQ_GIT_ENVIRONMENT_KEPT, NULL, err);
}

/* An error after the list was read leaves the list, with all of the lines in doubt. */
static bool end_diff(reader *r, cq_git_program *program, bool with_patch, cq_err *err) {
    r->in = program->output;
    bool is_list = read_entries(r, err);
    uint32_t end = is_list && with_patch ? read_patch(r) : 0;
    cq_err complaint = {0};
    bool is_done = cq_git_program_close(program, &complaint);
    if (!is_list) return false;
    if (!is_done && !r->entries.len) return cq_fail(err, complaint.code, "%s", complaint.message);
    mark_new(r, is_done && with_patch ? r->entries.len : end);
    if (!is_done) r->changes->doubt = cq_str_dup(r->changes->arena, cq_str_of(complaint.message));
    return true;
}

/* Where git cannot read an object that it wants for the patch or for finding renames, the bare list
   can still be had. */
static bool end_changes(reader *r, cq_git_changes_question *question, cq_err *err) {
    cq_err first = {0};
    cq_git_program again;
    if (end_diff(r, &question->diff, true, &first)) return true;
    sides between = {question->from, question->to};
    if (!begin_diff(&again, &r->arena, question->folder, question->scope, &between, false, NULL) ||
        !end_diff(r, &again, false, NULL))
        return cq_fail(err, first.code, "%s", first.message);
    r->changes->doubt = cq_str_dup(r->changes->arena, cq_str_of(first.message));
    return true;
}

static bool ask_unknown(cq_git_changes *changes, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"ls-files",    "-z", "--others", "--exclude-standard",
                                            "--full-name", ":/", NULL};
    cq_buf list = {0};
    bool ok = cq_git_program_read(&list, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, err);
    for (size_t start = 0; ok && start < list.len;) {
        cq_str path = cq_str_of(list.ptr + start); /* each ends with a NUL */
        start += path.len + 1;
        cq_git_change *change = cq_git_changes_push(changes, 0100644, path, CQ_STR(""));
        if (change) change->is_new = true;
    }
    cq_buf_release(&list);
    return ok;
}

/* The root is asked for while the rest is: a process more, but hardly time. */
static bool begin_root(cq_git_program *program, const char *folder, cq_err *err) {
    static const char *const arguments[] = {"rev-parse", "--show-toplevel", NULL};
    return cq_git_program_open(program, folder, arguments, CQ_GIT_ENVIRONMENT_KEPT, NULL, err);
}

bool cq_git_changes_find_root(cq_str *out, cq_git_changes_question *question, cq_err *err) {
    cq_buf line = {0};
    if (question->root.pid && cq_git_program_take(&line, &question->root, &question->root_err)) {
        cq_str root = cq_buf_get(&line);
        root.len -= cq_str_has_suffix(root, CQ_STR("\n"));
        question->root_path = cq_str_dup(question->arena, root);
    }
    cq_buf_release(&line);
    if (question->root_err.code != CQ_OK)
        return cq_fail(err, question->root_err.code, "%s", question->root_err.message);
    *out = question->root_path;
    return true;
}

/* What the root's git complains about comes first: there is no repository, say. */
static bool give_up(cq_git_changes_question *question, cq_err *err) {
    cq_str root;
    bool is_wanted = question->scope->target != CQ_GIT_TARGET_COMMIT;
    cq_git_changes_find_root(&root, question, is_wanted ? err : NULL);
    return false;
}

bool cq_git_changes_begin(cq_git_changes_question *question, cq_arena *arena, const char *folder,
                          const cq_git_scope *scope, cq_err *err) {
    sides between = {0};
    *question = (cq_git_changes_question){.arena = arena, .folder = folder, .scope = scope};
    if (!begin_root(&question->root, folder, err)) return false;
    if (!ask_sides(&between, arena, folder, scope, err) ||
        !begin_diff(&question->diff, arena, folder, scope, &between, true, err))
        return give_up(question, err);
    question->from = between.from;
    question->to = between.to;
    return true;
}

void cq_git_changes_drop(cq_git_changes_question *question) {
    if (question->diff.pid) cq_git_program_close(&question->diff, NULL);
    if (question->root.pid) cq_git_program_close(&question->root, NULL);
}

bool cq_git_changes_end(cq_git_changes_question *question, cq_git_changes *changes, cq_err *err) {
    reader r = {.changes = changes};
    cq_err complaint;
    cq_str root;
    cq_arena_init(&r.arena);
    bool ok = end_changes(&r, question, err) && (question->scope->target != CQ_GIT_TARGET_FILES ||
                                                 ask_unknown(changes, question->folder, err));
    free(r.field);
    cq_arena_release(&r.arena);
    if (cq_git_changes_find_root(&root, question, &complaint))
        changes->root = cq_str_dup(changes->arena, root);
    else if (question->scope->target !=
             CQ_GIT_TARGET_COMMIT) /* a bare repository has commits, too */
        return cq_fail(err, complaint.code, "%s", complaint.message);
    return ok;
}
