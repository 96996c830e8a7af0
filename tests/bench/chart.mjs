// Small charts as SVG: bars and lines. Colours are read on white and on black; a reader who asks for
// dark gets lighter ones.
const WIDTH = 720;
const LABEL = 150;
const VALUE = 110;
const BAR = 16;
const GAP = 6;
const HEAD = 34;

const STYLE = `<style>
text{font:12px system-ui,sans-serif;fill:#57606a}.title{font-weight:600;font-size:13px;fill:#24292f}
.ours{fill:#0b6e4f}.floor{fill:#8c959f}.peer{fill:#b35900}.line{fill:none;stroke-width:2}.grid{stroke:#8c959f;stroke-opacity:.3}
.s0{stroke:#0b6e4f;fill:#0b6e4f}.s1{stroke:#b35900;fill:#b35900}.s2{stroke:#3d6fb6;fill:#3d6fb6}
@media (prefers-color-scheme:dark){text{fill:#9ea7b3}.title{fill:#e6edf3}.ours{fill:#3fb68b}.peer{fill:#e0893a}.s0{stroke:#3fb68b;fill:#3fb68b}.s1{stroke:#e0893a;fill:#e0893a}.s2{stroke:#79a7e8;fill:#79a7e8}}
.line{fill:none}</style>`;

const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
const svg = (height, title, body) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title).replace(/"/g, '&quot;')}">
${STYLE}
<text class="title" x="8" y="20">${escape(title)}</text>
${body.join('\n')}
</svg>
`;

// groups: [{label, bars: [{name, kind: ours|floor|peer, value, text}]}]; a bar is as long as its value.
export function bars(title, groups) {
  const most = Math.max(...groups.flatMap((group) => group.bars.map((bar) => bar.value)));
  const room = WIDTH - LABEL - VALUE - 16;
  const body = [];
  let y = HEAD;
  for (const group of groups) {
    body.push(`<text class="title" x="8" y="${y + 12}">${escape(group.label)}</text>`);
    y += 20;
    for (const bar of group.bars) {
      const width = Math.max(1, (bar.value / most) * room);
      body.push(`<text x="${LABEL - 8}" y="${y + 12}" text-anchor="end">${escape(bar.name)}</text>`);
      body.push(`<rect class="${bar.kind}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>`);
      body.push(`<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 12}">${escape(bar.text)}</text>`);
      y += BAR + GAP;
    }
    y += 8;
  }
  return svg(y, title, body);
}

// series: [{name, points: [{size, value}]}]; both axes in powers of ten, what is flat is flat.
export function lines(title, series, unit) {
  const height = 260;
  const [left, right, top, bottom] = [88, 150, 40, 30];
  const log = Math.log10;
  const sizes = series.flatMap((one) => one.points.map((point) => log(point.size)));
  const values = series.flatMap((one) => one.points.map((point) => log(point.value)));
  const [x0, x1] = [Math.min(...sizes), Math.max(...sizes)];
  const [y0, y1] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  const x = (size) => left + ((log(size) - x0) / Math.max(1, x1 - x0)) * (WIDTH - left - right);
  const y = (value) => height - bottom - ((log(value) - y0) / Math.max(1, y1 - y0)) * (height - top - bottom);
  const body = [];
  for (let power = y0; power <= y1; power++) {
    const at = y(10 ** power).toFixed(1);
    body.push(`<line class="grid" x1="${left}" x2="${WIDTH - right}" y1="${at}" y2="${at}"/><text x="${left - 8}" y="${Number(at) + 4}" text-anchor="end">${10 ** power} ${escape(unit)}</text>`);
  }
  for (let power = Math.ceil(x0); power <= x1; power++) body.push(`<text x="${x(10 ** power)}" y="${height - 8}" text-anchor="middle">10${[...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('')}</text>`);
  series.forEach((one, i) => {
    const points = one.points.map((point) => `${x(point.size).toFixed(1)},${y(point.value).toFixed(1)}`);
    body.push(`<polyline class="line s${i}" style="fill:none" points="${points.join(' ')}"/>`);
    for (const point of points) body.push(`<circle class="s${i}" cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3"/>`);
    body.push(`<text x="${WIDTH - right + 10}" y="${(y(one.points.at(-1).value) + 4).toFixed(1)}">${escape(one.name)}</text>`);
  });
  return svg(height, title, body);
}
