#!/usr/bin/env python3
"""What each rule finds in the development corpora, as the line `measured` of its file says it.
measure.py [--write]: prints a line a rule; --write puts it into the rule files. CALQUE names the program, SHARED
the folder of corpora and scorers. Rules at any level are counted, those that are off are not."""
import collections, difflib, glob, json, os, re, shutil, subprocess, sys, tempfile

root = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
calque = os.path.abspath(os.environ.get("CALQUE", os.path.join(root, "build/release/calque")))
shared = os.path.abspath(os.environ.get("SHARED", os.path.join(root, "../shared")))
data = os.path.join(shared, "data/dev")
sys.path.insert(0, os.path.join(shared, "score"))
from common import byte_to_char, overlap  # noqa: E402

counts = collections.defaultdict(collections.Counter)


def lint(folder, *options):
    """(path, finding) of every finding below folder."""
    command = [calque, "check", "--no-config", "--exit-zero", "--level", "hint", "--format", "jsonl", *options, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        finding = json.loads(line)
        yield os.path.normpath(finding["path"]), finding


def lint_texts(texts, source):
    """(name, finding) of texts given by name."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        yield from lint(folder, "--language", "en", "--source-language", source)


def measure_clean(name):
    for _, finding in lint(os.path.join(data, name), "--language", "en"):
        counts[finding["rule"]][name] += 1


def measure_articles(folder, source, label):
    with tempfile.TemporaryDirectory() as copies:
        for name in os.listdir(folder):
            if name.endswith(".txt") or name.endswith(".ref"):
                copy = "ref." + name + ".txt" if name.endswith(".ref") else "mt." + name
                shutil.copy(os.path.join(folder, name), os.path.join(copies, copy))
        for path, finding in lint(copies, "--language", "en", "--source-language", source):
            counts[finding["rule"]]["ref" if path.startswith("ref") else label] += 1


def find_changes(before, after):
    def cut(text):
        return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+|\s+|[^\w\s]", text)]
    a, b = cut(before), cut(after)
    matcher = difflib.SequenceMatcher(None, [x[0] for x in a], [x[0] for x in b], autojunk=False)
    for kind, i, j, _, _ in matcher.get_opcodes():
        if kind != "equal":
            start = a[i][1] if i < len(a) else len(before)
            yield start, a[j - 1][2] if j > i else start


def measure_postedits():
    by_source = collections.defaultdict(dict)
    for line in open(os.path.join(data, "postedit-en.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        rows = by_source[row["source_lang"]]
        rows[f"{len(rows):06}.txt"] = row
    for source, rows in by_source.items():
        for name, finding in lint_texts({n: r["mt"] for n, r in rows.items()}, source):
            table = byte_to_char(rows[name]["mt"])
            start, end = table[finding["start"]], table[finding["end"]]
            changes = find_changes(rows[name]["mt"], rows[name]["pe"])
            counts[finding["rule"]]["edits"] += 1
            counts[finding["rule"]]["edited"] += any(overlap(start, end, a, b) for a, b in changes)


def measure_ratings():
    documents = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in open(os.path.join(data, "mqm-en.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        if not row.get("human"):
            documents[row["source_lang"]][row["doc"], row["system"]].append(row)
    for source, rated in documents.items():
        texts, places = {}, {}
        for number, rows in enumerate(rated.values()):
            text, name = "", f"{number:06}.txt"
            places[name] = []
            for row in rows:
                target = row["target"].replace("\n", " ")
                places[name].append((len(text), row))
                text += target + "\n\n"
            texts[name] = text
        for name, finding in lint_texts(texts, source):
            table = byte_to_char(texts[name])
            start, end = table[finding["start"]], table[finding["end"]]
            base, row = max((p for p in places[name] if p[0] <= start), key=lambda p: p[0])
            spans = [e for e in row["errors"] if e.get("start") is not None]
            counts[finding["rule"]]["ratings"] += 1
            counts[finding["rule"]]["rated"] += any(overlap(start - base, end - base, e["start"], e["end"]) for e in spans)


def say(count):
    parts = []
    if not any(count[k] for k in ("mt", "rule-based", "edits", "ratings")):
        parts.append("rare: nothing in the machine translations of the development corpora")
    if count["mt"] or count["ref"]:
        parts.append(f"{count['mt']} in raw MT articles, {count['ref']} in human references")
    if count["rule-based"]:
        parts.append(f"{count['rule-based']} in rule-based es-en")
    if count["edits"]:
        parts.append(f"{count['edited']} of {count['edits']} changed by post-editors")
    if count["ratings"]:
        parts.append(f"{count['rated']} of {count['ratings']} touch a rater's error span")
    clean = [f"{count[k]} in clean {n}" for k, n in (("clean-en", "English"), ("clean-md", "Markdown")) if count[k]]
    parts.append(", ".join(clean) or "none in clean English")
    return "; ".join(parts)


measure_clean("clean-en")
measure_clean("clean-md")
for folder in sorted(glob.glob(os.path.join(data, "mt-en/*/"))):
    measure_articles(folder, os.path.basename(folder.rstrip("/")).split(".")[-1].split("-")[0], "mt")
measure_articles(os.path.join(data, "apertium-es-en"), "es", "rule-based")
measure_postedits()
measure_ratings()
for path in sorted(glob.glob(os.path.join(root, "rules/*/*/*.lua"))):
    stem = os.path.basename(path)[:-4]
    text = open(path, encoding="utf-8").read()
    if stem.startswith("_") or re.search(r"^  engine += true", text, re.M):
        continue
    rule = os.path.relpath(path, os.path.join(root, "rules")).split(os.sep)[0] + "/" + stem
    line = f'  measured = "{say(counts[rule])}",\n'
    print(f"{rule}: {say(counts[rule])}")
    if "--write" in sys.argv:
        text = re.sub(r'^  measured = ".*",\n', "", text, flags=re.M)
        text = re.sub(r'^(  mqm     = ".*",\n)', lambda m: m.group(1) + line, text, count=1, flags=re.M)
        open(path, "w", encoding="utf-8").write(text)
