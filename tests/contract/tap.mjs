// Prints TAP for one suite. Every failure says how to run that part alone.
export class Tap {
  count = 0;
  failed = 0;

  constructor(out = process.stdout) {
    this.out = out;
  }

  line(text) {
    this.out.write(`${text}\n`);
  }

  ok(good, name, detail) {
    this.count++;
    if (!good) this.failed++;
    this.line(`${good ? 'ok' : 'not ok'} ${this.count} - ${name}`);
    if (!good && detail !== undefined)
      for (const part of String(detail).split('\n')) this.line(`# ${part}`);
  }

  equal(got, want, name) {
    const a = JSON.stringify(got);
    const b = JSON.stringify(want);
    this.ok(a === b, name, `got  ${a}\nwant ${b}`);
  }

  skipped(name, reason) {
    this.count++;
    this.line(`ok ${this.count} - ${name} # SKIP ${reason}`);
  }

  end() {
    this.line(`1..${this.count}`);
    return this.failed === 0;
  }
}
