import {
  canonicalise,
  keyColumnsOf,
  openTable,
  parseMapping,
  refusedRowsHead,
  refusedRowsLines,
  type CanonicalBatch,
  type CanonicalResult,
} from '@datalab/intake';
import { sharedIdentifiers, type Identifier } from '@datalab/pseudonym';
import { bytesOf } from './file/bytes-of.js';
import { CanonicalFile } from './file/canonical-file.js';
import type { CheckProgress, Checked, IntakeRequest } from './intake-protocol.js';
import { recordHasher } from './key/record-hasher.js';
import { sealedBlocks } from './key/sealed-blocks.js';
import { fetchRegion } from './region-source.js';

type CheckRequest = Extract<IntakeRequest, { ask: 'check' }>;
type OnProgress = (progress: CheckProgress) => void;
type Reading = { batches: AsyncGenerator<CanonicalBatch>; result: () => CanonicalResult };

const TELL_EVERY_MS = 150;
/** More rows than this nobody repairs by hand; the count of faults goes on. */
const MOST_REFUSED = 20_000;

/**
 * Reads the whole file: makes canonical rows and writes them to a local file, gathers what is refused. As soon as one row is refused the rows are
 * no longer written (the load would be refused as a whole), but the reading goes on, so that the steward sees every reason at once. Where rows have
 * keys the file is read twice: only when every row is good the key holders are asked, and then the rows are written with their keys sealed.
 */
export async function checkFile(request: CheckRequest, onProgress: OnProgress): Promise<Checked> {
  const { file, mapping, region, key, today, answered } = request;
  const parsed = parseMapping(mapping);
  const context = await fetchRegion(region, parsed);
  const hash = recordHasher(key);
  let header: readonly string[] = [];
  const read = async (): Promise<Reading> => {
    const table = await openTable(bytesOf(file), file.name);
    header = table.header;
    return canonicalise(table, parsed, context, { hash, today, answered });
  };
  const columns = keyColumnsOf(parsed);
  const identifiers = new Set<Identifier>();
  const output = columns.length === 0 ? await CanonicalFile.create() : undefined;
  const refused: string[] = [];
  let refusedCount = 0;
  let isClean = true;
  const told = teller(onProgress);
  const first = await read();
  try {
    for await (const { rows, keys, issues, refused: raw, progress } of first.batches) {
      if (raw.length > 0 && refusedCount < MOST_REFUSED) refused.push(refusedRowsLines(raw, issues));
      refusedCount += raw.length;
      isClean &&= issues.length === 0;
      if (isClean) output?.add(rows);
      if (isClean) for (const one of sharedIdentifiers(keys)) identifiers.add(one);
      told({ phase: 'reading', ...progress });
    }
  } catch (error) {
    await output?.discard();
    throw error;
  }
  const outcome = first.result();
  const refusedRows =
    refusedCount === 0
      ? undefined
      : new Blob([refusedRowsHead(header), ...refused], { type: 'text/csv;charset=utf-8' });
  if (!outcome.acceptable) {
    await output?.discard();
    return { result: outcome, rows: undefined, refused: refusedRows };
  }
  if (output !== undefined) return { result: outcome, rows: await output.finish(), refused: refusedRows };
  const blocks = await sealedBlocks(request, columns, identifiers, hash, told);
  return { result: outcome, rows: await writeSealed(await read(), blocks, told), refused: refusedRows };
}

type Blocks = Awaited<ReturnType<typeof sealedBlocks>>;

async function writeSealed({ batches }: Reading, blocks: Blocks, told: OnProgress): Promise<Checked['rows']> {
  const output = await CanonicalFile.create();
  try {
    for await (const lines of blocks(batches, (progress) => told({ phase: 'writing', ...progress }))) output.add(lines);
    return await output.finish();
  } catch (error) {
    await output.discard();
    throw error;
  }
}

function teller(onProgress: OnProgress): OnProgress {
  let last = performance.now();
  let phase = '';
  return (progress) => {
    if (performance.now() - last < TELL_EVERY_MS && phase === progress.phase) return;
    onProgress(progress);
    last = performance.now();
    phase = progress.phase;
  };
}
