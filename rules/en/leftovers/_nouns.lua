-- Nouns that German writes with a capital, and that neither names nor English have: what stands for them in the middle
-- of an English sentence was left. Names of newspapers, parties and houses (Zeit, Welt, Haus, Bund) are left out. Our
-- own compilation.
return [[
  monat monaten woche wochen jahre jahren tagen stunde stunden abend männer männern frauen kindern
  mädchen eltern mutter menschen familie familien leute freunde bürger einwohner nachbarn regierung regierungen
  präsident präsidentin ministerin wahlen gesetz gesetze frieden polizei behörde behörden verletzte geld unternehmen
  preis preise prozent schulen schüler krankenhaus gesundheit krankheit krankheiten wasser straße straßen brücke
  brücken züge flughafen u-bahnhof gebäude wohnung wohnungen tür fenster bücher wort wörter frage fragen antwort
  beispiel beispiele probleme lösung gefahr folgen gründe ziel ziele zweck anfang hälfte viertel zahlen anzahl
  reaktion reaktionen produktion entwicklung entwicklungen bevölkerung wissenschaftler forschung umwelt zukunft
  vergangenheit gegenwart geschichte sprachen bildung arbeiter arbeitsplätze mitarbeiter verkehr saison spiele spieler
  mannschaft sieg niederlage zuschauer erfolg erfolge fortschritt fortschritte veränderung veränderungen
  möglichkeit möglichkeiten schwierigkeiten unterschied unterschiede zusammenarbeit unterstützung hilfe schutz
  sicherheit freiheit gerechtigkeit verantwortung entscheidung entscheidungen verhandlungen vertrag verträge bericht berichte
  untersuchung untersuchungen ermittlungen fleisch gemüse obst tiere pflanzen bäume wälder standort
  wirtschaftsstandort gemeinschaft trophäe ergebnis ergebnisse vorschlag vorschläge maßnahme maßnahmen angriff
  angriffe waffen soldaten täter angeklagte gericht
]]
