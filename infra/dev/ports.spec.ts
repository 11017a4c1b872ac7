import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { choosePort, claimPort, isPortFree } from './ports.mjs';

const freeExcept =
  (...occupied: number[]) =>
  async (port: number) =>
    !occupied.includes(port);

const given = async () => true;

describe('choosePort', () => {
  it('takes the preferred port when it is free', async () => {
    expect(await choosePort(4300, { isFree: freeExcept(), claim: given })).toBe(4300);
  });

  it('takes the next free one when it is occupied or given away', async () => {
    expect(await choosePort(4300, { isFree: freeExcept(4300, 4302), taken: new Set([4301]), claim: given })).toBe(4303);
  });

  it('passes by what another process has claimed and does not listen on yet, until that ends', async () => {
    const module = JSON.stringify(new URL('./ports.mjs', import.meta.url).href);
    const script = `const { choosePort } = await import(${module}); console.log(await choosePort(45300)); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [said] = await once(other.stdout, 'data');
    const theirs = Number(said);
    expect(await isPortFree(theirs)).toBe(true);
    expect(await choosePort(theirs)).not.toBe(theirs);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await claimPort(theirs)).toBe(true);
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
