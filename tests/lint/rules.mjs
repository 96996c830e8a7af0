// The house rules that a machine can check. Each function gives back its faults as sentences.
import path from 'node:path';
import { read } from './tree.mjs';

const FILE_LINES = 500;
const FUNCTION_LINES = 70;
const DOOR_LINES = 150;

// Bottom-up; a room includes doors of rooms before it.
const ROOMS = ['base', 'loop', 'wire', 'evidence', 'store', 'export', 'fanout', 'command', 'identity', 'session', 'net', 'app'];
const LIBRARIES = [
  { name: 'libwebsockets', include: /^libwebsockets/, rooms: ['net'] },
  { name: 'libpq', include: /^(libpq|postgres)/, rooms: ['store'] },
  { name: 'jansson', include: /^jansson/, rooms: ['wire', 'tools'] },
  { name: 'libevent', include: /^(event2\/|event\.h|evutil|evdns|evhttp)/, rooms: ['loop'] },
  { name: 'OpenSSL', include: /^openssl\//, rooms: ['evidence'] },
  { name: 'utf8proc', include: /^utf8proc/, rooms: ['wire'] },
  { name: 'libxlsxwriter', include: /^xlsxwriter/, rooms: ['export'] },
];

const isCode = (file) => /\.(c|h|sql|ts|tsx|mjs|css)$/.test(file) || isScript(file);
const isScript = (file) => /^(deploy|tests|\.ci)\//.test(file) && !/\.\w+$/.test(file) && read(file).startsWith('#!');
const isMade = (file) => /^(sql\/schema\.lock\.sql|src\/browser\/src\/gen\/)/.test(file);
const lineCount = (text) => text.split('\n').length - 1;

export function sizes(files) {
  const faults = [];
  for (const file of files.filter((name) => isCode(name) && !isMade(name))) {
    const text = read(file);
    const lines = lineCount(text);
    if (lines > FILE_LINES) faults.push(`${file}: ${lines} lines, at most ${FILE_LINES}`);
    const door = /^src\/(\w+)\/(\w+)\.h$/.exec(file);
    if (door && door[1] === door[2] && lines > DOOR_LINES) faults.push(`${file}: a door of ${lines} lines, at most ${DOOR_LINES}`);
    if (/^src\/.*\.c$/.test(file) || /^tests\/.*\.c$/.test(file)) faults.push(...longFunctions(file, text));
    if (/^sql\/(rule|api)\//.test(file)) faults.push(...longSqlFunctions(file, text));
  }
  return faults;
}

// As clang-format writes it, a function begins with an unindented line that ends in "{" and has a
// parameter list, and ends with an unindented "}".
function longFunctions(file, text) {
  const faults = [];
  const lines = text.split('\n');
  let start = -1;
  for (const [i, line] of lines.entries()) {
    if (start < 0 && /^[^#/\s].*\)\s*\{$/.test(line)) start = i;
    else if (start < 0 && /^ {4,}.*\)\s*\{$/.test(line) && /^\w[^;={]*$/.test(lines[i - 1] ?? '')) start = i - 1;
    else if (start >= 0 && line === '}') {
      if (i - start + 1 > FUNCTION_LINES) faults.push(`${file}:${start + 1}: a function of ${i - start + 1} lines, at most ${FUNCTION_LINES}`);
      start = -1;
    }
  }
  return faults;
}

// A function called …_laden is a table of data in the shape of statements; its length says nothing.
function longSqlFunctions(file, text) {
  const faults = [];
  let start = -1;
  for (const [i, line] of text.split('\n').entries()) {
    if (/^CREATE (OR REPLACE )?FUNCTION/.test(line) && !/_laden\(/.test(line)) start = i;
    if (start >= 0 && /^(END )?\$\$/.test(line)) {
      if (i - start + 1 > FUNCTION_LINES) faults.push(`${file}:${start + 1}: a function of ${i - start + 1} lines, at most ${FUNCTION_LINES}`);
      start = -1;
    }
  }
  return faults;
}

export function fences(files) {
  const faults = [];
  for (const file of files) {
    const where = /^src\/(\w+)\/.*\.[ch]$/.exec(file);
    if (!where) continue;
    const room = where[1];
    for (const [, mark, name] of read(file).matchAll(/^\s*#\s*include\s+([<"])([^>"]+)[>"]/gm)) {
      const library = LIBRARIES.find(({ include }) => include.test(name));
      if (library && !library.rooms.includes(room)) faults.push(`${file}: ${library.name} belongs to ${library.rooms.join(' and ')}`);
      const other = mark === '"' && /^(\w+)\/(.+)$/.exec(name);
      if (!other || room === 'tools') continue;
      if (other[2] !== `${other[1]}.h`) faults.push(`${file}: ${name} is not the door of a room`);
      else if (other[1] !== room && !(ROOMS.indexOf(other[1]) < ROOMS.indexOf(room) && ROOMS.includes(other[1])))
        faults.push(`${file}: ${room} includes ${other[1]}, which is not below it`);
    }
  }
  return faults;
}

const COMMENT = { c: /^(\/\*|\/\/)/, h: /^(\/\*|\/\/)/, sql: /^--/, ts: /^(\/\/|\/\*)/, tsx: /^(\/\/|\/\*)/, mjs: /^(\/\/|\/\*)/, css: /^\/\*/ };

export function openings(files) {
  const faults = [];
  // A unit test says by its name what it is about.
  for (const file of files.filter((name) => !isMade(name) && !/\.test\.ts$/.test(name))) {
    const extension = file.split('.').at(-1);
    let text = read(file).replace(/^#!.*\n/, '');
    // The .c of a private header of the same name may leave it to that header.
    const own = /^src\/.*\.c$/.test(file) && text.startsWith(`#include "${path.basename(file, '.c')}.h"`);
    if (own) text = read(file.replace(/c$/, 'h'));
    if (extension in COMMENT && /^(src|sql|tests|cmake)\//.test(file) && !COMMENT[extension].test(text)) faults.push(file);
    if (isScript(file) && !text.startsWith('#')) faults.push(file);
  }
  return faults;
}

// Split, so that this file does not find itself.
const WORDS = new RegExp(
  ['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK\\b', 'place' + 'holder text', 'not ' + 'implemented', '/wo' + 'rk/', 'registry\\.' + 'npmjs', 'deb\\.' + 'debian\\.org'].join('|'),
);

export function words(files) {
  const faults = [];
  for (const file of files) {
    if (/\.(png|jpg|woff2?|ico|gz|br)$/.test(file) || file === 'LICENSE' || /corpus\//.test(file)) continue;
    for (const [i, line] of read(file).split('\n').entries()) if (WORDS.test(line)) faults.push(`${file}:${i + 1}: ${line.trim().slice(0, 120)}`);
  }
  return faults;
}
