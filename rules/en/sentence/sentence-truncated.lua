local rule = {
  api     = 1,
  summary = "a sentence that breaks off",
  why     = [[An engine that stops at its token limit, or loses a clause, leaves an article or a conjunction before the stop, or a
last paragraph that ends in a comma.]],
  level   = "error",
  mqm     = "omission",
  measured = "2 in raw MT articles, 0 in human references; 1 in rule-based es-en; 4 of 5 changed by post-editors; none in clean English",
  trigger = {
    "the|an|whose|because|although|unless|whereas|my|our|their|every|and|or .|! $",
    "the|an|of|whose|because|although|my|our|your|their|and|, $$",
  },
  message = "The sentence breaks off here: something is missing.",
  bad = {
    { "Prices rose, <<and.>> Nobody bought.", fix = false },
    { "The bridge was closed for a year <<because!>> Nobody knows more." },
    { "It rained all day. The government will decide on <<the>>" },
    { "It rained all day.\n\nThey travelled to the north<<,>>" },
  },
  good = {
    "Prices rose, and nobody bought.",
    "Why? Just because. That is all.",
    "“Because.” That was all she said.",
    "He is the one I spoke of.",
    "It says “and”.",
    "They are written for the .NET runtime.",
    "Where is he from?",
    "salt, pepper, oil, and",
  },
}

-- A short line without a stop counts as a heading in plain text.
local function is_last(sentence)
  local block = sentence.block
  -- A lone line is a string or a heading, and not the end of a text.
  if not sentence.previous and not block.previous then return false end
  return not block.next and (block.type == "paragraph" or block.type == "heading")
end

-- "Just because.", "Because.", "The word is and."
local function is_whole(sentence, first)
  local before = sentence[first - 1]
  return first < 4 or before == "just" or before == "word" or before == "is" or before == "not"
    or sentence:kind(first - 1) == "quote" or sentence:kind(first - 1) == "punctuation" and sentence[first - 1] ~= ","
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence[last] == "." or sentence[last] == "!" then
    if sentence:case(first) ~= "lower" or is_whole(sentence, first) or sentence:quoted(first) then return end
    if sentence:gap(last) ~= "" then return end -- the .NET runtime
    report(sentence, first, last)
  elseif is_last(sentence) and #sentence > 4 then
    report(sentence, first, last)
  end
end

return rule
