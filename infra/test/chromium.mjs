import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../dev/run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium, or why there is none. Where it is missing, Debian's is installed when we are root.
 *
 * @param {{signal: AbortSignal, say: (text: string) => void}} options
 * @returns {Promise<{path: string} | {missing: string}>}
 */
export async function findChromium({ signal, say }) {
  const found = installedChromium();
  if (found) return { path: found };
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!canInstall) return { missing: 'no Chromium: install it, or set CHROMIUM_PATH' };
  say('installing Chromium with apt-get …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await runCommand('apt-get', ['-q', ...args], { cwd: '/', env, signal });
    if (code !== 0) return { missing: `apt-get ${args[0]} failed: ${output.trim().split('\n').at(-1)}` };
  }
  const path = installedChromium();
  return path ? { path } : { missing: 'apt-get installed Chromium, but it is not on the PATH' };
}

function installedChromium() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...places, ...MAC].find((path) => path && existsSync(path));
}
