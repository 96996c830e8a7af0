// What the rounds of kills came to, as lines of a table.
const number = (value, width, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–').padStart(width);

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function killTable(rounds, what) {
  if (rounds.length === 0) return [];
  const wide = Math.max(10, ...rounds.map(({ kind }) => kind.length));
  const lines = [`round  ${'kind'.padEnd(wide)}  posts/s of each side   acked  landed unheard  back ms`];
  for (const [i, { kind, rates, acked, found, back }] of rounds.entries())
    lines.push(`${number(i + 1, 5)}  ${kind.padEnd(wide)}  ${number(rates[0], 9)} ${number(rates[1], 9)}  ${number(acked, 8)}  ${number(found, 14)}  ${number(back, 7)}`);
  const sum = (pick) => rounds.reduce((total, round) => total + pick(round), 0);
  const slowest = Math.min(...rounds.flatMap(({ rates }) => rates));
  const backs = rounds.map(({ back }) => back);
  lines.push(
    `${what}: ${sum(({ acked }) => acked)} acknowledged, ${sum(({ found }) => found)} of them learned by key afterwards, ` +
      `lowest rate of a side ${number(slowest, 0, 1)}/s, back after ${quantile(backs, 0.5)} ms (median), ${Math.max(...backs)} ms (longest)`,
  );
  return lines;
}

export function killFigure(rounds) {
  const backs = rounds.map(({ back }) => back);
  return `back after ${quantile(backs, 0.5)} ms p50, ${quantile(backs, 0.99)} ms p99`;
}

// What the whole run came to, a line a drill; the figure is that of its last play.
export function drillTable(summary) {
  if (summary.length === 0) return [];
  const lines = ['drill       plays  acked  unheard  lost  doubled  gaps  other      s  figure'];
  for (const { name, plays, seconds, counts, violations, figures } of summary) {
    const sum = (pick) => counts.reduce((total, each) => total + (each[pick] ?? 0), 0);
    const said = (...kinds) => violations.filter(({ kind }) => kinds.includes(kind)).length;
    const [lost, doubled, gaps] = [said('acked-lost', 'not-durable'), said('doubled', 'repeated'), said('gap')];
    const columns = [number(plays, 5), number(sum('acked'), 6), number(sum('foundDone'), 7), number(lost, 4), number(doubled, 7), number(gaps, 4)];
    const rest = [number(violations.length - lost - doubled - gaps, 5), number(seconds, 5), figures.at(-1) ?? ''];
    lines.push([name.padEnd(10), ...columns, ...rest].join('  '));
  }
  return lines;
}
