-- Whether a text as a whole is in another language than the one that it is checked as.

local foreign = {}

local enough = 40 -- sentences that tell; a text does not change its mind behind them
local least = 5   -- foreign sentences; fewer may be what a translation left
local sure = 4    -- nats that a sentence is foreign
local furthest = 30 -- tokens into a sentence

-- How many of the first tokens are words of letters, and how many are written in ideographs.
local function count_kinds(sentence)
  local words, ideographs = 0, 0
  for i = 1, math.min(#sentence, furthest) do
    local kind = sentence:kind(i)
    if kind == "ideograph" then ideographs = ideographs + 1 elseif kind == "word" then words = words + 1 end
  end
  return words, ideographs
end

-- True: another language; false: the text's own; nil: too few words to tell.
local function is_foreign_sentence(sentence)
  local words, ideographs = count_kinds(sentence)
  if ideographs > words then return true end
  if words < 4 then return nil end
  local _, nats, count = sentence:guess_language()
  if count < 4 then return nil end
  return nats >= sure
end

---Whether most sentences of a document are in another language than the document is said to be. A text of few
---sentences is none: what stands there was left by who translated it.
---@param doc calque.document
---@return boolean
function foreign.is_text(doc)
  local others, own = 0, 0
  for sentence in doc:sentences() do
    local is_foreign = is_foreign_sentence(sentence)
    if is_foreign then others = others + 1 elseif is_foreign == false then own = own + 1 end
    if others + own >= enough then break end
  end
  return others >= least and others > own * 2
end

return foreign
