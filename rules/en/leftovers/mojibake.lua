local first_byte = { ["Ã"] = true, ["Â"] = true, ["â"] = true }

local rule = {
  api     = 1,
  summary = "letters read in the wrong encoding",
  why     = [[*cafÃ©*, *itâ€™s*, *50Â %*: UTF-8 that something between the source and the page took for Latin-1. Take the text again
from where it was right.]],
  level   = "error",
  mqm     = "character-encoding",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = { "<glued>&©|¡|³|±|¶|¤|¼|¨|ª|«|´|§|¢|£|¥|¦|°|·|»|€", "<word> ™|œ|˜|¦" },
  message = "This was read in the wrong encoding.",
  bad = {
    { "They met in the <<cafÃ©>> at noon.", fix = "They met in the café at noon." },
    { "Nobody knew what <<itâ€™>>s for.", fix = "Nobody knew what it’s for." },
    { "The <<ciudadÃ±>>a is old.", fix = "The ciudadña is old." },
    { "It was <<50Â°>> in the shade.", fix = "It was 50° in the shade." },
  },
  good = {
    "They met in the café at noon.",
    "It was 50° in the shade and cost £5 or €6.",
    "The château’s owner, CPÂ Ltd. and São Paulo are real.",
    "The letter Â stands behind A.",
  },
}

-- What cp1252 has where Latin-1 has controls, as bytes.
local special = {
  ["€"] = 0x80, ["‚"] = 0x82, ["ƒ"] = 0x83, ["„"] = 0x84, ["…"] = 0x85, ["†"] = 0x86, ["‡"] = 0x87, ["ˆ"] = 0x88,
  ["‰"] = 0x89, ["Š"] = 0x8A, ["‹"] = 0x8B, ["Œ"] = 0x8C, ["Ž"] = 0x8E, ["‘"] = 0x91, ["’"] = 0x92, ["“"] = 0x93,
  ["”"] = 0x94, ["•"] = 0x95, ["–"] = 0x96, ["—"] = 0x97, ["˜"] = 0x98, ["™"] = 0x99, ["š"] = 0x9A, ["›"] = 0x9B,
  ["œ"] = 0x9C, ["ž"] = 0x9E, ["Ÿ"] = 0x9F,
}

-- The text behind `head`, read again as what it was; nil where it was nothing.
local function decode(text)
  local bytes = {}
  for _, code in utf8.codes(text) do
    local byte = special[utf8.char(code)] or code
    if byte > 255 then return nil end
    bytes[#bytes + 1] = string.char(byte)
  end
  local decoded = table.concat(bytes)
  return utf8.len(decoded) and decoded or nil
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if sentence:kind(i) == "word" then i = i + 1 end
  local before = sentence:text(i - 1, i - 1)
  local head = before:match("[\195\197][\128-\191]$")
  if not first_byte[head] or sentence:gap(i) ~= "" then return end
  local last = i
  if head == "â" and sentence:gap(i + 1) == "" and sentence:kind(i + 1) then last = i + 1 end
  local fix = decode(sentence:text(i - 1, last))
  if fix then report(sentence, i - 1, last, { fix = fix }) end
end

return rule
