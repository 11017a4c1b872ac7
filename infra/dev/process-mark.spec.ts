import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { processMark, signalProcess, waitUntilGone } from './process-mark.mjs';

describe('processMark', () => {
  it('is the same for the same process, and gone with it', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const mark = processMark(pid);
    expect(mark).toMatch(new RegExp(`^${pid}@.+`));
    expect(processMark(pid)).toBe(mark);
    expect(await waitUntilGone(pid, 60)).toBe(false);
    signalProcess(pid, 'SIGKILL');
    expect(await waitUntilGone(pid, 5000)).toBe(true);
    expect(processMark(pid)).toBeUndefined();
  });

  it('knows no process by a number that cannot be one', () => {
    expect(processMark(NaN)).toBeUndefined();
    expect(processMark(0)).toBeUndefined();
  });

  it('lets a signal to a process that is gone pass', () => {
    expect(() => signalProcess(2 ** 22 + 1, 'SIGTERM')).not.toThrow();
  });
});
