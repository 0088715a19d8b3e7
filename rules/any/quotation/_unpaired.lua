-- Quotation marks without a partner, where one is missing.
local words = require "calque.words"

local unpaired = {}

-- A straight or curly single mark: quoted words within speech, or an apostrophe.
local function is_single(mark)
  return mark == "'" or mark == "‘" or mark == "’"
end

-- A paragraph that opens with a mark and has no other of its kind: many papers leave the last one open too.
local function is_paragraph_of_speech(quotation)
  if quotation.open ~= 1 then return false end
  local block = quotation.block
  local i = block:next_mark(2)
  while i and is_single(block[i]) do i = block:next_mark(i + 1) end
  return not i
end

-- The sailors" union: a wrong apostrophe, and no quotation.
local function is_apostrophe(block, mark)
  -- Hear this" shows, the ovens" could not
  if words.function_words[block[mark - 1]] or words.finite_verbs[block[mark + 1]] then return false end
  return block:text(mark - 1, mark - 1):sub(-1) == "s" and block:gap(mark + 1) ~= ""
    and block:kind(mark + 1) == "word"
end

-- “It is done. »: closed, if by a mark of another language; that is a rule of its own.
local function is_closed_otherwise(block, mark)
  local i = block:next_mark(mark + 1)
  while i do
    if block[i] == "»" or block[i] == "«" then return true end
    if block:role(i) == "open" then return false end
    i = block:next_mark(i + 1)
  end
  return false
end

local beside = { ["`"] = true, ["``"] = true, ["'"] = true, ["''"] = true, ["\""] = true, ["\\"] = true, ["="] = true, ["("] = true }

-- call("
local function is_argument(block, mark)
  return block[mark - 1] == "(" and block:kind(mark - 2) == "word" and block:gap(mark - 1) == ""
end

-- ```, \", ('') and the like: marks of a program, or about marks.
local function is_of_code(block, mark)
  local text = block:text(mark, mark)
  if block:gap(mark) == "" and (block[mark - 1] == "\\" or block[mark - 1] == "}" or is_argument(block, mark)) then return true end
  if block[mark - 1] == "`" and block[mark + 1] == "'" then return true end
  if text ~= "``" and text ~= "''" then return false end
  if mark > 1 and block:gap(mark) ~= "" and mark < #block and block:gap(mark + 1) ~= "" then return true end
  return mark > 1 and block:gap(mark) == "" and beside[block[mark - 1]] ~= nil
    or mark < #block and block:gap(mark + 1) == "" and beside[block[mark + 1]] ~= nil
end

local function lacks_partner(quotation)
  local block = quotation.block
  if is_of_code(block, quotation.open or quotation.close) then return false end
  if quotation.open then return not is_closed_otherwise(block, quotation.open) end
  return quotation.close == 1 or not is_apostrophe(block, quotation.close)
end

local before_stray = { word = true, number = true, punctuation = true }
local after_stray = { word = true, number = true }
local stops = { [","] = true, ["."] = true, ["!"] = true, ["?"] = true, ["…"] = true, ["..."] = true, [":"] = true, [";"] = true }

-- We won," said the mayor; Last month," the road was closed: behind a comma somebody must have said it.
local function is_told(block, mark)
  for i = mark + 1, mark + 12 do
    if words.reporting_verbs[block[i]] or words.coordinators[block[i]] or block:kind(i) == "quote" then return true end
  end
  return false
end

-- "It will also" stay: no quotation ends there, whatever stood before the text.
local function is_stray(quotation)
  local block, mark = quotation.block, quotation.close
  if not quotation.open and block[mark - 1] == "," and after_stray[block:kind(mark + 1)] and mark < 16 then return not is_told(block, mark) end
  return not quotation.open and before_stray[block:kind(mark - 1)] and after_stray[block:kind(mark + 1)]
    and block:gap(mark + 1) ~= "" and not stops[block[mark - 1]]
end

local longest = 200 -- tokens; a longer paragraph is a whole text

---Whether the text is a short paragraph alone: perhaps cut out of a longer text.
function unpaired.is_piece(doc)
  local block = doc.last and doc.last.block
  return block ~= nil and not block.previous and not block.next and #block <= longest
end

---Whether the partner may stand in the text before or after.
function unpaired.may_go_on(quotation)
  return unpaired.is_piece(quotation.block.doc) and not is_stray(quotation)
end

-- He knew who" was the first": the first of two closing marks opens, on the wrong side of the space.
local function is_pair(first, second)
  return not first.open and not second.open and first.block == second.block
end

---Calls tell(quotation, closed) with each mark whose partner stands in none of the next `paragraphs` blocks; `closed`
---is the end of it where the mark looks like an end, too.
function unpaired.each(doc, paragraphs, tell)
  local waiting -- a mark whose partner may follow
  local function give_up(closed)
    if waiting and lacks_partner(waiting) then tell(waiting, closed) end
    waiting = nil
  end
  for quotation in doc:unpaired() do
    local is_open = quotation.open ~= nil
    local distance = waiting and quotation.block.index - waiting.block.index or 0
    if waiting and waiting.open and not is_open and distance > 0 and distance <= paragraphs then
      waiting = nil
    elseif waiting and is_pair(waiting, quotation) then
      give_up(quotation)
    else
      give_up()
      if is_open and not is_paragraph_of_speech(quotation) and not is_of_code(quotation.block, quotation.open) or not is_open and lacks_partner(quotation) then
        waiting = quotation
      end
    end
  end
  give_up()
end

return unpaired
