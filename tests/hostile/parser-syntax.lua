-- expects: syntax error|expected|near
return { api = 1,
