import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { choosePort, isPortFree } from './ports.mjs';

const freeExcept =
  (...occupied: number[]) =>
  async (port: number) =>
    !occupied.includes(port);

describe('choosePort', () => {
  it('takes the preferred port when it is free', async () => {
    expect(await choosePort(4300, { isFree: freeExcept() })).toBe(4300);
  });

  it('takes the next free one when it is occupied or given away', async () => {
    expect(await choosePort(4300, { isFree: freeExcept(4300, 4302), taken: new Set([4301]) })).toBe(4303);
  });

  it('takes any port when the neighbourhood is full', async () => {
    const port = await choosePort(4300, { isFree: async () => false });
    expect(port).toBeGreaterThan(1023);
    expect(await isPortFree(port)).toBe(true);
  });
});

describe('isPortFree', () => {
  it('sees a server that listens on the loopback address only', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});
