// A server on a machine of its own, with people who come in over the network as through a proxy
// that ends TLS, the way a site is run.
import { spawn } from 'node:child_process';
import { Site } from './site.mjs';

const NAME = 'tafel.example';

export class Machine extends Site {
  constructor({ network, name, ...rest }) {
    super({ ...rest, workers: 1 });
    Object.assign(this, { network, name, port: 8080, private: 9180 });
  }

  get address() {
    return this.network.address(this.name);
  }

  get origin() {
    return `https://${NAME}`;
  }

  get cookieName() {
    return '__Host-spr';
  }

  get headers() {
    return { Host: NAME, 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1' };
  }

  environment() {
    return {
      ...super.environment(),
      SPR_LISTEN: `${this.address}:${this.port}`,
      SPR_PRIVATE: `${this.address}:${this.private}`,
      SPR_ORIGINS: this.origin,
      SPR_TRUSTED_PROXIES: this.network.people,
    };
  }

  launch(log) {
    const [program, ...args] = this.network.on(this.name);
    return spawn(program, [...args, this.program, 'serve'], { env: this.environment(), stdio: ['ignore', log, log] });
  }
}
