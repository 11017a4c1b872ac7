import { createServer } from 'node:net';

/** Whether nothing listens on this port of this machine now, whichever address `localhost` may mean. */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1']) if (!(await canListen(port, host))) return false;
  return true;
}

/**
 * A free port: the preferred one, else the first free one of the twenty after it, else any.
 * Ports in `taken` count as occupied (given away in the same run, not opened yet).
 *
 * @param {number} preferred
 * @param {{taken?: Set<number>, isFree?: (port: number) => Promise<boolean>}} [options]
 */
export async function choosePort(preferred, { taken = new Set(), isFree = isPortFree } = {}) {
  for (let port = preferred; port <= preferred + 20; port += 1) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  return anyPort();
}

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      // A machine without IPv6 has nobody listening there either.
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function anyPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
