import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** The claims of this process, held until it ends. */
const claims = new Map();

/** Whether nothing listens on this port of this machine now, whichever address `localhost` may mean. */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1']) if (!(await canListen(port, host))) return false;
  return true;
}

/**
 * A free port: the preferred one, else the first free one of the twenty after it, else any.
 * Ports in `taken` count as occupied (given away in the same run, not opened yet). The chosen one is claimed for as long as
 * this process lives: another that chooses in the same second, before anything listens, passes it by.
 *
 * @param {number} preferred
 * @param {{taken?: Set<number>, isFree?: (port: number) => Promise<boolean>, claim?: (port: number) => Promise<boolean>}} [options]
 */
export async function choosePort(preferred, { taken = new Set(), isFree = isPortFree, claim = claimPort } = {}) {
  for (let port = preferred; port <= preferred + 20; port += 1) {
    if (!taken.has(port) && (await isFree(port)) && (await claim(port))) return port;
  }
  return anyPort();
}

/**
 * Takes the UDP side of a port, which nothing here uses, as the sign that its TCP side is spoken for: the system gives it to
 * one process only and takes it back when that ends, also by kill -9.
 *
 * @param {number} port
 * @returns {Promise<boolean>} whether it is this process's now
 */
export async function claimPort(port) {
  if (!claims.has(port)) claims.set(port, bindUdp(port));
  const held = await claims.get(port);
  if (!held) claims.delete(port);
  return held;
}

function bindUdp(port) {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', (error) => {
      socket.close();
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => {
      socket.unref();
      resolve(true);
    });
  });
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
