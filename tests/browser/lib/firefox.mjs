// Firefox, driven over WebDriver BiDi, which it speaks by itself: no driver program in between.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';

const START_MS = 60_000;
const ANSWER_MS = 30_000;
export const PROGRAM = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((name) => fs.existsSync(name));

const PREFERENCES = {
  'app.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
  'browser.shell.checkDefaultBrowser': false, 'browser.startup.homepage_override.mstone': 'ignore',
  'services.settings.server': 'data:,#remote-settings-dummy/v1', 'toolkit.telemetry.server': 'data:,',
  'extensions.update.enabled': false, 'browser.safebrowsing.downloads.enabled': false,
};

export class Firefox {
  static async open() {
    const firefox = new Firefox();
    firefox.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-firefox.'));
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    fs.writeFileSync(path.join(firefox.profile, 'user.js'), lines.join('\n'));
    firefox.child = spawn(PROGRAM, ['--headless', '--no-remote', '--profile', firefox.profile, '--remote-debugging-port=0', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: firefox.profile, MOZ_CRASHREPORTER_DISABLE: '1' } });
    try {
      await firefox.connect(await firefox.address());
      return firefox;
    } catch (error) {
      await firefox.close();
      throw error;
    }
  }

  address() {
    let said = '';
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${said}`)), START_MS);
      this.child.stderr.on('data', (bytes) => {
        said += bytes;
        const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
        if (!found) return;
        clearTimeout(timer);
        resolve(found[1]);
      });
      this.child.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
    });
  }

  async connect(address) {
    this.nextId = 0;
    this.waiting = new Map();
    this.ws = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => this.ws.once('open', resolve).once('error', reject));
    this.ws.on('message', (data) => {
      const message = JSON.parse(data);
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === 'success') waiting?.resolve(message.result);
      else waiting?.reject(new Error(`${message.error}: ${message.message}`));
    });
    await this.ask('session.new', { capabilities: {} });
    const { contexts } = await this.ask('browsingContext.getTree', {});
    this.context = contexts[0].context;
  }

  ask(method, params) {
    const id = ++this.nextId;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.ws.send(JSON.stringify({ id, method, params }));
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWER_MS);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  setCookie(name, value, domain) {
    return this.ask('storage.setCookie', {
      cookie: { name, value: { type: 'string', value }, domain, path: '/', httpOnly: true, sameSite: 'lax' },
    });
  }

  goto(url) {
    return this.ask('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  // The value of a JavaScript expression in the page.
  async value(expression) {
    const answer = await this.ask('script.evaluate', { expression, target: { context: this.context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.ask('input.performActions', { context: this.context, actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async close() {
    this.ws?.close();
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    }
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
