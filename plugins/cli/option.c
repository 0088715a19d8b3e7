#include "plugins/cli/option.h"

#include "plugins/cli/suggest.h"

typedef struct reader {
    const cq_option *options;
    char *target;
    int argc;
    char **argv;
    int next; /* index of the argument to read */
} reader;

static const cq_option *find_name(const cq_option *options, cq_str name) {
    for (const cq_option *option = options; option->name; option++)
        if (cq_str_is_equal(name, cq_str_of(option->name))) return option;
    return NULL;
}

static const cq_option *find_letter(const cq_option *options, char letter) {
    for (const cq_option *option = options; option->name; option++)
        if (option->letter && option->letter == letter) return option;
    return NULL;
}

static bool fail_unknown(const cq_option *options, cq_str name, cq_err *err) {
    cq_suggest suggest = cq_suggest_begin(name);
    for (const cq_option *option = options; option->name; option++)
        cq_suggest_offer(&suggest, cq_str_of(option->name));
    if (!suggest.best.len) return cq_fail(err, CQ_EINVAL, "unknown option --%.*s", CQ_FMT(name));
    return cq_fail(err, CQ_EINVAL, "unknown option --%.*s; did you mean --%.*s?", CQ_FMT(name),
                   CQ_FMT(suggest.best));
}

static bool take(reader *in, const cq_option *option, const char *value, cq_err *err) {
    cq_err reason;
    if (option->take(in->target + option->offset, value, &reason)) return true;
    return cq_fail(err, reason.code, "--%s: %s", option->name, reason.message);
}

/* The value is what stands behind "=" or the letter, or the next argument. */
static bool take_value(reader *in, const cq_option *option, const char *attached, cq_err *err) {
    if (!option->value)
        return attached ? cq_fail(err, CQ_EINVAL, "--%s takes no value", option->name)
                        : take(in, option, NULL, err);
    if (attached) return take(in, option, attached, err);
    if (in->next >= in->argc)
        return cq_fail(err, CQ_EINVAL, "--%s needs a value: %s", option->name, option->value);
    return take(in, option, in->argv[in->next++], err);
}

static bool read_long(reader *in, const char *argument, cq_err *err) {
    const char *equals = strchr(argument, '=');
    cq_str name = cq_str_of(argument);
    if (equals) name.len = (size_t)(equals - argument);
    const cq_option *option = find_name(in->options, name);
    if (!option) return fail_unknown(in->options, name, err);
    return take_value(in, option, equals ? equals + 1 : NULL, err);
}

/* "-q", "-j2", "-j 2", and letters without values together: "-qx". */
static bool read_letters(reader *in, const char *letters, cq_err *err) {
    for (; *letters; letters++) {
        const cq_option *option = find_letter(in->options, *letters);
        if (!option) return cq_fail(err, CQ_EINVAL, "unknown option -%c", *letters);
        if (option->value) return take_value(in, option, letters[1] ? letters + 1 : NULL, err);
        if (!take(in, option, NULL, err)) return false;
    }
    return true;
}

bool cq_option_read(void *target, cq_strs *operands, cq_arena *arena, const cq_option *options,
                    int argc, char **argv, cq_err *err) {
    reader in = {.options = options, .target = target, .argc = argc, .argv = argv};
    bool are_options_over = false;
    while (in.next < argc) {
        const char *argument = argv[in.next++];
        bool ok = true;
        if (are_options_over || argument[0] != '-' || argument[1] == '\0')
            *CQ_ARRAY_PUSH(arena, operands) = cq_str_of(argument);
        else if (strcmp(argument, "--") == 0)
            are_options_over = true;
        else if (argument[1] == '-')
            ok = read_long(&in, argument + 2, err);
        else
            ok = read_letters(&in, argument + 1, err);
        if (!ok) return false;
    }
    return true;
}

enum { HELP_COLUMN = 28 };

static void push_padding(cq_buf *out, size_t from) {
    for (size_t column = from; column < HELP_COLUMN; column++) cq_buf_push(out, ' ');
}

static void push_option(cq_buf *out, const cq_option *option) {
    size_t start = out->len;
    cq_buf_push_str(out, CQ_STR("  "));
    if (option->letter) cq_buf_push_format(out, "-%c, ", option->letter);
    cq_buf_push_format(out, "--%s", option->name);
    if (option->value) cq_buf_push_format(out, " %s", option->value);
    if (out->len - start >= HELP_COLUMN - 1) {
        cq_buf_push(out, '\n');
        start = out->len;
    }
    push_padding(out, out->len - start);
    for (const char *p = option->help; *p; p++) {
        cq_buf_push(out, *p);
        if (*p == '\n') push_padding(out, 0);
    }
    cq_buf_push(out, '\n');
}

void cq_option_push_help(cq_buf *out, const cq_option *options) {
    for (const cq_option *option = options; option->name; option++) push_option(out, option);
}

bool cq_option_take_flag(void *field, const char *value, cq_err *err) {
    (void)value, (void)err;
    *(bool *)field = true;
    return true;
}

bool cq_option_take_text(void *field, const char *value, cq_err *err) {
    if (!*value) return cq_fail(err, CQ_EINVAL, "the value is empty");
    *(const char **)field = value;
    return true;
}

bool cq_option_take_number(void *field, const char *value, cq_err *err) {
    uint32_t number = 0;
    for (const char *p = value; *p; p++) {
        if (*p < '0' || *p > '9' || number > 1000000)
            return cq_fail(err, CQ_EINVAL, "'%s' is not a number from 1 to 1000000", value);
        number = number * 10 + (uint32_t)(*p - '0');
    }
    if (number == 0 || number > 1000000)
        return cq_fail(err, CQ_EINVAL, "'%s' is not a number from 1 to 1000000", value);
    *(uint32_t *)field = number;
    return true;
}

bool cq_option_take_level(void *field, const char *value, cq_err *err) {
    cq_level level;
    if (!cq_level_of_name(&level, cq_str_of(value)) || level == CQ_LEVEL_OFF)
        return cq_fail(err, CQ_EINVAL, "'%s' is none of error, warning, hint", value);
    *(cq_level *)field = level;
    return true;
}

bool cq_option_take_list(void *field, const char *value, cq_err *err) {
    cq_option_list *list = field;
    (void)err;
    *CQ_ARRAY_PUSH(&list->arena, &list->values) = value;
    return true;
}

void cq_option_list_release(cq_option_list *list) {
    cq_arena_release(&list->arena);
    *list = (cq_option_list){0};
}
