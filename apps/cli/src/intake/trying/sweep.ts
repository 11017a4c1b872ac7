import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegionContext } from '@datalab/intake';
import { generateSealingKeyPair, loadSodiumRistretto } from '@datalab/pseudonym';
import type { BaseTable } from './base-tables.js';
import { caseText, fileCases, mutatedFile } from './cases.js';
import { tryClientHalf } from './try-client-half.js';

/** What a section of the sweep found; `failures` say enough to make the case again. */
export interface SectionResult {
  passed: number;
  accepted: number;
  refused: number;
  failures: string[];
}

const TELL_EVERY = 1_000;

/** Tries the client half on that many mutated files. `beat` hears of every file, for who watches whether it hangs. */
export async function sweepClientHalf(
  bases: readonly BaseTable[],
  region: RegionContext,
  { files, seed }: { files: number; seed: number },
  beat: (text: string) => void = () => undefined,
): Promise<SectionResult & { slowestMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'datalab-verify-intake-'));
  await loadSodiumRistretto();
  const { publicKey } = generateSealingKeyPair((length) => new Uint8Array(length).fill(7));
  const setting = { folder, region, datasetId: '00000000-0000-7000-8000-000000000001', sealingKey: publicKey };
  const result = { passed: 0, accepted: 0, refused: 0, failures: [] as string[], slowestMs: 0 };
  try {
    for (const [n, one] of fileCases(files, seed, bases.length).entries()) {
      const text = `file ${n + 1} of seed ${seed}: ${caseText(bases, one)}`;
      beat(text);
      const file = mutatedFile(bases, one);
      const start = performance.now();
      const outcome = await tryClientHalf(file, setting);
      result.slowestMs = Math.max(result.slowestMs, performance.now() - start);
      if (outcome.state === 'failed') result.failures.push(`${text}: ${outcome.why}`);
      else {
        result[outcome.state] += 1;
        result.passed += 1;
      }
      // The whole of a sweep is one long task: others of the process get their turn.
      if (n % TELL_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return result;
}
