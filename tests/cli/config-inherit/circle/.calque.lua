return {
  inherit = "b.lua",
}
