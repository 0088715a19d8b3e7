return { inherit = ".calque.lua" }
