# shellcheck shell=sh
# VS Code, as code-server runs it, in a browser without a window.
code=$ROOT/build/deps/editors/node_modules/code-server
vsix=$ROOT/build/calque.vsix
command -v node >/dev/null || { echo "node is missing"; exit 77; }
browser=$(command -v chromium || command -v chromium-browser) || { echo "chromium is missing"; exit 77; }
[ -f "$code/lib/vscode/out/server-main.js" ] || { echo "code-server is missing"; exit 77; }
[ -f "$vsix" ] || { echo "the extension is not packaged: make vsix"; exit 77; }
port=$((20000 + $$ % 20000))
mkdir -p user/User text
cp article.md text/
cat >user/User/settings.json <<END
{ "calque.path": "$(command -v calque)", "workbench.startupEditor": "none", "editor.lightbulb.enabled": "on" }
END
options="--auth none --bind-addr 127.0.0.1:$port --disable-telemetry --disable-update-check --disable-workspace-trust"
options="$options --user-data-dir $PWD/user --extensions-dir $PWD/extensions"
# shellcheck disable=SC2086 # a list of words
node "$code" $options --install-extension "$vsix" || exit 1
# shellcheck disable=SC2086
node "$code" $options >server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    grep -q "HTTP server listening" server.log && break
    sleep 1
done
NODE_PATH=$ROOT/build/deps/editors/node_modules node "$ROOT/tests/editors/vscode.js" \
    "http://127.0.0.1:$port" "$PWD/text" "$ROOT/build/editors" "$browser"
status=$?
[ $status = 0 ] || tail -n 20 server.log
exit $status
