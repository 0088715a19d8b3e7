if vim.g.calque ~= false and not vim.g.loaded_calque then
  vim.g.loaded_calque = true
  require("calque").setup(vim.g.calque or {})
end
