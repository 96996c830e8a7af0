// Moments as the wire writes them: in UTC with six digits of a second, so that text sorts as time.
const DAY_MS = 86400000;
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

const write = (micros) => `${new Date(Number(micros / 1000n)).toISOString().slice(0, 20)}${String(micros % 1000000n).padStart(6, '0')}Z`;
const read = (moment) => BigInt(Date.parse(`${moment.slice(0, 19)}Z`)) * 1000n + BigInt(moment.slice(20, -1).padEnd(6, '0') || 0);

export const plus = (moment, micros) => write(read(moment) + BigInt(micros));

// The time from one moment to another, in microseconds.
export const between = (from, to) => read(to) - read(from);

// The day in Amsterdam, as YYYY-MM-DD.
export const dayOf = (moment) => amsterdam.format(new Date(Number(read(moment) / 1000n))).slice(0, 10);

export const addDays = (day, n) => new Date(Date.parse(`${day}T12:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

// 0:00 of a day in Amsterdam, which is one hour or two before it is so in UTC.
export function midnight(day) {
  const noon = Date.parse(`${day}T00:00:00Z`);
  const hours = [1, 2].find((h) => amsterdam.format(new Date(noon - h * 3600000)) === `${day} 00:00:00`);
  return write(BigInt(noon - hours * 3600000) * 1000n);
}
