local words = require "calque.words"

local rule = {
  api     = 1,
  summary = "“at … level” where nothing has levels",
  why     = [[*A nivel diplomático*, *au niveau politique*, *a livello mediatico*, *auf politischer Ebene*: the romance *level* is only
a way to say *in diplomacy*, *politically*, *in the media*. English keeps *level* for what can be high or low.]],
  level   = "warning",
  mqm     = "unidiomatic-style",
  measured = "1 in rule-based es-en; none in clean English",
  sets    = {
    fields = words.set [[artistic diplomatic educational electoral financial institutional judicial media medical musical
      police political sanitary sporting sports tax]],
    reaches = words.set [[global world worldwide international european national regional local continental provincial
      municipal state]],
  },
  forbid  = {
    "at @fields level",
    "at the? (@reaches @fields | @fields @reaches) level",
    "to provincial|national|regional|local|political|diplomatic|world level",
  },
  message = "Say it without “level”: “in diplomacy”, “politically”, “in the media”.",
  bad = {
    { "The island has no voice <<at diplomatic level>>.", fix = false },
    { "It is the best <<at the world sporting level>>." },
    { "The rules differ <<to regional level>>." },
    { "Nothing was done <<at the national political level>>." },
  },
  good = {
    "The island has no voice in diplomacy.",
    "Talks were held at the highest level.",
    "It was decided at the national level.",
    "Talks at the level of ministers failed.",
  },
}

return rule
