local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "speech marked by a dash",
  why     = [[Spanish, French and Russian open what somebody says with a dash: *—No —said Ana.* English sets it in quotation marks.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  scope   = "sentence",
  trigger = "^ —|– <capitalized>|¿|¡",
  message = "English sets speech in quotation marks.",
  bad = {
    { "<<—>>I don't know —said Ana.", fix = false },
    { "<<–>> Who is it? – asked the old man." },
    { "<<—>>Come in, —the host said." },
  },
  good = {
    "“I don't know,” said Ana.",
    "— Mark Twain",
    "– A boat – the oldest – was sold.",
    "– Notes on what she said.",
  },
}

-- Behind a later dash stands who says it.
local function says_who(sentence)
  for i = 3, #sentence - 1 do
    local dash = sentence[i]
    if dash == "—" or dash == "–" then
      for k = i + 1, math.min(#sentence, i + 3) do
        if words.reporting_verbs[sentence[k]] then return true end
      end
    end
  end
  return false
end

function rule.check(match, report)
  local sentence = match.sentence
  if sentence.offset > 0 or sentence.block.type ~= "paragraph" then return end
  local text = sentence
  for _ = 1, 2 do
    if text and says_who(text) or text and text.previous and (text[1] == "—" or text[1] == "–") and words.reporting_verbs[text[2]] then
      return report(sentence, 1, 1)
    end
    text = text and text.next
  end
end

return rule
