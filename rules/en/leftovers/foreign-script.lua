local rule = {
  api     = 1,
  summary = "characters that the translation left as they were",
  why     = [[Chinese, Cyrillic or Arabic letters in an English sentence are a piece of the source. Names in their own script
belong in brackets behind the English form, and quoted words in quotation marks.]],
  level   = "error",
  mqm     = "untranslated",
  measured = "9 in raw MT articles, 0 in human references; 8 of 10 changed by post-editors; 0 of 3 touch a rater's error span; none in clean English",
  trigger = { "<ideograph>", "<unknown>" },
  message = "Not translated: this is still in the script of the source.",
  bad = {
    { "The <<经济>> network grew.", fix = false },
    { "A review of <<ニュース>> from May." },
    { "He lives in <<東京>> now." },
    { "The <<полиция>> came at noon." },
    { "Japanese: <<東京>>, Japanese: 東京, Japanese: 東京." },
    { "There is no <<विश्वास>> left in the valley." },
    { "They live near <<Прага>> now, and keep pets (also a young <<猫>>)." },
  },
  good = {
    "The economic network grew.",
    "The city of Kyoto (京都) is old.",
    "The sign “出口” means exit, and “Вход запрещён” means no entry.",
    "The character 山 means mountain.",
  },
}

local naming = { character = true, characters = true, word = true, kanji = true, hanzi = true, written = true, sign = true }

local function is_glossed(sentence, i)
  local quotation = sentence:quotation(i)
  local is_cited = quotation and quotation.open and quotation.close and quotation.close - quotation.open < 6
  return is_cited or naming[sentence[i - 1]]
    or sentence:emphasized(i)
end

-- "(Japanese: 京都, Kyōto)" : the bracket opened before, and an English word stands in it; "(as a free 猫)" is no gloss.
local function is_in_brackets(sentence, i)
  if sentence:case(i - 1) == "lower" and sentence:gap(i) == " " and sentence[i - 2] ~= "(" then return false end
  for k = i - 1, math.max(1, i - 8), -1 do
    if sentence[k] == "(" or sentence[k] == "[" then return sentence:kind(k - 1) == "word" end
    if sentence[k] == ")" then return false end
  end
  return false
end

local latin = { en = true, es = true, fr = true, de = true, pt = true, it = true, nl = true, sv = true, da = true, nb = true,
  pl = true, cs = true, ro = true, tr = true, fi = true, hu = true, hr = true, id = true, vi = true }

-- Greek letters are for formulas.
local function is_latin_or_greek(sentence, i)
  local code = sentence:guess(i)
  return not code or code == "" or code == "el" or latin[code]
end

-- A run of the script with its digits and marks is one finding.
local function end_of_run(sentence, i)
  local last = i
  while sentence:kind(last + 1) == "ideograph" or sentence:kind(last + 2) == "ideograph" and sentence:gap(last + 1) == "" do
    last = last + 1
  end
  return last
end

-- The same piece before it in the sentence: an engine in a loop, and one finding.
local function is_repeated(sentence, i, last)
  if sentence:count(i) < 2 then return false end
  local text = sentence:text(i, last)
  for k = math.max(1, i - 40), i - 1 do
    if sentence[k] == sentence[i] and sentence:text(k, k + last - i) == text then return true end
  end
  return false
end

local function check_word(sentence, i, report)
  if sentence[i]:find("^[%z\1-\127]") or is_latin_or_greek(sentence, i) then return end
  if is_glossed(sentence, i) or is_in_brackets(sentence, i) or is_repeated(sentence, i, i) then return end
  report(sentence, i, i)
end

function rule.check(match, report)
  local sentence, i = match.sentence, match.first
  if sentence:kind(i) == "word" then return check_word(sentence, i, report) end
  if sentence:kind(i - 1) == "ideograph" or sentence:kind(i - 2) == "ideograph" and sentence:gap(i - 1) == "" then return end
  if sentence[i] == "・" or is_glossed(sentence, i) or is_in_brackets(sentence, i) then return end
  local last = end_of_run(sentence, i)
  if not is_repeated(sentence, i, last) then report(sentence, i, last) end
end

return rule
