// Whole messages, as they come over WebSocket and HTTP: what is taken, what is refused and how.
import { ask } from './wirecheck.mjs';

const KEY = 'k0123456789abcdef';
const post = { id: 7, do: 'bijdrage.plaatsen', sleutel: KEY, tafel: '1', args: { onderwerp: '4', tekst: 'Dag' } };
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
const many = (count) => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',')}}`;
const withArgs = (text) => `{"id":7,"do":"bijdrage.plaatsen","sleutel":"${KEY}","tafel":"1","args":${text}}`;
const withText = (text) => JSON.stringify({ ...post, args: { onderwerp: '4', tekst: text } });

// [name, message, verdict, problems, verzoek]
const MESSAGES = [
  ['a command', post, 'ok', [], `{"args":{"onderwerp":"4","tekst":"Dag"},"sleutel":"${KEY}"}`],
  ['the order of keys does not matter', withArgs('{"tekst":"Dag","onderwerp":"4"}'), 'ok', [], `{"args":{"onderwerp":"4","tekst":"Dag"},"sleutel":"${KEY}"}`],
  ['text is kept in NFC', withText('Cafe\u0301'), 'ok', [], `{"args":{"onderwerp":"4","tekst":"Café"},"sleutel":"${KEY}"}`],
  ['text of 16 KiB', withText('x'.repeat(16384)), 'ok', []],
  ['text of one byte more', withText('x'.repeat(16385)), 'ongeldig', ['args.tekst te_lang']],
  ['text that is too long in bytes only', withText('é'.repeat(8193)), 'ongeldig', ['args.tekst te_lang']],
  ['a bell in text', withText('a\u0007b'), 'ongeldig', ['args.tekst stuurteken']],
  ['a carriage return in text', withText('a\r\nb'), 'ongeldig', ['args.tekst stuurteken']],
  ['newline and tab in text', withText('a\n\tb'), 'ok', []],
  ['null for what may be absent', { ...post, namens: null }, 'ok', []],
  ['a live signal needs no key', { id: 1, do: 'typt', tafel: '1', args: { stroom: 'tafel:1' } }, 'ok', [], '{"stroom":"tafel:1"}'],
  ['a query carries its tafel along', { id: 1, do: 'bijdrage.zoeken', tafel: '1', args: { zoek: 'school' } }, 'ok', [], '{"tafel":"1","zoek":"school"}'],
  ['hello without args', { id: 1, do: 'hello' }, 'ok', [], '{}'],
  ['subscribe', { id: 2, do: 'subscribe', args: { stroom: 'tafel:1', since: 0 } }, 'ok', [], '{"since":0,"stroom":"tafel:1"}'],
  ['largest id', { ...post, id: 9007199254740991 }, 'ok', []],
  ['id that a browser cannot hold', withArgs('{}').replace('"id":7', '"id":9007199254740992'), 'protocolfout', []],
  ['id zero', { ...post, id: 0 }, 'protocolfout', []],
  ['id as text', { ...post, id: '7' }, 'protocolfout', []],
  ['no id', { do: 'hello' }, 'protocolfout', []],
  ['a list', [], 'protocolfout', []],
  ['a bare string', '"hello"', 'protocolfout', []],
  ['unknown command', { ...post, do: 'tafel.vernietigen' }, 'onbekende_opdracht', []],
  ['a prefix of a command', { ...post, do: 'bijdrage.plaats' }, 'onbekende_opdracht', []],
  ['a command with a NUL behind it', '{"id":7,"do":"hello\\u0000"}', 'geen_json', []],
  ['no do at all', { id: 7 }, 'onbekende_opdracht', []],
  ['a verb of HTTP only', { id: 7, do: 'sessie.openen', args: { token: KEY } }, 'onbekende_opdracht', []],
  ['no key', { ...post, sleutel: undefined }, 'sleutel_ontbreekt', []],
  ['a key that is too short', { ...post, sleutel: 'k'.repeat(15) }, 'sleutel_ontbreekt', []],
  ['a key with a space', { ...post, sleutel: 'k 0123456789abcdef' }, 'sleutel_ontbreekt', []],
  ['a key of 64', { ...post, sleutel: 'k'.repeat(64) }, 'ok', []],
  ['a key of 65', { ...post, sleutel: 'k'.repeat(65) }, 'sleutel_ontbreekt', []],
  ['a key where none belongs', { id: 1, do: 'hello', sleutel: KEY }, 'ongeldig', ['sleutel onbekend']],
  ['a tafel where none belongs', { id: 1, do: 'hello', tafel: '1' }, 'ongeldig', ['tafel onbekend']],
  ['no tafel', { ...post, tafel: undefined }, 'ongeldig', ['tafel ontbreekt']],
  ['a tafel that is no number', { ...post, tafel: 'een' }, 'ongeldig', ['tafel vorm']],
  ['a tafel that is no text', { ...post, tafel: 1 }, 'ongeldig', ['tafel ontbreekt', 'tafel soort']],
  ['namens that is no number', { ...post, namens: '3x' }, 'ongeldig', ['namens vorm']],
  ['an unknown key in the envelope', { ...post, extra: 1 }, 'ongeldig', ['extra onbekend']],
  ['all problems at once', { ...post, tafel: 'x', args: { tekst: 7, soort: 'roep', wat: 1 } }, 'ongeldig',
    ['args.onderwerp ontbreekt', 'args.soort keuze', 'args.tekst soort', 'args.wat onbekend', 'tafel vorm']],
  ['args that are no object', { ...post, args: [] }, 'ongeldig', ['args soort']],
  ['a key twice', withArgs('{"onderwerp":"4","onderwerp":"5","tekst":"Dag"}'), 'geen_json', []],
  ['a NUL in text', withArgs('{"onderwerp":"4","tekst":"a\\u0000b"}'), 'geen_json', []],
  ['half a surrogate pair', withArgs('{"onderwerp":"4","tekst":"\\ud83d"}'), 'geen_json', []],
  ['a trailing comma', withArgs('{"onderwerp":"4",}'), 'geen_json', []],
  ['two messages in one', '{"id":1,"do":"hello"}{"id":2,"do":"hello"}', 'geen_json', []],
  ['not a number', withArgs('{"onderwerp":NaN}'), 'geen_json', []],
  ['nothing', '', 'geen_json', []],
  ['an integer beyond 64 bits', withArgs('{"onderwerp":99999999999999999999999}'), 'geen_json', []],
  ['a fraction where an integer belongs', '{"id":1,"do":"subscribe","args":{"stroom":"tafel:1","since":1.0}}', 'ongeldig', ['args.since soort']],
  ['sixteen deep', withArgs(nested(15)), 'ongeldig', ['args soort']],
  ['seventeen deep', withArgs(nested(16)), 'te_ingewikkeld', []],
  ['brackets within text are not depth', withText('['.repeat(40)), 'ok', []],
  ['an escaped quote does not end text', withText('"'.repeat(3) + '['.repeat(40)), 'ok', []],
  ['sixty-five keys', withArgs(many(65)), 'te_ingewikkeld', []],
  ['sixty-four KiB and one', withArgs(`{"onderwerp":"${'4'.repeat(65536)}"}`), 'te_groot', []],
];

const H = { sleutel: KEY };
// [name, request, verdict, problems, verzoek]
const REQUESTS = [
  ['a query with key and number', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=caf%C3%A9+nu&hoogstens=5' }, 'ok', [], '{"hoogstens":5,"tafel":"1","zoek":"café nu"}'],
  ['an escaped path', { method: 'GET', path: '/v1/stromen/tafel%3A1/gebeurtenissen', query: 'na=12' }, 'ok', [], '{"na":12,"stroom":"tafel:1"}'],
  ['an empty pair in the query', { method: 'GET', path: '/v1/stromen/tafel:1/gebeurtenissen', query: '&&na=1&' }, 'ok', [], '{"na":1,"stroom":"tafel:1"}'],
  ['a command', { ...H, method: 'POST', path: '/v1/tafels/1/bijdragen', body: '{"onderwerp":"4","tekst":"Dag"}' }, 'ok', [], `{"args":{"onderwerp":"4","tekst":"Dag"},"sleutel":"${KEY}"}`],
  ['path and body come together', { ...H, method: 'POST', path: '/v1/tafels/1/bijdragen/33/versies', body: '{"tekst":"Dag","versie":1}' }, 'ok', [], `{"args":{"bijdrage":"33","tekst":"Dag","versie":1},"sleutel":"${KEY}"}`],
  ['the session', { method: 'GET', path: '/v1/sessies/huidige' }, 'ok', [], '{}'],
  ['logging in', { method: 'POST', path: '/v1/sessies', body: '{"token":"0123456789abcdef"}' }, 'ok', [], '{"token":"0123456789abcdef"}'],
  ['no key', { method: 'POST', path: '/v1/tafels/1/bijdragen', body: '{"onderwerp":"4","tekst":"Dag"}' }, 'sleutel_ontbreekt', []],
  ['nothing there', { method: 'GET', path: '/v1/stoelen' }, 'niet_gevonden', []],
  ['a slash too many', { method: 'GET', path: '/v1/tafels/' }, 'niet_gevonden', []],
  ['an empty segment', { method: 'GET', path: '/v1/tafels//bijdragen' }, 'niet_gevonden', []],
  ['wrong method', { method: 'PATCH', path: '/v1/tafels' }, 'methode_niet_toegestaan', []],
  ['a number that is none', { method: 'GET', path: '/v1/tafels/een/momentopname' }, 'ongeldig', ['tafel vorm']],
  ['a broken escape in the path', { method: 'GET', path: '/v1/tafels/%4/momentopname' }, 'ongeldig', ['tafel vorm']],
  ['a broken escape in the query', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=%zz' }, 'ongeldig', ['args.zoek codering', 'args.zoek ontbreekt']],
  ['half a character in the query', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=%C3' }, 'ongeldig', ['args.zoek codering', 'args.zoek ontbreekt']],
  ['a NUL in the query', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=a%00' }, 'ongeldig', ['args.zoek codering', 'args.zoek ontbreekt']],
  ['an unknown key in the query', { method: 'GET', path: '/v1/tafels', query: 'sorteer=naam' }, 'ongeldig', ['args.sorteer onbekend']],
  ['a key twice in the query', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=a&zoek=b' }, 'ongeldig', ['args.zoek dubbel']],
  ['the path again in the query', { method: 'GET', path: '/v1/stromen/tafel:1/gebeurtenissen', query: 'stroom=tafel:2' }, 'ongeldig', ['args.stroom dubbel']],
  ['the path again in the body', { ...H, method: 'POST', path: '/v1/tafels/1/bijdragen/33/versies', body: '{"bijdrage":"34","tekst":"Dag"}' }, 'ongeldig', ['args.bijdrage dubbel']],
  ['a number below its bound', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=a&hoogstens=0' }, 'ongeldig', ['args.hoogstens te_klein']],
  ['a number that is text', { method: 'GET', path: '/v1/tafels/1/bijdragen', query: 'zoek=a&hoogstens=1e1' }, 'ongeldig', ['args.hoogstens soort']],
  ['a body that is a list', { ...H, method: 'POST', path: '/v1/tafels/1/openingen', body: '[]' }, 'ongeldig', ['args soort']],
  ['a body that is no JSON', { ...H, method: 'POST', path: '/v1/tafels/1/bijdragen', body: '{' }, 'geen_json', []],
  ['a body that is too large', { ...H, method: 'POST', path: '/v1/tafels/1/bijdragen', body: `{"tekst":"${'x'.repeat(65536)}"}` }, 'te_groot', []],
];

const shown = ({ verdict, problems, verzoek }, want) => ({
  verdict,
  problems: problems.map(({ path, code }) => `${path} ${code}`).sort(),
  verzoek: want === undefined ? undefined : verzoek,
});

function compare(tap, door, rows, answers) {
  for (const [i, [name, , verdict, problems, verzoek]] of rows.entries())
    tap.equal(shown(answers[i], verzoek), { verdict, problems, verzoek }, `${door}: ${name} → ${verdict}`);
}

function doors(tap) {
  const [wrong, all] = ask([
    { mode: 'http', method: 'DELETE', path: '/v1/tafels/1/bijdragen' },
    { mode: 'http', method: 'POST', path: '/v1/tafels/x/bijdragen', sleutel: KEY, namens: 'y', body: '{"tekst":1}' },
  ]);
  tap.equal(wrong.allow.split(', ').sort(), ['GET', 'POST'], 'a wrong method is told which ones there are');
  const problem = JSON.parse(all.problem);
  tap.equal([problem.status, problem.code, typeof problem.title, typeof problem.detail], [400, 'ongeldig', 'string', 'string'], 'a problem has status, code, title and detail');
  tap.equal(problem.problems.map(({ path }) => path).sort(), ['args.onderwerp', 'args.tekst', 'namens', 'tafel'], 'a problem lists every field that is wrong');
}

export default function envelope(tap) {
  const text = (message) => (typeof message === 'string' ? message : JSON.stringify(message));
  compare(tap, 'ws', MESSAGES, ask(MESSAGES.map(([, message]) => ({ mode: 'ws', bytes: text(message) }))));
  compare(tap, 'http', REQUESTS, ask(REQUESTS.map(([, request]) => ({ mode: 'http', ...request }))));
  doors(tap);
}
