-- Whether there is a finite verb, and so a clause, in a part of a sentence.

local words = require "calque.words"

local clause = {}

---An auxiliary that is finite ("was", "will"): seen without the tagger.
---@param sentence calque.text
---@param from integer
---@param to? integer the last token; else that of the sentence
function clause.has_auxiliary(sentence, from, to)
    for i = from, to or #sentence do
        if words.finite_verbs[sentence[i]] then return true end
    end
    return false
end

---@param sentence calque.text
---@param i integer
function clause.is_finite(sentence, i)
    if words.finite_verbs[sentence[i]] then return true end
    local upos = sentence:tag(i)
    if upos ~= "VERB" and upos ~= "AUX" then return false end
    return not sentence:has_feature(i, "VerbForm=Part") and not sentence:has_feature(i, "VerbForm=Ger")
end

---@param sentence calque.text
---@param from integer
---@param to? integer the last token; else that of the sentence
function clause.has_finite(sentence, from, to)
    if clause.has_auxiliary(sentence, from, to) then return true end
    for i = from, to or #sentence do
        if clause.is_finite(sentence, i) then return true end
    end
    return false
end

return clause
