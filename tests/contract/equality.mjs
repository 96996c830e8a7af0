// The C checker and ajv must say the same of every case: same verdict, same problems at the same
// paths, and the same text after normalisation.
import { cases } from './cases.mjs';
import { compile, normalise, problems } from './oracle.mjs';
import { schemas } from './proto.mjs';
import { ask } from './wirecheck.mjs';

const CASES = Number(process.env.SPR_CONTRACT_CASES ?? 2000);
const MESSAGE_MAX = 65536;

function judge(mode, schema, validate, value, bytes) {
  if (mode === 'args' && Buffer.byteLength(bytes) > MESSAGE_MAX) return { verdict: 'te_groot', problems: [] };
  const kept = mode === 'args' ? normalise(schema, value) : value;
  const wrong = problems(validate, kept);
  return { verdict: wrong.length === 0 ? 'ok' : 'ongeldig', problems: wrong, value: kept };
}

const shown = (answer) => ({
  verdict: answer.verdict,
  problems: [...new Set((answer.problems ?? []).map(({ path, code }) => `${path} ${code}`))].sort(),
});

function compare({ mode, name, schema }, seed) {
  const validate = compile(mode, schema);
  const texts = [...new Set(cases(schema, CASES, seed).map((value) => JSON.stringify(value)))];
  const answers = ask(texts.map((bytes) => ({ mode, name, bytes })));
  const count = { ok: 0, bad: 0 };
  for (const [i, bytes] of texts.entries()) {
    const want = judge(mode, schema, validate, JSON.parse(bytes), bytes);
    const got = shown(answers[i]);
    count[want.verdict === 'ok' ? 'ok' : 'bad']++;
    const same =
      got.verdict === want.verdict &&
      JSON.stringify(got.problems) === JSON.stringify(want.problems) &&
      (want.verdict !== 'ok' || JSON.stringify(answers[i].value) === JSON.stringify(want.value));
    if (!same)
      return { count, fault: `seed ${seed}\nvalue ${bytes.slice(0, 1500)}\najv ${JSON.stringify({ ...want, value: undefined })}\nwire ${JSON.stringify(got)}` };
  }
  return { count };
}

export default function equality(tap) {
  for (const [i, entry] of schemas().entries()) {
    const { count, fault } = compare(entry, 1000 + i);
    const enough = count.bad > 0 && count.ok > 0;
    tap.ok(
      fault === undefined && enough,
      `${entry.mode} of ${entry.name} is judged as ajv judges it: ${count.ok} valid, ${count.bad} invalid`,
      fault ?? 'no valid or no invalid case was made',
    );
  }
}
