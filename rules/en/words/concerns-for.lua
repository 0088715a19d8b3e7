local rule = {
  api     = 1,
  summary = "concerns “for” what causes them",
  why     = [[*Preocupación por*, *préoccupation pour*: one is concerned *for* a person or a thing to be kept from harm, and *about*
what causes the concern or is debated.]],
  level   = "warning",
  mqm     = "grammar",
  measured = "rare: nothing in the machine translations of the development corpora; none in clean English",
  source  = { "es", "fr", "pt", "it", "ca", "ro" },
  sets    = {
    causes = { "attacks", "censorship", "corruption", "inflation", "pollution", "repression", "threats", "violations",
      "violence" },
    debated = { "deforestation", "delays", "floods", "human", "insecurity", "poverty", "unemployment" },
  },
  swap    = {
    ["what=concerns|worry|worries|unease for|by cause=(the|these|those|its|their|such? @causes|@debated)"] =
      "{what} about {cause}",
    ["concern for|by cause=(the|these|those|its|their|such? @causes)"] = "concern about {cause}",
  },
  message = "Concerns *about* what worries people; *for* whoever is in danger.",
  bad = {
    { "She raised <<concerns for human>> rights on the island.", fix = "She raised concerns about human rights on the island." },
    { "He voiced <<concern for the violence>> in the streets.",
      fix = "He voiced concern about the violence in the streets." },
    { "They voiced <<worries by the threats>> of last week.", fix = "They voiced worries about the threats of last week." },
  },
  good = {
    "She raised concerns about human rights on the island.",
    "There are concerns for her safety.",
    "There is concern for human life.",
    "His concern for the poor was real.",
  },
}

return rule
