-- What a script of sh has at hand, for scripts of Lua. Errors are raised.

local function quote(word)
    return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- What command prints; its messages go where ours go.
local function output_of(command)
    local pipe <close> = assert(io.popen(command))
    local text = pipe:read("a")
    if not pipe:close() then error("ended with an error: " .. command, 0) end
    return text
end

local function absolute(path)
    return output_of("realpath -m -- " .. quote(path)):match("^(.*)\n$")
end

local function read_file(path)
    local file <close> = assert(io.open(path, "rb"))
    return file:read("a")
end

local function write_file(path, text)
    local file <close> = assert(io.open(path, "wb"))
    assert(file:write(text))
end

-- Paths below folder that a shell pattern names, in the order of their bytes.
local function glob(folder, pattern)
    local paths = {}
    local list = "LC_ALL=C; export LC_ALL; cd " .. quote(folder) .. " && for p in " .. pattern
        .. "; do [ ! -e \"$p\" ] || printf '%s\\n' \"$p\"; done"
    for path in output_of(list):gmatch("[^\n]+") do paths[#paths + 1] = path end
    return paths
end

-- An empty folder; `local folder <close>` removes it, after an error too.
local function make_folder()
    local path = output_of("mktemp -d"):match("^(.+)\n$")
    return setmetatable({ path = path }, { __close = function() os.execute("rm -rf -- " .. quote(path)) end })
end

return {
    quote = quote, output_of = output_of, absolute = absolute, read_file = read_file, write_file = write_file,
    glob = glob, make_folder = make_folder,
}
