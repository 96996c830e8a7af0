// Values to try a schema on: valid ones of every shape, and the same with one or two things spoilt.
// Which is which is not decided here: ajv says so.

// mulberry32: the seed in a failure line repeats the run.
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)], chance: (p) => next() < p };
}

const LARGEST = 9007199254740991;
const CHARACTERS = ['a', 'Z', '0', ' ', '-', '"', '\\', '/', 'é', 'e\u0301', '€', 'ﬁ', '😀', '\u200d', '한', '\u1112\u1161\u11ab', '\ufffd'];
const MOMENTS = ['2026-02-03T13:00:00Z', '2024-02-29T23:59:59.1Z', '1999-12-31T00:00:00.123456Z'];
const NOT_MOMENTS = [
  '2026-02-30T13:00:00Z', '2026-02-03 13:00:00Z', '2026-02-03T24:00:00Z', '2026-02-03T13:00:60Z',
  '2026-02-03T13:00:00.Z', '2026-02-03T13:00:00+00:00', '2026-02-03T13:00:00.1234567Z', '2026-2-3T13:00:00.000Z',
  '2025-02-29T10:00:00Z', '0000-01-01T00:00:00Z', '2026-02-03T13:00:00.12a4Z', '2026-13-03T13:00:00Z',
];
const FORMS = {
  id: ['1', '17', '0', '9223372036854775807'],
  date: ['2026-02-03', '2000-02-29'],
  'date-time': MOMENTS,
};
const NOT_FORMS = {
  id: ['01', '-1', '9223372036854775808', '99999999999999999999', '1a', ' 1', '1.0', '١'],
  date: ['2026-02-30', '1900-02-29', '2026-2-03', '2026-02-03T', '0000-01-01'],
  'date-time': NOT_MOMENTS,
};

const typeOf = (schema) => [schema.type].flat()[0];

function text(schema, rnd) {
  const least = schema.minLength ?? 0;
  const most = schema.maxLength ?? 40;
  let length = least + rnd.below(Math.min(most - least, 12) + 1);
  if (most <= 200 && rnd.chance(0.1)) length = most;
  let out = '';
  const pool = rnd.chance(0.5) ? ['a', 'b', ' ', 'c'] : CHARACTERS;
  for (let i = 0; i < length; i++) out += rnd.pick(pool);
  if (schema['x-text'] === true && length > 0 && rnd.chance(0.1)) out = ['\n', ...[...out].slice(1)].join('');
  return out;
}

function string(schema, rnd) {
  if (schema.enum) return rnd.pick(schema.enum);
  if (schema.const !== undefined) return schema.const;
  return schema['x-format'] ? rnd.pick(FORMS[schema['x-format']]) : text(schema, rnd);
}

export function valid(schema, rnd, depth = 0) {
  if (Array.isArray(schema.type) && rnd.chance(0.2)) return null;
  switch (typeOf(schema)) {
    case 'string':
      return string(schema, rnd);
    case 'integer': {
      if (schema.const !== undefined) return schema.const;
      const { minimum, maximum } = schema;
      return rnd.pick([minimum, maximum, Math.min(maximum, Math.max(minimum, rnd.below(1000)))]);
    }
    case 'boolean':
      return rnd.chance(0.5);
    case 'array': {
      const least = schema.minItems ?? 0;
      const extra = Math.min((schema.maxItems ?? 3) - least, depth > 2 ? 1 : 3);
      return Array.from({ length: least + rnd.below(extra + 1) }, () => valid(schema.items, rnd, depth + 1));
    }
    default: {
      const required = new Set(schema.required ?? []);
      const share = rnd.pick([0, 0.3, 1]) / (1 + depth);
      const entries = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key) || rnd.chance(share));
      return Object.fromEntries(entries.map(([key, inner]) => [key, valid(inner, rnd, depth + 1)]));
    }
  }
}

function spoiltString(schema, value, rnd) {
  const most = schema.maxLength ?? 10;
  const least = schema.minLength ?? 0;
  const options = [
    () => '',
    () => 'x'.repeat(Math.max(0, least - 1)),
    () => `${value}\u0001`,
    () => `${value}\u0085`,
    () => `\u007f${value}`,
    () => `${value}\n`,
    () => `${value}\tx`,
    () => `${value}e\u0301`,
    () => `${value}\r\n`,
  ];
  if (schema.enum) options.push(() => `${value}x`, () => [...String(value)].slice(1).join(''), () => String(value).toUpperCase());
  if (schema['x-format']) for (const form of NOT_FORMS[schema['x-format']]) options.push(() => form);
  if (most <= 1000 || rnd.chance(0.05))
    options.push(
      () => 'x'.repeat(most), () => 'x'.repeat(most + 1), () => '😀'.repeat(most), () => '😀'.repeat(most + 1),
      () => 'e\u0301'.repeat(most), () => 'é'.repeat(Math.floor((schema['x-maxBytes'] ?? most) / 2) + 1),
    );
  return rnd.pick(options)();
}

function spoiltObject(schema, value, rnd) {
  const keys = Object.keys(value);
  const copy = { ...value };
  if (keys.length > 0 && rnd.chance(0.6)) delete copy[rnd.pick(keys)];
  else copy[rnd.pick(['zz', 'Tekst', 'constructor', 'toString', 'é', 'a b', ''])] = rnd.pick([1, null, 'x', {}]);
  return copy;
}

function spoiltArray(schema, value, rnd) {
  const item = () => valid(schema.items, rnd, 3);
  const most = schema.maxItems ?? 3;
  const options = [() => [], () => [...value, null], () => [...value, item()], () => value.slice(1)];
  if (most <= 25) options.push(() => Array.from({ length: most }, item), () => Array.from({ length: most + 1 }, item));
  return rnd.pick(options)();
}

function spoiltHere(schema, value, rnd) {
  if (rnd.chance(0.2)) return rnd.pick([null, true, 0, 1.5, 'x', [], {}, -1, [null], { a: 1 }]);
  if (typeof value === 'string') return spoiltString(schema, value, rnd);
  if (typeof value === 'number') {
    const { minimum = 0, maximum = LARGEST } = schema;
    return rnd.pick([minimum - 1, maximum + 1, minimum, maximum, 2 ** 53, -(2 ** 53), 0.5, String(value), -value]);
  }
  if (Array.isArray(value) && schema.items) return spoiltArray(schema, value, rnd);
  if (value !== null && typeof value === 'object') return spoiltObject(schema, value, rnd);
  return rnd.pick(['true', 0, 1, {}, []]);
}

// One place in the value, the deeper the rarer, is replaced by something doubtful.
export function spoilt(schema, value, rnd) {
  if (value !== null && typeof value === 'object' && rnd.chance(0.75)) {
    const keys = Object.keys(value);
    if (keys.length > 0) {
      const key = rnd.pick(keys);
      const inner = Array.isArray(value) ? schema.items : schema.properties?.[key];
      if (inner) {
        const copy = Array.isArray(value) ? [...value] : { ...value };
        copy[key] = spoilt(inner, value[key], rnd);
        return copy;
      }
    }
  }
  return spoiltHere(schema, value, rnd);
}

export function cases(schema, count, seed) {
  const rnd = random(seed);
  return Array.from({ length: count }, (_, i) => {
    let value = valid(schema, rnd);
    if (i % 3 > 0) value = spoilt(schema, value, rnd);
    if (i % 9 === 8) value = spoilt(schema, value, rnd);
    return value;
  });
}
