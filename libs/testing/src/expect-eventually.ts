import { expect } from '@jest/globals';

/** Waits, no longer than ten seconds, until this is so; fails with what it was last. */
export async function expectEventually<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + 10_000;
  let value = await read();
  while (value !== expected && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    value = await read();
  }
  expect(value).toBe(expected);
}
