if exists('current_compiler')
  finish
endif
let current_compiler = 'calque'
CompilerSet makeprg=calque\ check\ --format\ unix\ --level\ hint
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
