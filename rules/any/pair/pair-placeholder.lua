local rule = {
  api     = 1,
  summary = "a placeholder that is lost, or that the source has not",
  why     = [[What a program fills in (*{name}*, *%s*, *%(count)d*, *${sum}*) must come through a translation as it is: lost, doubled
or translated, the text breaks where nobody looks. Both are compared name by name; their order is free. Without a
source, or where the two have not the same paragraphs, the rule is silent.]],
  level   = "error",
  mqm     = "omission",
  measured = "not measured: the rule speaks beside the source only; read elsewhere: none in 11,572 messages of clean PO files and 105 pairs of Markdown files",
  pair    = true,
  scope   = "block",
  bad = {
    { "<<Welcome back!>>", original = "¡Hola, {name}!" },
    { "You have <<%d>> new messages.", original = "Tiene %s mensajes nuevos." },
    { "Hello, <<{nombre}>>!", original = "¡Hola, {name}!" },
  },
  good = {
    { "Hello, {name}!", original = "¡Hola, {name}!" },
    { "{count} files of {total}", original = "De {total} ficheros, {count}" },
    { "Growth of 5% so far", original = "Un crecimiento del 5 % demostrado" },
    { "Welcome back!", original = "¡Hola!" },
    { "{n, plural, one {boat} other {boats}}", original = "{n, plural, one {barco} other {barcos}}" },
  },
}

local patterns = { "%${[%w_.]+}", "{[%w_.]*}", "%%%d*%$?[sd@]%f[%L]", "%%%([%w_]+%)[sd]" }

-- {count, plural, one {boat} other {boats}}: its words are translated.
local chooses = { plural = true, select = true, selectordinal = true }

-- Behind the bracket that closes the one at `open`.
local function find_behind(text, open)
  local depth, at = 0, open
  while at do
    depth = depth + (text:sub(at, at) == "{" and 1 or -1)
    if depth == 0 then return at + 1 end
    at = text:find("[{}]", at + 1)
  end
end

local function shorten_choices(text)
  local parts, start, from = {}, 1, 1
  while true do
    local open, last, name, kind = text:find("{([%w_]+), ?(%l+),", from)
    local behind = open and chooses[kind] and find_behind(text, open)
    if not open or chooses[kind] and not behind then break end
    if behind then
      parts[#parts + 1] = text:sub(start, open - 1) .. "{" .. name .. "}"
      start = behind
    end
    from = behind or last
  end
  parts[#parts + 1] = text:sub(start)
  return table.concat(parts)
end

-- How often each placeholder stands in a text, and in which order they come.
local function count(text)
  local counts, order = {}, {}
  text = shorten_choices(text)
  for _, pattern in ipairs(patterns) do
    text = text:gsub(pattern, function(one)
      if not counts[one] then order[#order + 1] = one end
      counts[one] = (counts[one] or 0) + 1
      return " "
    end)
  end
  return counts, order
end

-- The first placeholder that the one has and the other has not.
local function find_alone(order, others)
  for _, one in ipairs(order) do
    if not others[one] then return one end
  end
end

local function find_tokens(block, placeholder)
  for i = 1, #block do
    for j = i, math.min(i + 6, #block) do
      if block:text(i, j) == placeholder then return i, j end
    end
  end
end

function rule.check(match, report)
  local block, source = match.block, match.block.source
  if not source then return end
  local there, ordered_there = count(source)
  local here, ordered_here = count(block:text())
  local lost, new = find_alone(ordered_there, here), find_alone(ordered_here, there)
  if not lost and not new then return end
  local first, last
  if new then first, last = find_tokens(block, new) end
  local message = lost and ("The source has %s, and this has not."):format(lost)
    or ("The source has no %s."):format(new)
  report(block, first or 1, last or #block, { message = message })
end

return rule
