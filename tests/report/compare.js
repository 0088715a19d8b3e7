// compare.js FORMAT FOLDER: whether FOLDER/FORMAT.out says the same findings as FOLDER/jsonl.out, and whether
// the places that it names are, in the files of FOLDER, the text that was found. Lines and columns are
// counted here anew, so that an error in calque's own counting does not cancel itself out.
const fs = require('fs');
const path = require('path');

const [format, folder] = process.argv.slice(2);
const text = fs.readFileSync(path.join(folder, `${format}.out`), 'utf8');
const findings = fs.readFileSync(path.join(folder, 'jsonl.out'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const errors = [];

function expectEqual(what, found, expected) {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    errors.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

const bytesOf = {};
function readBytes(file) {
  bytesOf[file] = bytesOf[file] || fs.readFileSync(path.join(folder, file));
  return bytesOf[file];
}

// Where the lines of a file begin: behind LF, CRLF and CR.
function lineStarts(bytes) {
  const starts = [0];
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) starts.push(i + 1);
  return starts;
}

// Code points before `offset` in its line; a byte that is no UTF-8 counts as one, a BOM as none.
function columnOf(bytes, start, offset) {
  let column = 1;
  for (let i = start; i < offset; ) {
    const lead = bytes[i];
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    for (let k = 1; k < length; k++) if ((bytes[i + k] & 0xc0) !== 0x80) length = 1;
    if (!(i === 0 && bytes[0] === 0xef && bytes[1] === 0xbb)) column++;
    i += length;
  }
  return column;
}

function locate(file, offset) {
  const bytes = readBytes(file);
  const starts = lineStarts(bytes);
  let line = starts.length;
  while (starts[line - 1] > offset) line--;
  return { line, column: columnOf(bytes, starts[line - 1], offset), byteColumn: offset - starts[line - 1] + 1 };
}

// The file after some edits, as bytes in hexadecimal.
function apply(file, edits) {
  const bytes = readBytes(file);
  const pieces = [];
  let done = 0;
  for (const edit of edits) {
    pieces.push(bytes.subarray(done, edit.start), Buffer.from(edit.text));
    done = edit.end;
  }
  pieces.push(bytes.subarray(done));
  return Buffer.concat(pieces).toString('hex');
}

function unescapeXml(s) {
  const names = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return s.replace(/&(#(\d+)|\w+);/g, (all, name, code) => (code ? String.fromCodePoint(+code) : names[name]));
}

// What XML cannot hold is replaced.
function asXml(s) {
  return s.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
}

function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/ ([\w-]+)="([^"]*)"/g)) found[name] = unescapeXml(value);
  return found;
}

const comparers = {
  sarif() {
    const run = JSON.parse(text).runs[0];
    expectEqual('results', run.results.length, findings.length);
    expectEqual('columnKind', run.columnKind, 'unicodeCodePoints');
    expectEqual('success', run.invocations[0].executionSuccessful, false); // one file is not all UTF-8
    run.results.forEach((result, i) => {
      const finding = findings[i];
      const place = result.locations[0].physicalLocation;
      const region = place.region;
      const start = locate(finding.path, finding.start);
      const end = locate(finding.path, finding.end);
      expectEqual('rule', run.tool.driver.rules[result.ruleIndex].id, finding.rule);
      expectEqual('ruleId', result.ruleId, finding.rule);
      expectEqual('message', result.message.text.replace(/\{\{/g, '{').replace(/\}\}/g, '}'), finding.message);
      expectEqual('uri', decodeURIComponent(place.artifactLocation.uri), finding.path);
      expectEqual('bytes', [region.byteOffset, region.byteLength], [finding.start, finding.end - finding.start]);
      expectEqual('snippet', region.snippet.text, finding.text);
      expectEqual('region', [region.startLine, region.startColumn, region.endLine, region.endColumn],
        [start.line, start.column, end.line, end.column]);
      expectEqual('fixes', (result.fixes || []).length, finding.fixes.length);
      (result.fixes || []).forEach((fix, k) => {
        const edits = fix.artifactChanges[0].replacements.map((one) => ({
          start: one.deletedRegion.byteOffset,
          end: one.deletedRegion.byteOffset + one.deletedRegion.byteLength,
          text: one.insertedContent.text,
        }));
        expectEqual('edits', edits, finding.fixes[k].edits);
      });
    });
    const prints = run.results.map((result) => result.locations[0].physicalLocation.artifactLocation.uri +
      result.partialFingerprints['calque/v1']);
    expectEqual('different fingerprints', new Set(prints).size, findings.length);
  },

  gitlab() {
    const issues = JSON.parse(text);
    expectEqual('issues', issues.length, findings.length);
    issues.forEach((issue, i) => {
      const finding = findings[i];
      expectEqual('check', issue.check_name, finding.rule);
      expectEqual('description', issue.description, finding.message);
      expectEqual('path', issue.location.path, finding.path);
      expectEqual('lines', issue.location.lines,
        { begin: locate(finding.path, finding.start).line, end: locate(finding.path, finding.end).line });
    });
    expectEqual('different fingerprints', new Set(issues.map((issue) => issue.fingerprint)).size, issues.length);
  },

  rdjson() {
    const { diagnostics } = JSON.parse(text);
    const offsetOf = (file, at) => lineStarts(readBytes(file))[at.line - 1] + at.column - 1;
    expectEqual('diagnostics', diagnostics.length, findings.length);
    diagnostics.forEach((diagnostic, i) => {
      const finding = findings[i];
      const { path: file, range } = diagnostic.location;
      expectEqual('code', diagnostic.code.value, finding.rule);
      expectEqual('message', diagnostic.message, finding.message);
      expectEqual('path', file, finding.path);
      expectEqual('range', [offsetOf(file, range.start), offsetOf(file, range.end)], [finding.start, finding.end]);
      diagnostic.suggestions.forEach((suggestion, k) => {
        const edit = { start: offsetOf(file, suggestion.range.start), end: offsetOf(file, suggestion.range.end), text: suggestion.text };
        expectEqual('suggestion', apply(file, [edit]), apply(file, finding.fixes[k].edits));
      });
    });
  },

  checkstyle() {
    const tags = [...text.matchAll(/<(file|error) [^>]*>/g)].map(([tag, name]) => ({ name, ...attributes(tag), name, tag }));
    const files = [];
    const found = [];
    for (const tag of tags)
      if (tag.name === 'file') files.push(attributes(tag.tag).name);
      else found.push({ path: files[files.length - 1], ...attributes(tag.tag) });
    expectEqual('files', files, ['article.txt', 'b, 50%:[c]&#.txt', 'clean.txt']);
    expectEqual('errors', found.length, findings.length);
    found.forEach((error, i) => {
      const finding = findings[i];
      const at = locate(finding.path, finding.start);
      expectEqual('error', [error.path, +error.line, +error.column, error.message, error.source],
        [finding.path, at.line, at.column, asXml(finding.message), `calque.${finding.rule}`]);
    });
  },

  junit() {
    const suites = [...text.matchAll(/<testsuite [^>]*>/g)].map(([tag]) => attributes(tag));
    const failures = [...text.matchAll(/<testcase ([^>]*)><failure ([^>]*)>([^<]*)<\/failure>/g)]
      .map(([, one, failure, body]) => ({ ...attributes(` ${one}`), ...attributes(` ${failure}`), body: unescapeXml(body) }));
    expectEqual('suites', suites.map((suite) => suite.name), ['article.txt', 'b, 50%:[c]&#.txt', 'clean.txt']);
    expectEqual('tests', suites.map((suite) => +suite.tests),
      suites.map((suite) => findings.filter((finding) => finding.path === suite.name).length || 1));
    expectEqual('failures', failures.length, findings.length);
    failures.forEach((failure, i) => {
      const finding = findings[i];
      expectEqual('failure', [failure.classname, failure.type, failure.message],
        [finding.path, finding.rule, asXml(finding.message)]);
      if (!failure.body.endsWith(`“${asXml(finding.text)}”`)) errors.push(`no “${finding.text}” in ${failure.body}`);
    });
  },

  github() {
    const unescape = (s) => s.replace(/%(25|0A|0D|3A|2C)/g, (all, code) => String.fromCharCode(parseInt(code, 16)));
    const commands = text.trim().split('\n').map((line) => {
      const [, name, properties, message] = line.match(/^::(error|warning|notice) (.*?)::(.*)$/);
      const command = { name, message: unescape(message) };
      for (const property of properties.split(',')) command[property.split('=')[0]] = unescape(property.split('=')[1]);
      return command;
    });
    expectEqual('commands', commands.length, findings.length);
    commands.forEach((command, i) => {
      const finding = findings[i];
      const at = locate(finding.path, finding.start);
      expectEqual('command', [command.file, +command.line, command.title], [finding.path, at.line, finding.rule]);
      if (!/[\u0000-\u001f]/.test(finding.message)) expectEqual('message', command.message, finding.message);
    });
  },

  html() {
    const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const links = [...text.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    for (const link of links) if (!ids.has(link)) errors.push(`a link leads nowhere: #${link}`);
    expectEqual('notes', [...text.matchAll(/<li class="\w+" id="note-/g)].length, findings.length);
    expectEqual('marks', [...text.matchAll(/<a id="mark-/g)].length, findings.length);
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      if (!ids.has(`rule-${rule}`)) errors.push(`${rule} is not explained`);
    if (/<script|<link|<img|src=|url\(|@import|https?:/.test(text)) errors.push('the page is not self-contained');
  },
};

comparers[format]();
for (const error of errors.slice(0, 20)) console.log(error);
process.exit(errors.length ? 1 : 0);
