// A plain server on ws: what a writer sends goes to all readers, and the writer gets its number.
import { WebSocketServer, WebSocket } from 'ws';

const readers = new Set();
const server = new WebSocketServer({ port: Number(process.argv[2]), host: '127.0.0.1', perMessageDeflate: false, backlog: 4096 });

function onPost(socket, text) {
  for (const reader of readers) if (reader.readyState === WebSocket.OPEN) reader.send(text, { binary: false });
  socket.send(String(++socket.posts));
}

server.on('connection', (socket, request) => {
  if (request.url === '/pub') {
    socket.posts = 0;
    socket.on('message', (text) => onPost(socket, text));
    return;
  }
  readers.add(socket);
  socket.on('close', () => readers.delete(socket));
});
