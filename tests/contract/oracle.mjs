// What is true of a value according to ajv, in the words of our own problems: a sorted list of
// "path code". The keywords that are ours are written here a second time, on purpose.
import Ajv from 'ajv';

const CODES = {
  required: 'ontbreekt',
  additionalProperties: 'onbekend',
  type: 'soort',
  minLength: 'te_kort',
  maxLength: 'te_lang',
  'x-maxBytes': 'te_lang',
  enum: 'keuze',
  const: 'keuze',
  minimum: 'te_klein',
  maximum: 'te_groot',
  minItems: 'te_weinig',
  maxItems: 'te_veel',
  'x-format': 'vorm',
};
const TEXT_BYTES = 16384;

const bytes = (text) => Buffer.byteLength(text, 'utf8');

// null, or what is wrong with it as text.
function textFault(kind, text) {
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text)) return 'stuurteken';
  if (kind === 'line' && /[\n\t]/.test(text)) return 'regels';
  return bytes(text.normalize('NFC')) > TEXT_BYTES ? 'te_lang' : null;
}

function isDate(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match || match[1] === '0000') return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date.getUTCMonth() === Number(match[2]) - 1 && date.getUTCDate() === Number(match[3]);
}

const FORMATS = {
  id: (text) => /^(0|[1-9][0-9]{0,18})$/.test(text) && BigInt(text) <= 9223372036854775807n,
  date: isDate,
  'date-time': (text) =>
    /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/.test(text) && isDate(text.slice(0, 10)),
};

function makeAjv(incoming) {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  ajv.addKeyword({ keyword: 'x-maxBytes', type: 'string', validate: (max, text) => bytes(text) <= max });
  ajv.addKeyword({ keyword: 'x-format', type: 'string', validate: (name, text) => FORMATS[name](text) });
  ajv.addKeyword({
    keyword: 'x-text',
    type: 'string',
    validate: (kind, text) => !incoming || textFault(kind, text) === null,
  });
  return ajv;
}

const ajvs = { args: makeAjv(true), reply: makeAjv(false), event: makeAjv(false) };
export const compile = (mode, schema) => ajvs[mode].compile(schema);

// The value as the server would keep it: text in NFC, unless it is refused as it stands.
export function normalise(schema, value) {
  if (schema['x-text'] && typeof value === 'string')
    return textFault(schema['x-text'], value) === null ? value.normalize('NFC') : value;
  if (Array.isArray(value) && schema.items) return value.map((item) => normalise(schema.items, item));
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !schema.properties) return value;
  const inner = (key) => (Object.hasOwn(schema.properties, key) ? schema.properties[key] : {});
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalise(inner(key), item)]));
}

function pathOf(error) {
  const steps = error.instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = steps.reduce((before, step) => before + (/^\d+$/.test(step) ? `[${step}]` : `.${step}`), 'args');
  const { missingProperty, additionalProperty } = error.params;
  const member = missingProperty ?? additionalProperty;
  return member === undefined ? path : `${path}.${member}`;
}

export function problems(validate, value) {
  if (validate(value)) return [];
  const found = new Map();
  for (const error of validate.errors) {
    const path = pathOf(error);
    const code = error.keyword === 'x-text' ? textFault(error.schema, error.data) : CODES[error.keyword];
    if (!found.has(path)) found.set(path, new Set());
    found.get(path).add(code);
  }
  const lines = [];
  for (const [path, codes] of found) {
    // Of a wrong type, or of what is no text, nothing more is said.
    const only = ['soort', 'stuurteken', 'regels'].find((code) => codes.has(code));
    for (const code of only ? [only] : codes) lines.push(`${path} ${code}`);
  }
  return lines.sort();
}
