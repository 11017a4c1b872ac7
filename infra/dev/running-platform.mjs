import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopGroup } from './part.mjs';
import { processMark } from './process-mark.mjs';
import { writePrivate } from './secrets.mjs';

/**
 * What one home says about the platform that runs in it: who runs it, its parts, and the environment for the cli.
 * Private, because of the passwords in the URLs.
 *
 * @typedef {{runner: string, url?: string, parts: {name: string, pid: number, mark?: string}[], environment?: Record<string, string>}} RunningPlatform
 */

const fileOf = (run) => join(run, 'platform.json');

/** @param {RunningPlatform} state */
export function writeRunningPlatform(run, state) {
  writePrivate(fileOf(run), JSON.stringify(state, null, 2));
}

/** What runs in this home now, or undefined; what a dead runner wrote does not count. */
export function readRunningPlatform(run) {
  const state = readState(run);
  return state && isAlive(state.runner) ? state : undefined;
}

export function forgetRunningPlatform(run) {
  rmSync(fileOf(run), { force: true });
}

/** Stops the parts that a runner left behind which was killed; says which. */
export async function stopLeftParts(run) {
  const left = (readState(run)?.parts ?? []).filter(({ pid, mark }) => mark && processMark(pid) === mark);
  await Promise.all(left.map(({ pid }) => stopGroup(pid, 8000)));
  return left.map(({ name }) => name);
}

function readState(run) {
  return existsSync(fileOf(run)) ? JSON.parse(readFileSync(fileOf(run), 'utf8')) : undefined;
}

function isAlive(mark) {
  return processMark(Number(mark.split('@')[0])) === mark;
}
