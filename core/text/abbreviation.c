#include "text/abbreviation.h"

#include "text/char_class.h"

#include <stdlib.h>

/* What must follow for a word and a stop to be the abbreviation. */
enum { ANY, NUMBER, UPPER };

typedef struct entry {
    const char *word; /* lower case, without the stop; sorted */
    uint8_t before;   /* ANY, NUMBER, UPPER */
    uint8_t end;      /* cq_abbreviation_end */
} entry;

struct cq_abbreviations {
    const char *language;
    const entry *entries;
    size_t entry_count;
    const char *starters; /* this and the next: words with a space before and behind each */
    const char *calendar;
    const char *before_ordinal;
    const char *said;
};

#define NEVER CQ_ABBREVIATION_NEVER
#define STRONG CQ_ABBREVIATION_STRONG
#define ANY_UPPER CQ_ABBREVIATION_UPPER

/* Words that are also plain English (no, art, fig, sat) count only before a number or a name. */
// clang-format off
static const entry english[] = {
    {"adm", UPPER, NEVER},    {"al", ANY, ANY_UPPER},   {"approx", ANY, NEVER},
    {"apr", NUMBER, NEVER},   {"apt", NUMBER, NEVER},   {"assn", ANY, STRONG},
    {"assoc", ANY, STRONG},   {"atty", UPPER, NEVER},   {"aug", NUMBER, NEVER},
    {"ave", ANY, STRONG},     {"bldg", ANY, STRONG},    {"blvd", ANY, STRONG},
    {"brig", UPPER, NEVER},   {"bros", ANY, STRONG},    {"c", NUMBER, NEVER},
    {"ca", NUMBER, NEVER},    {"capt", UPPER, NEVER},   {"cf", ANY, NEVER},
    {"ch", NUMBER, NEVER},    {"chap", NUMBER, NEVER},  {"cmdr", UPPER, NEVER},
    {"co", ANY, STRONG},      {"col", UPPER, NEVER},    {"comdr", UPPER, NEVER},
    {"cont", ANY, STRONG},    {"corp", ANY, STRONG},    {"cpl", UPPER, NEVER},
    {"dec", NUMBER, NEVER},   {"dept", ANY, STRONG},    {"det", UPPER, NEVER},
    {"dr", UPPER, NEVER},     {"drs", UPPER, NEVER},    {"e.g", ANY, NEVER},
    {"ed", UPPER, NEVER},     {"eds", ANY, STRONG},     {"eq", NUMBER, NEVER},
    {"esp", ANY, NEVER},      {"esq", ANY, STRONG},     {"est", NUMBER, NEVER},
    {"etc", ANY, ANY_UPPER},  {"excl", ANY, NEVER},     {"ext", NUMBER, NEVER},
    {"feb", NUMBER, NEVER},   {"fig", NUMBER, NEVER},   {"figs", NUMBER, NEVER},
    {"fr", UPPER, NEVER},     {"fri", NUMBER, NEVER},   {"ft", UPPER, NEVER},
    {"gen", UPPER, NEVER},    {"gov", UPPER, NEVER},    {"hon", UPPER, NEVER},
    {"i.e", ANY, NEVER},      {"ibid", ANY, STRONG},    {"inc", ANY, STRONG},
    {"incl", ANY, NEVER},     {"insp", UPPER, NEVER},   {"jan", NUMBER, NEVER},
    {"jr", ANY, STRONG},      {"jul", NUMBER, NEVER},   {"jun", NUMBER, NEVER},
    {"lieut", UPPER, NEVER},  {"lt", UPPER, NEVER},     {"ltd", ANY, STRONG},
    {"maj", UPPER, NEVER},    {"mar", NUMBER, NEVER},   {"messrs", UPPER, NEVER},
    {"mfg", ANY, STRONG},     {"misc", ANY, NEVER},     {"mlle", UPPER, NEVER},
    {"mme", UPPER, NEVER},    {"mr", ANY, NEVER},       {"mrs", ANY, NEVER},
    {"ms", UPPER, NEVER},     {"msgr", UPPER, NEVER},   {"mt", UPPER, NEVER},
    {"no", NUMBER, NEVER},    {"nos", NUMBER, NEVER},   {"nov", NUMBER, NEVER},
    {"oct", NUMBER, NEVER},   {"op", NUMBER, NEVER},    {"p", NUMBER, NEVER},
    {"p.s", ANY, NEVER},      {"par", NUMBER, NEVER},   {"para", NUMBER, NEVER},
    {"pg", NUMBER, NEVER},    {"pl", NUMBER, NEVER},    {"plc", ANY, STRONG},
    {"pp", NUMBER, NEVER},    {"pres", UPPER, NEVER},   {"prof", UPPER, NEVER},
    {"pt", NUMBER, NEVER},    {"pte", UPPER, NEVER},    {"pty", ANY, STRONG},
    {"pvt", UPPER, NEVER},    {"rd", ANY, STRONG},      {"rep", UPPER, NEVER},
    {"reps", UPPER, NEVER},   {"ret", ANY, STRONG},     {"rev", UPPER, NEVER},
    {"rs", NUMBER, NEVER},    {"sec", NUMBER, NEVER},   {"sen", UPPER, NEVER},
    {"sens", UPPER, NEVER},   {"sep", NUMBER, NEVER},   {"sept", NUMBER, NEVER},
    {"sgt", UPPER, NEVER},    {"spp", ANY, STRONG},     {"sq", ANY, NEVER},
    {"sr", ANY, STRONG},      {"st", UPPER, STRONG},    {"ste", UPPER, NEVER},
    {"supt", UPPER, NEVER},   {"tel", NUMBER, NEVER},   {"univ", ANY, STRONG},
    {"v", UPPER, NEVER},      {"viz", ANY, NEVER},      {"vol", NUMBER, NEVER},
    {"vols", NUMBER, NEVER},  {"vs", ANY, NEVER},
};

static const entry russian[] = {
    {"акад", UPPER, NEVER}, {"вв", ANY, STRONG}, {"г", ANY, STRONG}, {"гг", ANY, STRONG},
    {"гр", UPPER, NEVER}, {"д", NUMBER, NEVER}, {"доц", UPPER, NEVER}, {"др", ANY, STRONG},
    {"им", UPPER, NEVER}, {"инж", UPPER, NEVER}, {"кв", NUMBER, NEVER}, {"коп", ANY, STRONG},
    {"корп", NUMBER, NEVER}, {"млн", ANY, STRONG}, {"млрд", ANY, STRONG}, {"напр", ANY, NEVER},
    {"обл", ANY, STRONG}, {"оз", UPPER, NEVER}, {"ок", NUMBER, NEVER}, {"пер", UPPER, NEVER},
    {"пл", UPPER, NEVER}, {"пр", ANY, STRONG}, {"просп", UPPER, NEVER}, {"проф", UPPER, NEVER},
    {"рис", NUMBER, NEVER}, {"руб", ANY, STRONG}, {"св", UPPER, NEVER}, {"см", ANY, NEVER},
    {"ср", ANY, NEVER}, {"ст", NUMBER, NEVER}, {"стр", NUMBER, NEVER}, {"табл", NUMBER, NEVER},
    {"тел", NUMBER, NEVER}, {"тыс", ANY, STRONG}, {"ул", UPPER, NEVER}, {"чел", ANY, STRONG},
    {"экз", ANY, STRONG},
};
static const entry spanish[] = {
    {"admón", ANY, STRONG},  {"aprox", ANY, NEVER},   {"art", NUMBER, NEVER},
    {"arts", NUMBER, NEVER}, {"av", UPPER, NEVER},    {"avda", UPPER, NEVER},
    {"c", UPPER, NEVER},     {"cap", NUMBER, NEVER},  {"cfr", ANY, NEVER},
    {"cía", ANY, STRONG},    {"d", UPPER, NEVER},     {"dpto", ANY, STRONG},
    {"dr", UPPER, NEVER},    {"dra", UPPER, NEVER},   {"dras", UPPER, NEVER},
    {"dres", UPPER, NEVER},  {"dña", UPPER, NEVER},   {"ed", ANY, STRONG},
    {"ej", ANY, NEVER},      {"etc", ANY, ANY_UPPER}, {"excmo", ANY, NEVER},
    {"fig", NUMBER, NEVER},  {"gral", UPPER, NEVER},  {"ilmo", ANY, NEVER},
    {"lic", UPPER, NEVER},   {"mons", UPPER, NEVER},  {"n", NUMBER, NEVER},
    {"núm", NUMBER, NEVER},  {"p", NUMBER, NEVER},    {"pp", NUMBER, NEVER},
    {"prof", UPPER, NEVER},  {"pág", NUMBER, NEVER},  {"págs", NUMBER, NEVER},
    {"sr", UPPER, NEVER},    {"sra", UPPER, NEVER},   {"sras", UPPER, NEVER},
    {"sres", UPPER, NEVER},  {"srta", UPPER, NEVER},  {"sta", UPPER, NEVER},
    {"sto", UPPER, NEVER},   {"tel", NUMBER, NEVER},  {"ud", ANY, STRONG},
    {"uds", ANY, STRONG},    {"vd", ANY, STRONG},     {"vds", ANY, STRONG},
    {"vol", NUMBER, NEVER},
};

static const entry french[] = {
    {"adj", ANY, NEVER},     {"al", ANY, ANY_UPPER},  {"apr", ANY, NEVER},
    {"art", NUMBER, NEVER},  {"av", ANY, NEVER},      {"bd", UPPER, NEVER},
    {"cf", ANY, NEVER},      {"chap", NUMBER, NEVER}, {"dr", UPPER, NEVER},
    {"env", ANY, NEVER},     {"etc", ANY, ANY_UPPER}, {"ex", ANY, NEVER},
    {"fig", NUMBER, NEVER},  {"m", UPPER, NEVER},     {"mgr", UPPER, NEVER},
    {"mm", UPPER, NEVER},    {"n", NUMBER, NEVER},    {"p", NUMBER, NEVER},
    {"pp", NUMBER, NEVER},   {"pr", UPPER, NEVER},    {"prof", UPPER, NEVER},
    {"st", UPPER, NEVER},    {"ste", UPPER, NEVER},   {"tél", NUMBER, NEVER},
    {"vol", NUMBER, NEVER},
};

static const entry german[] = {
    {"abb", NUMBER, NEVER},  {"abs", NUMBER, NEVER},  {"abt", ANY, STRONG},
    {"allg", ANY, NEVER},    {"art", NUMBER, NEVER},  {"aufl", ANY, STRONG},
    {"bd", NUMBER, NEVER},   {"betr", ANY, NEVER},    {"bzgl", ANY, NEVER},
    {"bzw", ANY, NEVER},     {"ca", ANY, NEVER},      {"dgl", ANY, STRONG},
    {"dipl", ANY, NEVER},    {"dr", ANY, NEVER},      {"einschl", ANY, NEVER},
    {"etc", ANY, STRONG},    {"evtl", ANY, NEVER},    {"fa", UPPER, NEVER},
    {"ff", ANY, STRONG},     {"fr", UPPER, NEVER},    {"geb", ANY, NEVER},
    {"gem", ANY, NEVER},     {"ggf", ANY, NEVER},     {"hl", UPPER, NEVER},
    {"hr", UPPER, NEVER},    {"hrsg", ANY, NEVER},    {"ing", UPPER, NEVER},
    {"inkl", ANY, NEVER},    {"jh", ANY, STRONG},     {"jhd", ANY, STRONG},
    {"kap", NUMBER, NEVER},  {"lt", ANY, NEVER},      {"max", NUMBER, NEVER},
    {"min", NUMBER, NEVER},  {"mio", ANY, STRONG},    {"mrd", ANY, STRONG},
    {"nr", NUMBER, NEVER},   {"prof", ANY, NEVER},    {"s", NUMBER, NEVER},
    {"sog", ANY, NEVER},     {"st", UPPER, NEVER},    {"std", ANY, STRONG},
    {"str", ANY, STRONG},    {"tel", NUMBER, NEVER},  {"u", ANY, NEVER},
    {"usw", ANY, STRONG},    {"vgl", ANY, NEVER},     {"zzgl", ANY, NEVER},
};

static const entry portuguese[] = {
    {"aprox", ANY, NEVER},   {"art", NUMBER, NEVER},  {"av", UPPER, NEVER},
    {"cap", NUMBER, NEVER},  {"cf", ANY, NEVER},      {"d", UPPER, NEVER},
    {"dr", UPPER, NEVER},    {"dra", UPPER, NEVER},   {"drs", UPPER, NEVER},
    {"ed", ANY, STRONG},     {"eng", UPPER, NEVER},   {"etc", ANY, ANY_UPPER},
    {"ex", ANY, NEVER},      {"fig", NUMBER, NEVER},  {"n", NUMBER, NEVER},
    {"núm", NUMBER, NEVER},  {"p", NUMBER, NEVER},    {"pp", NUMBER, NEVER},
    {"prof", UPPER, NEVER},  {"profa", UPPER, NEVER}, {"pág", NUMBER, NEVER},
    {"págs", NUMBER, NEVER}, {"r", UPPER, NEVER},     {"sr", UPPER, NEVER},
    {"sra", UPPER, NEVER},   {"sras", UPPER, NEVER},  {"srs", UPPER, NEVER},
    {"sto", UPPER, NEVER},   {"tel", NUMBER, NEVER},  {"vol", NUMBER, NEVER},
};

static const entry italian[] = {
    {"art", NUMBER, NEVER},   {"artt", NUMBER, NEVER},  {"avv", UPPER, NEVER},
    {"ca", ANY, NEVER},       {"cap", NUMBER, NEVER},   {"cfr", ANY, NEVER},
    {"dott", UPPER, NEVER},   {"dr", UPPER, NEVER},     {"ecc", ANY, ANY_UPPER},
    {"es", ANY, NEVER},       {"fig", NUMBER, NEVER},   {"geom", UPPER, NEVER},
    {"ing", UPPER, NEVER},    {"mons", UPPER, NEVER},   {"n", NUMBER, NEVER},
    {"on", UPPER, NEVER},     {"p", NUMBER, NEVER},     {"pag", NUMBER, NEVER},
    {"pagg", NUMBER, NEVER},  {"pp", NUMBER, NEVER},    {"prof", UPPER, NEVER},
    {"rag", UPPER, NEVER},    {"sig", UPPER, NEVER},    {"sig.ra", UPPER, NEVER},
    {"sigg", UPPER, NEVER},   {"tel", NUMBER, NEVER},   {"vol", NUMBER, NEVER},
};

#define TABLE(list) list, sizeof(list) / sizeof((list)[0])

// clang-format on

static const cq_abbreviations tables[] = {
    {"en", TABLE(english),
     " a about according after again all also although an and another any are as at because before "
     "both but by can could did do does during each even every few finally first for from had has "
     "have he her here his how however i if in indeed instead is it its just last later like many "
     "may maybe meanwhile more moreover most my nevertheless no nobody none not nothing now of on "
     "once one only or other our over perhaps several she should since so some still such than "
     "that the their them then there therefore these they this those though three thus to two "
     "under unlike until was we were what when where whether which while who whose why will with "
     "within without would yes yet you your ",
     " apr april aug august bst cdt cest cet cst dec december edt eest eet est feb february fri "
     "friday gmt hkt ist jan january jst july june mar march may mdt mon monday msk mst nov "
     "november oct october pdt pst sat saturday sep sept september sun sunday thu thurs thursday "
     "tue tues tuesday utc wed wednesday ",
     "",
     " added admitted agreed announced answered argued asked barked began begged bellowed called "
     "commented complained concluded confessed continued cried declared demanded exclaimed "
     "explained gasped grumbled hissed inquired insisted interrupted joked laughed mumbled "
     "murmured muttered noted observed pleaded pointed protested quipped recalled remarked "
     "repeated replied "
     "responded said says screamed shouted shrieked sighed snapped sobbed stammered stated told "
     "urged wailed warned whispered wondered wrote yelled "},
    {"es", TABLE(spanish),
     " a al ante así aunque como con cuando de del desde después el ella ellos en entonces era es "
     "esa ese eso esta estas este esto estos fue ha hasta hay hoy la las lo los mientras más ni no "
     "nos otra otro para pero por porque que se según si sin sobre su sus también tras un una y ya "
     "yo ",
     "", "", ""},
    {"fr", TABLE(french),
     " après au aussi aux avec ce cela ces cet cette chez comme dans de depuis des donc du elle "
     "elles en enfin et il ils je la le les leur leurs lorsque mais même ne nous on or ou par pas "
     "pour puis quand que qui sa sans selon ses si son sur tout un une vous ",
     "", "", ""},
    {"de", TABLE(german),
     " aber alle als am an auch auf aus bei bis da dabei damit danach dann das dass daß dazu dem "
     "den denn der des deshalb die dies diese dieser dieses doch du durch ein eine einem einen "
     "einer er es für gegen hier ich ihr ihre im in ist jedoch kein keine man mit nach nicht noch "
     "nun nur ob oder ohne sein seine seit sie sind so trotz um und unter viele von vor wann war "
     "warum was weil wenn wer wie wir wo während zu zum zur zwar über ",
     " april august dezember februar januar juli juni jänner mai märz november oktober september ",
     " ab als am an auf bei beim bis das dem den der des die ein einem einen eines ihr ihrem ihren "
     "im in jedem jeden jeder kaiser könig mit nach papst sein seinem seinen seit vom von vor zum "
     "zur über ",
     ""},
    {"pt", TABLE(portuguese),
     " a ainda ao aos apesar após as assim até com como da das de depois desde do dos e ela elas "
     "ele eles em enquanto então era essa esse esta este eu foi há isso isto já mas na nas no nos "
     "não nós o os ou para pela pelo por porque quando que se segundo sem seu sobre sua também um "
     "uma ",
     "", "", ""},
    {"it", TABLE(italian),
     " a ad ai al alla anche ancora che chi ci come con cosa così da dal dalla dei del della di "
     "dopo dove e è ed egli era fra gli ha i il in infatti io l la le lei lo lui ma mentre nei nel "
     "nella noi non o ogni per perché poi quando questa questi questo se secondo si sono su sul "
     "tra tutti un una uno ",
     "", "", ""},
    {"ru", TABLE(russian),
     " а без более в вместе во вот все всё вы где да для до его ее её если есть еще ещё за и из "
     "из-за "
     "или их к как какие какой когда кроме кто куда между мы на над надо не нет ни но ну о об "
     "однако "
     "он она они оно от первый перед по под позже после потом потому поэтому при про с сейчас со "
     "так "
     "также там тем теперь то тогда только тот у уже хотя через что чтобы эта эти это этот я ",
     "", "", ""},
    {"", NULL, 0, "", "", "", ""},
};

const cq_abbreviations *cq_abbreviations_of(cq_str language) {
    size_t len = 0;
    while (len < language.len && language.ptr[len] != '-' && language.ptr[len] != '_') len++;
    const cq_abbreviations *table = tables;
    while (table->language[0] && !(len == 2 && (language.ptr[0] | 0x20) == table->language[0] &&
                                   (language.ptr[1] | 0x20) == table->language[1]))
        table++;
    return table;
}

/* The first letter alone tells nearly all of them apart, and every sentence's last word is looked up. */
static int compare_entry(const void *key, const void *item) {
    const char *word = key, *known = ((const entry *)item)->word;
    return *word != *known ? (unsigned char)*word - (unsigned char)*known : strcmp(word, known);
}

#define LONGEST 10

/* The table's entry for a word as it is written, without its last stop. */
static const entry *find_entry(const cq_abbreviations *table, cq_str word) {
    char lower[LONGEST + 1];
    if (word.len > LONGEST || table->entry_count == 0) return NULL;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = cq_char_class_of(word.ptr[i]) & CQ_CHAR_UPPER ? (char)(word.ptr[i] | 0x20)
                                                                 : word.ptr[i];
    lower[word.len] = '\0';
    return bsearch(lower, table->entries, table->entry_count, sizeof(entry), compare_entry);
}

/* Behind one space, no-break space or narrow one. */
static size_t skip_one_space(cq_str text, size_t at) {
    uint32_t length, c = cq_char_at(text, at, &length);
    return c == ' ' || c == '\n' || c == 0x00A0 || c == 0x202F ? at + length : at;
}

static bool has_follower(const entry *found, cq_str text, size_t behind) {
    uint32_t next = cq_char_at(text, skip_one_space(text, behind), NULL);
    switch (found->before) {
    case NUMBER: return next < 0x80 && cq_char_classes[next] & CQ_CHAR_DIGIT;
    case UPPER: return cq_char_is_upper(next);
    default: return true;
    }
}

/* The length of a letter that stands alone at `at`, followed by a stop; 0 where there is none. */
static size_t match_initial(cq_str text, size_t at) {
    uint32_t length;
    uint32_t c = cq_char_at(text, at, &length);
    if (!cq_char_is_letter(c) || at + length >= text.len || text.ptr[at + length] != '.') return 0;
    return length;
}

/* U.S. p.m. J.K.; also U.S without its last stop. 0: no such thing. */
static size_t scan_letters(cq_str text, size_t start) {
    size_t at = start, length;
    int count = 0;
    while ((length = match_initial(text, at)) > 0) {
        at += length + 1;
        count++;
    }
    uint32_t last = cq_char_at(text, at, NULL), used;
    bool is_upper = cq_char_is_upper(cq_char_at(text, start, &used)) && cq_char_is_upper(last);
    if (count >= 1 && is_upper) {
        cq_char_at(text, at, &used);
        uint32_t behind = cq_char_at(text, at + used, NULL);
        if (!cq_char_is_alnum(behind) && behind != '\'' && behind != 0x2019) return at + used;
    }
    return count >= 2 ? at : 0;
}

/* Ph.D., Ed.D.: two or three letters, a stop, one capital, a stop. */
static size_t scan_degree(cq_str text, size_t start, size_t end) {
    if (end - start > 3 || !(cq_char_class_of(text.ptr[start]) & CQ_CHAR_UPPER)) return 0;
    size_t length = match_initial(text, end + 1);
    return length && cq_char_is_upper(cq_char_at(text, end + 1, NULL)) ? end + 1 + length + 1 : 0;
}

static bool is_doubled(cq_str text, size_t at) {
    return at + 2 < text.len && text.ptr[at] == text.ptr[at + 1] && text.ptr[at + 2] == '.' &&
           cq_char_class_of(text.ptr[at]) & CQ_CHAR_UPPER;
}

/* EE.UU., EE. UU.: Spanish doubles the letters of a plural. The second half with a space before
   it is found by looking back. */
static size_t scan_doubled(cq_str text, size_t start, size_t end) {
    if (end - start != 2 || !is_doubled(text, start)) return 0;
    if (is_doubled(text, end + 1)) return end + 4;
    size_t spaced = skip_one_space(text, end + 1);
    bool is_second = start >= 4 && text.ptr[start - 2] == '.' && is_doubled(text, start - 4);
    return is_doubled(text, spaced) || is_second ? end + 1 : 0;
}

/* A letter and its stop: J. before a name, z. in "z. B." */
static size_t scan_initial(cq_str text, size_t start, size_t end, bool follows_initial) {
    uint32_t letter = cq_char_at(text, start, NULL);
    size_t next_at = skip_one_space(text, end + 1);
    uint32_t next = cq_char_at(text, next_at, NULL);
    bool is_upper = cq_char_is_upper(letter);
    if (match_initial(text, next_at) > 0 && cq_char_is_upper(next) >= is_upper) return end + 1;
    if (!is_upper) return follows_initial ? end + 1 : 0;
    if (letter == 'I') return follows_initial && cq_char_is_upper(next) ? end + 1 : 0;
    if (next == '-' || follows_initial) return end + 1;
    return next_at > end + 1 && cq_char_is_upper(next) ? end + 1 : 0;
}

static bool is_one_letter(cq_str text, size_t start, size_t end) {
    uint32_t length;
    cq_char_at(text, start, &length);
    return start + length == end;
}

size_t cq_abbreviation_scan(const cq_abbreviations *table, cq_str text, size_t start, size_t end,
                            bool follows_initial) {
    bool is_letter = is_one_letter(text, start, end);
    size_t found = is_letter ? scan_letters(text, start) : 0;
    if (!found && !is_letter) found = scan_degree(text, start, end);
    if (!found) found = scan_doubled(text, start, end);
    if (found) return found;
    const entry *known = find_entry(table, cq_str_slice(text, start, end));
    if (known && has_follower(known, text, end + 1)) return end + 1;
    found = is_letter ? scan_initial(text, start, end, follows_initial) : 0;
    return found ? found : end;
}

cq_abbreviation_end cq_abbreviation_end_of(const cq_abbreviations *table, cq_str written) {
    if (written.len && written.ptr[written.len - 1] == '.') written.len--;
    if (written.len == 3 && (written.ptr[0] == 'a' || written.ptr[0] == 'p') &&
        written.ptr[1] == '.' && written.ptr[2] == 'm')
        return CQ_ABBREVIATION_UPPER;
    const entry *known = find_entry(table, written);
    if (known && known->before == NUMBER && written.len == 1 &&
        cq_char_class_of(written.ptr[0]) & CQ_CHAR_UPPER)
        return CQ_ABBREVIATION_STRONG; /* an initial, or vitamin C; not c. 1900 */
    return known ? (cq_abbreviation_end)known->end : CQ_ABBREVIATION_STRONG;
}

/* Is the word in a list of words with spaces around each? */
static bool has_word(const char *list, cq_str word) {
    char framed[LONGEST + 3];
    if (word.len == 0 || word.len > LONGEST) return false;
    framed[0] = ' ';
    memcpy(framed + 1, word.ptr, word.len);
    framed[word.len + 1] = ' ';
    return cq_str_find(cq_str_of(list), (cq_str){framed, word.len + 2}) != SIZE_MAX;
}

bool cq_abbreviation_is_starter(const cq_abbreviations *table, cq_str folded) {
    return has_word(table->starters, folded);
}

bool cq_abbreviation_is_calendar(const cq_abbreviations *table, cq_str folded) {
    return has_word(table->calendar, folded);
}

bool cq_abbreviation_is_before_ordinal(const cq_abbreviations *table, cq_str folded) {
    return has_word(table->before_ordinal, folded);
}

bool cq_abbreviation_is_said(const cq_abbreviations *table, cq_str folded) {
    return has_word(table->said, folded);
}
