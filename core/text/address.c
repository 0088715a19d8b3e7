#include "text/address.h"

#include "text/char_class.h"

/* Endings of host names that are no English words, so that "it ended.in the end" is no host. */
static const char host_endings[] =
    " app au biz br ca ch cn com de dev edu eu fr gov info int io jp kr mil net nl nz org pl ru se "
    "tv ua uk ";
static const char file_endings[] =
    " 7z avi bash bz2 c cc cfg conf cpp cs css csv deb dll docx exe gif gz h hpp htm html ini "
    "ipynb java jpeg jpg js json jsx kt lua md mjs mov mp3 mp4 odt pdf php pl png po pot pptx py "
    "rb rpm rs rst scss sh sql svg tar tmx toml ts tsv tsx txt wav webp xliff xlsx xml xz yaml "
    "yml zip ";
/* These are words too, so they need a folder before them. */
static const char folder_file_endings[] = " bak doc env go in lock log ";

#define LONGEST_ENDING 8

static bool is_listed(const char *list, cq_str ending) {
    char framed[LONGEST_ENDING + 2] = " ";
    if (ending.len == 0 || ending.len > LONGEST_ENDING) return false;
    memcpy(framed + 1, ending.ptr, ending.len);
    framed[ending.len + 1] = ' ';
    return cq_str_find(cq_str_of(list), (cq_str){framed, ending.len + 2}) != SIZE_MAX;
}

/* A byte above 0x7F that an address may hold: not the typographic punctuation and spaces. */
static bool is_high_in_address(cq_str text, size_t at) {
    unsigned char first = (unsigned char)text.ptr[at];
    unsigned char second = at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
    switch (first) {
    case 0xC2: return second != 0xA0 && second != 0xAB && second != 0xBB;
    case 0xE2:
    case 0xE3: return second != 0x80;
    case 0xEF: return false;
    default: return true;
    }
}

/* The end of what could be one address: no spaces, marks, brackets or commas. */
static size_t scan_chunk(cq_str text, size_t at) {
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        unsigned class = cq_char_class_of(c);
        if (class & CQ_CHAR_ALNUM) continue;
        if (class & CQ_CHAR_HIGH) {
            if (!is_high_in_address(text, at)) break;
        } else if (c == ':') {
            char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
            if (next != '/' && next != '\\' && !(cq_char_class_of(next) & CQ_CHAR_ALNUM)) break;
        } else if (!c || !strchr(".@/\\+-_%~#?&", c)) {
            break;
        }
    }
    return at;
}

static size_t scan_url_rest(cq_str text, size_t at) {
    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        bool is_inner = c >= 0x80 ? is_high_in_address(text, at)
                                  : c > ' ' && c != 0x7F && !strchr("\"<>\\^`{}|", c);
        if (!is_inner) break;
    }
    return at;
}

/* Without the punctuation that belongs to the sentence around it; a closing parenthesis stays where
   the address opens one. */
static size_t trim_end(cq_str text, size_t start, size_t end) {
    int open = 0;
    for (size_t i = start; i < end; i++) open += (text.ptr[i] == '(') - (text.ptr[i] == ')');
    while (end > start) {
        char c = text.ptr[end - 1];
        if (c == ')' && open < 0)
            open++;
        else if (!strchr(".,;:!?'*_]", c) || !c)
            break;
        end--;
    }
    return end;
}

static cq_address make_url(cq_str text, size_t start, size_t at) {
    return (cq_address){trim_end(text, start, scan_url_rest(text, at)), CQ_TOKEN_URL};
}

static bool is_host_byte(char c) {
    return (cq_char_class_of(c) & CQ_CHAR_ALNUM) || c == '-';
}

/* The end of dotted labels from `at` on; *last_dot: the dot before the last one, or SIZE_MAX. */
static size_t scan_host(cq_str chunk, size_t at, size_t *last_dot) {
    *last_dot = SIZE_MAX;
    for (; at < chunk.len; at++) {
        char c = chunk.ptr[at];
        bool is_dot = c == '.' && at > 0 && at + 1 < chunk.len && is_host_byte(chunk.ptr[at - 1]) &&
                      is_host_byte(chunk.ptr[at + 1]);
        if (is_dot)
            *last_dot = at;
        else if (!is_host_byte(c))
            break;
    }
    return at;
}

static bool has_prefix_of_any_case(cq_str s, const char *lower) {
    size_t len = strlen(lower);
    for (size_t i = 0; i < len; i++) {
        bool is_upper = i < s.len && cq_char_class_of(s.ptr[i]) & CQ_CHAR_UPPER;
        if (i >= s.len || (is_upper ? s.ptr[i] | 0x20 : s.ptr[i]) != lower[i]) return false;
    }
    return true;
}

/* scheme://, www., mailto: */
static bool is_url(cq_str chunk) {
    size_t at = 0;
    while (at < chunk.len && (is_host_byte(chunk.ptr[at]) || chunk.ptr[at] == '+')) at++;
    if (cq_str_has_prefix(cq_str_slice(chunk, at, chunk.len), CQ_STR("://")))
        return at > 1 && at + 3 < chunk.len;
    return (has_prefix_of_any_case(chunk, "www.") && chunk.len > 5) ||
           (has_prefix_of_any_case(chunk, "mailto:") && chunk.len > 7);
}

static size_t scan_email(cq_str chunk) {
    size_t at = 0, last_dot;
    while (at < chunk.len && (is_host_byte(chunk.ptr[at]) || strchr("._+%", chunk.ptr[at]))) at++;
    if (at == 0 || at >= chunk.len || chunk.ptr[at] != '@') return 0;
    size_t end = scan_host(chunk, at + 1, &last_dot);
    return last_dot != SIZE_MAX && last_dot > at && end - last_dot > 2 ? end : 0;
}

/* example.com, and with an upper-case ending only the three that nothing else is. */
static size_t scan_bare_host(cq_str chunk) {
    size_t last_dot, end = scan_host(chunk, 0, &last_dot);
    if (last_dot == SIZE_MAX || last_dot < 2) return 0;
    cq_str ending = cq_str_slice(chunk, last_dot + 1, end);
    bool is_common = ending.len == 3 && (has_prefix_of_any_case(ending, "com") ||
                                         has_prefix_of_any_case(ending, "org") ||
                                         has_prefix_of_any_case(ending, "net"));
    bool ends_here = end == chunk.len || strchr("/:?#.", chunk.ptr[end]);
    return ends_here && (is_common || is_listed(host_endings, ending)) ? end : 0;
}

static cq_str get_ending(cq_str path) {
    size_t dot = cq_str_find_last(path, '.');
    size_t slash = cq_str_find_last(path, '/');
    if (dot == SIZE_MAX || dot < 2 || (slash != SIZE_MAX && dot < slash)) return CQ_STR("");
    return cq_str_slice(path, dot + 1, path.len);
}

static bool is_path(cq_str path) {
    if (path.len > 2 && path.ptr[1] == ':' && (path.ptr[2] == '\\' || path.ptr[2] == '/'))
        return true;
    cq_str ending = get_ending(path);
    bool has_folder = cq_str_find_last(path, '/') != SIZE_MAX;
    return is_listed(file_endings, ending) ||
           (has_folder && is_listed(folder_file_endings, ending));
}

cq_address cq_address_scan(cq_str text, size_t start, size_t *plain_until) {
    size_t chunk_end = scan_chunk(text, start);
    size_t end = trim_end(text, start, chunk_end);
    cq_str chunk = cq_str_slice(text, start, end);
    if (is_url(chunk)) return make_url(text, start, end);
    size_t used = scan_email(chunk);
    if (used) return (cq_address){start + used, CQ_TOKEN_EMAIL};
    if (is_path(chunk)) return (cq_address){end, CQ_TOKEN_PATH};
    used = scan_bare_host(chunk);
    if (used)
        return used < chunk.len && chunk.ptr[used] != '.'
                   ? make_url(text, start, start + used)
                   : (cq_address){start + used, CQ_TOKEN_URL};
    *plain_until = chunk_end;
    return (cq_address){0, CQ_TOKEN_WORD};
}

static bool is_path_byte(cq_str text, size_t at) {
    unsigned class = cq_char_class_of(text.ptr[at]);
    if (class & CQ_CHAR_HIGH) return is_high_in_address(text, at);
    return class & CQ_CHAR_ALNUM || (text.ptr[at] && strchr("/._-+~@%", text.ptr[at]));
}

size_t cq_address_scan_path(cq_str text, size_t start) {
    size_t at = start;
    while (at < text.len && is_path_byte(text, at)) at++;
    size_t end = trim_end(text, start, at);
    cq_str path = cq_str_slice(text, start, end);
    if (cq_str_has_prefix(path, CQ_STR("~/")) || cq_str_has_prefix(path, CQ_STR("./")) ||
        cq_str_has_prefix(path, CQ_STR("../")))
        return end;
    if (path.len < 3 || path.ptr[0] != '/' || path.ptr[1] == '/') return 0;
    bool has_second = cq_str_find(cq_str_slice(path, 1, path.len), CQ_STR("/")) != SIZE_MAX;
    return has_second || is_path(path) ? end : 0;
}

size_t cq_address_scan_name(cq_str text, size_t start) {
    bool is_tag = text.ptr[start] == '#', has_letter = false;
    size_t at = start + 1;
    while (at < text.len) {
        uint32_t length, c = cq_char_at(text, at, &length);
        bool is_inner = (c == '.' || c == '-' || c == '@') && !is_tag &&
                        cq_char_is_alnum(cq_char_at(text, at + 1, NULL));
        if (c != '_' && !cq_char_is_alnum(c) && !(is_inner && at > start + 1) &&
            !(is_tag && cq_char_kind_of(c) == CQ_KIND_IDEOGRAPH))
            break;
        has_letter |= !(c < 0x80 && cq_char_classes[c] & CQ_CHAR_DIGIT) && c != '_';
        at += length;
    }
    return has_letter ? at : 0;
}
