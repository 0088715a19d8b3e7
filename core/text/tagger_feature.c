#include "text/tagger_feature.h"

void cq_tagger_word_init(cq_tagger_word *word, cq_str folded, uint8_t shape) {
    word->form = cq_tagger_hash(folded);
    word->shape = shape;
    for (size_t n = 1; n <= CQ_TAGGER_ENDINGS; n++)
        word->ending[n - 1] =
            folded.len > n ? cq_tagger_hash(cq_str_slice(folded, folded.len - n, folded.len)) : 0;
    for (size_t n = 2; n <= 3; n++)
        word->beginning[n - 2] = folded.len > n ? cq_tagger_hash(cq_str_slice(folded, 0, n)) : 0;
}

uint32_t cq_tagger_hash_stem(cq_str folded, const cq_stem *stem) {
    char form[256];
    size_t length = stem->length;
    memcpy(form, folded.ptr + stem->skip, length);
    if (stem->letter) form[length++] = stem->letter;
    return cq_tagger_hash((cq_str){form, length});
}

static unsigned find_base(const cq_tagger_model *model, uint32_t form) {
    uint32_t base = cq_tagger_model_get(model, cq_tagger_key(CQ_TAGGER_SPACE_BASE, form, 0));
    return base == CQ_TAGGER_NONE ? 0 : base;
}

void cq_tagger_word_bases(cq_tagger_word *word, unsigned entry) {
    word->base = (uint8_t)entry;
    word->stem_ending = (uint8_t)(entry >> 8);
    word->stem = word->stem_ending == CQ_STEM_S    ? CQ_TAGGER_BIT_NOUN
                 : word->stem_ending == CQ_STEM_ED ? CQ_TAGGER_BIT_VERB
                                                   : 0;
}

static void look_up_bases(cq_tagger_word *word, const cq_tagger_model *model, cq_str folded) {
    cq_stem stems[CQ_STEM_MAX];
    unsigned count = cq_stem_list(stems, folded);
    cq_tagger_word_bases(word, find_base(model, cq_tagger_hash(cq_stem_host(folded))));
    for (unsigned i = 0; i < count && !word->stem; i++) {
        word->stem = (uint8_t)find_base(model, cq_tagger_hash_stem(folded, &stems[i]));
        word->stem_ending = word->stem ? stems[i].ending : 0;
    }
}

static uint8_t find_group_of_ending(const cq_tagger_word *word, const cq_tagger_model *model) {
    for (uint32_t n = 3; n > 0; n--) {
        uint32_t key = cq_tagger_key(CQ_TAGGER_SPACE_ENDING, word->ending[n - 1], word->shape);
        uint32_t group = word->ending[n - 1] ? cq_tagger_model_get(model, key) : CQ_TAGGER_NONE;
        if (group != CQ_TAGGER_NONE) return (uint8_t)group;
    }
    return 0;
}

uint8_t cq_tagger_word_look_up(cq_tagger_word *word, const cq_tagger_model *model, cq_str folded) {
    uint32_t entry = cq_tagger_model_get(model, cq_tagger_key(CQ_TAGGER_SPACE_WORD, word->form, 0));
    bool is_known = entry != CQ_TAGGER_NONE && (uint8_t)entry;
    look_up_bases(word, model, folded);
    word->group = is_known ? (uint8_t)entry : find_group_of_ending(word, model);
    return entry != CQ_TAGGER_NONE && entry >> 8 ? (uint8_t)((entry >> 8) - 1) : CQ_TAGGER_EDGE;
}

static uint32_t pack(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return a << 24 | b << 16 | c << 8 | d;
}

/* Each key has a space of its own: the line it stands on. */
#define KEY(a, b) (*keys++ = cq_tagger_key(space++, (a), (b)))
#define KEY_OF_WORD(a, b) (*keys++ = is_hidden ? 0 : cq_tagger_key(space, (a), (b)), space++)

void cq_tagger_feature_own(uint32_t keys[CQ_TAGGER_OWN_COUNT], const cq_tagger_word *at,
                           bool is_hidden) {
    uint32_t base = pack(at->base, at->stem, at->stem_ending, 0);
    uint32_t space = 0;
    KEY_OF_WORD(at->form, 0);
    KEY_OF_WORD(at->form, at->shape);
    KEY(at->ending[0], at->shape);
    KEY(at->ending[1], at->shape);
    KEY(at->ending[2], at->shape);
    KEY(at->ending[3], 0);
    KEY(at->ending[4], 0);
    KEY(at->beginning[0], 0);
    KEY(at->beginning[1], at->shape);
    KEY(at->shape, at->group);
    KEY(base | at->shape, 0);
    KEY(base, at->ending[1]);
    KEY(base | at->group, 0);
}

void cq_tagger_feature_near(uint32_t keys[CQ_TAGGER_NEAR_COUNT], const cq_tagger_word *at,
                            bool is_hidden) {
    const cq_tagger_word *l = at - 1, *r = at + 1, *rr = at + 2;
    uint32_t base = pack(at->base, at->stem, at->stem_ending, 0);
    uint32_t space = CQ_TAGGER_OWN_COUNT;
    KEY_OF_WORD(l->form, at->form);
    KEY_OF_WORD(at->form, r->form);
    KEY_OF_WORD(at->form, pack(0, 0, l->group, r->group));
    KEY_OF_WORD(at->form, pack(0, 0, r->group, rr->group));
    KEY(at->ending[2], pack(0, 0, l->group, r->group));
    KEY(l->form, at->group);
    KEY(r->form, at->group);
    KEY(l->form, at->shape);
    KEY(pack(at->group, l->group, r->group, 0), 0);
    KEY(pack(at->group, r->group, rr->group, 0), 0);
    KEY(base, pack(1, 0, l->group, r->group));
}

void cq_tagger_feature_far(uint32_t keys[CQ_TAGGER_FAR_COUNT], const cq_tagger_word *at) {
    const cq_tagger_word *l = at - 1, *ll = at - 2, *r = at + 1, *rr = at + 2;
    uint32_t space = CQ_TAGGER_OWN_COUNT + CQ_TAGGER_NEAR_COUNT;
    KEY(at->ending[1], r->group);
    KEY(at->shape, pack(0, 0, l->shape, r->shape));
    KEY(r->form, at->shape);
    KEY(ll->form, at->group);
    KEY(rr->form, at->group);
    KEY(l->form, r->form);
    KEY(pack(at->group, ll->group, l->group, 0), 0);
    KEY(pack(r->group, l->group, at->shape, 0), 0);
    KEY(l->ending[2], at->group);
    KEY(r->ending[2], at->group);
    KEY(r->ending[1], at->shape);
    KEY(pack(at->base, at->stem, r->base, r->stem),
        pack(0, at->stem_ending, r->stem_ending, r->shape));
}

void cq_tagger_feature_moving(uint32_t keys[CQ_TAGGER_MOVING_COUNT], const cq_tagger_word *at,
                              bool is_hidden, uint8_t before, uint8_t before_that) {
    const cq_tagger_word *r = at + 1, *rr = at + 2;
    uint32_t t = before, tt = before_that;
    uint32_t base = pack(at->base, at->stem, at->stem_ending, 0);
    uint32_t space = CQ_TAGGER_FEATURES - CQ_TAGGER_MOVING_COUNT;
    KEY_OF_WORD(at->form, t);
    KEY_OF_WORD(at->form, pack(0, 0, tt, t));
    KEY(t, at->shape);
    KEY(pack(tt, t, at->group, 0), 0);
    KEY(pack(t, at->group, r->group, 0), 0);
    KEY(pack(t, at->group, r->group, rr->group), 0);
    KEY(pack(tt, t, at->group, r->group), 0);
    KEY(at->ending[1], pack(0, tt, t, 0));
    KEY(at->ending[2], pack(0, 0, t, at->shape));
    KEY(r->form, pack(0, 0, t, at->group));
    KEY(pack(tt, t, at->shape, 0), 0);
    KEY(pack(t, at->shape, r->group, 0), r->shape);
    KEY((at - 1)->form, pack(0, tt, t, at->group));
    KEY(base, pack(1, 0, t, at->shape));
    KEY(base | r->group, pack(0, 0, tt, t));
}
