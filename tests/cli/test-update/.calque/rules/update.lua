-- a comment with "strings" and 'more [[
return {
  api = 1, summary = 'say "x"', why = [==[why ]] "not"]==], level = "warning", mqm = "style",
  swap = { ["in the frame of"] = "as part of", teh = "the" },
  --[[ "It was <<done>> in the frame of it." ]]
  bad = {
    { "It was <<done>> in the frame of it.", fix = "It was done as part of it \"now\"." },
    { [[
Teh <<"ship">> sails.]], fix = 'The “ship” sails.' },
    { "It is <<teh>> net.", fix = "It is the net." },
    "Nothing <<here>>.",
    "It is " .. "<<not>> teh net.",
  },
  good = { "It was done as part of it.", "He stood in teh frame." },
}
