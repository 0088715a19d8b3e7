#include "text/markup_entity.h"

#include "base/utf8.h"

#include <stdlib.h>

#define LONGEST_NAME 24u
#define OLD 0x200000u /* HTML reads it without its semicolon, too */

typedef struct entity {
    const char *name;
    uint32_t code_point; /* and OLD */
} entity;

/* The entities of HTML 4.01 (section 24), and those of HTML's living standard (section 13.5) that
   stand for letters, spaces and signs of prose. Sorted bytewise, for bsearch. */
/* clang-format off */
static const entity entities[] = {
    {"AElig", 0xC6 | OLD}, {"AMP", 0x26 | OLD}, {"Aacute", 0xC1 | OLD}, {"Abreve", 0x102},
    {"Acirc", 0xC2 | OLD}, {"Agrave", 0xC0 | OLD}, {"Alpha", 0x391}, {"Amacr", 0x100},
    {"Aogon", 0x104}, {"Aring", 0xC5 | OLD}, {"Atilde", 0xC3 | OLD}, {"Auml", 0xC4 | OLD},
    {"Beta", 0x392}, {"COPY", 0xA9 | OLD}, {"Cacute", 0x106}, {"Ccaron", 0x10C},
    {"Ccedil", 0xC7 | OLD}, {"Chi", 0x3A7}, {"Dagger", 0x2021}, {"Dcaron", 0x10E}, {"Delta", 0x394},
    {"Dstrok", 0x110}, {"ETH", 0xD0 | OLD}, {"Eacute", 0xC9 | OLD}, {"Ecaron", 0x11A},
    {"Ecirc", 0xCA | OLD}, {"Egrave", 0xC8 | OLD}, {"Emacr", 0x112}, {"Eogon", 0x118},
    {"Epsilon", 0x395}, {"Eta", 0x397}, {"Euml", 0xCB | OLD}, {"GT", 0x3E | OLD}, {"Gamma", 0x393},
    {"Gbreve", 0x11E}, {"Hat", 0x5E}, {"Iacute", 0xCD | OLD}, {"Icirc", 0xCE | OLD},
    {"Idot", 0x130}, {"Igrave", 0xCC | OLD}, {"Imacr", 0x12A}, {"Iota", 0x399},
    {"Iuml", 0xCF | OLD}, {"Kappa", 0x39A}, {"LT", 0x3C | OLD}, {"Lambda", 0x39B},
    {"Lstrok", 0x141}, {"Mu", 0x39C}, {"Nacute", 0x143}, {"Ncaron", 0x147}, {"NewLine", 0xA},
    {"NoBreak", 0x2060}, {"NonBreakingSpace", 0xA0}, {"Ntilde", 0xD1 | OLD}, {"Nu", 0x39D},
    {"OElig", 0x152}, {"Oacute", 0xD3 | OLD}, {"Ocirc", 0xD4 | OLD}, {"Odblac", 0x150},
    {"Ograve", 0xD2 | OLD}, {"Omacr", 0x14C}, {"Omega", 0x3A9}, {"Omicron", 0x39F},
    {"Oslash", 0xD8 | OLD}, {"Otilde", 0xD5 | OLD}, {"Ouml", 0xD6 | OLD}, {"Phi", 0x3A6},
    {"Pi", 0x3A0}, {"Prime", 0x2033}, {"Psi", 0x3A8}, {"QUOT", 0x22 | OLD}, {"REG", 0xAE | OLD},
    {"Rcaron", 0x158}, {"Rho", 0x3A1}, {"Sacute", 0x15A}, {"Scaron", 0x160}, {"Scedil", 0x15E},
    {"Sigma", 0x3A3}, {"THORN", 0xDE | OLD}, {"TRADE", 0x2122}, {"Tab", 0x9}, {"Tau", 0x3A4},
    {"Tcaron", 0x164}, {"Theta", 0x398}, {"Uacute", 0xDA | OLD}, {"Ucirc", 0xDB | OLD},
    {"Udblac", 0x170}, {"Ugrave", 0xD9 | OLD}, {"Umacr", 0x16A}, {"Upsilon", 0x3A5},
    {"Uring", 0x16E}, {"Uuml", 0xDC | OLD}, {"Xi", 0x39E}, {"Yacute", 0xDD | OLD}, {"Yuml", 0x178},
    {"Zacute", 0x179}, {"Zdot", 0x17B}, {"ZeroWidthSpace", 0x200B}, {"Zeta", 0x396},
    {"aacute", 0xE1 | OLD}, {"abreve", 0x103}, {"acirc", 0xE2 | OLD}, {"acute", 0xB4 | OLD},
    {"aelig", 0xE6 | OLD}, {"agrave", 0xE0 | OLD}, {"alefsym", 0x2135}, {"alpha", 0x3B1},
    {"amacr", 0x101}, {"amp", 0x26 | OLD}, {"and", 0x2227}, {"ang", 0x2220}, {"aogon", 0x105},
    {"apos", 0x27}, {"aring", 0xE5 | OLD}, {"ast", 0x2A}, {"asymp", 0x2248}, {"atilde", 0xE3 | OLD},
    {"auml", 0xE4 | OLD}, {"bdquo", 0x201E}, {"beta", 0x3B2}, {"blank", 0x2423},
    {"brvbar", 0xA6 | OLD}, {"bsol", 0x5C}, {"bull", 0x2022}, {"bullet", 0x2022}, {"cacute", 0x107},
    {"cap", 0x2229}, {"ccaron", 0x10D}, {"ccedil", 0xE7 | OLD}, {"cedil", 0xB8 | OLD},
    {"cent", 0xA2 | OLD}, {"centerdot", 0xB7}, {"check", 0x2713}, {"chi", 0x3C7}, {"cir", 0x25CB},
    {"circ", 0x2C6}, {"clubs", 0x2663}, {"colon", 0x3A}, {"comma", 0x2C}, {"commat", 0x40},
    {"cong", 0x2245}, {"copy", 0xA9 | OLD}, {"copysr", 0x2117}, {"crarr", 0x21B5},
    {"cross", 0x2717}, {"cup", 0x222A}, {"curren", 0xA4 | OLD}, {"dArr", 0x21D3},
    {"dagger", 0x2020}, {"darr", 0x2193}, {"dash", 0x2010}, {"dcaron", 0x10F}, {"deg", 0xB0 | OLD},
    {"delta", 0x3B4}, {"diams", 0x2666}, {"divide", 0xF7 | OLD}, {"dollar", 0x24},
    {"dstrok", 0x111}, {"eacute", 0xE9 | OLD}, {"ecaron", 0x11B}, {"ecirc", 0xEA | OLD},
    {"egrave", 0xE8 | OLD}, {"emacr", 0x113}, {"empty", 0x2205}, {"emsp", 0x2003},
    {"emsp13", 0x2004}, {"emsp14", 0x2005}, {"ensp", 0x2002}, {"eogon", 0x119}, {"epsilon", 0x3B5},
    {"equals", 0x3D}, {"equiv", 0x2261}, {"eta", 0x3B7}, {"eth", 0xF0 | OLD}, {"euml", 0xEB | OLD},
    {"euro", 0x20AC}, {"excl", 0x21}, {"exist", 0x2203}, {"female", 0x2640}, {"fnof", 0x192},
    {"forall", 0x2200}, {"frac12", 0xBD | OLD}, {"frac13", 0x2153}, {"frac14", 0xBC | OLD},
    {"frac15", 0x2155}, {"frac18", 0x215B}, {"frac23", 0x2154}, {"frac34", 0xBE | OLD},
    {"frac38", 0x215C}, {"frac58", 0x215D}, {"frac78", 0x215E}, {"frasl", 0x2044}, {"gamma", 0x3B3},
    {"gbreve", 0x11F}, {"ge", 0x2265}, {"grave", 0x60}, {"gt", 0x3E | OLD}, {"hArr", 0x21D4},
    {"hairsp", 0x200A}, {"half", 0xBD}, {"harr", 0x2194}, {"hearts", 0x2665}, {"hellip", 0x2026},
    {"horbar", 0x2015}, {"hyphen", 0x2010}, {"iacute", 0xED | OLD}, {"icirc", 0xEE | OLD},
    {"iexcl", 0xA1 | OLD}, {"igrave", 0xEC | OLD}, {"imacr", 0x12B}, {"image", 0x2111},
    {"imath", 0x131}, {"incare", 0x2105}, {"infin", 0x221E}, {"inodot", 0x131}, {"int", 0x222B},
    {"iota", 0x3B9}, {"iquest", 0xBF | OLD}, {"isin", 0x2208}, {"iuml", 0xEF | OLD},
    {"kappa", 0x3BA}, {"lArr", 0x21D0}, {"lambda", 0x3BB}, {"lang", 0x2329}, {"laquo", 0xAB | OLD},
    {"larr", 0x2190}, {"lbrace", 0x7B}, {"lbrack", 0x5B}, {"lceil", 0x2308}, {"lcub", 0x7B},
    {"ldquo", 0x201C}, {"ldquor", 0x201E}, {"le", 0x2264}, {"leftarrow", 0x2190},
    {"lfloor", 0x230A}, {"lowast", 0x2217}, {"lowbar", 0x5F}, {"loz", 0x25CA}, {"lpar", 0x28},
    {"lrm", 0x200E}, {"lsaquo", 0x2039}, {"lsqb", 0x5B}, {"lsquo", 0x2018}, {"lsquor", 0x201A},
    {"lstrok", 0x142}, {"lt", 0x3C | OLD}, {"macr", 0xAF | OLD}, {"male", 0x2642}, {"map", 0x21A6},
    {"mdash", 0x2014}, {"micro", 0xB5 | OLD}, {"middot", 0xB7 | OLD}, {"minus", 0x2212},
    {"mldr", 0x2026}, {"mu", 0x3BC}, {"nabla", 0x2207}, {"nacute", 0x144}, {"nbsp", 0xA0 | OLD},
    {"ncaron", 0x148}, {"ndash", 0x2013}, {"ne", 0x2260}, {"ni", 0x220B}, {"nldr", 0x2025},
    {"not", 0xAC | OLD}, {"notin", 0x2209}, {"nsub", 0x2284}, {"ntilde", 0xF1 | OLD}, {"nu", 0x3BD},
    {"num", 0x23}, {"numero", 0x2116}, {"numsp", 0x2007}, {"oacute", 0xF3 | OLD},
    {"ocirc", 0xF4 | OLD}, {"odblac", 0x151}, {"oelig", 0x153}, {"ograve", 0xF2 | OLD},
    {"oline", 0x203E}, {"omacr", 0x14D}, {"omega", 0x3C9}, {"omicron", 0x3BF}, {"oplus", 0x2295},
    {"or", 0x2228}, {"ordf", 0xAA | OLD}, {"ordm", 0xBA | OLD}, {"oslash", 0xF8 | OLD},
    {"otilde", 0xF5 | OLD}, {"otimes", 0x2297}, {"ouml", 0xF6 | OLD}, {"para", 0xB6 | OLD},
    {"part", 0x2202}, {"percnt", 0x25}, {"period", 0x2E}, {"permil", 0x2030}, {"perp", 0x22A5},
    {"phi", 0x3C6}, {"phone", 0x260E}, {"pi", 0x3C0}, {"piv", 0x3D6}, {"plus", 0x2B},
    {"plusmn", 0xB1 | OLD}, {"pound", 0xA3 | OLD}, {"prime", 0x2032}, {"prod", 0x220F},
    {"prop", 0x221D}, {"psi", 0x3C8}, {"puncsp", 0x2008}, {"quest", 0x3F}, {"quot", 0x22 | OLD},
    {"rArr", 0x21D2}, {"radic", 0x221A}, {"rang", 0x232A}, {"raquo", 0xBB | OLD}, {"rarr", 0x2192},
    {"rbrace", 0x7D}, {"rbrack", 0x5D}, {"rcaron", 0x159}, {"rceil", 0x2309}, {"rcub", 0x7D},
    {"rdquo", 0x201D}, {"rdquor", 0x201D}, {"real", 0x211C}, {"reg", 0xAE | OLD},
    {"rfloor", 0x230B}, {"rho", 0x3C1}, {"rightarrow", 0x2192}, {"rlm", 0x200F}, {"rpar", 0x29},
    {"rsaquo", 0x203A}, {"rsqb", 0x5D}, {"rsquo", 0x2019}, {"rsquor", 0x2019}, {"sacute", 0x15B},
    {"sbquo", 0x201A}, {"scaron", 0x161}, {"scedil", 0x15F}, {"sdot", 0x22C5}, {"sect", 0xA7 | OLD},
    {"semi", 0x3B}, {"shy", 0xAD | OLD}, {"sigma", 0x3C3}, {"sigmaf", 0x3C2}, {"sim", 0x223C},
    {"sol", 0x2F}, {"spades", 0x2660}, {"square", 0x25A1}, {"star", 0x2606}, {"starf", 0x2605},
    {"sub", 0x2282}, {"sube", 0x2286}, {"sum", 0x2211}, {"sup", 0x2283}, {"sup1", 0xB9 | OLD},
    {"sup2", 0xB2 | OLD}, {"sup3", 0xB3 | OLD}, {"supe", 0x2287}, {"szlig", 0xDF | OLD},
    {"tau", 0x3C4}, {"tcaron", 0x165}, {"there4", 0x2234}, {"theta", 0x3B8}, {"thetasym", 0x3D1},
    {"thinsp", 0x2009}, {"thorn", 0xFE | OLD}, {"tilde", 0x2DC}, {"times", 0xD7 | OLD},
    {"trade", 0x2122}, {"uArr", 0x21D1}, {"uacute", 0xFA | OLD}, {"uarr", 0x2191},
    {"ucirc", 0xFB | OLD}, {"udblac", 0x171}, {"ugrave", 0xF9 | OLD}, {"umacr", 0x16B},
    {"uml", 0xA8 | OLD}, {"upsih", 0x3D2}, {"upsilon", 0x3C5}, {"uring", 0x16F},
    {"uuml", 0xFC | OLD}, {"verbar", 0x7C}, {"vert", 0x7C}, {"weierp", 0x2118}, {"xi", 0x3BE},
    {"yacute", 0xFD | OLD}, {"yen", 0xA5 | OLD}, {"yuml", 0xFF | OLD}, {"zacute", 0x17A},
    {"zdot", 0x17C}, {"zeta", 0x3B6}, {"zwj", 0x200D}, {"zwnj", 0x200C},
};
/* clang-format on */

static int compare_to_entity(const void *key, const void *item) {
    return cq_str_compare(*(const cq_str *)key, cq_str_of(((const entity *)item)->name));
}

static const entity *find_entity(cq_str name) {
    return bsearch(&name, entities, sizeof entities / sizeof *entities, sizeof *entities,
                   compare_to_entity);
}

static bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The longest name without a semicolon that HTML knows at the start of `name`. */
static const entity *find_old_entity(cq_str name, uint32_t *length) {
    for (*length = (uint32_t)(name.len < 6 ? name.len : 6); *length >= 2; --*length) {
        const entity *found = find_entity(cq_str_slice(name, 0, *length));
        if (found && (found->code_point & OLD)) return found;
    }
    return NULL;
}

static uint32_t read_named(cq_str at, bool is_html, uint32_t *code_point) {
    uint32_t length = 0;
    while (length + 1 < at.len && length < LONGEST_NAME && is_alphanumeric(at.ptr[length + 1]))
        length++;
    cq_str name = cq_str_slice(at, 1, 1 + length);
    bool is_closed = length + 1 < at.len && at.ptr[length + 1] == ';';
    const entity *found = is_closed ? find_entity(name) : NULL;
    if (!found && is_html) {
        is_closed = false;
        found = find_old_entity(name, &length);
    }
    if (!found) return 0;
    *code_point = found->code_point & ~OLD;
    return 1 + length + (is_closed ? 1 : 0);
}

/* What HTML makes of the numbers 0x80 to 0x9F: they are Windows-1252. */
static const uint16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static uint32_t settle_number(uint32_t value) {
    if (value >= 0x80 && value < 0xA0) return windows[value - 0x80];
    bool is_bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
    return is_bad ? 0xFFFD : value;
}

static int read_digit(char c, bool is_hex) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return is_hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static uint32_t read_numeric(cq_str at, bool is_html, uint32_t *code_point) {
    bool is_hex = at.len > 2 && (at.ptr[2] | 0x20) == 'x';
    uint32_t start = is_hex ? 3 : 2, i = start, value = 0;
    for (; i < at.len && i - start < 8 && read_digit(at.ptr[i], is_hex) >= 0; i++)
        value = value * (is_hex ? 16 : 10) + (uint32_t)read_digit(at.ptr[i], is_hex);
    bool is_closed = i < at.len && at.ptr[i] == ';';
    if (i == start || (!is_closed && !is_html)) return 0;
    *code_point = settle_number(value);
    return i + (is_closed ? 1 : 0);
}

uint32_t cq_markup_entity_read(cq_str at, bool is_html, cq_markup_entity *out) {
    uint32_t code_point, length;
    if (at.len < 3 || at.ptr[0] != '&') return 0;
    if (at.ptr[1] == '#')
        length = read_numeric(at, is_html, &code_point);
    else
        length = read_named(at, is_html, &code_point);
    /* Who writes &nbsp; means it: to the rules it is a space like any other. */
    if (length) out->len = cq_utf8_encode(code_point == 0xA0 ? ' ' : code_point, out->bytes);
    return length;
}
