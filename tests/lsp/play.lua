-- Plays a transcript's client: writes what the client says, and prints the transcript with what the
-- server really answers.
--   lua5.4 play.lua TRANSCRIPT TO-SERVER FROM-SERVER
-- In blocks of ```lsp:
--   > METHOD PARAMS   a notification
--   ? METHOD PARAMS   a request; its answer is waited for
--   ~ METHOD          waits until the server sends that
--   ! TEXT            these bytes as a message; one answer is waited for
--   @ TEXT            the same without waiting
--   + TEXT            these as a message that arrives together with the next one
--   # TEXT            these bytes as they are; \r and \n stand for line ends
--   < ...             what the server says: written anew here
-- The id of a report, which differs from run to run, is shown as ID; in what the client says, ID is the
-- last one.
local transcript, to_name, from_name = ...
local to = assert(io.open(to_name, "w"))
local from = assert(io.open(from_name, "r"))
to:setvbuf("no")
local next_id, last_report = 0, ""

local held = ""

local function frame(body)
  return ("Content-Length: %d\r\n\r\n%s"):format(#body, body)
end

local function send(body)
  to:write(held .. frame(body))
  held = ""
end

local function receive()
  local length
  for line in from:lines() do
    line = line:gsub("\r$", "")
    if line == "" then return length and from:read(length) end
    length = tonumber(line:match("^Content%-Length: (%d+)$")) or length
  end
end

-- Prints what the server says until `is_last` says that this was it.
local function print_until(is_last)
  repeat
    local body = receive()
    local shown = body and body:gsub('^{"jsonrpc":"2.0",', "{") or "(the server has ended)"
    shown = shown:gsub('"resultId":"([^"]*)"', function(id) last_report = id return '"resultId":"ID"' end)
    io.write("< ", shown, "\n")
  until not body or is_last(body)
end

local function notify(method, params)
  send(('{"jsonrpc":"2.0","method":"%s","params":%s}'):format(method, params ~= "" and params or "null"))
end

local function request(method, params)
  next_id = next_id + 1
  local id = ('"id":%d,'):format(next_id)
  params = params ~= "" and params or "null"
  send(('{"jsonrpc":"2.0","id":%d,"method":"%s","params":%s}'):format(next_id, method, params))
  print_until(function(body) return body:find(id, 1, true) and not body:find('"method":', 1, true) end)
end

local function wait_for(method)
  print_until(function(body) return body:find(('"method":"%s"'):format(method), 1, true) end)
end

local act = {
  [">"] = notify,
  ["?"] = request,
  ["~"] = wait_for,
  ["!"] = function(_, _, text) send(text) print_until(function() return true end) end,
  ["@"] = function(_, _, text) send(text) end,
  ["+"] = function(_, _, text) held = held .. frame(text) end,
  ["#"] = function(_, _, text)
    to:write((text:gsub("\\r", "\r"):gsub("\\n", "\n")))
    print_until(function() return true end)
  end,
}

local is_inside = false
for line in io.lines(transcript) do
  if line:find("^```") then is_inside = line == "```lsp" end
  if not is_inside or line:sub(1, 1) ~= "<" then print(line) end
  io.flush()
  local what = is_inside and act[line:sub(1, 1)]
  if what then
    local text = line:sub(3)
    local method, params = text:match("^(%S+)%s*(.*)$")
    what(method, (params:gsub('"ID"', ('"%s"'):format(last_report))), text)
  end
end
to:close()
while receive() do end -- what it still has to say, so that it can end
