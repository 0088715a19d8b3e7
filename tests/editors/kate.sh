# shellcheck shell=sh
# Kate on a display that nobody sees. What it has drawn is kept as a picture; what is compared is what the
# server told it for each state of the text. (Kate has no key for a fix: fixing is done by typing.)
for tool in kate Xvfb xdotool dbus-run-session; do
    command -v $tool >/dev/null || { echo "$tool is missing"; exit 77; }
done
real=$(command -v calque)
mkdir -p bin home/.config/kate/lspclient runtime
chmod 700 runtime
cat >bin/calque <<END
#!/bin/sh
"$real" "\$@" | tee -a "$PWD/told"
END
chmod +x bin/calque
cp "$ROOT/plugins/editors/kate/settings.json" home/.config/kate/lspclient/
# Kate asks before it starts a server; this is the answer
cat >home/.config/katerc <<END
[General]
Show welcome view for new window=false
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=$PWD/bin/calque lsp
Diagnostics=true
DiagnosticsHighlight=true
END
# It takes a number that is free, and says which when it is ready.
Xvfb -displayfd 3 -screen 0 1100x700x24 3>display >xvfb.log 2>&1 &
xvfb=$!
for _ in $(seq 100); do
    [ -s display ] && break
    sleep 0.1
done
DISPLAY=:$(cat display)
export DISPLAY PATH="$PWD/bin:$PATH" XDG_RUNTIME_DIR="$PWD/runtime"
dbus-run-session -- kate -n article.md >kate.log 2>&1 &
kate=$!
trap 'kill $kate 2>/dev/null; sleep 1; kill $xvfb 2>/dev/null' EXIT

# What was told last, as LINE:FIRST-LAST of each finding.
list_told() {
    tr '\r' '\n' <told 2>/dev/null | grep -a publishDiagnostics | tail -n 1 |
        grep -o '{"range":{"start":{"line":[0-9]*,"character":[0-9]*},"end":{"line":[0-9]*,"character":[0-9]*}},"severity"' |
        sed 's/.*"line":\([0-9]*\),"character":\([0-9]*\)},"end":{"line":[0-9]*,"character":\([0-9]*\).*/\1:\2-\3/' | tr '\n' ' '
}

expect() { # expect WHAT WANTED
    for _ in $(seq 100); do
        [ "$(list_told)" = "$2" ] && return
        sleep 0.2
    done
    echo "$1: expected $2, found $(list_told)"
    tail -n 5 kate.log
    exit 1
}

expect opened "0:15-23 2:21-24 "
if command -v import >/dev/null; then
    sleep 2
    window=$(xdotool search --onlyvisible --name article.md | tail -n 1)
    import -window "${window:-root}" -strip +dither "PNG8:$ROOT/build/editors/kate-opened.png"
fi
xdotool key --delay 50 ctrl+End
xdotool type --delay 20 "The dog is it's own."
expect typed "0:15-23 2:21-24 3:11-19 "
xdotool key --delay 50 ctrl+Home
for _ in $(seq 16); do xdotool key Right; done
xdotool key --delay 50 Delete
expect fixed "2:21-24 3:11-19 "
