local rule = {
  api     = 1,
  summary = "a stop or comma on the wrong side of the closing mark",
  why     = [[American papers set stops and commas inside the quotation marks, *“the end,”*; British ones outside unless they are quoted. Off until
you say which: `style` is `inside` or `outside`; `outside` leaves whole quoted sentences alone.]],
  level   = "off",
  mqm     = "company-style",
  measured = "not measured: the rule is off until you switch it on",
  trigger = { "<close> ,|.", ",|. <close>" },
  options = { style = "inside" },
  message = "House style sets this mark on the other side of the quotation mark.",
  bad = {
    { "He called it “a lie<<”.>> She left.", fix = "He called it “a lie.” She left." },
    { "It is “the end<<”,>> she said.", fix = "It is “the end,” she said." },
    { "He called it \"a lie<<\",>> and left.", fix = "He called it \"a lie,\" and left." },
  },
  good = {
    "He called it “a lie.” She left.",
    "It is “the end” of it, she said.",
    "It is ‘the end’, or the sailors', she said.",
  },
}

local function is_sentence(sentence, close)
  local quotation = sentence:quotation(close)
  if not quotation or not quotation.open then return true end
  local first = quotation.block:text(quotation.open + 1, quotation.open + 1)
  return first:find("^%l") == nil and quotation.close - quotation.open > 5
end

function rule.check(match, report, options)
  local sentence, first, last = match.sentence, match.first, match.last
  if sentence:gap(last) ~= "" then return end
  local is_outside = sentence:role(first) == "close"
  local close = is_outside and first or last
  local mark = sentence:text(close, close)
  if is_outside == (options.style == "outside") or mark == "'" or mark == "’" then return end
  if options.style == "outside" and is_sentence(sentence, close) then return end
  report(sentence, first, last, { fix = sentence:text(last, last) .. sentence:text(first, first) })
end

return rule
