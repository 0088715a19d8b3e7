local agencies = "xinhua|cctv|cgtn|kyodo|jiji|yonhap|bernama|vna|pti|anadolu|irna|tass|interfax|ria"
  .. "|ukrinform|unian|belta|pap|čtk|ctk|mti|agerpres|tanjug|hina|ansa|agi|efe|lusa|notimex|télam|telam|andina"
  .. "|reuters|afp|dpa|apa|sda|belga|anp|ritzau|ntb|stt|yahoo|sina|sohu|netease"

local rule = {
  api     = 1,
  summary = "a piece of the source's page, and not of its text",
  why     = [[Who copies an article with its frame translates the frame, too: *Source: Xinhua*, *(Editor: Li Feng)*, *Foto: EFE*,
*Read also:*. In the text it is one sentence too many.]],
  level   = "warning",
  mqm     = "addition",
  measured = "25 in raw MT articles, 6 in human references; 15 of 21 touch a rater's error span; none in clean English",
  trigger = {
    "\\(|[ editor|reporter|correspondent|foto|responsible : <capitalized>|<upper>",
    "\\(|[ edited|compiled|reported by",
    "\\(|[ editor in charge :",
    "\\(|[ responsible editor :",
    "^ editor in charge :",
    "^ responsible editor :",
    "^ foto|fotos|foto/efe :|/ <capitalized>|<upper>",
    "^ source|editor : " .. agencies,
    "^ source|editor : people's|china|global daily|news|times",
    "^ source|editor : europa|prensa press|latina",
    "^ read also :",
    "^ also read :",
    "^ lire|leer|ver|leia|leggi|lesen aussi|también|mais|também|anche|sie :",
    "-|— xinhua|yahoo|sina|sohu|netease news|website|net|agency|finance",
    "-- yahoo|xinhua",
    "( trainee reporter <any>",
  },
  message = "This belongs to the page of the source: delete it.",
  bad = {
    { "The port is closed. <<(Editor:>> Li Feng)", fix = false },
    { "The port is closed.\n\n<<Foto: EFE>>" },
    { "<<Read also:>> The port is open." },
  },
  good = {
    "The port is closed.",
    "The source: an official of the ministry.",
    "Source: own survey of 40 ports",
    "She is an editor, and read also the second book.",
    "One of them (responsible: nobody) paid for it.",
    "The collection (edited by Ann Lee) and the losses [reported by the bank] are known.",
    "See also: the chapter on bridges.",
    "Source: China's customs office. He is in the Reuters - Yahoo News team.",
  },
}

-- "the collection (edited by Ann Lee) won", "the Reuters - Yahoo News team"
local function is_part_of_text(sentence, first, last)
  local before = sentence:kind(first - 1)
  if sentence[last] == "by" then return before == "word" or before == "number" end
  local is_dash = sentence[first] == "-" or sentence[first] == "—"
  if not is_dash or sentence[first + 1] == "-" then return false end
  return sentence.next ~= nil or #sentence > last + 1
end

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  -- The name is what tells the credit from a word of the text; it is not the residue.
  local opens = sentence[first] == "(" or sentence[first] == "["
  if opens and sentence[last - 1] == ":" then last = last - 1 end
  if is_part_of_text(sentence, first, match.last) or sentence:quoted(first) or sentence:emphasized(first) then return end
  report(sentence, first, last)
end

return rule
