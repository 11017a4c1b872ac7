import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A request begins; requests of one connection follow each other. */
const METHOD = /^(GET|HEAD|POST|PATCH|DELETE|OPTIONS) /;

/** A connection to a server that can be cut. */
export interface CuttingProxy {
  url: string;
  /** How often it was cut so far. */
  readonly cuts: number;
  /** The next requests that send a piece of a file (PATCH) are each cut after so many of their bytes; then no more. */
  cutAfter: (offsets: readonly number[]) => void;
  close: () => Promise<void>;
}

/** Stands between a client and a server on this machine and passes everything on, until it cuts. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  let left: number[] = [];
  let cuts = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      // A cut connection is what this is for: both ends hear of it.
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    let sent = 0;
    let isPatch = false;
    client.on('data', (data: Buffer) => {
      const method = METHOD.exec(data.toString('latin1', 0, 8))?.[1];
      if (method !== undefined) {
        isPatch = method === 'PATCH';
        sent = 0;
      }
      const until = isPatch ? (left[0] ?? Infinity) : Infinity;
      upstream.write(data.subarray(0, Math.max(0, until - sent)));
      sent += data.length;
      if (sent < until) return;
      left = left.slice(1);
      cuts += 1;
      // What was written before the cut arrives, as it would.
      upstream.end(() => client.resetAndDestroy());
    });
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    cutAfter: (offsets) => void (left = [...offsets]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        open.forEach((socket) => socket.destroy());
      }),
  };
}
