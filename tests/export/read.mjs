// The formats read back, each by a reader that shares nothing with the writer.
import zlib from 'node:zlib';

// RFC 4180, strictly: CR LF, quotes doubled, no quote inside a bare cell.
export function readCsv(text, separator) {
  const rows = [];
  let at = 0;
  while (at < text.length) {
    const row = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (at >= text.length) throw new Error('a quote does not end');
          cell += text[at];
          if (text[at] === '"') at++;
        }
        at++;
      } else {
        while (text[at] !== separator && text[at] !== '\r') {
          if (at >= text.length || '"\n'.includes(text[at])) throw new Error(`a bare cell holds ${text[at]}`);
          cell += text[at++];
        }
      }
      row.push(cell);
      if (text[at] === separator) at++;
      else if (text.slice(at, at + 2) === '\r\n') break;
      else throw new Error(`after a cell: ${JSON.stringify(text.slice(at, at + 5))}`);
    }
    at += 2;
    rows.push(row);
  }
  return rows;
}

// As the documentation says: one ' away from each text that begins with it.
export const undo = (cell) => (cell.startsWith("'") ? cell.slice(1) : cell);

// The files of a ZIP, from its central directory.
export function readZip(bytes) {
  const files = {};
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    files[bytes.toString('utf8', at + 46, at + 46 + name)] = (method === 0 ? packed : zlib.inflateRawSync(packed)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}

const unXml = (text) =>
  text
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
    // ECMA-376 part 1, 22.9.2.19: how a control character is written, and how that itself is.
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

// The cells of the first sheet: {text} or {number}; a formula is an error.
export function readXlsx(bytes) {
  const files = readZip(bytes);
  const sheet = files['xl/worksheets/sheet1.xml'];
  if (/<f[ >]/.test(sheet)) throw new Error('there is a formula');
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map((m) => unXml(m[1]));
  const column = (ref) => [...ref.replace(/\d/g, '')].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells]) => {
    const row = [];
    for (const [, ref, attributes, body] of (cells ?? '').matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const kind = /t="(\w+)"/.exec(attributes)?.[1];
      const value = /<(?:t|v)[^>]*>(.*?)<\/(?:t|v)>/s.exec(body ?? '')?.[1] ?? '';
      row[column(ref)] = kind === 'inlineStr' ? { text: unXml(value) } : kind === 's' ? { text: shared[Number(value)] } : { number: Number(value) };
    }
    return row;
  });
}
