// Starts a real server on free ports, with no database behind it, and stops it again.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../lib/server.mjs';

export function makeWeb() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'spr-web-'));
  mkdirSync(path.join(dir, 'assets'));
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html><title>spr</title>');
  writeFileSync(path.join(dir, 'assets', 'app-1A2B3C4D.js'), 'x'.repeat(300000));
  writeFileSync(path.join(dir, 'assets', 'app-1A2B3C4D.js.br'), 'as if compressed');
  return dir;
}

export async function waitFor(what, attempt) {
  for (let tries = 0; tries < 200; tries++) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${what} did not come up`);
}

export function connectTo(port, options = {}) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true, ...options });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

// detached: with a process group of its own, as in a terminal.
export async function startServer(spr, environment = {}, { detached = false } = {}) {
  const port = await freePorts(4); // the private one counts up with the workers
  const privatePort = port + 1;
  const web = makeWeb();
  const child = spawn(spr, ['serve'], {
    env: {
      PATH: process.env.PATH,
      SPR_LISTEN: `127.0.0.1:${port}`,
      SPR_PRIVATE: `127.0.0.1:${privatePort}`,
      SPR_DATABASE: 'host=/nonexistent dbname=spr',
      SPR_ORIGINS: `http://127.0.0.1:${port},https://spr.example`,
      SPR_WEB: web,
      SPR_LOG: 'error',
      SPR_LIMIT_ACCEPTS_ADDRESS: '1000000',
      SPR_LIMIT_LOGINS: '1000000',
      SPR_LIMIT_HTTP_RATE: '1000000',
      SPR_LIMIT_HTTP_BURST: '1000000',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached,
  });
  let log = '';
  child.stderr.on('data', (data) => (log = (log + data).slice(-20000)));
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  let told = false;
  const terminate = () => {
    if (!told) child.kill('SIGTERM');
    told = true;
  };
  try {
    (await waitFor('the server', () => connectTo(privatePort))).destroy();
  } catch (error) {
    throw new Error(`${error.message}:\n${log}`);
  }
  return {
    port,
    privatePort,
    terminate,
    signal: (name, { group = false } = {}) => process.kill(group ? -child.pid : child.pid, name),
    // The exit status; whatever a sanitizer wrote is in the log.
    async stop({ told: gone = false } = {}) {
      if (!gone) terminate();
      const status = await ended;
      rmSync(web, { recursive: true });
      return { status, log };
    },
  };
}
