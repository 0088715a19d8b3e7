local rule = {
  api     = 1,
  summary = "“said me that” for “told me that”",
  why     = [[*Me dijeron que*, *er sagte mir*: *say*, *explain*, *suggest* and *announce* take no person as object in English: *told me
that*, *explained to me that*.]],
  level   = "error",
  mqm     = "grammar",
  measured = "4 in rule-based es-en; none in clean English",
  trigger = "say|says|said|saying|explain|explains|explained|suggest|suggests|suggested|announce|announced|mention|mentioned"
    .. "|confess|confessed me|us|him|them that|how|why|what|:",
  message = "This verb takes no person as its object: “told”, or “explained to”.",
  bad = {
    { "She <<said us>> that the road was closed.", fix = "She told us that the road was closed." },
    { "He <<explained us>> how it works.", fix = "He explained to us how it works." },
    { "She <<suggested him>> that he leave.", fix = "She suggested to him that he leave." },
  },
  good = {
    "They told me that the road was closed.",
    "He explained to us how it works.",
    "What did he say? Us?",
    "Who said them words?",
  },
}

local told = { say = "tell ", says = "tells ", said = "told ", saying = "telling " }

function rule.check(match, report)
  local sentence, first = match.sentence, match.first
  local verb = sentence:text(first, first)
  local fix = (told[sentence[first]] or verb .. " to ") .. sentence:text(first + 1, first + 1)
  report(sentence, first, first + 1, { fix = fix })
end

return rule
