-- Requires itself; see requires-itself.lua.
return require "_self"
