-- A name, a letter or a full command can stand alone ("May.", "A.", "Out."): no such word is here.
local residue = "am|an|and|are|as|at|be|because|been|being|by|can|could|did|does|during|for|from|had|has"
  .. "|have|his|into|is|its|of|or|shall|should|than|that|the|their|to|was|were|whether|which|whose"
  .. "|with|would"

local rule = {
  api     = 1,
  summary = "a sentence made of one function word",
  why     = [[A stop after *Is*, *The* or *Of* and nothing else is what a translation engine leaves when it
cuts a sentence in the wrong place. Delete the word, or look in the source for the sentence it began.]],
  level   = "error",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = "^ " .. residue .. " . $",
  message = "This word is left over from a broken sentence: delete it, or restore the sentence.",
  bad = {
    { "Trade grew between the two ports. <<Is.>>", fix = "Trade grew between the two ports." },
    { "The vote was held on Monday. <<The.>> Nobody objected.",
      fix = "The vote was held on Monday. Nobody objected." },
    { "She left the party last year. <<Of.>>", fix = "She left the party last year." },
  },
  good = {
    "Trade grew between the two ports.",
    "Did they agree to the plan? No.",
    "Best. Of. All.",
    "“Is it ready?” he asked. “Has. Been. For. Weeks.”",
    "The group calls itself the Islamic State. IS.",
  },
}

function rule.check(match, report)
  local sentence = match.sentence
  local before = sentence.previous
  if not before or #before < 4 or sentence:quoted(1) or sentence:case(1) == "upper" then
    return
  end
  report(sentence, 1, #sentence, { fix = "", safe = true, title = "delete it" })
end

return rule
