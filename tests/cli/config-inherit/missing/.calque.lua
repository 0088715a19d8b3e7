return { inherit = "none.lua" }
