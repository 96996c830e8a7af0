// The database goes away and comes back. The server stays up and says so; every command gets a
// definite answer or can be resolved by its key; nothing that was acknowledged is lost.
import { newKey } from '../../lib/client.mjs';
import { get } from '../../lib/server.mjs';
import { sleep } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

const say = (answers) => answers.map(({ status, body }) => `${status} ${body.trim()}`).join(' | ');

async function whileAway(drill) {
  const { crowd, site } = drill;
  const [wil, oto] = crowd.writers;
  await drill.until(async () => (await site.readiness()).every(({ status }) => status === 503), 'readyz 503').catch(async () => drill.blame('answer', `without a database /readyz says ${say(await site.readiness())}`));
  for (const { body } of await site.readiness()) drill.demand(/database/.test(body), 'answer', `/readyz does not name the database: ${body}`);
  for (let i = 0; i < site.workers; i++) drill.demand((await get(site.private + i, '/healthz')).status === 200, 'answer', `/healthz of process ${i} is not 200`);
  const message = wil.message();
  wil.note('try', { key: message.sleutel });
  const reply = await wil.ask(message);
  drill.demand(reply.error?.code === 'opslag_weg', 'answer', `without a database a command gets ${JSON.stringify(reply)}`);
  if (reply.error) wil.refused(message.sleutel, reply.error.code);
  const http = await oto.askHttp({ ...oto.message(), sleutel: newKey() });
  drill.demand(http.error?.code === 'opslag_weg' && http.error.status === 503, 'answer', `over HTTP: ${JSON.stringify(http)}`);
  drill.demand(crowd.everybody.every(({ closed }) => !closed), 'answer', 'a connection was closed because the database is away');
}

export async function away(drill) {
  await drill.open();
  const { crowd, cluster, site } = drill;
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    const before = crowd.counts;
    crowd.load(RATE);
    await sleep(drill.chance.between(500, 1000));
    await cluster.stop(signal);
    await sleep(300);
    crowd.rest();
    if (signal === 'SIGINT') await whileAway(drill);
    await cluster.start();
    const since = Date.now();
    await drill.until(async () => (await site.readiness()).every(({ status }) => status === 200), 'readyz 200').catch((error) => drill.blame('liveness', error.message));
    const back = Date.now() - since;
    crowd.load(RATE);
    await sleep(500);
    await drill.settleAndJudge();
    drill.say(`database away (${signal}): ready ${back} ms after its return; ${crowd.counts.acked - before.acked} acknowledged, ${crowd.counts.refused - before.refused} refused, none lost`);
  }
  await drill.close();
}
