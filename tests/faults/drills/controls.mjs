// Positive controls: deliberate faults, one at a time, each of which a drill of this suite must
// report. A test that never failed is unproven.
//   env      a switch of the server, compiled in with SPR_FAULTS only
//   sql      a change of the rules in the drill's own database
//   caught   what the verdict must say
//   long     only in the long suite, or when its test is asked for
//   alone    it takes the database from everybody, so nothing else runs beside it
import { mutate } from '../lib/drill.mjs';
import { Volume } from '../lib/volume.mjs';
import { sleep } from '../lib/wait.mjs';
import { clock } from './clock.mjs';
import { deploy } from './deploy.mjs';
import { epoch } from './epoch.mjs';
import { failover } from './failover.mjs';
import { hiding } from './hiding.mjs';
import { hints } from './hints.mjs';
import { kills, RATE } from './kills.mjs';
import { migrate } from './migrate.mjs';
import { FILESYSTEM, power } from './power.mjs';
import { revocations } from './revocations.mjs';
import { rights } from './rights.mjs';
import { slow } from './slow.mjs';
import { snapshots } from './snapshots.mjs';
import { store } from './store.mjs';

// Load from both sides, many keys sent twice, many closed before use; readers lose their lines and
// come back; nothing is killed.
async function load(drill) {
  await drill.open({ crowd: { shares: { again: 0.3, closed: 0.3, other: 0.3 } } });
  drill.crowd.load(RATE);
  await sleep(750);
  for (const reader of drill.crowd.readers) reader.cut();
  await sleep(750);
  await drill.settleAndJudge();
  await drill.close();
}

// Own commits then always come before those of the other process.
const NO_HINTS = mutate('rule.wenk', 'PERFORM pg_notify(', 'PERFORM concat(');

// Whether a kill hits the moment is chance: up to three times, until something is found.
const serverDies = (drill) => kills(drill, Array(3).fill('server'));
const databaseDies = (drill) => kills(drill, Array(3).fill('cluster'));

const powerGoes = (drill) => power(FILESYSTEM, 3)(drill);

export const CONTROLS = [
  { fault: 'a batch is answered and published before its COMMIT', env: { SPR_FAULT: 'ack_before_commit' }, test: 'kills', play: serverDies, caught: 'acked-lost' },
  { fault: 'readers get events before their COMMIT', env: { SPR_FAULT: 'ack_before_commit' }, test: 'kills', play: databaseDies, alone: true, caught: 'not-durable' },
  {
    fault: 'commits do not wait for the disk',
    sql: mutate('rule.wenk', 'BEGIN', `BEGIN PERFORM set_config('synchronous_commit', 'off', true);`),
    test: 'kills', play: databaseDies, alone: true, caught: 'acked-lost',
  },
  {
    fault: 'commits do not wait for the disk, and the power goes',
    sql: mutate('rule.wenk', 'BEGIN', `BEGIN PERFORM set_config('synchronous_commit', 'off', true);`),
    test: 'power', play: powerGoes, alone: true, lacks: Volume.lack, caught: 'acked-lost',
  },
  {
    fault: 'PostgreSQL does not wait for the disk (fsync = off)',
    sql: 'ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();',
    test: 'power', play: powerGoes, alone: true, lacks: Volume.lack, caught: 'acked-lost',
  },
  { fault: 'the standby lags behind, and takes over', test: 'failover', play: (drill) => failover(1, false)(drill), alone: true, long: true, caught: 'acked-lost' },
  { fault: 'a post is answered before the database has all of it', env: { SPR_FAULT: 'ack_before_commit' }, test: 'store', play: store, caught: 'acked-lost' },
  { fault: 'own commits are published past the head', env: { SPR_FAULT: 'voorbij-kop' }, sql: NO_HINTS, test: 'load', play: load, caught: 'gap' },
  { fault: 'the first event after a resume is skipped', env: { SPR_FAULT: 'overslaan' }, test: 'load', play: load, caught: 'gap' },
  { fault: 'who falls off the ring goes on at its newest part', env: { SPR_FAULT: 'achterop-overslaan' }, test: 'slow', play: slow, caught: 'gap' },
  {
    fault: 'a known key is done again',
    sql: mutate('rule.gevraagd', 'coalesce(k.verzoek_hash = v.hash, false)', 'false') +
      mutate('rule.einde_samen', 'AND c.sleutel IS NOT NULL;', 'AND c.sleutel IS NOT NULL ON CONFLICT DO NOTHING;'),
    test: 'load', play: load, caught: 'doubled',
  },
  {
    fault: 'a known key is accepted with another request',
    sql: mutate('rule.gevraagd', 'coalesce(k.verzoek_hash = v.hash, false)', 'k.verzoek_hash IS NOT NULL') +
      mutate('rule.gevraagd', 'WHEN k.verzoek_hash <> v.hash THEN', 'WHEN false THEN'),
    test: 'load', play: load, caught: 'key-reused',
  },
  { fault: 'an event is delivered twice', env: { SPR_FAULT: 'dubbel' }, test: 'load', play: load, caught: 'repeated' },
  {
    fault: 'a lost hint is not made good: heads are not read again',
    sql: mutate('api.koppen', 's.naam = ANY (stromen)', `s.naam = ANY (stromen) AND s.naam = 'toegang'`),
    test: 'hints', play: hints('two processes'), caught: 'gap',
  },
  {
    fault: 'a key is closed without a tombstone',
    sql: mutate('api.sleutel_afsluiten', 'VALUES (wie, dicht, nu)', 'SELECT wie, dicht, nu WHERE false'),
    test: 'load', play: load, caught: 'closed-landed',
  },
  { fault: 'the chain leaves out what came before', sql: mutate('rule.keten_stap', 'coalesce(h, begin_h) || ', ''), test: 'load', play: load, caught: 'chain' },
  { fault: 'commitments without chance', sql: mutate('rule.log_schrijven', 'uuid_send(gen_random_uuid())', `'zout'::bytea`), test: 'load', play: load, caught: 'commitment' },
  { fault: 'hidden words stay in the ring', env: { SPR_FAULT: 'verborgen-in-ring' }, test: 'hiding', play: hiding, caught: 'hidden-visible' },
  {
    fault: 'hidden words stay in the log',
    sql: mutate('rule.inhoud_wissen', 'AND i.afwezig IS DISTINCT FROM', 'AND false AND i.afwezig IS DISTINCT FROM'),
    test: 'hiding', play: hiding, caught: 'hidden-visible',
  },
  {
    fault: 'other processes are not told what to drop',
    sql: mutate('api.feed_lezen', `WHERE g.stroom = s.id`, `WHERE false AND g.stroom = s.id`),
    test: 'hiding', play: hiding, caught: 'hidden-visible',
  },
  { fault: 'rights are not looked at again', sql: mutate('api.rechten_toetsen', 'AND NOT rule.mag_stroom', 'AND false AND NOT rule.mag_stroom'), test: 'rights', play: rights, caught: 'stale-right' },
  {
    fault: 'a process does not hear whose rights changed',
    sql: mutate('api.feed_lezen', 'rule.stroom_stand(stroom)', `rule.stroom_stand(nullif(stroom, 'toegang'))`),
    test: 'revocations', play: revocations, alone: true, caught: 'stale-right',
  },
  { fault: 'a session that was ended still appends', sql: mutate('rule.sessie_leeft', 'geeindigd IS NULL', 'true'), test: 'rights', play: rights, caught: 'late-append' },
  {
    fault: 'a seat that was taken away still appends',
    sql: mutate('rule.zetelrol', 'z.leest_tot IS NULL OR z.leest_tot > moment', 'true'),
    test: 'rights', play: rights, caught: 'late-append',
  },
  {
    fault: 'a session outlives its end',
    sql: mutate('rule.sessie_leeft', 'verloopt > nu', 'true') + mutate('rule.tik_sessies', 'LIMIT 200', 'LIMIT 0'),
    test: 'clock', play: clock, caught: 'outlived',
  },
  {
    fault: 'the time of an event is what the clock says',
    sql: mutate('rule.log_schrijven', `greatest(nu, k.at + interval '1 microsecond')`, 'nu'),
    test: 'clock', play: clock, caught: 'order',
  },
  { fault: 'who leaves drops what is under way', env: { SPR_FAULT: 'vertrek-zonder-antwoord' }, test: 'deploy', play: deploy, alone: true, caught: 'unheard' },
  { fault: 'two migrations at once', env: { SPR_FAULT: 'migratie-zonder-slot' }, test: 'migrate', play: migrate, alone: true, caught: 'migration' },
  { fault: 'a migration waits for a table, and everybody behind it', env: { SPR_FAULT: 'migratie-wacht' }, test: 'migrate', play: migrate, alone: true, caught: 'migration' },
  { fault: 'a snapshot says one more than it holds', sql: mutate('rule.stroom_beeld', `'seq', `, `'seq', 1 + `), test: 'snapshots', play: snapshots, caught: 'snapshot' },
  {
    fault: 'a restore without a new epoch',
    afterRestore: 'ALTER TABLE spr.epoch DISABLE TRIGGER ALL; DELETE FROM spr.epoch WHERE nr = (SELECT max(nr) FROM spr.epoch);',
    test: 'epoch', play: epoch, caught: 'epoch',
  },
];
