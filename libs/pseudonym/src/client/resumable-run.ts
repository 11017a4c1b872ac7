import { DomainError } from '@datalab/domain';
import { concat, fromHex, isHex, toHex, utf8 } from '../bytes.js';
import type { RegisteredHolder } from '../holder/registered-holder.js';
import type { Identifier } from '../identifier/identifier.js';
import { HASH_BYTES } from '../voprf/ristretto.js';
import { PseudonymisationInterrupted, type Checkpoint } from './checkpoint.js';
import type { PseudonymTable } from './pseudonym-table.js';
import { pseudonymise, type PseudonymiseOptions } from './pseudonymise.js';
import type { Transport } from './transport.js';

/** Where an interrupted run is kept, at the partner: a file, or the browser's own storage. Holds pseudonyms: never on the way to the platform. */
export interface CheckpointStore {
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
  clear(): Promise<void>;
}

/** A checkpoint is kept after so many batches, besides after an interruption: what a crash costs at most is asked, and charged, again. */
const KEEP_EVERY = 10;

/**
 * `pseudonymise` that goes on where an earlier run over the same identifiers stopped, under the same key. What does not fit (another file,
 * another key, damaged) is dropped and the run begins anew. After the last identifier nothing is kept.
 */
export async function resumableRun(
  identifiers: Iterable<Identifier>,
  holders: readonly RegisteredHolder[],
  transport: Transport,
  options: Omit<PseudonymiseOptions, 'resumeFrom'>,
  store: CheckpointStore,
): Promise<PseudonymTable> {
  const kept = decodeCheckpoint(await store.load());
  let saving = Promise.resolve();
  let batches = 0;
  const run = (resumeFrom: Checkpoint | undefined) =>
    pseudonymise(identifiers, holders, transport, {
      ...options,
      ...(resumeFrom === undefined ? {} : { resumeFrom }),
      onProgress: (progress) => {
        options.onProgress?.(progress);
        batches += 1;
        if (batches % KEEP_EVERY !== 0) return;
        const checkpoint = progress.checkpoint();
        saving = saving.then(() => store.save(encodeCheckpoint(checkpoint)));
      },
    });
  try {
    const table = await run(kept).catch((reason: unknown) => {
      if (reason instanceof DomainError && reason.code === 'pseudonym.checkpoint-mismatch') return run(undefined);
      throw reason;
    });
    await saving;
    await store.clear();
    return table;
  } catch (reason) {
    await saving;
    if (reason instanceof PseudonymisationInterrupted) await store.save(encodeCheckpoint(reason.checkpoint));
    throw reason;
  }
}

/** One line of JSON, then the pseudonyms as they are. */
export function encodeCheckpoint({ labKey, done, identifiers, pseudonyms }: Checkpoint): Uint8Array {
  return concat(utf8(`${JSON.stringify({ labKey, done, identifiers: toHex(identifiers) })}\n`), pseudonyms);
}

/** The checkpoint again; undefined where the bytes are none. */
export function decodeCheckpoint(bytes: Uint8Array | undefined): Checkpoint | undefined {
  const end = bytes?.indexOf(10) ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  try {
    const head = JSON.parse(String.fromCharCode(...bytes.subarray(0, Math.min(end, 1024)))) as Record<string, unknown>;
    const { labKey, done, identifiers } = head;
    const pseudonyms = bytes.slice(end + 1);
    const fits = typeof done === 'number' && pseudonyms.length === done * HASH_BYTES;
    if (!fits || typeof labKey !== 'string' || !isHex(identifiers, HASH_BYTES)) return undefined;
    return { labKey, done, identifiers: fromHex(identifiers, HASH_BYTES, 'identifiers'), pseudonyms };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps nothing: for a run that nobody resumes. */
export const noCheckpoints: CheckpointStore = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
