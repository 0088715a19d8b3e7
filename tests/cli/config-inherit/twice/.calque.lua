return { inherit = { "../house/base.lua", "../house/style.lua" } }
