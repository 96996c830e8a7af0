// deploy/nginx.conf in a real nginx, in front of a real server.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

import { freePorts } from '../lib/server.mjs';
import { connectTo, startServer, waitFor } from './server.mjs';
import { exchangeOn, upgrade, WebSocketClient } from './wire.mjs';

const sample = fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url));

// Only what must differ on this machine: ports, certificate, log.
function adapt(text, changes) {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`deploy/nginx.conf no longer has "${from}"`);
    text = text.replaceAll(from, to);
  }
  return text;
}

async function startNginx(serverPort) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'spr-nginx-'));
  const at = (name) => path.join(dir, name);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj',
    '/CN=spr.example', '-keyout', at('key.pem'), '-out', at('cert.pem')], { stdio: 'ignore' });
  const plain = await freePorts(2);
  const secure = plain + 1;
  writeFileSync(at('site.conf'), adapt(readFileSync(sample, 'utf8'), [
    ['    listen [::]:80;\n', ''],
    ['    listen [::]:443 ssl;\n', ''],
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${secure} ssl;`],
    ['server 127.0.0.1:8080;', `server 127.0.0.1:${serverPort};`],
    ['/etc/ssl/spr/fullchain.pem', at('cert.pem')],
    ['/etc/ssl/spr/privkey.pem', at('key.pem')],
    ['/var/log/nginx/spr.log', at('access.log')],
  ]));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${at(name)};`).join('\n');
  writeFileSync(at('nginx.conf'),
    `daemon off; pid ${at('pid')}; error_log ${at('error.log')}; worker_processes 1;\n` +
    `events { worker_connections 256; }\nhttp { ${temporary}\ninclude ${at('site.conf')}; }\n`);
  const child = spawn('nginx', ['-p', dir, '-c', at('nginx.conf'), '-e', at('error.log')],
    { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', resolve);
  });
  try {
    (await waitFor('nginx', () => connectTo(secure))).destroy();
  } catch (error) {
    throw new Error(`${error.message}; is nginx installed?`);
  }
  return {
    plain,
    secure,
    log: () => readFileSync(at('access.log'), 'utf8'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true });
    },
  };
}

function connectSecurely(port, localAddress) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({
      host: '127.0.0.1', port, localAddress, servername: 'spr.example', rejectUnauthorized: false,
    }, () => resolve(socket));
    socket.once('error', reject);
  });
}

export async function nginxTests(spr, test) {
  const H = 'spr.example';
  const server = await startServer(spr, {
    SPR_ORIGINS: `https://${H}`,
    SPR_TRUSTED_PROXIES: '127.0.0.1',
    SPR_LIMIT_CONNECTIONS_ADDRESS: '1',
  });
  const nginx = await startNginx(server.port);
  const ask = (extra = '') => [`GET /?zoek=geheim HTTP/1.1\r\nHost: ${H}\r\nConnection: close\r\n${extra}\r\n`];

  await test('nginx: a page over https, and spr knows that it is https', async () => {
    const got = await exchangeOn(await connectSecurely(nginx.secure), ask());
    const right = /^HTTP\/1\.1 200 /.test(got.text) && /Strict-Transport-Security: max-age=/.test(got.text);
    return right ? null : got.text;
  });
  await test('nginx: plain http is sent to https', async () => {
    const got = await exchangeOn(await connectTo(nginx.plain), ask());
    return /^HTTP\/1\.1 301 /.test(got.text) && got.text.includes(`Location: https://${H}/`) ? null : got.text;
  });
  await test('nginx: a WebSocket opens and answers', async () => {
    const client = await WebSocketClient.open(await connectSecurely(nginx.secure),
      upgrade(H, { origin: `https://${H}` }));
    if (client.status !== 101) return client.head;
    client.send('{"id":1,"do":"hello","args":{"taal":"nl"}}');
    const got = await client.next();
    client.socket.destroy();
    return JSON.parse(got.payload.toString()).re === 1 ? null : got.payload.toString();
  });
  await test('nginx: a foreign Origin gets no 101', async () => {
    const client = await WebSocketClient.open(await connectSecurely(nginx.secure),
      upgrade(H, { origin: 'https://evil.example' }));
    client.socket.destroy();
    return client.status === 403 ? null : client.head;
  });
  await test('nginx: clients are told apart by their own address, whatever they claim', async () => {
    const from = async (address, claim) => WebSocketClient.open(
      await connectSecurely(nginx.secure, address),
      upgrade(H, { origin: `https://${H}`, extra: claim ? `X-Forwarded-For: ${claim}\r\n` : '' }));
    const held = await from('127.0.0.2');
    const same = await from('127.0.0.2', '203.0.113.9');
    const other = await from('127.0.0.3', '127.0.0.2');
    const statuses = [held.status, same.status, other.status].join(' ');
    for (const client of [held, same, other]) client.socket.destroy();
    return statuses === '101 429 101' ? null : statuses;
  });
  await test('nginx: its log has paths without queries', async () => {
    const log = nginx.log();
    return log.includes(' GET / 200 ') && !log.includes('geheim') ? null : log;
  });
  await nginx.stop();
  const { status, log } = await server.stop();
  await test('nginx: the server behind it ends in order', () =>
    status === 0 ? null : `status ${status}\n${log}`);
}
