# shellcheck shell=sh
# Vim with ALE, and with its compiler's output.
command -v vim >/dev/null || { echo "vim is missing"; exit 77; }
ale=/usr/share/vim-ale
[ -d $ale ] || { echo "vim-ale is missing"; exit 77; }
vim --version | grep -q '+job' || { echo "vim with +job is missing"; exit 77; }
cat >vimrc <<END
set nocompatible encoding=utf-8 runtimepath^=$ROOT/plugins/editors/vim runtimepath+=$ale
filetype plugin on
let g:ale_lint_delay = 50
END
# -T dumb and a script: Vim reads keys from it as from a keyboard
TERM=dumb vim -T dumb -u vimrc -i NONE -n -e -s --not-a-term -c "runtime! plugin/**/*.vim" \
    -c "source $ROOT/tests/editors/vim.vim" article.md 2>&1
status=$?
cat result
exit $status
