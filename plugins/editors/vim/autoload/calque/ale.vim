" calque for ALE: a linter and a fixer, both on standard input.

call ale#Set('calque_executable', 'calque')
call ale#Set('calque_options', '')

function! s:executable(buffer) abort
  return ale#Var(a:buffer, 'calque_executable')
endfunction

function! s:command(buffer) abort
  return '%e check --format jsonl --level hint '
  \ . ale#Pad(ale#Var(a:buffer, 'calque_options'))
  \ . ' --stdin-filename %s -'
endfunction

" calque counts characters from 1, Vim bytes.
function! s:column(line, column) abort
  return max([1, byteidxcomp(a:line, a:column - 1) + 1])
endfunction

function! s:item(buffer, finding) abort
  let l:first = get(getbufline(a:buffer, a:finding.line), 0, '')
  let l:last = get(getbufline(a:buffer, a:finding.end_line), 0, '')
  let l:end = byteidxcomp(l:last, a:finding.end_column - 1)
  return {
  \ 'lnum': a:finding.line,
  \ 'col': s:column(l:first, a:finding.column),
  \ 'end_lnum': a:finding.end_line,
  \ 'end_col': l:end < 0 ? len(l:last) : l:end,
  \ 'type': get({'error': 'E', 'warning': 'W'}, a:finding.level, 'I'),
  \ 'code': a:finding.rule,
  \ 'text': a:finding.message,
  \}
endfunction

function! calque#ale#handle(buffer, lines) abort
  return map(filter(copy(a:lines), 'v:val[0] ==# "{"'), 's:item(a:buffer, json_decode(v:val))')
endfunction

function! calque#ale#define(filetype) abort
  call ale#linter#Define(a:filetype, {
  \ 'name': 'calque',
  \ 'executable': function('s:executable'),
  \ 'command': function('s:command'),
  \ 'callback': 'calque#ale#handle',
  \ 'output_stream': 'stdout',
  \})
endfunction

function! calque#ale#fix(buffer) abort
  return {'command': ale#Escape(s:executable(a:buffer)) . ' fix '
  \ . ale#Pad(ale#Var(a:buffer, 'calque_options')) . ' --stdin-filename %s -'}
endfunction
