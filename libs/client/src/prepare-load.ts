import { createHash, createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { canonicalise, openTable, type CanonicalResult, type Mapping, type RegionContext } from '@datalab/intake';

export interface PreparedLoad {
  /** Canonical NDJSON, ready to upload. */
  path: string;
  bytes: number;
  sha256: string;
  result: CanonicalResult;
}

export interface PrepareOptions {
  mapping: Mapping;
  region: RegionContext;
  /** The organisation's own key for record hashes; it never leaves the partner. */
  organisationKey: Uint8Array;
  /** Last day that is not in the future, in the region's zone. */
  today: string;
}

/**
 * Makes the canonical file of a partner's file, on the partner's own machine: the raw file is read here and goes nowhere. Memory does not grow
 * with the file. Throws Refusal where the file is of another layout; faults in rows stand in the result.
 */
export async function prepareLoad(file: string, target: string, options: PrepareOptions): Promise<PreparedLoad> {
  const { mapping, region, organisationKey, today } = options;
  const table = await openTable(createReadStream(file), basename(file));
  const hash = (message: string) => createHmac('sha256', organisationKey).update(message).digest('hex');
  const { batches, result } = canonicalise(table, mapping, region, { hash, today });
  const digest = createHash('sha256');
  const output = await open(target, 'w');
  let bytes = 0;
  try {
    for await (const { rows } of batches) {
      const text = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      digest.update(text);
      await output.write(text);
      bytes += text.length;
    }
  } finally {
    await output.close();
  }
  return { path: target, bytes, sha256: digest.digest('hex'), result: result() };
}
