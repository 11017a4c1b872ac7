import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('load-web-router.mjs', import.meta.url));

// In a process of its own, for Vite loads what a browser would: components, styles, and every page that is loaded late.
it('the routes of the screens fit together, and every page loads', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT]);
  const paths = JSON.parse(stdout) as string[];
  expect(paths).toEqual(expect.arrayContaining(['/', '/labs/$labId', '/labs/$labId/question']));
  expect(new Set(paths).size).toBe(paths.length);
}, 120_000);
