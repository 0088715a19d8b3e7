local rule = {
  api     = 1,
  summary = "a piece of the source's page, and not of its text",
  why     = [[Who copies an article with its frame translates the frame, too: *Source: Xinhua*, *(Editor: Li Feng)*, *Foto: EFE*,
*Read also:*. In the text it is one sentence too many.]],
  level   = "warning",
  mqm     = "addition",
  measured = "25 in raw MT articles, 6 in human references; 15 of 25 touch a rater's error span; none in clean English",
  trigger = {
    "\\(|[ editor|reporter|correspondent|foto|cover|responsible :",
    "\\(|[ edited|compiled|reported by",
    "\\(|[ editor in charge :",
    "editor in charge :",
    "responsible editor :",
    "^ foto|fotos|foto/efe :|/ <capitalized>|<upper>",
    "^ source|editor : xinhua|tass|efe|interfax|ria|china|people's|cctv|reuters|afp|dpa|ansa|yahoo|ukrinform|unian",
    "^ read|see also :",
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
  },
}

function rule.check(match, report)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:quoted(first) or sentence:emphasized(first) then return end
  report(sentence, first, last)
end

return rule
