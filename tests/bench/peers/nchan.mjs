// nginx with the module nchan: a channel for each room, publishers and subscribers over WebSocket.
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../lib/server.mjs';
import { children } from '../lib/spr.mjs';
import { launch, libraries, unpacked, versionOf } from './start.mjs';

const config = (root, dir, port) => `
load_module ${root}/usr/lib/nginx/modules/ngx_nchan_module.so;
worker_processes 1;
worker_rlimit_nofile 65536;
daemon off;
user root;
pid ${dir}/pid;
error_log ${dir}/error;
events { worker_connections 32768; }
http {
  access_log off;
  nchan_shared_memory_size 256m;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location /sub { nchan_subscriber websocket; nchan_channel_id room; nchan_subscriber_first_message newest; }
    location /pub { nchan_publisher websocket; nchan_channel_id room; nchan_message_buffer_length 4096; nchan_message_timeout 60s; }
  }
}
`;

export async function start(bench) {
  const root = unpacked('nginx', 'libnginx-mod-nchan');
  const dir = fs.mkdtempSync(path.join(bench.scratch, 'nchan-'));
  const port = await freePorts(1);
  fs.writeFileSync(path.join(dir, 'conf'), config(root, dir, port));
  const args = ['-p', dir, '-c', path.join(dir, 'conf'), '-e', path.join(dir, 'error')];
  const { child, stop } = await launch({ command: `${root}/usr/sbin/nginx`, args, env: libraries(root), port, log: path.join(dir, 'log') });
  await new Promise((resolve) => setTimeout(resolve, 500)); // its helpers for the start leave again
  return { dialect: 'plain', port, pids: { server: children(child.pid) }, stop, version: versionOf(root) };
}
