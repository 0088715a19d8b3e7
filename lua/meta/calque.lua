---@meta
-- This is all that a rule file may use besides Lua itself. Editors with the Lua language server read it as
-- lua/meta/calque.lua, and `calque explain --api` prints it.
--
-- Examples show an expression, and behind --> what it is. In them `s` is the first sentence of this text,
-- `b` its block, `d` the document, and `q` its first quotation:
--
-- > The “old” Ship left port, and the ship came back. It had 2 masts, it had 2 masts, and no sail.

---A rule file returns one of these.
---@class calque.rule
---@field api 1
---@field summary string one line: what is wrong, for people
---@field why string a short paragraph (Markdown): where it comes from, what is right
---@field level "error"|"warning"|"hint"|"off"
---@field mqm string MQM error type, kebab-case
---@field language? string default: the folder's language
---@field source? string|string[] source languages it is for; without it: all
---@field scope? "sentence"|"block"|"quotation"|"document" default "sentence"
---@field sets? table<string, string[]|table<string, any>> words that patterns name by @name: a list, or a table with the words as keys
---@field trigger? string|string[] phrase patterns (see rules/README.md); without it, check runs on every item of its scope
---@field message? string default message of its findings; default: the summary
---@field measured? string how precise it was and on what, for its manual page
---@field swap? table<string, string>|string pattern -> replacement (with the capitals of what it replaces), or a table beside the rule, "words.tsv": a rule without a function
---@field safe? boolean swap: its fixes may be applied without asking; default false
---@field forbid? string[]|string patterns that are wrong as such, or a table beside the rule: a rule without a function
---@field options? table<string, string|number|boolean>
---@field vocabulary? boolean leave alone what consists of words of the user's vocabulary; default false
---@field pair? boolean it compares a text with its source: check runs only where that is known; default false
---@field engine? boolean the engine finds it (any/ignore-unused, any/ignore-unknown)
---@field formerly? string[] ids it had before
---@field bad calque.example[]
---@field good (string|calque.example)[]
---@field check? fun(match: calque.match, report: calque.report, options: table)

---`bad` and `good` examples: the text comes first; in `bad`, <<...>> marks each expected finding.
---A finding of no width is marked <<>>.
---@class calque.example
---@field [1] string
---@field fix? string the text after the first fix of every finding; `false`: no finding has a fix
---@field source? string source language of the example
---@field original? string what the example is a translation of
---@field glossary? string the user's glossary, as its CSV file has it
---@field format? "plain"|"markdown"|"html"

---What a check is about. One table for all calls of a rule on one document: keep what you need of it, not
---the table.
---@class calque.match
---@field sentence? calque.sentence scope "sentence": the sentence
---@field block? calque.block scope "block": the block
---@field quotation? calque.quotation scope "quotation"
---@field doc calque.document
---@field first? integer first token of the trigger, as an index into the sentence (or block)
---@field last? integer its last token
---@field pattern? string the trigger pattern that matched
---@field parts? table<string, calque.part> what the pattern captured by name=; nil where it captured nothing
---@field hits? fun(): fun(): calque.sentence, integer, integer, string, table<string, calque.part>|nil scope "document" with a trigger: where it matched (first and last token), which pattern did, and what it captured, in the order of the text

---Tokens that a part of a pattern matched.
---@class calque.part
---@field first integer an index into the sentence (or block)
---@field last integer

---A run of tokens: a sentence or a block. White space is no token.
---`text[i]` is token i lower-cased (typographic apostrophes and hyphens as ' and -), nil outside;
---`#text` the number of tokens.
---@class calque.text
---@field [integer] string
---@field doc calque.document
---@field language string
local text = {}
---The text as it is written, from token i to token j (both default to the whole).
---    s:text(3, 5) --> "old” Ship"
---    s[5] --> "ship"
---    s[99] --> nil
---    #s --> 14
---@param i? integer
---@param j? integer
---@return string
function text:text(i, j) end
---    s:kind(2) --> "quote"
---    s:kind(5) --> "word"
---@param i integer
---@return "word"|"number"|"punctuation"|"quote"|"symbol"|"url"|"email"|"handle"|"hashtag"|"path"|"placeholder"|"emoji"|"ideograph"|"other"|nil
function text:kind(i) end
---What a quotation mark is.
---    s:role(2) --> "open"
---    s:role(3) --> nil
---@param i integer
---@return "open"|"close"|"apostrophe"|"prime"|nil
function text:role(i) end
---    s:case(5) --> "capitalized"
---    s:case(11) --> "lower"
---@param i integer
---@return "lower"|"capitalized"|"upper"|"mixed"|nil
function text:case(i) end
---The white space before token i, as written; #text+1 is what stands behind the last one in its block.
---    s:gap(2) --> " "
---    s:gap(3) --> ""
---@param i integer
---@return string
function text:gap(i) end
---Whether token i is inside a quotation.
---    s:quoted(3) --> true
---    s:quoted(5) --> false
---@param i integer
---@return boolean
function text:quoted(i) end
---Whether token i is emphasised, strong or a link.
---    s:emphasized(5) --> false
---@param i integer
---@return boolean
function text:emphasized(i) end
---How often token i stands in the document, in any case.
---    s:count(5) --> 2
---@param i integer
---@return integer|nil
function text:count(i) end
---Looks for a regular expression (PCRE2's syntax, Unicode's classes) in the text from token i to token j: the
---tokens that the first match touches, and what its groups captured. Only for rules with a trigger, which says
---where to look; looks at 4,096 bytes at most, and a search that takes more than 200,000 steps is an error.
---    s:search([[\b(\w+), and the (?i:\1)\b]]) --> nil
---    s:search([[(\w)h(\w)\b]]) --> 1, 1, "T", "e"
---    s:search([[old. \w+]], 2) --> 3, 5
---@param regex string
---@param i? integer
---@param j? integer
---@return integer|nil first
---@return integer|nil last
---@return string|nil ...
function text:search(regex, i, j) end
---Which language word i alone speaks for, other than the text's own, and by how many nats more than for
---that one: below 0, it speaks for the text's language. nil where it is no word. With a code: how much it
---speaks for that language rather than for the text's own; 0 where that one is not known.
---    s:guess(2) --> nil
---    select(2, s:guess(5, "xx")) --> 0.0
---@param i integer
---@param code? string BCP 47
---@return string|nil code BCP 47
---@return number|nil nats
function text:guess(i, code) end
---The words (tokens of kind "word"), lower-cased and joined by single spaces, and how many there are.
---    s:words(true) --> "old", 1
---    select(2, s:words()) --> 10
---@param quoted? boolean only those inside quotations
---@return string, integer
function text:words(quoted) end
---Whether every word of tokens i to j is in the user's vocabulary, alone or as a part of an entry that stands there.
---    s:in_vocabulary(5) --> false
---@param i integer
---@param j? integer default i
---@return boolean
function text:in_vocabulary(i, j) end
---The first quotation mark from token i on, and be it i; apostrophes and primes are passed over.
---    s:next_mark(1) --> 2
---    s:next_mark(5) --> nil
---@param i integer
---@return integer|nil
function text:next_mark(i) end
---The quotation that token i opens, closes or is inside of (the innermost).
---    s:quotation(3) == q --> true
---    s:quotation(5) --> nil
---@param i integer
---@return calque.quotation|nil
function text:quotation(i) end

---    s.terminated --> true
---    s.next:text() --> "It had 2 masts, it had 2 masts, and no sail."
---    s.next.offset --> 14
---    s.previous --> nil
---@class calque.sentence: calque.text
---@field block calque.block
---@field index integer its place among the document's sentences, from 1
---@field offset integer what to add to its token indices to get the block's
---@field previous calque.sentence|nil the sentence before it in its block
---@field next calque.sentence|nil the sentence behind it in its block
---@field terminated boolean ends with a stop, before closing marks

local sentence = {}
---The language of the sentence's own words (quotations and names count little), by how many nats more it
---is that one than the text's language (0: it is the text's own, or too few words tell), and how many
---words told. From 4 nats on a rule may say that a sentence is foreign.
---    s:guess_language() --> "en", 0.0, 3
---@return string code BCP 47
---@return number nats
---@return integer words
function sentence:guess_language() end
---What the tagger says of token i, as Universal Dependencies does: part of speech ("NOUN", "VERB", "AUX", ...)
---and lemma; nil outside, and where there is no tagger for the language. The first call for a sentence is the
---dear one: ask last.
---    s:tag(6) --> "VERB", "leave"
---    s:tag(99) --> nil
---@param i integer
---@return string|nil upos
---@return string|nil lemma
function sentence:tag(i) end
---Whether token i has a feature: "VerbForm=Fin", "Number=Plur".
---    s:has_feature(6, "Tense=Past") --> true
---@param i integer
---@param feature string
---@return boolean
function sentence:has_feature(i, feature) end

---A paragraph, a heading, a list item.
---    b.type --> "paragraph"
---    b.index --> 1
---    b.next --> nil
---    b.source --> nil
---@class calque.block: calque.text
---@field type "paragraph"|"heading"|"list-item"|"table-cell"|"quote"|"caption"|"meta"
---@field depth integer
---@field index integer its place among the document's blocks, from 1
---@field previous calque.block|nil
---@field next calque.block|nil
---@field source string|nil the text of the block that it is a translation of, where the configuration's `pairs` name the source and both have the same blocks
---@field blank_lines integer blank lines before it, where they are only layout (plain text)
local block = {}
---    local n = 0 for _ in b:sentences() do n = n + 1 end return n --> 2
---@return fun(): calque.sentence
function block:sentences() end

---A quotation, from mark to mark.
---    q.open --> 2
---    q.close --> 4
---    q.style --> "curly-double"
---    q.depth --> 1
---    q.alone --> true
---@class calque.quotation
---@field block calque.block
---@field open integer|nil the opening mark, as a token of the block
---@field close integer|nil the closing mark
---@field style "straight-double"|"straight-single"|"curly-double"|"curly-single"|"low-double"|"low-single"|"guillemet"|"guillemet-single"|"corner"
---@field depth integer 1: outermost
---@field alone boolean no other quotation mark stands in its block
---@field continued boolean the missing close is right: the next paragraph goes on with it

---    d.language --> "en"
---    d.format --> "plain"
---    d.last.index --> 2
---@class calque.document
---@field language string
---@field language_found string|nil the one that most of the text is surely in, where that is another one
---@field source_language string|nil as configured, or guessed from the words that were left of it
---@field format "plain"|"markdown"|"html"
---@field last calque.sentence|nil its last sentence
local document = {}
---    for block in d:blocks() do return block == b end --> true
---@return fun(): calque.block
function document:blocks() end
---How many blocks have so many blank lines before them, where they are only layout (plain text).
---    d:count_blocks(0) --> 1
---@param lines integer
---@return integer
function document:count_blocks(lines) end
---How many quotations with marks of a style stand in no other one.
---    d:count_quotations("curly-double") --> 1
---@param style string "straight-double", "curly-double" ...: see calque.quotation
---@return integer
function document:count_quotations(style) end
---The blocks with at least so many blank lines before them.
---    for block in d:spaced_blocks(1) do return block end --> nil
---@param least integer
---@return fun(): calque.block
function document:spaced_blocks(least) end
---    for sentence in d:sentences() do return sentence == s end --> true
---@return fun(): calque.sentence
function document:sentences() end
---    for quotation in d:quotations() do return quotation.open end --> 2
---@return fun(): calque.quotation
function document:quotations() end
---The quotations that lack a mark and are not continued, in order. Single marks are left out: a lone one is
---nearly always an apostrophe.
---    for quotation in d:unpaired() do return quotation end --> nil
---@return fun(): calque.quotation
function document:unpaired() end
---Stretches of a block that say the same words over and over: block, first and last token, tokens of one turn.
---    for block, i, j, turn in d:loops(2) do return block:text(i, j), turn end --> "It had 2 masts, it had 2 masts,", 5
---@param turns integer how often at least, 2 or more
---@return fun(): calque.block, integer, integer, integer
function document:loops(turns) end
---Pairs of sentences that say nearly the same: first, second, similarity (Jaccard, at least `least`), identical.
---    for one, other in d:repeats(0.5) do return one, other end --> nil
---@param least number 0.5 to 1
---@return fun(): calque.sentence, calque.sentence, number, boolean
function document:repeats(least) end

---Names that the document writes in two ways (accents, hyphens, spaces): where the more frequent one
---stands first, as a sentence with its first and last token, and how often; then the same of the other.
---    for one, i, j in d:variants() do return one:text(i, j) end --> nil
---@return fun(): calque.sentence, integer, integer, integer, calque.sentence, integer, integer, integer
function document:variants() end

---Where the text says what the user's glossary avoids: the sentence, first and last token, and the term that
---the glossary has for it, in the plural where that stands there.
---    for one, i, j, term in d:terms() do return one:text(i, j), term end --> nil
---@return fun(): calque.sentence, integer, integer, string
function document:terms() end

---The set of the words of a text: { ["in"] = true, on = true }.
---    table.set "in on" ["on"] --> true
---@param text string
---@return table<string, true>
function table.set(text) end

---Reports tokens i to j of a text. `detail` is the message, or more.
---    report(s, 5, 5, "no capital here") --> nil
---    report(s, 5, 5, { fix = "ship", safe = true, related = { { s, 10, 10, "here it has none" } } }) --> nil
---    report(s, 3, 3, { edits = { { 2, 2, "" }, { 4, 4, "" } }, title = "take the marks away" }) --> nil
---@alias calque.report fun(text: calque.text, i: integer, j?: integer, detail?: string|calque.detail)

---More about a finding.
---@class calque.detail
---@field message? string default: the rule's message
---@field fix? string replaces the reported span; "" deletes it with the white space before it
---@field edits? calque.edit[] a fix that changes other places, instead of `fix`
---@field safe? boolean the fix may be applied without asking; default false
---@field title? string what the fix does, for a menu; default made from the fix
---@field related? calque.related[] other places that explain it
---@field gap? boolean report the white space before token i instead of tokens (j is not used)
---@field insert? boolean report the empty span before token i (j is not used)

---A place of a fix, and what comes there.
---@class calque.edit
---@field [1] integer first token
---@field [2] integer last token
---@field [3] string replacement

---A text, its first and last token, and what is said of them.
---@class calque.related
---@field [1] calque.text
---@field [2] integer
---@field [3] integer
---@field [4] string
