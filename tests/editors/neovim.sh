# shellcheck shell=sh
# Neovim with its built-in client.
command -v nvim >/dev/null || { echo "nvim is missing"; exit 77; }
exec nvim --headless -u NONE --cmd "set rtp^=$ROOT/plugins/editors/neovim" --cmd "filetype on" \
    --cmd "runtime plugin/calque.lua" article.md -S "$ROOT/tests/editors/neovim.lua"
