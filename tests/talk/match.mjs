// Variables and partial matching of a transcript; the rules are in README.md.

// Puts "$name" in: a whole value, or inside text, paths and stream names.
export function fill(value, names) {
  if (typeof value === 'string')
    return value.replace(/\$([A-Za-z_]\w*)/g, (_, name) => {
      if (!(name in names)) throw new Error(`$${name} is not known; known are: ${Object.keys(names).join(' ')}`);
      return names[name];
    });
  if (Array.isArray(value)) return value.map((item) => fill(item, names));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, names)]));
  return value;
}

export const brief = (text) => (text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text);
const show = (value) => (value === undefined ? 'nothing' : brief(JSON.stringify(value)));

// null, or the sentence that tells where got is not as wanted. Binds "?name" in names.
export function mismatch(want, got, names, path = '') {
  if (want === '*') return got === undefined ? `${path}: absent` : null;
  if (want === '-') return got === undefined ? null : `${path}: is there: ${show(got)}`;
  if (typeof want === 'string' && /^\?[A-Za-z_]\w*$/.test(want)) {
    if (got === undefined || got === null || typeof got === 'object') return `${path}: no value for ${want}: ${show(got)}`;
    names[want.slice(1)] = String(got);
    return null;
  }
  if (typeof want === 'string') {
    const text = fill(want, names);
    return text === got ? null : `${path}: wanted ${show(text)}, got ${show(got)}`;
  }
  if (Array.isArray(want)) return mismatchList(want, got, names, path);
  if (want && typeof want === 'object') {
    if (!got || typeof got !== 'object' || Array.isArray(got)) return `${path}: wanted an object, got ${show(got)}`;
    for (const [key, item] of Object.entries(want)) {
      const fault = mismatch(item, got[key], names, `${path}/${key}`);
      if (fault) return fault;
    }
    return null;
  }
  return want === got ? null : `${path}: wanted ${show(want)}, got ${show(got)}`;
}

function mismatchList(want, got, names, path) {
  if (!Array.isArray(got)) return `${path}: wanted a list, got ${show(got)}`;
  if (want[0] !== '...') {
    if (want.length !== got.length) return `${path}: wanted ${want.length} items, got ${got.length}: ${show(got)}`;
    for (const [i, item] of want.entries()) {
      const fault = mismatch(item, got[i], names, `${path}/${i}`);
      if (fault) return fault;
    }
    return null;
  }
  let at = 0;
  for (const item of want.slice(1)) {
    const tries = { ...names };
    while (at < got.length && mismatch(item, got[at], { ...tries })) at++;
    if (at === got.length) return `${path}: ${show(item)} is not there (in this order) in ${show(got)}`;
    mismatch(item, got[at++], names, path);
  }
  return null;
}
