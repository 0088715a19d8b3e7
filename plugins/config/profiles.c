#include "plugins/config/profiles.h"

#include "base/glob.h"
#include "base/io.h"
#include "base/path.h"
#include "lua/config_file.h"
#include "plugins/cli/folders.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREVAILING_RULES ".calque/rules"

static const char outside[] = "it is outside of the folder that this is confined to";

enum { DEEPEST_INHERITANCE = 32 };

/* A configuration file that was read, and the files that it inherits from. */
typedef struct entry {
    cq_str path;
    cq_config config;
    bool is_there;
    bool is_open; /* it is being read: who inherits from it now goes round in a circle */
    CQ_ARRAY(struct entry *) parents;
    struct entry *next;
} entry;

/* A folder on the way up from some text. */
typedef struct folder {
    cq_str path; /* absolute; empty: the root */
    struct folder *parent;
    entry *config; /* NULL: it has none */
    cq_str rules;  /* its .calque/rules; empty: it has none */
    bool is_repository;
    const cq_profile *profile; /* of its texts, where no section decides; NULL: not asked yet */
    struct folder *next;       /* in its slot */
} folder;

typedef struct known_profile {
    cq_profile profile;
    cq_str key; /* what it is made of */
    struct known_profile *next;
} known_profile;

enum { SLOTS = 1024 };

struct cq_profiles {
    cq_arena arena;
    cq_profiles_options options;
    cq_folders shipped;
    cq_str here;      /* the working directory */
    cq_str own;       /* the user's folder; empty: there is none */
    cq_str own_rules; /* its rules; empty: there are none */
    entry *entries;
    entry *own_config, *named_config; /* the user's; --config's */
    bool has_looked_at_own;
    folder *folders[SLOTS];
    known_profile *profiles;
    uint32_t profile_count;
};

/* Paths ------------------------------------------------------------------- */

/* "/a/b" becomes "/a", "/a" becomes "". */
static cq_str parent_of(cq_str path) {
    size_t slash = cq_str_find_last(path, '/');
    return slash == SIZE_MAX ? CQ_STR("") : cq_str_slice(path, 0, slash);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Whether something stands at a path: what is no folder of rules is told so when its rules are read. */
static bool is_there(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0;
}

/* "FOLDER/NAME" where something of that name is there, else empty. */
static cq_str find_in(cq_arena *arena, cq_str path, const char *name) {
    cq_str whole = cq_str_format(arena, "%.*s/%s", CQ_FMT(path), name);
    struct stat info;
    return lstat(whole.ptr, &info) == 0 ? whole : CQ_STR("");
}

/* Configuration files ----------------------------------------------------- */

static entry *load(cq_profiles *p, cq_str path, int depth, cq_troubles *troubles);

/* NULL: the file at the path is read. */
static const cq_profiles_text *find_text(const cq_profiles *p, cq_str path) {
    const cq_profiles_texts *texts = p->options.texts;
    for (uint32_t i = 0; texts && i < texts->len; i++)
        if (cq_str_is_equal(texts->at[i].path, path)) return &texts->at[i];
    return NULL;
}

/* The configuration file of a folder; empty: it has none. */
static cq_str find_config(cq_profiles *p, cq_str above) {
    cq_str path = cq_str_format(&p->arena, "%.*s/" CQ_CONFIG_NAME, CQ_FMT(above));
    return find_text(p, path) ? path : find_in(&p->arena, above, CQ_CONFIG_NAME);
}

static bool is_in(cq_str path, cq_str place) {
    return cq_str_is_equal(path, place) || cq_path_is_below(path, place);
}

/* Whether what the project has in a place is outside all the same: symbolic links lead there. */
static bool leads_out(const cq_profiles *p, cq_str path) {
    return p->options.is_confined && is_in(path, p->here) && cq_path_leads_out(path, p->here);
}

/* Whether a file of the project may name the path. */
static bool may_name(const cq_profiles *p, const entry *e, cq_str path) {
    return !p->options.is_confined || !is_in(e->path, p->here) || !cq_path_leads_out(path, p->here);
}

static bool read_disk(cq_buf *out, const cq_profiles *p, const entry *e, cq_troubles *troubles) {
    cq_err err;
    cq_str shown = cq_path_cut(e->path, p->here);
    if (leads_out(p, e->path))
        return cq_troubles_push(troubles, "%.*s: %s", CQ_FMT(shown), outside);
    if (cq_io_read_file(out, e->path.ptr, &err)) return true;
    cq_str message = cq_str_of(err.message);
    if (cq_str_has_prefix(message, e->path)) /* as people are told it */
        return cq_troubles_push(troubles, "%.*s%s", CQ_FMT(shown), message.ptr + e->path.len);
    return cq_troubles_push(troubles, "%s", message.ptr);
}

static bool read_config(cq_profiles *p, entry *e, cq_troubles *troubles) {
    const cq_profiles_text *given = find_text(p, e->path);
    cq_config_file file = {.shown = cq_path_cut(e->path, p->here),
                           .folder = cq_str_dup(&p->arena, parent_of(e->path)),
                           .library = p->shipped.library};
    cq_buf text = {0};
    bool ok = given || read_disk(&text, p, e, troubles);
    file.text = given ? given->text : cq_buf_get(&text);
    ok = ok && cq_config_file_read(&e->config, &p->arena, &file, troubles);
    cq_buf_release(&text);
    return ok;
}

static void complain(cq_profiles *p, const entry *e, const cq_config_value *value, const char *key,
                     const char *what, cq_troubles *troubles) {
    cq_str line = cq_str_format(&p->arena, "%s: '%s': %s", key, value->text.ptr, what);
    cq_config_complain(&e->config, value->line, line.ptr, troubles);
}

static void inherit(cq_profiles *p, entry *e, const cq_config_value *value, int depth,
                    cq_troubles *troubles) {
    cq_str path = cq_path_absolute(&p->arena, e->config.folder, value->text);
    if (!may_name(p, e, path)) {
        complain(p, e, value, "inherit", outside, troubles);
        return;
    }
    if (!find_text(p, path) && access(path.ptr, F_OK) != 0) {
        complain(p, e, value, "inherit", strerror(errno), troubles);
        return;
    }
    entry *parent = depth < DEEPEST_INHERITANCE ? load(p, path, depth + 1, troubles) : NULL;
    if (parent && parent->is_open)
        complain(p, e, value, "inherit", "it leads back to itself", troubles);
    else if (parent && parent->is_there)
        *CQ_ARRAY_PUSH(&p->arena, &e->parents) = parent;
    else if (!parent)
        complain(p, e, value, "inherit", "too many files deep", troubles);
}

/* Whether the rules of a place count, and those to which a file there leads. */
static bool has_rules(const cq_profiles *p, cq_str place) {
    return !p->options.no_project_rules || (p->own.len && is_in(place, p->own));
}

/* Rule folders that are none are said once, with the line that names them. */
static void drop_missing_rules(cq_profiles *p, entry *e, cq_troubles *troubles) {
    cq_config_values *paths = &e->config.rule_paths;
    uint32_t kept = 0, count = has_rules(p, e->config.folder) ? paths->len : 0;
    for (uint32_t i = 0; i < count; i++) {
        cq_str path = cq_path_absolute(&p->arena, e->config.folder, paths->at[i].text);
        if (!may_name(p, e, path))
            complain(p, e, &paths->at[i], "rule_paths", outside, troubles);
        else if (is_folder(path.ptr))
            paths->at[kept++] = paths->at[i];
        else
            complain(p, e, &paths->at[i], "rule_paths", "no such folder", troubles);
    }
    paths->len = kept;
}

/* A glossary that is not to be read is said once, too. Where the project's rules do not count, it does not
   either. */
static void drop_missing_glossary(cq_profiles *p, entry *e, cq_troubles *troubles) {
    cq_config_value *glossary = &e->config.glossary;
    if (!glossary->text.len) return;
    cq_str path = cq_path_absolute(&p->arena, e->config.folder, glossary->text);
    bool is_there = access(path.ptr, R_OK) == 0;
    if (has_rules(p, e->config.folder) && !may_name(p, e, path))
        complain(p, e, glossary, "glossary", outside, troubles);
    else if (has_rules(p, e->config.folder) && !is_there)
        complain(p, e, glossary, "glossary", strerror(errno), troubles);
    else if (has_rules(p, e->config.folder))
        return;
    glossary->text = CQ_STR("");
}

static entry *find_entry(const cq_profiles *p, cq_str path) {
    entry *e = p->entries;
    while (e && !cq_str_is_equal(e->path, path)) e = e->next;
    return e;
}

/* The file at an absolute path, and those it inherits from; each is read once. */
static entry *load(cq_profiles *p, cq_str path, int depth, cq_troubles *troubles) {
    entry *e = find_entry(p, path);
    if (e) return e;
    e = CQ_ARENA_NEW(&p->arena, entry);
    *e = (entry){.path = cq_str_dup(&p->arena, path), .is_open = true, .next = p->entries};
    p->entries = e;
    e->is_there = read_config(p, e, troubles);
    for (uint32_t i = 0; i < e->config.inherit.len; i++)
        inherit(p, e, &e->config.inherit.at[i], depth, troubles);
    e->is_open = false;
    drop_missing_rules(p, e, troubles);
    drop_missing_glossary(p, e, troubles);
    return e;
}

static void look_at_own(cq_profiles *p, cq_troubles *troubles) {
    if (p->has_looked_at_own || !p->own.len) return;
    p->has_looked_at_own = true;
    cq_str rules = cq_str_format(&p->arena, "%.*s/rules", CQ_FMT(p->own));
    cq_str config = find_in(&p->arena, p->own, CQ_CONFIG_NAME);
    if (is_there(rules.ptr)) p->own_rules = rules;
    if (config.len) p->own_config = load(p, config, 0, troubles);
}

/* Folders ----------------------------------------------------------------- */

static folder *find_folder(cq_profiles *p, cq_str path, cq_troubles *troubles);

static folder *make_folder(cq_profiles *p, cq_str path, cq_troubles *troubles) {
    folder *f = CQ_ARENA_NEW(&p->arena, folder);
    f->path = cq_str_dup(&p->arena, path);
    cq_str rules = cq_str_format(&p->arena, "%s/" PREVAILING_RULES, f->path.ptr);
    cq_str config = find_config(p, path);
    if (has_rules(p, path) && is_there(rules.ptr)) {
        if (!leads_out(p, rules))
            f->rules = rules;
        else
            cq_troubles_push(troubles, "%.*s: %s", CQ_FMT(cq_path_cut(rules, p->here)), outside);
    }
    if (config.len) f->config = load(p, config, 0, troubles);
    f->is_repository = find_in(&p->arena, path, ".git").len > 0;
    bool is_outermost = !path.len || (p->options.is_confined && cq_str_is_equal(path, p->here));
    if (!is_outermost) f->parent = find_folder(p, parent_of(path), troubles);
    return f;
}

static folder *find_folder(cq_profiles *p, cq_str path, cq_troubles *troubles) {
    folder **slot = &p->folders[cq_str_hash(path) % SLOTS];
    for (folder *f = *slot; f; f = f->next)
        if (cq_str_is_equal(f->path, path)) return f;
    folder *f = make_folder(p, path, troubles);
    f->next = *slot; /* the slot may hold a parent by now */
    return *slot = f;
}

/* Profiles ---------------------------------------------------------------- */

/* A profile being put together. */
typedef struct draft {
    cq_profiles *profiles;
    cq_profile profile;
    cq_str path;       /* of the text, absolute */
    bool has_sections; /* some file has: the path decides */
} draft;

/* The path as patterns see it: below the file's folder, or else below the working directory. */
static cq_str path_for(const draft *d, cq_str base) {
    if (cq_path_is_below(d->path, base)) return cq_path_cut(d->path, base);
    return cq_path_cut(d->path, d->profiles->here);
}

static void push_layer(draft *d, const cq_config *config, const cq_config_section *section,
                       cq_str base) {
    *CQ_ARRAY_PUSH(&d->profiles->arena, &d->profile.layers) = (cq_layer){config, section, base};
}

static void push_config(draft *d, const entry *e, cq_str base) {
    if (!e->is_there) return;
    for (uint32_t i = 0; i < e->parents.len; i++) push_config(d, e->parents.at[i], base);
    push_layer(d, &e->config, &e->config.all, base);
    for (uint32_t i = 0; i < e->config.sections.len; i++) {
        const cq_config_section *section = &e->config.sections.at[i];
        d->has_sections = true;
        if (cq_glob_is_match(section->glob, path_for(d, base)))
            push_layer(d, &e->config, section, base);
    }
}

static bool is_known(const cq_strs *list, cq_str s) {
    for (uint32_t i = 0; i < list->len; i++)
        if (cq_str_is_equal(list->at[i], s)) return true;
    return false;
}

static void push_rules(draft *d, cq_str rules) {
    if (rules.len && !is_known(&d->profile.rule_folders, rules))
        *CQ_ARRAY_PUSH(&d->profiles->arena, &d->profile.rule_folders) = rules;
}

/* The rule folders that a file names; those it inherits from first. */
static void push_named_rules(draft *d, const entry *e) {
    if (!e->is_there) return;
    for (uint32_t i = 0; i < e->parents.len; i++) push_named_rules(d, e->parents.at[i]);
    for (uint32_t i = 0; i < e->config.rule_paths.len; i++)
        push_rules(d, cq_path_absolute(&d->profiles->arena, e->config.folder,
                                       e->config.rule_paths.at[i].text));
}

static void push_folder_rules(draft *d, const entry *e, cq_str prevailing) {
    if (e) push_named_rules(d, e);
    if (!e || !e->config.has_rule_paths) push_rules(d, prevailing);
}

static bool is_root(const folder *f) {
    return f->config && f->config->config.is_root;
}

/* From the user's own folder and the outermost one down. */
static void push_folder(draft *d, const folder *f) {
    if (f->parent && !is_root(f))
        push_folder(d, f->parent);
    else if (!is_root(f) && d->profiles->own_config)
        push_config(d, d->profiles->own_config, d->profiles->here);
    if (f->config) push_config(d, f->config, f->path);
}

/* In the same order. `is_outside`: of the repository that the text is in, where only a configuration
   file leads to rules. */
static void push_all_rules(draft *d, const folder *f, bool is_outside) {
    if (f->parent && !is_root(f))
        push_all_rules(d, f->parent, is_outside || f->is_repository);
    else if (!is_root(f))
        push_folder_rules(d, d->profiles->own_config, d->profiles->own_rules);
    if (f->config || !is_outside) push_folder_rules(d, f->config, f->rules);
}

static void set_value(cq_profile_value *out, const cq_config_value *value,
                      const cq_config *config) {
    if (value->text.len) *out = (cq_profile_value){value->text, config, value->line};
}

static int compare_words(const void *left, const void *right) {
    return cq_str_compare(*(const cq_str *)left, *(const cq_str *)right);
}

static void settle_vocabulary(cq_profile *profile) {
    cq_strs *words = &profile->vocabulary;
    if (words->len < 2) return;
    qsort(words->at, words->len, sizeof *words->at, compare_words);
    uint32_t kept = 1;
    for (uint32_t i = 1; i < words->len; i++)
        if (!cq_str_is_equal(words->at[i], words->at[kept - 1])) words->at[kept++] = words->at[i];
    words->len = kept;
}

static void push_rule_settings(cq_buf *out, const cq_config_rule *rule) {
    cq_buf_push_format(out, "%s\x1E%d%d%d", rule->name.ptr, rule->has_level, rule->is_on,
                       (int)rule->level);
    for (uint32_t i = 0; i < rule->options.len; i++)
        cq_buf_push_format(out, "\x1E%s=%d%s", rule->options.at[i].name.ptr,
                           (int)rule->options.at[i].type, rule->options.at[i].value.ptr);
    cq_buf_push(out, '\x1F');
}

/* The layers that say nothing of rules do not count. */
static cq_str make_dress(cq_arena *arena, const cq_profile *profile) {
    cq_buf text = {0};
    for (uint32_t i = 0; i < profile->layers.len; i++) {
        const cq_config_section *section = profile->layers.at[i].section;
        for (uint32_t k = 0; k < section->rules.len; k++)
            push_rule_settings(&text, &section->rules.at[k]);
        if (section->rules.len) cq_buf_push(&text, '\n');
    }
    for (uint32_t i = 0; i < profile->vocabulary.len; i++)
        cq_buf_push_format(&text, "%s\n", profile->vocabulary.at[i].ptr);
    cq_buf_push_format(&text, "\x1D%s",
                       profile->glossary.text.len ? profile->glossary.text.ptr : "");
    cq_str dress = cq_str_dup(arena, cq_buf_get(&text));
    cq_buf_release(&text);
    return dress;
}

/* What the layers say together. */
static void settle(cq_profile *profile, cq_arena *arena) {
    for (uint32_t i = 0; i < profile->layers.len; i++) {
        const cq_layer *layer = &profile->layers.at[i];
        set_value(&profile->language, &layer->section->language, layer->config);
        set_value(&profile->source_language, &layer->section->source_language, layer->config);
        set_value(&profile->fail_on, &layer->section->fail_on, layer->config);
        if (layer->section == &layer->config->all && layer->config->glossary.text.len) {
            set_value(&profile->glossary, &layer->config->glossary, layer->config);
            profile->glossary.text =
                cq_path_absolute(arena, layer->config->folder, profile->glossary.text);
        }
        for (uint32_t k = 0; k < layer->section->vocabulary.len; k++)
            *CQ_ARRAY_PUSH(arena, &profile->vocabulary) = layer->section->vocabulary.at[k].text;
    }
    if (profile->fail_on.text.len) cq_level_of_name(&profile->fail_level, profile->fail_on.text);
    settle_vocabulary(profile);
    profile->dress = make_dress(arena, profile);
}

/* Two drafts of the same parts have the same key. */
static void push_key(cq_buf *out, const cq_profile *profile) {
    for (uint32_t i = 0; i < profile->layers.len; i++)
        cq_buf_push_format(out, "%p ", (const void *)profile->layers.at[i].section);
    for (uint32_t i = 0; i < profile->rule_folders.len; i++)
        cq_buf_push_format(out, "\n%s", profile->rule_folders.at[i].ptr);
}

static const cq_profile *keep(draft *d) {
    cq_profiles *p = d->profiles;
    cq_buf key = {0};
    push_key(&key, &d->profile);
    known_profile *known = p->profiles;
    while (known && !cq_str_is_equal(known->key, cq_buf_get(&key))) known = known->next;
    if (!known) {
        known = CQ_ARENA_NEW(&p->arena, known_profile);
        *known = (known_profile){d->profile, cq_str_dup(&p->arena, cq_buf_get(&key)), p->profiles};
        known->profile.number = p->profile_count++;
        if (p->options.is_confined) known->profile.fence = p->here;
        settle(&known->profile, &p->arena);
        p->profiles = known;
    }
    cq_buf_release(&key);
    return &known->profile;
}

static void push_listed_rules(draft *d, const cq_strs *list) {
    for (uint32_t i = 0; i < list->len; i++) push_rules(d, list->at[i]);
}

static const cq_profile *compose(draft *d, const folder *f) {
    cq_profiles *p = d->profiles;
    push_rules(d, p->shipped.rules);
    if (p->named_config) {
        push_config(d, p->named_config, p->named_config->config.folder);
        cq_str prevailing =
            cq_str_format(&p->arena, "%s/" PREVAILING_RULES, p->named_config->config.folder.ptr);
        push_folder_rules(d, p->named_config, is_there(prevailing.ptr) ? prevailing : CQ_STR(""));
    } else if (f) {
        push_folder(d, f);
        push_all_rules(d, f, false);
    }
    push_listed_rules(d, &p->options.rule_folders);
    return keep(d);
}

/* The folder of a text with all above it; NULL where they do not count. */
static folder *open_folder(cq_profiles *p, cq_str path, cq_troubles *troubles) {
    if (p->options.no_config || p->named_config) return NULL;
    look_at_own(p, troubles);
    bool is_elsewhere = p->options.is_confined && !is_in(path, p->here);
    return find_folder(p, is_elsewhere ? p->here : parent_of(path), troubles);
}

const cq_profile *cq_profiles_of(cq_profiles *profiles, cq_str path, cq_troubles *troubles) {
    draft d = {.profiles = profiles,
               .profile.library = profiles->shipped.library,
               .profile.lacks_rules = profiles->options.no_project_rules,
               .path = cq_path_absolute(&profiles->arena, profiles->here, path)};
    folder *f = open_folder(profiles, d.path, troubles);
    if (f && f->profile) return f->profile;
    const cq_profile *profile = compose(&d, f);
    if (f && !d.has_sections) f->profile = profile;
    return profile;
}

/* Exclusion --------------------------------------------------------------- */

static bool excludes(const draft *d, const entry *e, cq_str base) {
    if (!e || !e->is_there) return false;
    for (uint32_t i = 0; i < e->parents.len; i++)
        if (excludes(d, e->parents.at[i], base)) return true;
    for (uint32_t i = 0; i < e->config.exclude.len; i++)
        if (cq_glob_is_match(e->config.exclude.at[i].text, path_for(d, base))) return true;
    return false;
}

bool cq_profiles_is_excluded(cq_profiles *profiles, cq_str path, cq_troubles *troubles) {
    draft d = {.profiles = profiles,
               .path = cq_path_absolute(&profiles->arena, profiles->here, path)};
    const folder *f = open_folder(profiles, d.path, troubles);
    if (profiles->named_config)
        return excludes(&d, profiles->named_config, profiles->named_config->config.folder);
    for (; f; f = f->parent) {
        if (excludes(&d, f->config, f->path)) return true;
        if (is_root(f)) return false;
    }
    return !profiles->options.no_config && excludes(&d, profiles->own_config, profiles->here);
}

/* Opening ----------------------------------------------------------------- */

/* A relative XDG_CONFIG_HOME does not count. (XDG Base Directory Specification) */
static cq_str find_own(cq_arena *arena) {
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && config[0] == '/')
        return cq_path_absolute(arena, cq_str_of(config), CQ_STR("calque"));
    if (home && home[0] == '/')
        return cq_path_absolute(arena, cq_str_of(home), CQ_STR(".config/calque"));
    return CQ_STR("");
}

static bool load_named(cq_profiles *p, cq_err *err) {
    cq_troubles troubles;
    cq_troubles_init(&troubles);
    cq_str path = cq_path_absolute(&p->arena, p->here, cq_str_of(p->options.file));
    p->named_config = load(p, path, 0, &troubles);
    bool ok = p->named_config->is_there && !troubles.list.len;
    if (!ok) cq_fail(err, CQ_EINVAL, "%s", troubles.list.at[0].ptr);
    cq_troubles_release(&troubles);
    return ok;
}

bool cq_profiles_open(cq_profiles **out, const cq_profiles_options *options, cq_err *err) {
    cq_arena arena;
    cq_arena_init(&arena);
    cq_profiles *p = CQ_ARENA_NEW(&arena, cq_profiles);
    p->options = *options;
    p->arena = arena;
    p->here = cq_path_here(&p->arena);
    p->options.rule_folders = (cq_strs){0};
    for (uint32_t i = 0; i < options->rule_folders.len; i++)
        *CQ_ARRAY_PUSH(&p->arena, &p->options.rule_folders) =
            cq_str_dup(&p->arena, options->rule_folders.at[i]);
    p->shipped = cq_folders_shipped(&p->arena);
    if (!options->no_config) p->own = find_own(&p->arena);
    if (!options->file || options->no_config || load_named(p, err)) {
        *out = p;
        return true;
    }
    cq_profiles_close(p);
    return false;
}

void cq_profiles_close(cq_profiles *profiles) {
    if (!profiles) return;
    cq_arena arena = profiles->arena;
    cq_arena_release(&arena);
}

void cq_profiles_forget(cq_profiles *profiles) {
    memset(profiles->folders, 0, sizeof profiles->folders);
    profiles->entries = profiles->own_config = NULL;
    profiles->own_rules = CQ_STR("");
    profiles->has_looked_at_own = false;
}
