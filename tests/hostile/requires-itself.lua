-- expects: requires itself
return require "_self"
