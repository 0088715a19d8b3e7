-- Starts `calque lsp` for buffers of prose, and adds commands for its fixes.
local calque = {}

local options = {
  cmd = { "calque", "lsp" },
  filetypes = { "markdown", "text", "html", "tex", "rst", "asciidoc", "mail", "gitcommit" },
  settings = vim.empty_dict(),
}

local clients = {} -- by root folder: id

-- The folder of the nearest configuration or repository above a buffer's file.
local function find_root(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  for _, mark in ipairs({ ".calque.lua", ".git" }) do
    local found = vim.fn.finddir(mark, folder .. ";")
    if found == "" then found = vim.fn.findfile(mark, folder .. ";") end
    if found ~= "" then return vim.fn.fnamemodify(found, ":p"):gsub("/+$", ""):gsub("/[^/]*$", "") end
  end
  return folder
end

local function start(root)
  if clients[root] and vim.lsp.get_client_by_id(clients[root]) then return clients[root] end
  clients[root] = vim.lsp.start_client({
    name = "calque",
    cmd = options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    init_options = options.settings,
    settings = { calque = options.settings },
  })
  return clients[root]
end

function calque.attach(buffer)
  if vim.bo[buffer].buftype ~= "" then return end
  local client = start(find_root(buffer))
  if client then vim.lsp.buf_attach_client(buffer, client) end
end

-- The first of our clients on the current buffer.
local function get_client()
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do
    if client.name == "calque" then return client end
  end
end

local function request_actions(client, kind)
  local encoding = client.offset_encoding
  local params = vim.lsp.util.make_range_params(0, encoding)
  params.context = { diagnostics = {}, only = { kind } }
  local buffer = vim.api.nvim_get_current_buf() -- not 0, for which Neovim 0.7 would not send edits first
  local answer = client.request_sync("textDocument/codeAction", params, 2000, buffer)
  return answer and answer.result or {}
end

-- Makes the first change that is offered.
local function apply_first(kind)
  local client = get_client()
  if not client then return vim.notify("calque is not running for this buffer", vim.log.levels.WARN) end
  for _, action in ipairs(request_actions(client, kind)) do
    if action.edit then return vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) end
  end
  vim.notify("calque has no fix here")
end

local function define_commands()
  local command = vim.api.nvim_create_user_command
  command("CalqueFix", function() apply_first("quickfix") end, { desc = "Make the first fix under the cursor" })
  command("CalqueFixAll", function() apply_first("source.fixAll.calque") end, { desc = "Make all safe fixes" })
  command("CalqueExplain", function() vim.lsp.buf.hover() end, { desc = "Show what the rule is about" })
end

function calque.setup(given)
  for name, value in pairs(given) do options[name] = value end
  define_commands()
  local group = vim.api.nvim_create_augroup("calque", {})
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event) calque.attach(event.buf) end,
  })
end

return calque
