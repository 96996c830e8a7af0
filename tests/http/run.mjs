// The suite. Expected answers come from the RFCs and the promises, never from the server's code.
import { Tap } from '../contract/tap.mjs';
import { badHeads, badOrigins } from './heads.mjs';
import { nginxTests } from './nginx.mjs';
import { connectTo, startServer } from './server.mjs';
import { exchange, exchangeOn, frame, upgrade, WebSocketClient } from './wire.mjs';

const spr = process.argv[2];
const tap = new Tap();

// The body gives null, or what is wrong.
async function test(name, body) {
  let wrong = null;
  try {
    wrong = await body();
  } catch (error) {
    wrong = error.stack;
  }
  tap.ok(!wrong, name, wrong ?? undefined);
}

// The first complaint of many pieces of work, of which some run at the same time.
async function each(items, work, width = 32) {
  const queue = [...items];
  const wrong = [];
  const worker = async () => {
    while (queue.length > 0 && wrong.length < 5) {
      const complaint = await work(queue.shift());
      if (complaint) wrong.push(complaint);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return wrong.join('\n') || null;
}

const latin1 = (text) => Buffer.from(text, 'latin1');
const show = (got) => `${got.statuses.join(' ')} then ${got.end}: ${JSON.stringify(got.text.slice(0, 120))}`;

// One answer of this status, whole, and an orderly end.
function isAnswer(got, status) {
  return got.end === 'FIN' && got.statuses.length === 1 && got.statuses[0] === status;
}

async function hostileHeads(server) {
  const H = `127.0.0.1:${server.port}`;
  const heads = badHeads(H).map(([name, text, status]) => ({ name, bytes: latin1(text), status }));
  await test(`${heads.length} bad heads, whole: refused and closed`, () =>
    each(heads, async ({ name, bytes, status }) => {
      const got = await exchange(server.port, [bytes]);
      const type = /\r\nContent-Type: application\/problem\+json\r\n/.test(got.text);
      return isAnswer(got, status) && type ? null : `${name}: ${status} expected, ${show(got)}`;
    }));

  const cuts = heads.flatMap((head) =>
    Array.from({ length: head.bytes.length - 1 }, (_, at) => ({ ...head, at: at + 1 })));
  await test(`the same cut in two at every byte (${cuts.length} connections)`, () =>
    each(cuts, async ({ name, bytes, status, at }) => {
      const got = await exchange(server.port, [bytes.subarray(0, at), bytes.subarray(at)]);
      return isAnswer(got, status) ? null : `${name} at ${at}: ${status} expected, ${show(got)}`;
    }, 64));

  await test('the same byte by byte', () =>
    each(heads.filter((head) => head.bytes.length < 1000), async ({ name, bytes, status }) => {
      const got = await exchange(server.port, Array.from(bytes, (byte) => Buffer.from([byte])));
      return isAnswer(got, status) ? null : `${name}: ${status} expected, ${show(got)}`;
    }, 64));

  const first = {
    page: latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\n\r\n`),
    'large file': latin1(`GET /assets/app-1A2B3C4D.js HTTP/1.1\r\nHost: ${H}\r\n\r\n`),
  };
  for (const [what, good] of Object.entries(first))
    await test(`the same as second request, behind a ${what}: the first is answered whole, the second never`, () =>
      each(heads, async ({ name, bytes }) => {
        const got = await exchange(server.port, [Buffer.concat([good, bytes])]);
        return isAnswer(got, 200) ? null : `${name}: ${show(got)}`;
      }));

  const body = '{"token":"x"}';
  const post = latin1(
    `POST /v1/sessies HTTP/1.1\r\nHost: ${H}\r\nOrigin: http://${H}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  await test('the same behind a POST: never read as its body', async () => {
    const alone = await exchange(server.port, [post]);
    if (alone.statuses.length !== 1 || alone.end !== 'FIN') return show(alone);
    return each(heads, async ({ name, bytes }) => {
      const got = await exchange(server.port, [Buffer.concat([post, bytes])]);
      return isAnswer(got, alone.statuses[0]) ? null : `${name}: ${show(got)}`;
    });
  });

  await test('a head that is never finished: 400 when the client closes its side', async () => {
    const socket = await connectTo(server.port, { allowHalfOpen: true });
    let text = '';
    socket.on('data', (data) => (text += data));
    socket.end(`GET / HTTP/1.1\r\nHost: ${H}\r\n`);
    await new Promise((resolve) => socket.on('end', resolve));
    return text.startsWith('HTTP/1.1 400 ') ? null : text;
  });

  await test('more than 16 KiB of head: 431', async () => {
    const got = await exchange(server.port, [
      latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\nCookie: ${'c'.repeat(20000)}\r\n\r\n`)]);
    return isAnswer(got, 431) ? null : show(got);
  });
}

async function origins(server) {
  const H = `127.0.0.1:${server.port}`;
  await test('our own Origin gets 101', async () => {
    const client = await WebSocketClient.open(await connectTo(server.port), upgrade(H));
    client.socket.destroy();
    const protocol = /\r\nSec-WebSocket-Protocol: spr\.v1\r\n/i.test(client.head);
    return client.status === 101 && protocol ? null : client.head;
  });
  for (const origin of badOrigins(server.port))
    await test(`no 101 for Origin ${origin === null ? '(missing)' : JSON.stringify(origin)}`, async () => {
      const got = await exchange(server.port, [upgrade(H, { origin })]);
      return isAnswer(got, 403) ? null : show(got);
    });
  await test('no 101 for two Origins, one of them ours', async () => {
    const got = await exchange(server.port, [upgrade(H, { extra: 'Origin: http://evil.example\r\n' })]);
    return isAnswer(got, 400) ? null : show(got);
  });
}

async function goodRequests(server) {
  const H = `127.0.0.1:${server.port}`;
  const ask = (path, extra = '', method = 'GET') =>
    latin1(`${method} ${path} HTTP/1.1\r\nHost: ${H}\r\n${extra}\r\n`);
  const page = ask('/tafels/7', 'Accept: text/html\r\n');
  await test('a good request, cut in two at every byte, is answered', () =>
    each(Array.from({ length: page.length - 1 }, (_, at) => at + 1), async (at) => {
      const got = await exchange(server.port, [page.subarray(0, at), page.subarray(at)]);
      return isAnswer(got, 200) ? null : `at ${at}: ${show(got)}`;
    }));
  const text = '{"token":"x"}';
  const post = latin1(
    `POST /v1/sessies HTTP/1.1\r\nHost: ${H}\r\nOrigin: http://${H}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
  await test('a POST, cut in two at every byte, gets the same answer', async () => {
    const whole = await exchange(server.port, [post]);
    return each(Array.from({ length: post.length - 1 }, (_, at) => at + 1), async (at) => {
      const got = await exchange(server.port, [post.subarray(0, at), post.subarray(at)]);
      return isAnswer(got, whole.statuses[0]) ? null : `at ${at}: ${show(got)}`;
    });
  });

  const table = [
    ['/', '', 200, /<!doctype html>/],
    ['/', '', 200, /\r\nCache-Control: no-cache\r\n/],
    ['/assets/app-1A2B3C4D.js', '', 200, /\r\nCache-Control: public, max-age=31536000, immutable\r\n/],
    ['/assets/app-1A2B3C4D.js', 'Accept-Encoding: gzip, br\r\n', 200, /\r\nContent-Encoding: br\r\n/],
    ['/assets/app-1A2B3C4D.js', 'If-None-Match: *\r\n', 304, /\r\nETag: "/],
    ['/assets/none.js', 'Accept: text/html\r\n', 404, /application\/problem\+json/],
    ['/nowhere', '', 404, /application\/problem\+json/],
    ['/v1/openapi.json', 'Origin: https://elsewhere.example\r\n', 200, /\r\nAPI-Version: /],
    ['/v1/tafels', '', 401, /\r\nAPI-Version: /],
  ];
  for (const [path, extra, status, pattern] of table)
    await test(`GET ${path} ${extra.trim()}: ${status}, ${pattern}`, async () => {
      const got = await exchange(server.port, [ask(path, extra)]);
      return isAnswer(got, status) && pattern.test(got.text) ? null : show(got);
    });
  await test('API-Version is the version in the description of the API', async () => {
    const got = await exchange(server.port, [ask('/v1/openapi.json')]);
    const described = JSON.parse(got.text.split('\r\n\r\n').slice(1).join('\r\n\r\n')).info.version;
    return got.text.includes(`\r\nAPI-Version: ${described}\r\n`) ? null : described;
  });
  await test('HEAD has the headers of GET and no body', async () => {
    const got = await exchange(server.port, [ask('/assets/app-1A2B3C4D.js', '', 'HEAD')]);
    const right = /\r\nContent-Length: 300000\r\n/.test(got.text) && got.text.endsWith('\r\n\r\n');
    return right && got.end === 'FIN' ? null : show(got);
  });
  await test('every answer carries the security headers', () =>
    each(['/', '/nowhere', '/v1/tafels', '/%zz'], async (path) => {
      const got = await exchange(server.port, [ask(path)]);
      const wanted = [
        "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", 'X-Content-Type-Options: nosniff',
        'Referrer-Policy: no-referrer', 'Cross-Origin-Opener-Policy: same-origin',
        'Cross-Origin-Resource-Policy: same-origin', 'Permissions-Policy: ',
      ];
      const missing = wanted.filter((header) => !got.text.includes(header));
      return missing.length ? `${path}: ${missing}` : null;
    }));
  await test('Expect: 100-continue is answered before the body is sent', async () => {
    const head = latin1(post.toString('latin1').split('\r\n\r\n')[0] + '\r\nExpect: 100-continue\r\n\r\n');
    const got = await exchange(server.port, [head, latin1(text)]);
    return got.statuses[0] === 100 && got.statuses.length === 2 && got.end === 'FIN' ? null : show(got);
  });
}

async function webSockets(server) {
  const H = `127.0.0.1:${server.port}`;
  const hello = '{"id":1,"do":"hello","args":{"taal":"nl"}}';
  const open = async () => WebSocketClient.open(await connectTo(server.port), upgrade(H));
  const closes = {
    'a binary message: 1003': [1003, (c) => c.send(hello, { opcode: 2 })],
    'bytes that are not UTF-8: 1007': [1007, (c) => c.send(Buffer.from([0xff, 0xfe]))],
    'UTF-8 that stops half-way: 1007': [1007, (c) => c.send(Buffer.from([0x22, 0xe2, 0x82]))],
    'a message above 64 KiB: 1009': [1009, (c) => c.send('x'.repeat(65537))],
    'fragments above 64 KiB: 1009': [1009, (c) => {
      c.send('x'.repeat(40000), { fin: false });
      c.send('x'.repeat(40000), { opcode: 0 });
    }],
    'reserved bits: 1002': [1002, (c) => c.send(hello, { rsv: 0x40 })],
    'a message that is not masked: 1002': [1002, (c) => c.send(hello, { masked: false })],
    'a long message that is not masked: 1002': [1002, (c) => c.send('x'.repeat(300), { masked: false })],
    'an empty message that is not masked: 1002': [1002, (c) => c.send('', { masked: false })],
    'a ping that is not masked: 1002': [1002, (c) => c.send('p', { opcode: 9, masked: false })],
    'the second fragment not masked: 1002': [1002, (c) => {
      c.send('{"id":', { fin: false });
      c.send('1}', { opcode: 0, masked: false });
    }],
    'a ping in fragments: 1002': [1002, (c) => c.send('p', { opcode: 9, fin: false })],
    'a continuation of nothing: 1002': [1002, (c) => c.send('x', { opcode: 0 })],
    'a message within a message: 1002': [1002, (c) => {
      c.send('{"id":', { fin: false });
      c.send(hello);
    }],
    'an opcode that means nothing: 1002': [1002, (c) => c.send('x', { opcode: 3 })],
  };
  for (const [name, [code, act]] of Object.entries(closes))
    await test(name, async () => {
      const client = await open();
      act(client);
      const got = await client.closeCode();
      client.socket.destroy();
      return got === code ? null : `closed with ${got}`;
    });
  await test('a message in fragments of one byte, with pings between, is one message', async () => {
    const client = await open();
    for (const [index, letter] of [...hello].entries()) {
      client.send(letter, { opcode: index === 0 ? 1 : 0, fin: index === hello.length - 1 });
      client.send('p', { opcode: 9 });
    }
    let pongs = 0;
    for (;;) {
      const got = await client.next();
      if (!got) return 'the connection ended';
      if (got.opcode === 10) pongs += 1;
      if (got.opcode !== 1) continue;
      client.socket.destroy();
      const reply = JSON.parse(got.payload.toString());
      return reply.re === 1 && pongs > 0 ? null : got.payload.toString();
    }
  });
  await test('a frame glued to the upgrade is read after it', async () => {
    const socket = await connectTo(server.port);
    const client = await WebSocketClient.open(socket, Buffer.concat([latin1(upgrade(H)), frame(hello)]));
    const got = client.status === 101 ? await client.next() : null;
    socket.destroy();
    return got && JSON.parse(got.payload.toString()).re === 1 ? null : client.head;
  });
}

async function ceilings() {
  await withServer('ceilings of one address', { SPR_LIMIT_CONNECTIONS_ADDRESS: '2', SPR_LIMIT_HEAD_MS: '300', SPR_LIMIT_BODY_MS: '300' }, async (server) => {
    const H = `127.0.0.1:${server.port}`;
    await test('a head that comes too slowly: 408', async () => {
      const got = await exchange(server.port, [latin1('GET / HTTP/1.1\r\n')]);
      return isAnswer(got, 408) ? null : show(got);
    });
    await test('a body that comes too slowly: 408', async () => {
      const got = await exchange(server.port, [latin1(
        `POST /v1/sessies HTTP/1.1\r\nHost: ${H}\r\nContent-Type: application/json\r\n` +
          'Content-Length: 13\r\n\r\n{"tok')]);
      return isAnswer(got, 408) ? null : show(got);
    });
    await test('a connection that asks nothing is closed without a word', async () => {
      const got = await exchange(server.port, []);
      return got.end === 'FIN' && got.text === '' ? null : show(got);
    });
    await test('one connection more than an address may have: 429', async () => {
      const held = [];
      for (let i = 0; i < 2; i++)
        held.push(await WebSocketClient.open(await connectTo(server.port), upgrade(H)));
      const got = await exchange(server.port, [latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\n\r\n`)]);
      held.forEach((client) => client.socket.destroy());
      const retry = /\r\nRetry-After: /.test(got.text);
      return isAnswer(got, 429) && retry ? null : show(got);
    });
  });
  await withServer('ceiling of the process', { SPR_LIMIT_CONNECTIONS: '16' }, async (server) => {
    const H = `127.0.0.1:${server.port}`;
    await test('one connection more than the process may have: 503', async () => {
      const held = [];
      for (let i = 0; i < 16; i++)
        held.push(await WebSocketClient.open(await connectTo(server.port), upgrade(H)));
      const got = await exchange(server.port, [latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\n\r\n`)]);
      held.forEach((client) => client.socket.destroy());
      return isAnswer(got, 503) ? null : show(got);
    });
  });
}

async function departure() {
  const full = await startServer(spr, { SPR_LIMIT_SESSIONS: '1' });
  await test('one session more than the process may have: 1013', async () => {
    const H = `127.0.0.1:${full.port}`;
    const held = await WebSocketClient.open(await connectTo(full.port), upgrade(H));
    const more = await WebSocketClient.open(await connectTo(full.port), upgrade(H));
    const code = await more.closeCode();
    held.socket.destroy();
    return code === 1013 ? null : `closed with ${code}`;
  });
  await full.stop();

  await withServer('departure', {}, async (server) => {
    const H = `127.0.0.1:${server.port}`;
    const body = '{"token":"x"}';
    const head = `POST /v1/sessies HTTP/1.1\r\nHost: ${H}\r\nOrigin: http://${H}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const reader = await WebSocketClient.open(await connectTo(server.port), upgrade(H));
    const idle = exchange(server.port, []);
    const socket = await connectTo(server.port);
    socket.write(head + body.slice(0, 5)); // read by the server before it is told to go:
    await exchange(server.port, [latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\n\r\n`)]);
    server.terminate();
    await test('on SIGTERM a WebSocket is closed with 1012', async () => {
      const code = await reader.closeCode();
      reader.socket.destroy();
      return code === 1012 ? null : `closed with ${code}`;
    });
    await test('a connection that asked nothing is closed without a word', async () => {
      const got = await idle;
      return got.end === 'FIN' && got.text === '' ? null : show(got);
    });
    await test('a request that was under way is answered', async () => {
      const got = await exchangeOn(socket, [body.slice(5)]);
      return got.end === 'FIN' && typeof got.statuses[0] === 'number' ? null : show(got);
    });
  });
}

async function signals() {
  for (const workers of ['1', '2'])
    for (const name of ['SIGINT', 'SIGHUP'])
      await test(`${name} from a terminal to ${workers} processes: everybody is told, in order`, async () => {
        const server = await startServer(spr, { SPR_WORKERS: workers }, { detached: true });
        for (const harmless of ['SIGUSR1', 'SIGUSR2']) server.signal(harmless, { group: true });
        const reader = await WebSocketClient.open(await connectTo(server.port), upgrade(`127.0.0.1:${server.port}`));
        server.signal(name, { group: true });
        const code = await reader.closeCode();
        reader.socket.destroy();
        const { status, log } = await server.stop({ told: true });
        return code === 1012 && status === 0 ? null : `closed with ${code}, status ${status}\n${log}`;
      });
}

async function proxies() {
  const ask = (H, extra) => [latin1(`GET / HTTP/1.1\r\nHost: ${H}\r\n${extra}\r\n`)];
  await test('without trusted proxies, X-Forwarded-Proto is nobody\'s business', async () => {
    const server = await startServer(spr);
    const got = await exchange(server.port, ask(`127.0.0.1:${server.port}`, 'X-Forwarded-Proto: https\r\n'));
    await server.stop();
    return isAnswer(got, 200) && !got.text.includes('Strict-Transport-Security') ? null : show(got);
  });
  await withServer('behind a proxy', { SPR_TRUSTED_PROXIES: '127.0.0.1', SPR_LIMIT_CONNECTIONS_ADDRESS: '1' }, async (server) => {
    const H = 'spr.example';
    await test('a trusted proxy says https: HSTS', async () => {
      const got = await exchange(server.port, ask(H, 'X-Forwarded-For: 203.0.113.1\r\nX-Forwarded-Proto: https\r\n'));
      return isAnswer(got, 200) && got.text.includes('Strict-Transport-Security: max-age=') ? null : show(got);
    });
    await test('the limit counts the client, not the proxy, and not what the client claims', async () => {
      const extra = (hops) => ({ origin: `https://${H}`, extra: `X-Forwarded-For: ${hops}\r\n` });
      const held = await WebSocketClient.open(await connectTo(server.port), upgrade(H, extra('203.0.113.7')));
      const same = await exchange(server.port, [upgrade(H, extra('198.51.100.1, 203.0.113.7'))]);
      const other = await WebSocketClient.open(await connectTo(server.port), upgrade(H, extra('203.0.113.7, 203.0.113.8')));
      const statuses = [held.status, same.statuses[0], other.status].join(' ');
      held.socket.destroy();
      other.socket.destroy();
      return statuses === '101 429 101' ? null : statuses;
    });
  });
}

async function privateListener(server) {
  const ask = (path) => exchange(server.privatePort, [latin1(`GET ${path} HTTP/1.1\r\nHost: probe\r\n\r\n`)]);
  await test('/healthz: 200', async () => {
    const got = await ask('/healthz');
    return isAnswer(got, 200) ? null : show(got);
  });
  await test('/readyz without a database: 503', async () => {
    const got = await ask('/readyz');
    return isAnswer(got, 503) ? null : show(got);
  });
  await test('/metrics: each line is a comment or a sample, each name has its TYPE once', async () => {
    const got = await ask('/metrics');
    const lines = got.text.split('\r\n\r\n')[1].trimEnd().split('\n');
    const sample = /^([a-z_]+)(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[0-9.e+-]+$/;
    const types = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2]);
    const odd = lines.filter((line) => !/^# (HELP|TYPE) /.test(line) && !types.includes(sample.exec(line)?.[1]?.replace(/_(bucket|sum|count)$/, '')) && !types.includes(sample.exec(line)?.[1]));
    if (new Set(types).size !== types.length) return `a TYPE twice: ${types}`;
    return isAnswer(got, 200) && types.length > 10 && odd.length === 0 ? null : odd.join('\n') || show(got);
  });
  await test('nothing else, and no static files', async () => {
    const got = await ask('/');
    return isAnswer(got, 404) ? null : show(got);
  });
}

async function withServer(name, environment, body) {
  const server = await startServer(spr, environment);
  await body(server);
  const { status, log } = await server.stop();
  await test(`${name}: the server ends in order, without a report`, () =>
    status === 0 && !/Sanitizer|runtime error/.test(log) ? null : `status ${status}\n${log}`);
}

await withServer('the door', { SPR_LIMIT_CONNECTIONS_ADDRESS: '10000' }, async (server) => {
  await hostileHeads(server);
  await origins(server);
  await goodRequests(server);
  await webSockets(server);
  await privateListener(server);
});
await ceilings();
await departure();
await signals();
await proxies();
await nginxTests(spr, test);
process.exit(tap.end() ? 0 : 1);
