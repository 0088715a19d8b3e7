local config = { rules = {} }
for _, name in ipairs { "teh", "vary" } do config.rules["en/" .. name] = "off" end
config.fail_on = "never"
return config
