// A chat server on socket.io as one would sensibly write it. With a database (PG* in the environment
// and an argument "pg") each post is kept before it is answered and shown: everything that waits is
// one transaction, in which each room's head moves and each post is inserted with its number.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import pg from 'pg';

const BATCH = 256;
const [, , port, keeps] = process.argv;
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, httpCompression: false, serveClient: false });
const pool = keeps === 'pg' ? new pg.Client() : null;

// ---- what is durable

const waiting = [];
let isWriting = false;

// Rooms in one order, so that two of these servers would not wait for each other.
const HEADS = { name: 'heads', text: `UPDATE kamer k SET seq = k.seq + n.aantal
  FROM (SELECT naam, count(*) AS aantal FROM unnest($1::text[]) naam GROUP BY naam ORDER BY naam) n
  WHERE k.naam = n.naam RETURNING k.naam, k.seq - n.aantal AS seq` };
const POSTS = { name: 'posts', text: `INSERT INTO bericht (kamer, seq, sleutel, tekst, op)
  SELECT k, s, sl, t, now() FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) AS p (k, s, sl, t)` };

async function keep(batch) {
  const names = batch.map((post) => post.room);
  await pool.query('BEGIN');
  const heads = new Map((await pool.query({ ...HEADS, values: [names] })).rows.map(({ naam, seq }) => [naam, Number(seq)]));
  for (const post of batch) {
    post.seq = heads.get(post.room) + 1;
    heads.set(post.room, post.seq);
  }
  await pool.query({ ...POSTS, values: [names, batch.map((post) => post.seq), batch.map((post) => post.key), batch.map((post) => post.text)] });
  await pool.query('COMMIT');
}

async function write() {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, BATCH);
    await keep(batch);
    batch.forEach(tell);
  }
  isWriting = false;
}

// ---- what is live

function tell({ room, seq, text, answer }) {
  io.to(room).emit('event', seq, text);
  answer(true);
}

const made = new Set();

async function join(socket, room, answer) {
  if (pool && !made.has(room)) {
    made.add(room);
    await pool.query('INSERT INTO kamer (naam) VALUES ($1) ON CONFLICT DO NOTHING', [room]);
  }
  await socket.join(room);
  answer(true);
}

io.on('connection', (socket) => {
  let posts = 0;
  socket.on('join', (room, answer) => join(socket, room, answer));
  socket.on('post', (room, text, answer) => {
    const post = { room, text, answer, seq: 0, key: `${socket.id}-${++posts}` };
    if (!pool) return tell(post);
    waiting.push(post);
    if (!isWriting) write();
  });
});

if (pool) {
  await pool.connect();
  await pool.query(`CREATE TABLE IF NOT EXISTS kamer (naam text PRIMARY KEY, seq bigint NOT NULL DEFAULT 0) WITH (fillfactor = 50);
    CREATE TABLE IF NOT EXISTS bericht (kamer text NOT NULL REFERENCES kamer, seq bigint NOT NULL, sleutel text NOT NULL UNIQUE,
      tekst text NOT NULL, op timestamptz NOT NULL, PRIMARY KEY (kamer, seq))`);
}
http.listen(Number(port), '127.0.0.1', 4096);
