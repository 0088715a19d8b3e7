" Run inside Vim, with article.md open.
doautocmd VimEnter

function! Found() abort
  let l:all = []
  for l:item in getloclist(0)
    call add(l:all, l:item.lnum . ':' . strpart(getline(l:item.lnum), l:item.col - 1, l:item.end_col - l:item.col + 1))
  endfor
  return join(l:all, '|')
endfunction

function! Expect(what, wanted) abort
  for l:i in range(400)
    if Found() ==# a:wanted | return | endif
    sleep 25m
  endfor
  call writefile([a:what . ': expected ' . a:wanted . ', found ' . Found()], 'result', 'a')
  cquit
endfunction

function! Run() abort
  call writefile([], 'result')
  set filetype=markdown
  call ale#Queue(0)
  call Expect('opened', "1:it's own|3:Is.")
  execute "normal gg/it's own\<CR>cWits\<Esc>"
  call ale#Queue(0)
  call Expect('typed', '3:Is.')
  execute "normal ggOThe dog is it's own.\<Esc>"
  call ale#Queue(0)
  call Expect('another', "1:it's own|4:Is.")
  ALEFix calque
  for l:i in range(400)
    if getline(1) ==# 'The dog is its own.' | break | endif
    sleep 25m
  endfor
  call Expect('fixed', '')
  if getline(4) !=# 'The port stays shut.'
    call writefile(['not fixed: ' . getline(4)], 'result', 'a')
    cquit
  endif
  call setline(1, "The dog is it's own.")
  write! made.md
  compiler calque
  silent make! made.md
  let l:item = get(getqflist(), 0, {'lnum': 0, 'text': 'nothing'})
  if l:item.lnum != 1 || l:item.col != 12 || l:item.text !~# 'en/its-own'
    call writefile(['make: ' . string(l:item)], 'result', 'a')
    cquit
  endif
  qall!
endfunction

try
  call Run()
catch
  call writefile([v:exception . ' at ' . v:throwpoint], 'result', 'a')
  cquit
endtry
