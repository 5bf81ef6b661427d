import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** One request as it left the browser: a url, or `host:port` of an encrypted connection. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly time: number;
}

/** A network of one's own between a browser and the world. */
export interface RecordingProxy {
  /** For `--proxy-server`. */
  readonly address: string;
  /** Everything the browser asked for, oldest first, also while offline. */
  readonly requests: readonly SeenRequest[];
  /** Pulls the plug, or puts it back: connections under way are cut. */
  setOnline(online: boolean): void;
  close(): Promise<void>;
}

/**
 * Starts a proxy on this machine that writes down every request a browser makes, whichever of its processes, pages or
 * workers makes it. Nothing inside the browser is asked, so nothing inside it can hide a request.
 */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let online = true;

  const note = (method: string, url: string) => requests.push({ method, url, time: Date.now() });
  const server = createServer((incoming, answer) => {
    note(incoming.method ?? 'GET', incoming.url ?? '');
    if (online) forward(incoming, answer);
    else incoming.socket.destroy();
  });
  server.on('connect', (incoming: IncomingMessage, client: Socket) => {
    note('CONNECT', incoming.url ?? '');
    if (online) tunnel(incoming.url ?? '', client, sockets);
    else client.destroy();
  });
  server.on('connection', (socket) => remember(socket, sockets));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    setOnline(next) {
      online = next;
      if (!online) for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function forward(incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url } = incoming;
  if (!url || !URL.canParse(url)) {
    answer.writeHead(400).end();
    return;
  }
  const onward = httpRequest(url, { method, headers, agent: false }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
    reply.on('error', () => answer.destroy());
  });
  onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
  answer.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function tunnel(target: string, client: Socket, sockets: Set<Socket>): void {
  const { hostname, port } = new URL(`tcp://${target}`);
  let established = false;
  const onward = connect(Number(port || 443), hostname, () => {
    established = true;
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.pipe(client);
    client.pipe(onward);
  });
  remember(onward, sockets);
  // A browser that is only hung up on tries again and again before it gives a site up.
  onward.on('error', () => (established ? client.destroy() : client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')));
  client.on('error', () => onward.destroy());
}

function remember(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
}
