-- What a table of phrases says. A line is "trigger => meaning" or "trigger = what stands for it".
local entries = {}

---trigger -> { meaning, fix = replacement or nil }
function entries.read(text)
  local by_trigger = {}
  for line in text:gmatch("[^\n]+") do
    -- Searched for as it is: a pattern with lazy parts would cost more than all else that is loaded.
    local at = line:find(" =", 1, true)
    if at then
      local is_meaning = line:sub(at + 2, at + 2) == ">"
      local meaning = line:sub(at + (is_meaning and 4 or 3))
      by_trigger[line:sub(1, at - 1):match("%S.*")] = { meaning = meaning, fix = not is_meaning and meaning or nil }
    end
  end
  return by_trigger
end

return entries
