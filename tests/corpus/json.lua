-- Reads JSON lines; that they are well-formed is taken for granted.

local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local CONSTANTS = { ["true"] = true, ["false"] = false }

local function join_surrogates(high, low)
    return utf8.char(0x10000 + ((tonumber(high, 16) & 0x3FF) << 10) + (tonumber(low, 16) & 0x3FF))
end

local function unescape(text)
    text = text:gsub("\\\\", "\\u005C")
    text = text:gsub("\\u([dD][89abAB]%x%x)\\u([dD][c-fC-F]%x%x)", join_surrogates)
    return (text:gsub("\\([^u])", function(c) return ESCAPES[c] or c end)
        :gsub("\\u(%x%x%x%x)", function(digits) return utf8.char(tonumber(digits, 16)) end))
end

-- Each reads what begins at byte `at` of text: the value, and where the text goes on.
local read_value

local function read_string(text, at)
    local stop = at
    repeat
        stop = assert(text:find('["\\]', stop + 1), "JSON: a string without end")
        local escaped = text:byte(stop) == 92
        if escaped then stop = stop + 1 end
    until not escaped
    local inside = text:sub(at + 1, stop - 1)
    return inside:find("\\", 1, true) and unescape(inside) or inside, stop + 1
end

local function read_array(text, at)
    local array = {}
    local value
    at = text:match("^%s*()", at + 1)
    while text:sub(at, at) ~= "]" do
        value, at = read_value(text, at)
        array[#array + 1] = value
        at = text:match("^%s*,?%s*()", at)
    end
    return array, at + 1
end

local function read_object(text, at)
    local object = {}
    local key
    at = text:match("^%s*()", at + 1)
    while text:sub(at, at) ~= "}" do
        key, at = read_string(text, at)
        object[key], at = read_value(text, text:match("^%s*:%s*()", at))
        at = text:match("^%s*,?%s*()", at)
    end
    return object, at + 1
end

local READERS = { ['"'] = read_string, ["["] = read_array, ["{"] = read_object }

-- null is nil: a field that is not there.
function read_value(text, at)
    local reader = READERS[text:sub(at, at)]
    if reader then return reader(text, at) end
    local word, behind = text:match("^([%w.+-]+)()", at)
    if not word then error("JSON: no value at byte " .. at .. " of " .. text, 0) end
    if CONSTANTS[word] ~= nil then return CONSTANTS[word], behind end
    return tonumber(word), behind
end

-- The values of JSON lines.
local function rows_of(text)
    return coroutine.wrap(function()
        for line in text:gmatch("[^\n]+") do coroutine.yield((read_value(line, 1))) end
    end)
end

return { rows_of = rows_of }
