// mosquitto, an MQTT broker, over WebSocket; a topic for each room.
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../lib/server.mjs';
import { launch, libraries, unpacked } from './start.mjs';

const config = (port) => `
listener ${port} 127.0.0.1
protocol websockets
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
  fs.writeFileSync(path.join(dir, 'conf'), config(port));
  const { child, stop } = await launch({ command: `${root}/usr/sbin/mosquitto`, args: ['-c', path.join(dir, 'conf')], env: libraries(root), port, log: path.join(dir, 'log') });
  return { dialect: 'mqtt', port, pids: { server: [child.pid] }, stop, version: path.basename(root) };
}
