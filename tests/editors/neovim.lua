-- Run inside Neovim, with article.md open.
-- luacheck: globals vim

local function list()
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
    table.insert(found, ("%d:%s:%s"):format(d.lnum + 1, d.code or d.user_data.lsp.code, line:sub(d.col + 1, d.end_col)))
  end
  table.sort(found)
  return table.concat(found, "\n")
end

local function expect(what, wanted)
  if not vim.wait(10000, function() return list() == wanted end, 20) then
    io.stderr:write(("%s: expected\n%s\nfound\n%s\n"):format(what, wanted, list()))
    vim.cmd("cquit 1")
  end
end

local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "xt", false)
end

local function main()
  expect("opened", "1:en/its-own:it's own\n3:en/stray-function-word:Is.")
  press("gg0/it's<CR>:CalqueFix<CR>")
  expect("fixed", "3:en/stray-function-word:Is.")
  local line = vim.api.nvim_buf_get_lines(0, 0, 1, true)[1]
  assert(line == "😀 The bank is its own adviser.", line)
  press("G$a<BS><BS><BS><BS><Esc>")
  expect("one is gone", "")
  press("oThe 😀 dog is it's own.<Esc>")
  expect("another is there", "4:en/its-own:it's own")
  press("Go<CR>The port is shut. Is.<Esc>:CalqueFixAll<CR>")
  expect("all fixed", "")
  vim.cmd("qall!")
end

local ok, message = pcall(main)
if not ok then
  io.stderr:write(tostring(message), "\n")
  vim.cmd("cquit 1")
end
