# shellcheck shell=sh
# Emacs with eglot, then with flymake alone.
command -v emacs >/dev/null || { echo "emacs is missing"; exit 77; }
emacs --batch -q --eval '(package-initialize)' --eval '(require (quote eglot))' 2>/dev/null || { echo "eglot is missing"; exit 77; }
for way in eglot flymake; do
    cp "$ROOT/tests/editors/article.md" article.txt
    WAY=$way emacs --batch -q -L "$ROOT/plugins/editors/emacs" -l "$ROOT/tests/editors/emacs.el" || exit 1
done
