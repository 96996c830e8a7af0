// What people of a drill saw, written down as it happens: attempts and acks of writers, events of
// readers. The verdict is reached from these files and the database, not from what anybody
// remembers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export class Ledger {
  constructor() {
    this.dir = fs.mkdtempSync(path.join(process.env.SPR_FAULTS_DIR ?? os.tmpdir(), 'spr-faults.'));
    this.files = new Map();
    this.violations = [];
  }

  // kind: try, ack, refused, closed (by writers); follow, event, end (by readers).
  note(who, kind, what) {
    if (!this.files.has(who)) this.files.set(who, fs.openSync(path.join(this.dir, `${who}.jsonl`), 'a'));
    fs.writeSync(this.files.get(who), `${JSON.stringify({ kind, ...what })}\n`);
  }

  // Something that a promise forbids. kind is what positive controls look for.
  blame(kind, sentence) {
    if (this.violations.length < 1000) this.violations.push({ kind, sentence });
  }

  has(kind) {
    return this.violations.some((violation) => violation.kind === kind);
  }

  // Every line of everybody: [{who, lines}].
  read() {
    return [...this.files.keys()].map((who) => {
      const text = fs.readFileSync(path.join(this.dir, `${who}.jsonl`), 'utf8');
      return { who, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line)) };
    });
  }

  // The files stay when there is something to look at.
  close() {
    for (const file of this.files.values()) fs.closeSync(file);
    if (this.violations.length === 0) fs.rmSync(this.dir, { recursive: true, force: true });
  }

  discard() {
    this.violations = [];
    this.close();
  }
}
