# shellcheck shell=sh
# Settings for editors that cannot be had here: well-formed, and what they start is the server.
python=$(command -v python3.11 || command -v python3) || { echo "python3 is missing"; exit 77; }
"$python" - "$ROOT/plugins/editors" <<'END'
import json, sys, subprocess
try:
    import tomllib
except ImportError:
    print("python 3.11 is missing")
    sys.exit(77)
folder = sys.argv[1]
commands = [s["command"] for s in json.load(open(folder + "/kate/settings.json"))["servers"].values()]
commands += [c["command"] for c in json.load(open(folder + "/sublime/LSP.sublime-settings"))["clients"].values()]
helix = tomllib.load(open(folder + "/helix/languages.toml", "rb"))
for server in helix["language-server"].values():
    commands.append([server["command"]] + server["args"])
for language in helix["language"]:
    assert all(name in helix["language-server"] for name in language["language-servers"]), language
zed = tomllib.load(open(folder + "/zed/extension.toml", "rb"))
crate = tomllib.load(open(folder + "/zed/Cargo.toml", "rb"))
assert zed["language_servers"].keys() == {"calque"} and crate["package"]["version"] == zed["version"]
body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
for command in commands:
    said = subprocess.run(command, input=b"Content-Length: %d\r\n\r\n%s" % (len(body), body), capture_output=True, timeout=20).stdout
    assert b'"serverInfo":{"name":"calque"' in said, (command, said)
END
