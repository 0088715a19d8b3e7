local words = require "calque.words"

local past = words.set [[went came saw took gave made said got knew thought told became began broke brought built bought caught chose drew drank drove
ate fell felt found flew forgot grew heard held kept knew led left lost met paid ran sold sent sang sat slept spoke spent stood stole swam
taught understood wore won wrote wanted needed used helped worked lived asked happened started stopped seemed believed decided]]
local third = words.set [[goes comes takes gives makes says gets knows tells becomes begins brings has does is finds needs wants works lives helps happens seems means leads
allows causes contains includes provides requires remains appears believes continues belongs]]

local rule = {
  api     = 1,
  summary = "a finite verb behind an auxiliary",
  why     = [[*Did not went*, *can goes*, *does not has*: the auxiliary carries tense and person, and what follows it is the bare verb.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; 0 in raw MT articles, 1 in human references; none in clean English",
  sets    = { past = past, third = third },
  trigger = {
    "didn't|don't|doesn't @past",
    "did|do|does not @past",
    "can|could|must|should|would|might|will|cannot|can't|couldn't|won't|wouldn't|didn't|doesn't|don't @third",
    "can|could|must|should|would|might|will|did|does|do not @third",
  },
  message = "Behind the auxiliary stands the bare verb.",
  bad = {
    { "They <<did not went>> home.", fix = false },
    { "The port <<can goes>> bankrupt." },
    { "It <<doesn't has>> a roof." },
    { "She <<didn't knew>> him." },
  },
  good = {
    "They did not go home.",
    "What they did not left nobody cold.",
    "As much as it can is not enough; all he could is done.",
    "The will is lost, and his will has been read.",
    "What you do not is none of my business.",
    "The tin can has a hole.",
    "Her will provides for him, and his might makes right.",
    "What it does not does not matter.",
    "They must needs go, and it didn't used to be so.",
  },
}

local nouns = { will = true, can = true, might = true, must = true }

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  local auxiliary, verb = sentence[first], sentence[last]
  -- "what it can is done", "the will is lost", "all that he would not left him cold"
  local before = sentence[first - 1]
  if nouns[auxiliary] and ((sentence:tag(first)) ~= "AUX" or words.possessives[before] or words.articles[before]) then return end
  if verb == "is" or verb == "has" or verb == "does" then
    if first == last - 1 and auxiliary ~= "doesn't" and auxiliary ~= "didn't" and auxiliary ~= "don't" then return end
  end
  if verb == "needs" and auxiliary == "must" or verb == "used" and sentence[last + 1] == "to" then return end -- "must needs go"
  for k = first - 1, math.max(1, first - 5), -1 do
    local word = sentence[k]
    if word == "what" or word == "who" or word == "that" or word == "which" or word == "as" or word == "than" or word == "all" then return end
  end
  report(sentence, first, last)
end

return rule
