if exists('g:loaded_calque')
  finish
endif
let g:loaded_calque = 1

augroup calque
  autocmd!
  " when ALE is there, whichever of the two is loaded first
  autocmd VimEnter * if exists('g:loaded_ale') || exists(':ALEFix') |
  \ call ale#fix#registry#Add('calque', 'calque#ale#fix', ['markdown', 'text', 'html', 'tex', 'rst', 'asciidoc'], 'Make the safe fixes of calque') |
  \ endif
augroup END
