-- Makes core/text/unicode_tables.h from the Unicode Character Database.
--
--     lua5.4 tests/unicode/make-tables.lua [UCD] > core/text/unicode_tables.h
--
-- UCD is the folder with UnicodeData.txt; by default /usr/share/unicode, where
-- Debian's package unicode-data puts it. The same database gives the same
-- bytes. tests/unit/test_unicode.c compares the result with the database
-- through a reader of its own.
--
-- Steps: read each property into one table by code point; give each distinct
-- combination a record; cut the code points into pages; write the pages that
-- differ. core/text/unicode.h declares the tables and owns the enums: a value
-- that it does not know stops the C compiler, which names it.

local UCD = arg[1] or "/usr/share/unicode"
local LAST <const> = 0x10FFFF
local PAGE_SIZE <const> = 256

-- Scripts with a name of their own in unicode.h; all others are OTHER.
local SCRIPTS = {}
for name in ([[Common Inherited Latin Greek Cyrillic Armenian Georgian Hebrew
    Arabic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam
    Sinhala Thai Lao Khmer Myanmar Tibetan Ethiopic Han Hiragana Katakana
    Bopomofo Hangul]]):gmatch("%a+") do
  SCRIPTS[name] = true
end

-- Short name in the table, file, property; in the order of the enum's bits.
local FLAGS = {
  { "AL", "ALPHABETIC", "DerivedCoreProperties.txt", "Alphabetic" },
  { "UP", "UPPERCASE", "DerivedCoreProperties.txt", "Uppercase" },
  { "LO", "LOWERCASE", "DerivedCoreProperties.txt", "Lowercase" },
  { "WS", "WHITE_SPACE", "PropList.txt", "White_Space" },
  { "DA", "DASH", "PropList.txt", "Dash" },
  { "QU", "QUOTATION_MARK", "PropList.txt", "Quotation_Mark" },
  { "DI", "DEFAULT_IGNORABLE", "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point" },
  { "WI", "WIDE", "EastAsianWidth.txt", "W", "F" },
  { "PI", "EMOJI_PICTOGRAPHIC", "emoji/emoji-data.txt", "Extended_Pictographic" },
}

-- Reading the database ------------------------------------------------------

-- The ranges of a property file: first, last, value of each.
local function ranges(file)
  local lines = io.lines(UCD .. "/" .. file)
  return function()
    for line in lines do
      local first, last, value = line:match("^(%x+)%.*(%x*)%s*;%s*([%w_]+)")
      if first then
        first = tonumber(first, 16)
        return first, last ~= "" and tonumber(last, 16) or first, value
      end
    end
  end
end

-- Code point -> value of an enumerated property; absent where it is Other.
local function read_values(file)
  local values = {}
  for first, last, value in ranges(file) do
    for cp = first, last do values[cp] = value end
  end
  return values
end

-- Code point -> true where a flag holds.
local function read_flag(flag)
  local wanted, set = {}, {}
  for i = 4, #flag do wanted[flag[i]] = true end
  for first, last, value in ranges(flag[3]) do
    if wanted[value] then
      for cp = first, last do set[cp] = true end
    end
  end
  assert(next(set), "no code point is " .. flag[4])
  return set
end

-- The fields of a line of UnicodeData.txt, empty ones kept.
local function split_fields(line)
  local fields = {}
  for field in (line .. ";"):gmatch("([^;]*);") do fields[#fields + 1] = field end
  return fields
end

-- Code point -> category, upper case, lower case. A range is two lines there,
-- "<..., First>" and "<..., Last>".
local function read_unicode_data()
  local category, upper, lower = {}, {}, {}
  local first
  for line in io.lines(UCD .. "/UnicodeData.txt") do
    local f = split_fields(line)
    local cp = tonumber(f[1], 16)
    if f[2]:find(", First>$") then first = cp end
    for i = f[2]:find(", Last>$") and first or cp, cp do category[i] = f[3] end
    upper[cp] = tonumber(f[13], 16)
    lower[cp] = tonumber(f[14], 16)
  end
  return category, upper, lower
end

-- Code point -> simple case folding.
local function read_folding()
  local fold = {}
  for line in io.lines(UCD .. "/CaseFolding.txt") do
    local cp, to = line:match("^(%x+); [CS]; (%x+);")
    if cp then fold[tonumber(cp, 16)] = tonumber(to, 16) end
  end
  return fold
end

local function read_version()
  local file <close> = assert(io.open(UCD .. "/PropList.txt"))
  return assert(file:read("l"):match("^# PropList%-([%d.]+)%.txt"))
end

-- Building the tables -------------------------------------------------------

-- A list that holds each string once; call it with one to get its index from
-- 0. `first[i]` is the code point that brought it.
local function new_set()
  local set = { first = {} }
  local index = {}
  return setmetatable(set, {
    __call = function(_, text, cp)
      if not index[text] then
        index[text] = #set
        set[#set + 1] = text
        set.first[#set] = cp
      end
      return index[text]
    end,
  })
end

local function flag_names(flags, cp)
  local names = {}
  for i, set in ipairs(flags) do
    if set[cp] then names[#names + 1] = FLAGS[i][1] end
  end
  return names[1] and table.concat(names, " | ") or "0"
end

local function script_name(script)
  return SCRIPTS[script] and script:upper() or "OTHER"
end

-- Returns a function from code point to the index of its record, and the sets
-- of records and casings that it fills.
local function new_recorder()
  local records, casings = new_set(), new_set()
  local word = read_values("auxiliary/WordBreakProperty.txt")
  local sentence = read_values("auxiliary/SentenceBreakProperty.txt")
  local script = read_values("Scripts.txt")
  local category, upper, lower = read_unicode_data()
  local fold = read_folding()
  local flags = {}
  for i, flag in ipairs(FLAGS) do flags[i] = read_flag(flag) end

  local function delta(map, cp) return (map[cp] or cp) - cp end

  local function record(cp)
    local casing = casings(("{ %d, %d, %d }"):format(
      delta(fold, cp), delta(upper, cp), delta(lower, cp)), cp)
    return records(("R(%s, %s, %s, %s, %s, %d)"):format(
      (word[cp] or "Other"):upper(), (sentence[cp] or "Other"):upper(),
      (category[cp] or "Cn"):upper(), script_name(script[cp]),
      flag_names(flags, cp), casing), cp)
  end

  record(LAST + 1) -- belongs to nothing: record 0 and casing 0
  return record, records, casings
end

-- Rows of sixteen numbers, the form of all big arrays here.
local function format_numbers(numbers)
  local rows = {}
  for i = 1, #numbers, 16 do
    rows[#rows + 1] = "    " .. table.concat(numbers, ", ", i, math.min(i + 15, #numbers)) .. ","
  end
  return table.concat(rows, "\n")
end

-- Returns the page index of each PAGE_SIZE code points, and the set of pages.
local function make_pages(record)
  local index, pages = {}, new_set()
  for start = 0, LAST, PAGE_SIZE do
    local cells = {}
    for i = 1, PAGE_SIZE do cells[i] = record(start + i - 1) end
    index[#index + 1] = pages(format_numbers(cells), start)
  end
  assert(#pages <= 256, "a page's index needs more than a byte: enlarge cq_unicode_pages")
  return index, pages
end

-- Writing -------------------------------------------------------------------

local function write(...) io.write(...) io.write("\n") end

local function write_head(version)
  write(([[
/* GENERATED by tests/unicode/make-tables.lua from the Unicode Character
 * Database %s (https://www.unicode.org/license.txt). Do not edit: run
 *
 *     lua5.4 tests/unicode/make-tables.lua > core/text/unicode_tables.h
 *
 * Only unicode.c includes this; unicode.h says what the tables mean. */
// clang-format off

const char cq_unicode_version[] = "%s";]]):format(version, version))
end

local function write_flags()
  write("\n/* The flags under short names, to keep a record on a line. */\nenum {")
  for _, flag in ipairs(FLAGS) do
    write("    ", flag[1], " = CQ_UNICODE_", flag[2], ",")
  end
  write("};")
  write([[

#define R(word, sentence, category, script, flags, casing) \
    { CQ_WB_##word, CQ_SB_##sentence, CQ_GC_##category, \
      CQ_SCRIPT_##script, flags, casing }]])
end

local function write_set(comment, declaration, set)
  write("\n/* ", comment, " */\n", declaration, " = {")
  for i, text in ipairs(set) do
    local first = set.first[i]
    write("    ", text, ", /* ", i - 1, ": ",
      first > LAST and "unassigned" or ("U+%04X"):format(first), " */")
  end
  write("};")
end

local function write_ascii(record, records)
  write("\n/* U+0000 .. U+007F */\nconst cq_unicode_record cq_unicode_ascii[128] = {")
  for cp = 0, 127 do
    write("    ", records[record(cp) + 1], ", /* ", ("%02X"):format(cp), " */")
  end
  write("};")
end

local function write_pages(index, pages)
  write("\n/* Page of each ", PAGE_SIZE, " code points. */")
  write("const uint8_t cq_unicode_pages[CQ_UNICODE_PAGE_COUNT] = {")
  write(format_numbers(index), "\n};")
  write("\n/* Record of each code point of each page that differs. */")
  write("const uint16_t cq_unicode_cells[][CQ_UNICODE_PAGE_SIZE] = {")
  for i, page in ipairs(pages) do
    write("    { /* ", i - 1, ": U+", ("%04X"):format(pages.first[i]), " */\n", page, "\n    },")
  end
  write("};")
end

local record, records, casings = new_recorder()
local index, pages = make_pages(record)

write_head(read_version())
write_flags()
write_set("Distinct case mappings and the first code point that has each.",
  "const cq_unicode_casing cq_unicode_casings[]", casings)
write_set("Distinct records and the first code point that has each.",
  "const cq_unicode_record cq_unicode_records[]", records)
write_ascii(record, records)
write_pages(index, pages)
write("\n#undef R")

io.stderr:write(("%d records, %d casings, %d pages: %d bytes\n"):format(
  #records, #casings, #pages,
  8 * (#records + 128) + 12 * #casings + #index + 2 * PAGE_SIZE * #pages))
