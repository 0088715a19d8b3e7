-- Sentences of prose in many languages out of unpacked Debian packages, as lines LANG<TAB>sentence.
--   lua5.4 tests/model/language-corpus.lua PACKAGES > corpus.tsv
-- PACKAGES holds a folder for each package of language-packages.txt, as dpkg-deb unpacks it.

local root = assert(arg[1], "usage: language-corpus.lua PACKAGES")

-- Sentences of one source in one language: no kind of text may rule a language.
local MOST_OF_A_SOURCE = 12000
local LANGUAGES = { "en", "es", "fr", "de", "pt", "it", "nl", "sv", "da", "nb", "pl", "cs", "ro",
    "tr", "fi", "hu", "hr", "id", "vi", "ru", "uk", "sr" }

-- Reading -----------------------------------------------------------------------------------------

local function run(command)
    local pipe <close> = assert(io.popen(command))
    return pipe:read("a")
end

local function files_below(folder, pattern)
    local paths = {}
    local find = "find '" .. folder .. "' -type f " .. pattern .. " 2>/dev/null | LC_ALL=C sort"
    for path in run(find):gmatch("[^\n]+") do
        paths[#paths + 1] = path
    end
    return paths
end

local function read_file(path)
    local file <close> = assert(io.open(path, "rb"))
    return file:read("a")
end

local ENTITIES = { lt = "<", gt = ">", amp = "&", quot = '"', apos = "'", nbsp = " " }

local function decode_entity(number)
    local code = math.tointeger(tonumber(number))
    return code and code < 0x110000 and utf8.char(code) or " "
end

-- Markup out, white space to single spaces. What is not for readers goes with its content.
local function plain(text)
    for _, tag in ipairs { "code", "cmd", "pre", "screen", "script", "style", "tt" } do
        text = text:gsub("<" .. tag .. "[%s>].-</" .. tag .. ">", " ")
    end
    text = text:gsub("<[^>]*>", ""):gsub("&(%w+);", ENTITIES):gsub("&#(%d+);", decode_entity)
    return (text:gsub("\u{A0}", " "):gsub("%s+", " "))
end

-- Sentences ---------------------------------------------------------------------------------------

local english = {} -- what the other languages may have left untranslated
local seen = {}
local counts = {}

local function is_prose(sentence)
    return #sentence >= 15 and #sentence < 500 and not sentence:find("[/\\{}=_@#~|<>]") and
        not sentence:find("%$%w") and select(2, sentence:gsub("%d", "")) * 6 < #sentence
end

-- Words that are in nearly every English sentence and hardly in any other language's.
local ENGLISH_WORDS = {}
for word in ("the of and to is that for with you this be by not from have which was their your are")
    :gmatch("%a+") do
    ENGLISH_WORDS[word] = true
end

local function looks_english(sentence)
    local hits, words = 0, 0
    for word in sentence:lower():gmatch("[^%s%p%d]+") do
        words = words + 1
        hits = hits + (ENGLISH_WORDS[word] and 1 or 0)
    end
    return hits * 6 > words
end

local function is_wanted(language, sentence)
    if seen[language .. sentence] or not is_prose(sentence) then return false end
    return language == "en" or not (english[sentence] or looks_english(sentence))
end

local function put(source, language, sentence)
    local key = source .. language
    local count = counts[key] or 0
    sentence = sentence:match("^%s*(.-)%s*$")
    if count >= MOST_OF_A_SOURCE or not is_wanted(language, sentence) then return end
    counts[key] = count + 1
    seen[language .. sentence] = true
    if language == "en" then english[sentence] = true end
    io.write(language, "\t", sentence, "\n")
end

-- `text` is markup or plain, one paragraph.
local function put_paragraph(source, language, text)
    text = plain(text)
    if not utf8.len(text) then return end
    for sentence in (text .. " "):gmatch("(.-[%.!%?:;][^%s%w]*) ") do
        put(source, language, sentence)
    end
end

-- Sources -----------------------------------------------------------------------------------------

-- Mallard and HTML: everything between a paragraph's tags.
local function put_markup(source, language, folder, pattern)
    for _, path in ipairs(files_below(root .. "/" .. folder, pattern)) do
        local text = read_file(path):gsub("<[bh]r ?/?>", " ")
        for _, paragraphs in ipairs { "<p[^%w][^<]*.-</p>", '<div class="para">(.-)</div>' } do
            for paragraph in text:gmatch(paragraphs) do
                put_paragraph(source, language, paragraph)
            end
        end
    end
end

local function put_fortunes(package, language)
    for _, path in ipairs(files_below(root .. "/" .. package .. "/usr/share/games/fortunes",
        "! -name '*.dat' ! -name '*.u8'")) do
        for saying in (read_file(path) .. "\n%\n"):gmatch("(.-)\n%%\n") do
            put_paragraph("fortunes", language, saying)
        end
    end
end

local function put_plain(package, pattern, language)
    for _, path in ipairs(files_below(root .. "/" .. package, pattern)) do
        local text = path:find("%.[dg]z$") and run("zcat '" .. path .. "'") or read_file(path)
        for paragraph in (text .. "\n\n"):gmatch("(.-)\n%s*\n") do
            put_paragraph(package, language, paragraph)
        end
    end
end

-- Manual pages: lines of roff; requests end a paragraph, escapes are dropped.
local function put_manuals(language)
    local folder = root .. "/manpages-" .. language .. "/usr/share/man/" .. language
    for _, path in ipairs(files_below(folder, "-name '*.gz'")) do
        local text = run("zcat '" .. path .. "'")
        text = text:gsub("\\f%[?%w+%]?", ""):gsub("\\%-", "-"):gsub("\\%S%S?", "")
        for paragraph in (text:gsub("\n[.'][^\n]*", "\n\n") .. "\n\n"):gmatch("(.-)\n\n") do
            put_paragraph("manuals", language, paragraph)
        end
    end
end

-- GNU gettext's .mo files: two tables of (length, offset), originals and translations.
local function each_message(path, visit)
    local data = read_file(path)
    local _, _, count, originals, translations = string.unpack("<I4I4I4I4I4", data)
    local function text_at(base, i)
        local length, offset = string.unpack("<I4I4", data, base + i * 8 + 1)
        return data:sub(offset + 1, offset + length):gsub("%z.*", ""):gsub("^.*\4", "")
    end
    for i = 1, count - 1 do visit(text_at(originals, i), (text_at(translations, i))) end
end

local function put_message(language, text)
    text = text:gsub("<[^>]*>", " "):gsub("$[%w_|.-]+", ""):gsub("%*", " ")
    put_paragraph("wesnoth", language, text)
end

local function put_game(locale, language)
    local pattern = "-path '*/locale/" .. locale .. "/LC_MESSAGES/wesnoth*.mo'"
    for _, path in ipairs(files_below(root, pattern)) do
        each_message(path, function(original, translation)
            if language == "en" then put_message("en", original)
            elseif translation ~= original then put_message(language, translation) end
        end)
    end
end

local MALLARD = { en = "C", pt = { "pt", "pt_BR" } }
local BOOK = { en = "en-US", es = "es-ES", fr = "fr-FR", de = "de-DE", pt = "pt-BR", it = "it-IT",
    nl = "nl-NL", sv = "sv-SE", da = "da-DK", nb = "nb-NO", pl = "pl-PL", cs = "cs-CZ",
    ro = "ro-RO", tr = "tr-TR", hr = "hr-HR", id = "id-ID", vi = "vi-VN", ru = "ru-RU" }
local FORTUNES = { en = { "fortunes", "fortunes-min" }, es = "fortunes-es", de = "fortunes-de",
    it = "fortunes-it", pl = "fortunes-pl", cs = "fortunes-cs", pt = "fortunes-br",
    ru = "fortunes-ru" }
local OFFICE = { en = "en-us", pt = "pt" }
local GAME = { en = "es", nb = "nb_NO", pt = { "pt", "pt_BR" } }
local SCHOOL = { nb = "nb-no", pt = { "pt-pt", "pt-br" }, uk = "legacy-uk", sv = "legacy-sv",
    pl = "legacy-pl" }

local MANUALS = { uk = true, ro = true }

local function each_of(names, language, visit)
    local name = names[language] or language
    for _, one in ipairs(type(name) == "table" and name or { name }) do visit(one) end
end

for _, language in ipairs(LANGUAGES) do -- English first: the others are checked against it
    each_of(MALLARD, language, function(name)
        put_markup("gnome", language, "gnome-user-docs/usr/share/help/" .. name, "-name '*.page'")
    end)
    if BOOK[language] then
        put_markup("book", language, "debian-handbook/usr/share/doc/debian-handbook/html/" ..
            BOOK[language], "-name '*.html'")
    end
    if FORTUNES[language] then
        each_of(FORTUNES, language, function(name) put_fortunes(name, language) end)
    end
    each_of(GAME, language, function(name) put_game(name, language) end)
    each_of(OFFICE, language, function(name)
        put_markup("office", language, "libreoffice-help-" .. name, "-name '*.html'")
    end)
    each_of(SCHOOL, language, function(name)
        put_markup("school", language, "debian-edu-doc-" .. name, "-name '*manual.html'")
    end)
    put_markup("aptitude", language, "aptitude-doc-" .. language, "-name '*.html'")
    local guide = "installation-guide-amd64"
    put_markup("install", language, guide .. "/usr/share/doc/" .. guide .. "/" .. language,
        "-name '*.html'")
    if MANUALS[language] then put_manuals(language) end
    if language == "en" then
        put_markup("anarchism", "en", "anarchism", "-name '*.html'")
        put_plain("dict-devil", "-name '*.dz'", "en")
    end
end
