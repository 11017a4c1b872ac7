import { canonicalise, openTable, parseMapping, refusedRowsHead, refusedRowsLines } from '@datalab/intake';
import { bytesOf } from './file/bytes-of.js';
import { CanonicalFile } from './file/canonical-file.js';
import type { Checked, IntakeRequest } from './intake-protocol.js';
import { recordHasher } from './key/record-hasher.js';
import { fetchRegion } from './region-source.js';

type CheckRequest = Extract<IntakeRequest, { ask: 'check' }>;

const TELL_EVERY_MS = 150;
/** More rows than this nobody repairs by hand; the count of faults goes on. */
const MOST_REFUSED = 20_000;

/**
 * Reads the whole file once: makes canonical rows and writes them to a local file, gathers what is refused. As soon as one row is refused the rows are
 * no longer written (the load would be refused as a whole), but the reading goes on, so that the steward sees every reason at once.
 */
export async function checkFile(
  { file, mapping, region, key, today, answered }: CheckRequest,
  onProgress: (progress: { bytesRead: number; rows: number }) => void,
): Promise<Checked> {
  const parsed = parseMapping(mapping);
  const context = await fetchRegion(region, parsed);
  const table = await openTable(bytesOf(file), file.name);
  const { batches, result } = canonicalise(table, parsed, context, { hash: recordHasher(key), today, answered });
  const refused: string[] = [];
  let refusedCount = 0;
  const output = await CanonicalFile.create();
  let isClean = true;
  let told = performance.now();
  try {
    for await (const { rows, issues, refused: raw, progress } of batches) {
      if (raw.length > 0 && refusedCount < MOST_REFUSED) refused.push(refusedRowsLines(raw, issues));
      refusedCount += raw.length;
      isClean &&= issues.length === 0;
      if (isClean) output.add(rows);
      if (performance.now() - told < TELL_EVERY_MS) continue;
      onProgress(progress);
      told = performance.now();
    }
  } catch (error) {
    await output.discard();
    throw error;
  }
  const outcome = result();
  if (!outcome.acceptable) await output.discard();
  return {
    result: outcome,
    rows: outcome.acceptable ? await output.finish() : undefined,
    refused:
      refusedCount === 0
        ? undefined
        : new Blob([refusedRowsHead(table.header), ...refused], { type: 'text/csv;charset=utf-8' }),
  };
}
