// Where two values differ, as a path and both sides; null when they do not. Objects are equal
// whatever the order of their members; '*' on the side of the model is any number.
import { WILD } from './model.mjs';

const brief = (value) => (JSON.stringify(value) ?? 'absent').slice(0, 300);
const isObject = (value) => typeof value === 'object' && value !== null;

export function difference(want, got, at = '') {
  if (want === WILD && /^[1-9]\d*$/.test(got)) return null;
  if (typeof want === 'string' && want.endsWith(`:${WILD}`) && typeof got === 'string') return difference(want.slice(0, -1), got.replace(/\d+$/, ''), at);
  if (!isObject(want) || !isObject(got) || Array.isArray(want) !== Array.isArray(got))
    return want === got ? null : `${at || 'the whole'}: the model says ${brief(want)}, the server ${brief(got)}`;
  for (const key of new Set([...Object.keys(want), ...Object.keys(got)])) {
    if (want[key] === undefined && got[key] === undefined) continue;
    const found = difference(want[key], got[key], `${at}/${key}`);
    if (found) return found;
  }
  return null;
}

export class Difference extends Error {}

export function demandSame(want, got, what) {
  const found = difference(want, got);
  if (found) throw new Difference(`${what}: ${found}`);
}
