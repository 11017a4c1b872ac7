import type { CanonicalBatch, CanonicalRow, KeyColumn, RecordHasher } from '@datalab/intake';
import { loadSodiumRistretto, RowKeyMaker, SealedRows, type Identifier } from '@datalab/pseudonym';
import type { CheckProgress, IntakeRequest } from '../intake-protocol.js';
import { custodyOf } from './lab-pseudonyms.js';

/** Rows and lines of keys, in the order in which they are written: keys before the rows that they belong to. */
export type Blocks = (
  batches: AsyncIterable<CanonicalBatch>,
  onProgress: (progress: CanonicalBatch['progress']) => void,
) => AsyncGenerator<object[]>;

/** Asks the key holders for the pseudonyms of all identifiers, and gives what seals the keys of rows with them. */
export async function sealedBlocks(
  { labId, datasetId }: Extract<IntakeRequest, { ask: 'check' }>,
  columns: readonly KeyColumn[],
  identifiers: ReadonlySet<Identifier>,
  hash: RecordHasher,
  told: (progress: CheckProgress) => void,
): Promise<Blocks> {
  const { sealingKey, pseudonymise } = await custodyOf(labId, datasetId);
  await loadSodiumRistretto();
  const table =
    identifiers.size === 0
      ? undefined
      : await pseudonymise(identifiers, ({ done, total }) => told({ phase: 'keys', done, total }));
  return async function* (batches, onProgress) {
    const sealed = new SealedRows<CanonicalRow>({
      columns,
      keys: new RowKeyMaker(table, hash, datasetId),
      dataset: datasetId,
      workerPublicKey: sealingKey,
      hash,
    });
    const written = ({ parts, rows }: { parts: readonly { box: Uint8Array }[]; rows: readonly CanonicalRow[] }) => [
      ...parts.map((part) => ({ ...part, box: base64(part.box) })),
      ...rows,
    ];
    for await (const { rows, keys, progress } of batches) {
      for await (const block of sealed.add(rows, keys)) yield written(block);
      onProgress(progress);
    }
    for await (const block of sealed.end()) yield written(block);
  };
}

const PIECE = 0x8000;

/** Base64 of bytes; in pieces, for a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
