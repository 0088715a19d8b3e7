return { inherit = "./.calque.lua" }
