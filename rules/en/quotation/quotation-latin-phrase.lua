local words = require "calque.words"

local phrases = [[
a fortiori; a posteriori; a priori; ad hoc; ad hominem; ad infinitum; ad interim; ad nauseam; ad-hoc; alma mater;
alter ego; annus horribilis; annus mirabilis; bona fide; carpe diem; casus belli; circa; coitus interruptus;
compos mentis; corpus delicti; cum laude; curriculum vitae; de facto; de iure; de jure; de-facto; deus ex machina;
ergo; et al; et cetera; ex aequo; ex ante; ex cathedra; ex libris; ex nihilo; ex officio; ex post; ex post facto;
ex profeso; exempli gratia; grosso modo; habeas corpus; homo sapiens; honoris causa; horror vacui; in absentia;
in albis; in crescendo; in extremis; in flagranti; in loco parentis; in medias res; in memoriam; in situ;
in vitro; in vivo; inter alia; ipso facto; lapsus; magna cum laude; manu militari; mea culpa; memento mori;
modus operandi; modus vivendi; motu proprio; mutatis mutandis; non grata; numerus clausus; pari passu; per capita;
per se; persona non grata; post factum; post mortem; prima facie; primus inter pares; pro bono; pro forma;
pro rata; pro tempore; quasi; quid pro quo; quorum; referendum; requiem; sine die; sine qua non; sub iudice;
sub judice; sui generis; summa cum laude; terra incognita; ultimatum; urbi et orbi; vade mecum; versus; vice versa;
status quo; statu quo
]]

local naming = words.set [[word words term terms phrase phrases expression latin called call says said say means
  mean translate adverb prefix writes wrote or as saying titled entitled]]
local named = words.set [[means meant is was translates comes literally refers]]

local function triggers()
  local list = {}
  for phrase in phrases:gmatch("[^;\n]+") do
    phrase = phrase:match("^ *(.-) *$")
    if phrase ~= "" then list[#list + 1] = "<open> " .. phrase .. " <close>" end
  end
  return list
end

local rule = {
  api     = 1,
  summary = "quotation marks around a Latin phrase",
  why     = [[Spanish spelling sets Latin phrases in italics or quotation marks (*la capital “de facto”*). In English
they are ordinary words, and the marks look like doubt.]],
  level   = "warning",
  mqm     = "punctuation",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  trigger = triggers(),
  message = "Latin phrases of everyday use take no quotation marks in English.",
  bad = {
    { "It is the <<'de facto'>> capital of the island.", fix = "It is the de facto capital of the island." },
    { "An <<\"ad hoc\">> committee will meet.", fix = "An ad hoc committee will meet." },
    { "Nobody wants to change the <<“status quo”>>.", fix = "Nobody wants to change the status quo." },
    { "Income <<“per capita”>> fell by a third.", fix = "Income per capita fell by a third." },
  },
  good = {
    "It is the de facto capital of the island.",
    "The phrase \"ad hoc\" means “for this”.",
    "He called it an “ad hoc and useless” committee.",
    "The motto was “Carpe Diem”.",
    "Her novel “Alter Ego” won.",
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if naming[sentence[first - 1]] or named[sentence[last + 1]] or sentence:case(first + 1) ~= "lower" then
    return
  end
  report(sentence, first, last, { fix = sentence:text(first + 1, last - 1), safe = true })
end

return rule
