import { createHmac, createSecretKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { canonicalise, openTable, safeLine, type Mapping, type RegionContext } from '@datalab/intake';

export interface ResolveOptions {
  /** The mapping that the file was delivered with: another one gives other rows, and so other hashes. */
  mapping: Mapping;
  region: RegionContext;
  /** The organisation's own key for record hashes; it never leaves the partner. */
  organisationKey: Uint8Array;
  /** Last day that is not in the future, in the region's zone. */
  today: string;
}

export interface ResolvedRecords {
  /** Rows of the file that were written. */
  rows: number;
  /** Hashes of the list that this file has a record for, and those that it has not: they came from another delivery. */
  found: number;
  missing: number;
}

/**
 * The receiver's end of the way back: makes the record hashes of the partner's own file again, on the partner's own machine, and writes the rows whose
 * hash is in the list to `target`, as they stand in the file, for this user alone. Nothing is sent. The file is read twice; memory grows with the list.
 * Throws Refusal where the file is of another layout.
 */
export async function resolveRecords(
  file: string,
  target: string,
  hashes: Iterable<string>,
  { mapping, region, organisationKey, today }: ResolveOptions,
): Promise<ResolvedRecords> {
  const key = createSecretKey(organisationKey);
  const hash = (message: string) => createHmac('sha256', key).update(message).digest('hex');
  const table = () => openTable(createReadStream(file), basename(file));

  const wanted = new Set(hashes);
  const found = new Set<string>();
  const lines = new Set<number>();
  for await (const { rows, lines: of } of canonicalise(await table(), mapping, region, { hash, today }).batches)
    rows.forEach(({ record_hash }, i) => {
      if (!wanted.has(record_hash)) return;
      found.add(record_hash);
      lines.add(of[i]!);
    });

  const again = await table();
  const output = await open(target, 'w', 0o600);
  let written = 0;
  try {
    await output.write(`\uFEFF${safeLine(again.header)}`);
    for await (const batch of again.batches()) {
      const own = batch.filter(({ row }) => lines.has(row));
      written += own.length;
      if (own.length > 0) await output.write(own.map(({ cells }) => safeLine(cells)).join(''));
    }
  } finally {
    await output.close();
  }
  return { rows: written, found: found.size, missing: wanted.size - found.size };
}
