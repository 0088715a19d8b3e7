#include "text/lemma.h"

static const cq_tagger_script *find_script(const cq_tagger_model *model,
                                           const cq_tagger_class *class, cq_str folded) {
    uint32_t kind = class->lemma_kind;
    uint32_t key = cq_tagger_key(CQ_TAGGER_SPACE_LEMMA, cq_tagger_hash(folded), kind);
    uint32_t script = cq_tagger_model_get(model, key);
    size_t longest = folded.len < CQ_LEMMA_ENDING ? folded.len : CQ_LEMMA_ENDING;
    for (size_t n = longest + 1; script == CQ_TAGGER_NONE && n-- > 0;) {
        if (!(class->lemma_endings >> n & 1)) continue;
        cq_str ending = cq_str_slice(folded, folded.len - n, folded.len);
        key = cq_tagger_key(CQ_TAGGER_SPACE_LEMMA_ENDING, cq_tagger_hash(ending), kind);
        script = cq_tagger_model_get(model, key);
    }
    return script < model->script_count ? &model->scripts[script] : NULL;
}

cq_str cq_lemma_make(char *out, const cq_tagger_model *model, const cq_tagger_class *class,
                     cq_str folded) {
    const cq_tagger_script *script = find_script(model, class, folded);
    if (!script || (script->strip == 0 && script->append_length == 0) ||
        script->strip > folded.len || (script->strip == folded.len && script->append_length == 0))
        return folded;
    size_t kept = folded.len - script->strip;
    memcpy(out, folded.ptr, kept);
    memcpy(out + kept, model->text + script->append, script->append_length);
    return (cq_str){out, kept + script->append_length};
}
