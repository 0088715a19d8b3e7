# shellcheck shell=sh
# micro, in a terminal that nobody sees: its plain mode, which lints what is saved.
for tool in micro tmux; do
    command -v $tool >/dev/null || { echo "$tool is missing"; exit 77; }
done
mkdir -p home/.config/micro/plug
ln -s "$ROOT/plugins/editors/micro" home/.config/micro/plug/calque
terminal="tmux -S $PWD/socket"
trap '$terminal kill-server 2>/dev/null' EXIT

press() { # press KEY...
    $terminal send-keys "$@"
}

expect() { # expect WHAT PATTERN...: each in some line of the screen
    what=$1
    shift
    for _ in $(seq 100); do
        $terminal capture-pane -p >screen
        missing=
        for pattern in "$@"; do
            grep -q -- "$pattern" screen || missing=$pattern
        done
        [ -z "$missing" ] && return
        sleep 0.1
    done
    echo "$what: nothing like '$missing' on the screen:"
    cat screen
    exit 1
}

LC_ALL=C.UTF-8 $terminal -u -f /dev/null new-session -d -x 100 -y 12 "micro article.md"
expect opened '1 .*The bank' 'article.md (1,1)'
press C-s
expect linted '^>>1 ' '^>>3 ' 'The possessive has no apostrophe: “its own”. \[en/its-own\]'
press C-e
expect asked '^>'
press calquefix Enter
expect fixed '^ *1 .*The bank is its own adviser' '^ *3 The port stays shut\.$'
press C-End
press "The dog is it's own."
press C-s
expect typed '^>>4 The dog'
