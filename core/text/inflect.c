#include "text/inflect.h"

/* Verbs whose past is not -ed: dictionary form, past, participle ("": as the past). */
static const struct {
    const char *base, *past, *participle;
} irregular_verbs[] = {
    {"arise", "arose", "arisen"},
    {"awake", "awoke", "awoken"},
    {"bear", "bore", "borne"},
    {"beat", "beat", "beaten"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bend", "bent", ""},
    {"bet", "bet", ""},
    {"bid", "bid", ""},
    {"bind", "bound", ""},
    {"bite", "bit", "bitten"},
    {"bleed", "bled", ""},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"breed", "bred", ""},
    {"bring", "brought", ""},
    {"broadcast", "broadcast", ""},
    {"build", "built", ""},
    {"burst", "burst", ""},
    {"buy", "bought", ""},
    {"cast", "cast", ""},
    {"catch", "caught", ""},
    {"choose", "chose", "chosen"},
    {"cling", "clung", ""},
    {"come", "came", "come"},
    {"cost", "cost", ""},
    {"creep", "crept", ""},
    {"cut", "cut", ""},
    {"deal", "dealt", ""},
    {"dig", "dug", ""},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feed", "fed", ""},
    {"feel", "felt", ""},
    {"fight", "fought", ""},
    {"find", "found", ""},
    {"flee", "fled", ""},
    {"fly", "flew", "flown"},
    {"forbid", "forbade", "forbidden"},
    {"forecast", "forecast", ""},
    {"foresee", "foresaw", "foreseen"},
    {"foretell", "foretold", ""},
    {"forget", "forgot", "forgotten"},
    {"forgive", "forgave", "forgiven"},
    {"freeze", "froze", "frozen"},
    {"get", "got", ""},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grind", "ground", ""},
    {"grow", "grew", "grown"},
    {"hang", "hung", ""},
    {"have", "had", ""},
    {"hear", "heard", ""},
    {"hew", "hewed", "hewn"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", ""},
    {"hold", "held", ""},
    {"hurt", "hurt", ""},
    {"keep", "kept", ""},
    {"kneel", "knelt", ""},
    {"know", "knew", "known"},
    {"lay", "laid", ""},
    {"lead", "led", ""},
    {"leave", "left", ""},
    {"lend", "lent", ""},
    {"let", "let", ""},
    {"lie", "lay", "lain"},
    {"light", "lit", ""},
    {"lose", "lost", ""},
    {"make", "made", ""},
    {"mean", "meant", ""},
    {"meet", "met", ""},
    {"mislead", "misled", ""},
    {"misread", "misread", ""},
    {"mistake", "mistook", "mistaken"},
    {"misunderstand", "misunderstood", ""},
    {"mow", "mowed", "mown"},
    {"offset", "offset", ""},
    {"outdo", "outdid", "outdone"},
    {"overcome", "overcame", "overcome"},
    {"overdo", "overdid", "overdone"},
    {"overhear", "overheard", ""},
    {"override", "overrode", "overridden"},
    {"overrun", "overran", "overrun"},
    {"oversee", "oversaw", "overseen"},
    {"oversleep", "overslept", ""},
    {"overtake", "overtook", "overtaken"},
    {"overthrow", "overthrew", "overthrown"},
    {"pay", "paid", ""},
    {"prove", "proved", "proven"},
    {"put", "put", ""},
    {"quit", "quit", ""},
    {"read", "read", ""},
    {"rebuild", "rebuilt", ""},
    {"redo", "redid", "redone"},
    {"remake", "remade", ""},
    {"repay", "repaid", ""},
    {"rerun", "reran", "rerun"},
    {"resell", "resold", ""},
    {"reset", "reset", ""},
    {"retake", "retook", "retaken"},
    {"retell", "retold", ""},
    {"rethink", "rethought", ""},
    {"rewind", "rewound", ""},
    {"rewrite", "rewrote", "rewritten"},
    {"ride", "rode", "ridden"},
    {"ring", "rang", "rung"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"saw", "sawed", "sawn"},
    {"say", "said", ""},
    {"see", "saw", "seen"},
    {"seek", "sought", ""},
    {"sell", "sold", ""},
    {"send", "sent", ""},
    {"set", "set", ""},
    {"sew", "sewed", "sewn"},
    {"shake", "shook", "shaken"},
    {"shed", "shed", ""},
    {"shine", "shone", ""},
    {"shoot", "shot", ""},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"shut", "shut", ""},
    {"sing", "sang", "sung"},
    {"sink", "sank", "sunk"},
    {"sit", "sat", ""},
    {"slay", "slew", "slain"},
    {"sleep", "slept", ""},
    {"slide", "slid", ""},
    {"sling", "slung", ""},
    {"slit", "slit", ""},
    {"sow", "sowed", "sown"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", ""},
    {"spin", "spun", ""},
    {"spit", "spat", ""},
    {"split", "split", ""},
    {"spread", "spread", ""},
    {"spring", "sprang", "sprung"},
    {"stand", "stood", ""},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", ""},
    {"sting", "stung", ""},
    {"stink", "stank", "stunk"},
    {"strike", "struck", ""},
    {"strive", "strove", "striven"},
    {"swear", "swore", "sworn"},
    {"sweep", "swept", ""},
    {"swell", "swelled", "swollen"},
    {"swim", "swam", "swum"},
    {"swing", "swung", ""},
    {"take", "took", "taken"},
    {"teach", "taught", ""},
    {"tear", "tore", "torn"},
    {"tell", "told", ""},
    {"think", "thought", ""},
    {"throw", "threw", "thrown"},
    {"thrust", "thrust", ""},
    {"tread", "trod", "trodden"},
    {"undergo", "underwent", "undergone"},
    {"understand", "understood", ""},
    {"undertake", "undertook", "undertaken"},
    {"undo", "undid", "undone"},
    {"unwind", "unwound", ""},
    {"uphold", "upheld", ""},
    {"upset", "upset", ""},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"weave", "wove", "woven"},
    {"weep", "wept", ""},
    {"win", "won", ""},
    {"wind", "wound", ""},
    {"withdraw", "withdrew", "withdrawn"},
    {"withhold", "withheld", ""},
    {"withstand", "withstood", ""},
    {"wring", "wrung", ""},
    {"write", "wrote", "written"},
};

static const struct {
    const char *singular, *plural;
} irregular_nouns[] = {
    {"analysis", "analyses"},
    {"axis", "axes"},
    {"basis", "bases"},
    {"calf", "calves"},
    {"child", "children"},
    {"crisis", "crises"},
    {"criterion", "criteria"},
    {"diagnosis", "diagnoses"},
    {"emphasis", "emphases"},
    {"foot", "feet"},
    {"goose", "geese"},
    {"half", "halves"},
    {"hypothesis", "hypotheses"},
    {"knife", "knives"},
    {"leaf", "leaves"},
    {"life", "lives"},
    {"loaf", "loaves"},
    {"mouse", "mice"},
    {"oasis", "oases"},
    {"ox", "oxen"},
    {"parenthesis", "parentheses"},
    {"phenomenon", "phenomena"},
    {"quiz", "quizzes"},
    {"scarf", "scarves"},
    {"self", "selves"},
    {"shelf", "shelves"},
    {"synthesis", "syntheses"},
    {"thesis", "theses"},
    {"thief", "thieves"},
    {"tooth", "teeth"},
    {"wife", "wives"},
    {"wolf", "wolves"},
};

/* Verbs of several syllables whose last consonant is doubled: the last one is stressed, or is a verb
   of its own. */
static const char *const doubled_ends[] = {
    "abet",   "abhor",  "acquit",  "admit",   "allot",    "begin",    "commit", "compel",
    "concur", "confer", "control", "debug",   "defer",    "deter",    "dispel", "emit",
    "enrol",  "equip",  "excel",   "expel",   "forbid",   "forget",   "format", "handicap",
    "impel",  "incur",  "infer",   "input",   "instil",   "kidnap",   "occur",  "offset",
    "omit",   "outbid", "output",  "overlap", "overrun",  "overstep", "patrol", "permit",
    "prefer", "propel", "rebel",   "rebut",   "recur",    "refer",    "regret", "remit",
    "repel",  "rerun",  "reset",   "submit",  "transfer", "transmit", "unplug", "upset",
    "zigzag",
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiou", c);
}

/* The letter `back` places before the end, 1 being the last; '\0' before the beginning. */
static char letter(cq_str s, size_t back) {
    return back <= s.len ? s.ptr[s.len - back] : '\0';
}

static unsigned count_vowel_groups(cq_str s) {
    unsigned groups = 0;
    for (size_t i = 0; i < s.len; i++)
        groups += is_vowel(s.ptr[i]) && (i == 0 || !is_vowel(s.ptr[i - 1]));
    return groups;
}

static bool has_doubled_end(cq_str lemma) {
    for (size_t i = 0; i < COUNT_OF(doubled_ends); i++)
        if (cq_str_is_equal(lemma, cq_str_of(doubled_ends[i]))) return true;
    return false;
}

/* Ends in one vowel and one consonant that can be doubled; the u of qu is no vowel: quit, equip. */
static bool ends_short(cq_str s) {
    char last = letter(s, 1), before = letter(s, 2), third = letter(s, 3);
    bool is_single = !is_vowel(third) || (third == 'u' && letter(s, 4) == 'q');
    return s.len > 2 && !is_vowel(last) && !strchr("wxyh", last) && is_vowel(before) && is_single;
}

static bool doubles(cq_str lemma) {
    return ends_short(lemma) && (count_vowel_groups(lemma) == 1 || has_doubled_end(lemma));
}

/* travel: doubled in British spelling, single in American. */
static bool may_double(cq_str lemma) {
    return !doubles(lemma) && ends_short(lemma) && letter(lemma, 1) == 'l';
}

static bool ends_in_consonant_y(cq_str lemma) {
    return letter(lemma, 1) == 'y' && lemma.len > 1 && !is_vowel(letter(lemma, 2));
}

static cq_str join(cq_arena *arena, cq_str lemma, size_t cut, const char *ending) {
    return cq_str_format(arena, "%.*s%s", (int)(lemma.len - cut), lemma.ptr, ending);
}

/* alderwoman, fisherman; but not human, talisman. */
static bool is_of_man(cq_str lemma) {
    static const char *const others[] = {
        "caiman",  "dragoman", "german", "human",      "norman",   "nonhuman",
        "ottoman", "roman",    "shaman", "superhuman", "subhuman", "talisman",
    };
    for (size_t i = 0; i < COUNT_OF(others); i++)
        if (cq_str_is_equal(lemma, cq_str_of(others[i]))) return false;
    return cq_str_has_suffix(lemma, CQ_STR("man"));
}

static cq_str make_s(cq_arena *arena, cq_str lemma) {
    char last = letter(lemma, 1), before = letter(lemma, 2);
    for (size_t i = 0; i < COUNT_OF(irregular_nouns); i++)
        if (cq_str_is_equal(lemma, cq_str_of(irregular_nouns[i].singular)))
            return cq_str_of(irregular_nouns[i].plural);
    if (is_of_man(lemma)) return join(arena, lemma, 2, "en");
    if (cq_str_is_equal(lemma, CQ_STR("have"))) return CQ_STR("has");
    if (ends_in_consonant_y(lemma)) return join(arena, lemma, 1, "ies");
    bool is_hissing = last == 's' || last == 'x' || last == 'z' ||
                      (last == 'h' && (before == 's' || before == 'c'));
    bool is_o = last == 'o' && !is_vowel(before);
    return join(arena, lemma, 0, is_hissing || is_o ? "es" : "s");
}

/* With a doubled last letter in front of the ending. */
static cq_str join_doubled(cq_arena *arena, cq_str lemma, const char *ending) {
    return cq_str_format(arena, "%.*s%c%s", CQ_FMT(lemma), letter(lemma, 1), ending);
}

static unsigned make_regular(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma,
                             const char *ending) {
    bool needs_k = cq_str_has_suffix(lemma, CQ_STR("ic")); /* panicked */
    out[0] = doubles(lemma)
                 ? join_doubled(arena, lemma, ending)
                 : cq_str_format(arena, "%.*s%s%s", CQ_FMT(lemma), needs_k ? "k" : "", ending);
    if (!may_double(lemma)) return 1;
    out[1] = join_doubled(arena, lemma, ending);
    return 2;
}

static unsigned make_ed(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma) {
    if (letter(lemma, 1) == 'e') {
        out[0] = join(arena, lemma, 0, "d");
        return 1;
    }
    if (ends_in_consonant_y(lemma)) {
        out[0] = join(arena, lemma, 1, "ied");
        return 1;
    }
    return make_regular(out, arena, lemma, "ed");
}

static unsigned make_ing(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma) {
    char last = letter(lemma, 1), before = letter(lemma, 2);
    bool drops_e = last == 'e' && before != 'e' && before != 'o' && before != 'y' && lemma.len > 2;
    if (last == 'e' && before == 'i')
        out[0] = join(arena, lemma, 2, "ying"); /* lie */
    else if (drops_e)
        out[0] = join(arena, lemma, 1, "ing");
    else
        return make_regular(out, arena, lemma, "ing");
    return 1;
}

static unsigned make_past(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma,
                          bool is_participle) {
    for (size_t i = 0; i < COUNT_OF(irregular_verbs); i++) {
        if (!cq_str_is_equal(lemma, cq_str_of(irregular_verbs[i].base))) continue;
        const char *participle = irregular_verbs[i].participle;
        out[0] = cq_str_of(is_participle && *participle ? participle : irregular_verbs[i].past);
        return 1;
    }
    return make_ed(out, arena, lemma);
}

/* be, whose present has three words: those that are not "is" go with its dictionary form. */
static unsigned make_be(cq_str out[CQ_INFLECT_MOST], cq_inflection form) {
    static const char *const forms[CQ_INFLECTION_COUNT][CQ_INFLECT_MOST] = {
        [CQ_INFLECTION_BASE] = {"be", "are", "am"},
        [CQ_INFLECTION_S] = {"is"},
        [CQ_INFLECTION_PAST] = {"was", "were"},
        [CQ_INFLECTION_PARTICIPLE] = {"been"},
        [CQ_INFLECTION_ING] = {"being"},
    };
    unsigned count = 0;
    while (count < CQ_INFLECT_MOST && forms[form][count]) {
        out[count] = cq_str_of(forms[form][count]);
        count++;
    }
    return count;
}

static unsigned make_simple(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma,
                            cq_inflection form) {
    if (cq_str_is_equal(lemma, CQ_STR("be"))) return make_be(out, form);
    switch (form) {
    case CQ_INFLECTION_S: out[0] = make_s(arena, lemma); return 1;
    case CQ_INFLECTION_PAST: return make_past(out, arena, lemma, false);
    case CQ_INFLECTION_PARTICIPLE: return make_past(out, arena, lemma, true);
    case CQ_INFLECTION_ING: return make_ing(out, arena, lemma);
    default: out[0] = cq_str_dup(arena, lemma); return 1;
    }
}

unsigned cq_inflect_make(cq_str out[CQ_INFLECT_MOST], cq_arena *arena, cq_str lemma,
                         cq_inflection form) {
    size_t hyphen = cq_str_find_last(lemma, '-');
    size_t start = hyphen == SIZE_MAX ? 0 : hyphen + 1;
    unsigned count = make_simple(out, arena, cq_str_slice(lemma, start, lemma.len), form);
    for (unsigned i = 0; i < count && start; i++)
        out[i] = cq_str_format(arena, "%.*s%.*s", (int)start, lemma.ptr, CQ_FMT(out[i]));
    return count;
}

bool cq_inflect_is(cq_str lemma, cq_inflection form, cq_str word) {
    cq_arena arena;
    cq_str spellings[CQ_INFLECT_MOST];
    bool is_one = false;
    cq_arena_init(&arena);
    unsigned count = cq_inflect_make(spellings, &arena, lemma, form);
    for (unsigned i = 0; i < count; i++) is_one = is_one || cq_str_is_equal(spellings[i], word);
    cq_arena_release(&arena);
    return is_one;
}
