import { Worker } from 'node:worker_threads';
import { loadSodiumRistretto } from '@datalab/pseudonym';
import { verdict, type Command } from '../command.js';
import { readEnv } from '../env.js';
import { optionsOf, wholeNumber } from '../options.js';
import { checkAgreement } from './trying/agreement.js';
import { baseTables } from './trying/base-tables.js';
import { sweepClientHalf, type SectionResult } from './trying/sweep.js';
import { sweepCutUploads } from './trying/sweep-cut-uploads.js';
import { sweepServerHalf } from './trying/sweep-server-half.js';
import { ScratchLab } from './scratch-lab.js';

export interface IntakeSweep {
  /** Mutated files through the client half. */
  files: number;
  seed: number;
  /** Default: every twentieth file. */
  serverFiles?: number;
  /** Default: one in five hundred files, at least five. */
  uploads?: number;
  /** Random inputs to the two implementations; default: one in fifty files, at least ten. */
  inputs?: number;
}

const FAILURES_SHOWN = 20;

/**
 * Tries to break the intake: mutated files through the client half, mutated canonical files through the services of api and worker, uploads
 * over a connection that is cut, and the two implementations of the pseudonymisation beside each other. Prints each section's figures. Needs
 * the fresh database that `npm run datalab -- verify intake` brings.
 */
export async function verifyIntake(
  print: (line: string) => void,
  { files, seed, serverFiles = Math.ceil(files / 20), uploads, inputs }: IntakeSweep,
  beat: (text: string) => void = () => undefined,
): Promise<{ passed: number; failed: number }> {
  const sum = { passed: 0, failed: 0 };
  const section = async <R extends SectionResult>(
    name: string,
    work: () => Promise<R>,
    figures: (result: R) => string,
  ): Promise<void> => {
    const start = performance.now();
    const result = await work();
    const seconds = ((performance.now() - start) / 1_000).toFixed(0);
    print(`${name}: ${figures(result)}; ${result.failures.length} failed (${seconds} s)`);
    for (const failure of result.failures.slice(0, FAILURES_SHOWN)) print(`  ${failure}`);
    sum.passed += result.passed;
    sum.failed += result.failures.length;
  };
  const decided = ({ accepted, refused }: SectionResult) => `${accepted} accepted, ${refused} refused with a place`;

  print(`seed ${seed}`);
  await loadSodiumRistretto();
  const bases = baseTables();
  await section(
    'two implementations and the vectors of RFC 9497',
    () => checkAgreement({ inputs: inputs ?? Math.max(10, Math.ceil(files / 50)), seed }),
    ({ passed }) => `${passed} the same to the byte`,
  );
  const lab = await ScratchLab.open();
  try {
    await section(
      `${files} mutated files at the partner`,
      () => sweepClientHalf(bases, lab.region, { files, seed }, beat),
      (result) => `${decided(result)}, slowest ${Math.round(result.slowestMs)} ms`,
    );
    await section(
      `${serverFiles} mutated canonical files at the platform`,
      () => sweepServerHalf(lab, bases, { files: serverFiles, seed }, beat),
      (result) => `${decided(result)}, none in part`,
    );
    const { DATABASE_API_URL: apiUrl } = readEnv('DATABASE_API_URL');
    const howMany = uploads ?? Math.max(5, Math.ceil(files / 500));
    await section(
      `${howMany} uploads over a connection that is cut`,
      () => sweepCutUploads(lab, apiUrl, { uploads: howMany, seed }, beat),
      ({ accepted, cuts }) => `${cuts} cuts, ${accepted} resumed with the right content`,
    );
  } finally {
    await lab.close();
  }
  return sum;
}

export const verifyIntakeCommand: Command = {
  name: 'verify intake',
  usage: '[--files 10000] [--seed n]',
  summary: 'Tries to break the intake: mutated files, at the partner and at the platform, and cut connections.',
  async run(args, print) {
    const { values } = optionsOf(args, {
      files: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    });
    const files = wholeNumber('files', values.files, 1, 1_000_000);
    const seed = wholeNumber('seed', values.seed, 0, 2_000_000_000);
    const watch = new Worker(new URL('./trying/hang-watch.main.ts', import.meta.url));
    try {
      return verdict(await verifyIntake(print, { files, seed }, (text) => watch.postMessage(text)), print);
    } finally {
      await watch.terminate();
    }
  },
};
