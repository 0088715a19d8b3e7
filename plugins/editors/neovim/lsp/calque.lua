-- For vim.lsp.enable("calque"), Neovim 0.11 and newer.
return {
  cmd = { "calque", "lsp" },
  filetypes = { "markdown", "text", "html", "tex", "rst", "asciidoc", "mail", "gitcommit" },
  root_markers = { ".calque.lua", ".git" },
}
