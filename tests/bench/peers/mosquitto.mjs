// mosquitto, an MQTT broker; a topic for each room. Over WebSocket where its build can do that
// (Debian 13), else over bare TCP (Debian 12), which is the cheaper way and is told.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../lib/server.mjs';
import { launch, libraries, unpacked, versionOf } from './start.mjs';

const config = (port, protocol) => `
user root
listener ${port} 127.0.0.1
protocol ${protocol}
allow_anonymous true
persistence false
set_tcp_nodelay true
max_queued_messages 0
max_inflight_messages 0
`;

export async function start(bench) {
  const root = unpacked('mosquitto');
  const dir = fs.mkdtempSync(path.join(bench.scratch, 'mosquitto-'));
  const port = await freePorts(1);
  const command = `${root}/usr/sbin/mosquitto`;
  const env = libraries(root);
  const hasWebSocket = spawnSync('ldd', [command], { encoding: 'utf8', env: { ...process.env, ...env } }).stdout.includes('libwebsockets');
  fs.writeFileSync(path.join(dir, 'conf'), config(port, hasWebSocket ? 'websockets' : 'mqtt'));
  const { child, stop } = await launch({ command, args: ['-c', path.join(dir, 'conf')], env, port, log: path.join(dir, 'log') });
  return {
    dialect: hasWebSocket ? 'mqtt' : 'mqtt-raw', port, pids: { server: [child.pid] }, stop, version: versionOf(root),
    note: hasWebSocket ? undefined : 'over bare TCP: Debian 12 builds it without WebSocket',
  };
}
