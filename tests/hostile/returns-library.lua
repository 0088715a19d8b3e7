-- expects: is missing
return require "calque.words"
