import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  canonicalise,
  keyColumnsOf,
  openTable,
  Refusal,
  sealedLine,
  type AnsweredFinding,
  type CanonicalBatch,
  type CanonicalResult,
  type CanonicalRow,
  type KeyColumn,
  type Mapping,
  type RegionContext,
} from '@datalab/intake';
import {
  loadSodiumRistretto,
  RowKeyMaker,
  SealedRows,
  sharedIdentifiers,
  type Identifier,
  type PseudonymTable,
  type SealedBlock,
} from '@datalab/pseudonym';

export interface PreparedLoad {
  /** Canonical NDJSON, ready to upload. */
  path: string;
  bytes: number;
  sha256: string;
  result: CanonicalResult;
}

/** How the keys of a file are made; needed where its mapping names any. */
export interface KeyPreparation {
  /** The dataset that own codes and sealed keys are bound to. */
  datasetId: string;
  /** The worker's public key, 32 bytes. */
  sealingKey: Uint8Array;
  /** Asks the key holders; called once with every distinct identifier, after the whole file was found acceptable, and not where there is none. */
  pseudonymise: (identifiers: Iterable<Identifier>) => Promise<PseudonymTable>;
}

export interface PrepareOptions {
  mapping: Mapping;
  region: RegionContext;
  /** The organisation's own key for record hashes; it never leaves the partner. */
  organisationKey: Uint8Array;
  /** Last day that is not in the future, in the region's zone. */
  today: string;
  answered?: readonly AnsweredFinding[];
  keys?: KeyPreparation;
}

/**
 * Makes the canonical file of a partner's file, on the partner's own machine: the raw file is read here and goes nowhere. Where rows have keys the
 * file is read twice: first every row is checked and the distinct identifiers are gathered, then, with their pseudonyms, the rows are written
 * with the keys sealed to the platform's worker. Memory grows with the distinct identifiers, not with the file. Throws Refusal where the file
 * is of another layout; faults in rows stand in the result, and then no key holder was asked and `path` holds no keys.
 */
export async function prepareLoad(file: string, target: string, options: PrepareOptions): Promise<PreparedLoad> {
  const { mapping, region, organisationKey, today, answered = [], keys } = options;
  // Made once: Node needs nine times as long for a hash under a key of plain bytes.
  const key = createSecretKey(organisationKey);
  const hash = (message: string) => createHmac('sha256', key).update(message).digest('hex');
  const read = async () => {
    const table = await openTable(createReadStream(file), basename(file));
    return canonicalise(table, mapping, region, { hash, today, answered });
  };
  const columns = keyColumnsOf(mapping);
  if (columns.length === 0) return written(target, await read(), plain);
  if (keys === undefined)
    throw new Refusal('keys.not-possible', 'Dit platform neemt geen sleutels aan; kies ze niet in de vertaling.');

  const identifiers = new Set<Identifier>();
  const first = await read();
  for await (const { keys: rows } of first.batches) for (const one of sharedIdentifiers(rows)) identifiers.add(one);
  const checked = first.result();
  if (!checked.acceptable) return { path: target, bytes: 0, sha256: '', result: checked };
  await loadSodiumRistretto();
  const table = identifiers.size === 0 ? undefined : await keys.pseudonymise(identifiers);
  return written(target, await read(), sealing(columns, keys, table, hash));
}

type Reading = Awaited<ReturnType<typeof canonicalise>>;
/** Turns batches into blocks of rows with the sealed columns that belong to them. */
type Blocks = (batches: AsyncIterable<CanonicalBatch>) => AsyncGenerator<SealedBlock<CanonicalRow>>;

const plain: Blocks = async function* (batches) {
  for await (const { rows } of batches) yield { parts: [], rows };
};

const sealing = (
  columns: readonly KeyColumn[],
  { datasetId, sealingKey }: KeyPreparation,
  table: PseudonymTable | undefined,
  hash: (message: string) => string,
): Blocks =>
  async function* (batches) {
    const sealed = new SealedRows<CanonicalRow>({
      columns,
      keys: new RowKeyMaker(table, hash, datasetId),
      dataset: datasetId,
      workerPublicKey: sealingKey,
      hash,
    });
    for await (const { rows, keys } of batches) yield* sealed.add(rows, keys);
    yield* sealed.end();
  };

async function written(target: string, { batches, result }: Reading, blocks: Blocks): Promise<PreparedLoad> {
  const digest = createHash('sha256');
  const output = await open(target, 'w');
  let bytes = 0;
  try {
    for await (const { parts, rows } of blocks(batches)) {
      const sealed = parts.map(({ box, ...part }) =>
        sealedLine({ ...part, sealed: part.sealed as KeyColumn, box: Buffer.from(box).toString('base64') }),
      );
      const text = Buffer.from(
        [...sealed, ...rows.map((row) => JSON.stringify(row))].map((line) => `${line}\n`).join(''),
      );
      digest.update(text);
      await output.write(text);
      bytes += text.length;
    }
  } finally {
    await output.close();
  }
  return { path: target, bytes, sha256: digest.digest('hex'), result: result() };
}
