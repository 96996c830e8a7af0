// A file is handed out to who reads the paper, whole or from any byte, and to nobody else.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import { Client, newKey } from '../lib/client.mjs';
import { get as scrape } from '../lib/server.mjs';
import { tokenOf } from '../lib/world.mjs';

const READERS = ['Vera', 'Sem', 'Wil', 'Oto', 'Vik']; // of whom sits at the tafel by then

// The answer as it is: status, head, bytes.
export function get(client, target, headers = {}, method = 'GET') {
  const { server } = client;
  const options = { host: server.address, port: server.port, method, path: target, agent: false, headers: { ...server.headers, ...headers, ...(client.cookie && { Cookie: client.cookie }) } };
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }));
      response.on('error', reject);
    });
    request.on('error', reject).end();
  });
}

export async function upload(client, place, naam, bytes) {
  const ask = async (name, args) => {
    for (;;) {
      const { ok, error } = await client.ask({ do: name, sleutel: newKey(), ...place, args });
      if (error?.code === 'te_druk') await new Promise((resolve) => setTimeout(resolve, error.retryMs));
      else if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
      else return ok;
    }
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { bestand, deelBytes } = await ask('bestand.beginnen', { naam, grootte: bytes.length, sha256 });
  for (let nr = 0; nr * deelBytes < bytes.length; nr++) {
    const part = bytes.subarray(nr * deelBytes, (nr + 1) * deelBytes);
    const texts = [];
    for (let at = 0; at < part.length; at += 12288) texts.push(part.subarray(at, at + 12288).toString('base64'));
    await ask('bestand.deel', { bestand, nr, bytes: texts });
  }
  await ask('bestand.afronden', { bestand });
  const { id } = await ask('stuk.toevoegen', { titel: naam, bestand });
  return { bestand, stuk: id, sha256 };
}

async function whole(tap, wil, path, bytes, sha256) {
  const all = await get(wil, path);
  const h = all.headers;
  tap.ok(all.status === 200 && all.bytes.equals(bytes), 'a file comes back byte for byte');
  tap.equal([h['content-type'], h['content-disposition'], h['x-content-type-options'], h['cross-origin-resource-policy'], h['cache-control'], h.etag, h['accept-ranges']],
    ['text/plain; charset=utf-8', `attachment; filename="_ _n.txt"; filename*=UTF-8''%E2%82%AC%20%C3%A9%C3%A9n.txt`.replace('_ _n', '_ __n'), 'nosniff', 'same-origin', 'private, no-cache', `"${sha256.slice(0, 32)}"`, 'bytes'],
    'as something to keep, of the kind it was found to be, for this reader alone');
  tap.ok(/sandbox; default-src 'none'/.test(h['content-security-policy']), 'and what opens it anyway runs nothing');
  const head = await get(wil, path, {}, 'HEAD');
  tap.ok(head.status === 200 && head.bytes.length === 0 && Number(head.headers['content-length']) === bytes.length, 'HEAD tells the length and sends nothing');
  const same = await get(wil, path, { 'If-None-Match': h.etag });
  tap.ok(same.status === 304 && same.bytes.length === 0, 'what the reader has already is not sent again');
}

async function ranges(tap, wil, path, bytes, etag) {
  const n = bytes.length;
  for (const [range, from, to] of [['0-0', 0, 1], ['36863-36865', 36863, 36866], [`${n - 5}-`, n - 5, n], ['-7', n - 7, n], [`100000-${n * 9}`, 100000, n], [`-${n * 9}`, 0, n]]) {
    const { status, headers, bytes: got } = await get(wil, path, { Range: `bytes=${range}` });
    tap.ok(status === 206 && headers['content-range'] === `bytes ${from}-${to - 1}/${n}` && got.equals(bytes.subarray(from, to)), `Range ${range}`);
  }
  for (const range of [`bytes=${n}-`, 'bytes=-0']) {
    const { status, headers } = await get(wil, path, { Range: range });
    tap.equal([status, headers['content-range']], [416, `bytes */${n}`], `Range ${range} does not exist`);
  }
  for (const range of ['bytes=0-1,5-6', 'bytes=5-2', 'bytes=x-', 'bytes=-', 'lines=1-2', `bytes=${'9'.repeat(40)}-`]) {
    const { status, bytes: got } = await get(wil, path, { Range: range });
    tap.ok(status === 200 && got.length === n, `Range ${range.slice(0, 20)} asks for everything`);
  }
  const old = await get(wil, path, { Range: 'bytes=5-', 'If-Range': '"een ander"' });
  const own = await get(wil, path, { Range: 'bytes=5-', 'If-Range': etag });
  tap.ok(old.status === 200 && own.status === 206, 'If-Range: a part only of the same file');
}

// Of 20 MiB, which no socket holds by itself; put there by the database, which is quicker.
function largeFile(world, tafel) {
  const bytes = Buffer.alloc(569 * 36864, 'Dag tafel! ');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [[id]] = world.sql(`WITH b AS (INSERT INTO spr.bestand (tafel, persoon, naam, grootte, sha256, delen, ontvangen, soort, begonnen_op, laatst_op, gereed_op)
      SELECT ${tafel}, persoon_wil, 'groot.txt', ${bytes.length}, '${sha256}', 569, 569, 'txt', rule.nu(), rule.nu(), rule.nu() FROM (SELECT proef.n('persoon_wil') AS persoon_wil) x RETURNING id),
    d AS (INSERT INTO spr.bestand_deel (bestand, nr, bytes) SELECT b.id, n, convert_to(substr(repeat('Dag tafel! ', 3353), n * 36864 % 11 + 1, 36864), 'UTF8') FROM b, generate_series(0, 568) n) SELECT id FROM b`);
  return { bytes, id };
}

// A reader that takes nothing until it is told to.
function slowly(client, path) {
  const { server } = client;
  const socket = net.connect({ host: server.address, port: server.port }).on('error', () => {});
  const parts = [];
  const ended = new Promise((resolve) => socket.on('close', resolve));
  socket.pause().write(`GET ${path} HTTP/1.1\r\nHost: ${server.address}:${server.port}\r\nCookie: ${client.cookie}\r\n\r\n`);
  const rest = async () => {
    socket.on('data', (part) => parts.push(part)).resume();
    await ended;
    const all = Buffer.concat(parts);
    return all.subarray(all.indexOf('\r\n\r\n') + 4);
  };
  return { rest, drop: () => socket.destroy() };
}

async function figure(server, name) {
  const { body } = await scrape(server.private, '/metrics');
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(body)[1]);
}

// Until the server has stopped handing out bytes: what is under way fills the sockets and no more.
async function still(server) {
  for (let before = -1; ; ) {
    const now = await figure(server, 'spr_download_bytes_total');
    if (now === before && now > 0) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function slowReaders(tap, server, world, wil) {
  const { tafel, wil_namens: namens } = world.names();
  const { bytes, id } = largeFile(world, tafel);
  await wil.ask({ do: 'stuk.toevoegen', sleutel: newKey(), tafel, namens, args: { titel: 'Groot', bestand: id } });
  const path = `/v1/tafels/${tafel}/bestanden/${id}`;
  const [patient, gone, ended] = [wil, wil, new Client(server, tokenOf('Oto'), 'Oto')].map((client) => slowly(client, path));
  const sent = await still(server);
  tap.ok(sent < 3 * bytes.length && (await figure(server, 'spr_downloads')) === 3, 'for who takes nothing, the server reads nothing more');
  gone.drop();
  await new Client(server, tokenOf('Oto'), 'Oto').http('DELETE', '/v1/sessies/huidige');
  const part = await ended.rest();
  tap.ok(part.length > 0 && part.length < bytes.length && part.equals(bytes.subarray(0, part.length)), 'a session that ends gets no further byte, and the client can tell');
  tap.ok((await patient.rest()).equals(bytes), 'who was slow gets all of it in the end');
  tap.equal(await figure(server, 'spr_downloads'), 0, 'and nothing stays under way');
}

export async function files(tap, server, world, people) {
  const { tafel, wil_namens: namens } = world.names();
  const wil = new Client(server, tokenOf('Wil'), 'Wil');
  await wil.connect();
  const bytes = Buffer.from(randomBytes(700000).toString('hex'));
  const { bestand, stuk, sha256 } = await upload(wil, { tafel, namens }, '€ één.txt', bytes);
  const path = `/v1/tafels/${tafel}/bestanden/${bestand}`;
  await whole(tap, wil, path, bytes, sha256);
  await ranges(tap, wil, path, bytes, `"${sha256.slice(0, 32)}"`);
  for (const person of people) {
    const client = new Client(server, person === 'Niemand' ? '' : tokenOf(person), person);
    const want = READERS.includes(person) ? 200 : person === 'Niemand' ? 401 : 404;
    const { status, bytes: got } = await get(client, path);
    tap.equal([status, got.includes(bytes.subarray(0, 50))], [want, want === 200], `${person} gets ${want}`);
  }
  const unknown = await get(wil, `/v1/tafels/${tafel}/bestanden/999999`);
  const elsewhere = await get(wil, `/v1/tafels/999999/bestanden/${bestand}`);
  const tom = await get(new Client(server, tokenOf('Tom'), 'Tom'), path);
  tap.ok(unknown.bytes.equals(elsewhere.bytes) && unknown.bytes.equals(tom.bytes), 'one that may not be read looks like one that does not exist');
  await wil.ask({ do: 'stuk.intrekken', sleutel: newKey(), tafel, namens, args: { stuk, reden: 'Weg.' } });
  const gone = await get(wil, path);
  tap.ok(gone.status === 404 && gone.bytes.equals(unknown.bytes), 'a withdrawn one is gone');
  await slowReaders(tap, server, world, wil);
  wil.end();
}
