#include "check/rule.h"

#include <strings.h>

static const char *const level_names[] = {
    [CQ_LEVEL_OFF] = "off",
    [CQ_LEVEL_HINT] = "hint",
    [CQ_LEVEL_WARNING] = "warning",
    [CQ_LEVEL_ERROR] = "error",
};

const char *cq_level_name(cq_level level) {
    return level_names[level];
}

bool cq_level_of_name(cq_level *out, cq_str name) {
    for (size_t i = 0; i < sizeof level_names / sizeof *level_names; i++) {
        if (cq_str_is_equal(name, cq_str_of(level_names[i]))) {
            *out = (cq_level)i;
            return true;
        }
    }
    return false;
}

/* BCP 47: the primary subtag ends at the first hyphen (some write an underscore). */
static cq_str primary_subtag(cq_str language) {
    size_t len = 0;
    while (len < language.len && language.ptr[len] != '-' && language.ptr[len] != '_') len++;
    return cq_str_slice(language, 0, len);
}

static bool is_same_language(cq_str a, cq_str b) {
    a = primary_subtag(a);
    b = primary_subtag(b);
    return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

bool cq_rule_is_for(const cq_rule *rule, cq_str language, cq_str source_language) {
    if (!cq_str_is_equal(rule->language, CQ_STR("any")) &&
        !is_same_language(rule->language, language))
        return false;
    if (rule->sources.len == 0) return true;
    for (uint32_t i = 0; i < rule->sources.len; i++)
        if (is_same_language(rule->sources.at[i], source_language)) return true;
    return false;
}

bool cq_rule_is_kebab_case(cq_str name) {
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool is_hyphen = c == '-' && i > 0 && i + 1 < name.len && name.ptr[i - 1] != '-';
        if (!is_hyphen && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
    }
    return name.len > 0;
}
