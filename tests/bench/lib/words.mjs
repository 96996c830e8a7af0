// Figures as people read them.
export function number(value) {
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ' ');
  if (!Number.isFinite(value)) return '–'; // nothing to divide by
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : size >= 0.1 || size === 0 ? value.toFixed(2) : value.toFixed(3);
}

export const span = ({ median, least, most }) => (least === most ? number(median) : `${number(median)} (${number(least)}–${number(most)})`);

export const verdict = ({ goal, holds }) => (goal ? (holds === null ? 'not measured' : holds ? 'yes' : 'no') : '');

