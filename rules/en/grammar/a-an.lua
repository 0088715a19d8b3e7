local words = require "calque.words"

local vowels = words.set [[hour hours honest honor honour heir hourly honorary honourable apple animal attack attempt agreement important international official old open area
army article actor artist author agency airport accident act action active actual additional african american asian arab ancient angry
annual answer early easy eastern economic education effect effort egg eight eighth election electric element eleven emergency empty end
enemy energy engine engineer english enormous entire environment error essential estimated even event ever evil example excellent exchange
exciting expensive expert explosion extra extreme eye idea ideal illegal image immediate impact impossible increase increased incredible
independent indian individual industrial industry injury inner innocent instance institution instrument integral intense interest
interesting internal interview investigation investment invitation iranian iraqi irish island israeli issue italian item object obvious
occasion ocean offer office officer oil olympic operation opinion opponent opportunity orange order ordinary organization organisation
original other outstanding overall owner ugly umbrella unable uncle unclear unexpected unfortunate unhappy unknown unlikely unusual update upper urban urgent author's agent aid aim aircraft album alarm alien alliance ally alternative amazing ambassador
ambulance amount analysis anniversary anonymous apartment apparent application appropriate arrest arrow aspect assault asset
assistant association atmosphere attitude attorney attractive audience aunt automatic autonomous average award]]

local consonants = words.set [[man woman new big good great year day week month country state city town person people child book house company
government group number part place problem school system team time way war world small large long little high local major military
national political public real recent second serious short similar simple single social special strong third total white whole young
black bad best better certain clear common different difficult federal final first former free full general german french chinese
russian british japanese spanish human hundred huge house home husband history hotel hospital horse hole hit hill half
european european-style union unit united universal university unique uniform unified use used useful user usual one one-day one-time once u-turn
utility unilateral unanimous ukrainian ubiquitous teacher student police president minister letter law law job game friend family
father mother brother sister doctor door car boy girl bank bill body case century change court dollar fact figure film force
million thousand dozen mistake moment movie name nation night paper party period phone plan point position power price process
program programme project question reason report result right river road role room rule sense series service ship side situation
son song source space speech story street study success table tax term test thing threat trade trip victory village visit voice vote
wall wife wind window word worker writer year-old]]

local rule = {
  api     = 1,
  summary = "“a” and “an” confused",
  why     = [[*An* stands before a vowel that is heard: *an hour*, *an MP*; *a* before a consonant that is heard: *a union*, *a
one-day visit*. The rule knows some four hundred frequent words; names and letters are left alone.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "1 in raw MT articles, 0 in human references; none in clean English",
  sets    = { vowels = vowels, consonants = consonants },
  trigger = { "a @vowels", "an @consonants" },
  message = "Before a vowel that is heard stands “an”, before a consonant “a”.",
  bad = {
    { "It took <<a>> hour to get there.", fix = "It took an hour to get there." },
    { "<<An>> European union is what they want.", fix = "A European union is what they want." },
    { "He wrote <<an>> letter to her.", fix = "He wrote a letter to her." },
    { "It was <<a>> important day.", fix = "It was an important day." },
  },
  good = {
    "It took an hour to get there.",
    "A European union is what they want.",
    "Vitamin A important for the eyes.",
    "From A to Z, from a to an: a letter.",
    "He wrote “a” animal with two letters.",
    "- A: Apple, B: Bear",
    "Check a/an word by word.",
  },
}

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  local case, word = sentence:case(i), sentence[i]
  if sentence:gap(i + 1) ~= " " or sentence:emphasized(i) or sentence:emphasized(i + 1) then return end
  if i > 1 and case ~= "lower" then return end
  if i == 1 and (case == "upper" and word == "an" or sentence:case(2) ~= "lower" and word == "a") then return end
  if sentence:kind(i - 1) == "symbol" or sentence[i - 1] == "." or sentence[i - 1] == "/" then return end
  report(sentence, i, i, { fix = words.match_case(word == "a" and "an" or "a", i == 1 and "A" or "a") })
end

return rule
