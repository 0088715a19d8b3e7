return {
  api     = 1,
  summary = "the same said twice in one phrase",
  why     = [[*Cooperación mutua entre ambos*, *volver atrás*, *debido al hecho de que*: what the source says with emphasis English says
once. A matter of style, and so a hint.]],
  level   = "hint",
  mqm     = "awkward-style",
  measured = "4 in raw MT articles, 1 in human references; 1 of 1 changed by post-editors; 3 of 3 touch a rater's error span; none in clean English",
  message = "Said twice: once is enough.",
  swap    = "redundancy.tsv",
  bad = {
    { "They praised the <<mutual cooperation between both>>.", fix = "They praised the cooperation between the two." },
    { "The boats <<returned back>> at noon.", fix = "The boats returned at noon." },
    { "It is closed <<due to the fact that>> it rains.", fix = "It is closed because it rains." },
  },
  good = {
    "They praised their cooperation.",
    "The boats returned at noon, and he turned back.",
    "Due to the rain it is closed, in fact.",
    "When the war first began, it was repeated again and again.",
  },
}
