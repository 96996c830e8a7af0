// What is generated for people and machines: docs/PROTOCOL.md is the generated one, and
// openapi.json passes the rule set of the Dutch API Design Rules.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, commands, control, queries, root } from './proto.mjs';

const generated = process.env.SPR_GEN_DIR ?? path.join(build, 'gen');
const rules = process.env.SPR_ADR_RULES ?? path.join(root, '..', 'shared', 'standards', 'nl-api-design-rules.linter.yaml');
const spectral = path.join(root, 'tests', 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');

const read = (file) => fs.readFileSync(file, 'utf8');

function lint(file) {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [spectral, 'lint', '-r', rules, '-f', 'json', '--quiet', '--fail-severity', 'hint', file],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const list = /^\[[\s\S]*\]/.exec(stdout);
  if (error || !list) throw new Error(`spectral: ${error ?? stderr + stdout}`);
  return JSON.parse(list[0]).map(({ code, message, path: at }) => `${code} at ${at.join('/')}: ${message}`);
}

// The rules must be able to fail, or their silence means nothing.
function spoilt(api) {
  const copy = structuredClone(api);
  const operation = Object.values(copy.paths).find(({ post }) => post).post;
  delete operation.responses['400'];
  delete operation.responses['201'].headers;
  delete copy.info.contact.email;
  return copy;
}

function checkRules(tap) {
  const file = path.join(generated, 'openapi.json');
  if (!fs.existsSync(rules)) {
    tap.skipped('openapi.json passes the API Design Rules', `no rule set at ${rules}; set SPR_ADR_RULES to the official linter.yaml`);
    return;
  }
  const faults = lint(file);
  tap.equal(faults, [], 'openapi.json passes the API Design Rules, warnings included');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-openapi-'));
  const bad = path.join(dir, 'openapi.json');
  fs.writeFileSync(bad, JSON.stringify(spoilt(JSON.parse(read(file)))));
  const found = lint(bad).map((line) => line.split(' ')[0]);
  const want = ['nlgov:info-contact-fields-exist', 'nlgov:missing-header', 'nlgov:problem-invalid-input'];
  tap.equal(want.filter((code) => !found.includes(code)), [], 'and the rules find what is spoilt on purpose');
  fs.rmSync(dir, { recursive: true, force: true });
}

// Every HTTP door is described, and nothing else but the description itself.
function checkDoors(tap) {
  const api = JSON.parse(read(path.join(generated, 'openapi.json')));
  const described = Object.entries(api.paths).flatMap(([at, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} /v1${at}`));
  const doors = [...commands, ...queries, ...control].filter(({ http }) => http).map(({ http }) => `${http.method} ${http.path}`);
  tap.equal(described.sort(), [...doors, 'GET /v1/openapi.json'].sort(), 'openapi.json describes every HTTP door of the contract');
  const ids = Object.values(api.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  tap.equal(new Set(ids).size, ids.length, 'each operation has a name of its own');
}

export default function documents(tap) {
  const kept = path.join(root, 'docs', 'PROTOCOL.md');
  const same = fs.existsSync(kept) && read(kept) === read(path.join(generated, 'PROTOCOL.md'));
  tap.ok(same, 'docs/PROTOCOL.md is what proto/ generates', `cp ${path.join(generated, 'PROTOCOL.md')} ${kept}`);
  checkDoors(tap);
  checkRules(tap);
}
