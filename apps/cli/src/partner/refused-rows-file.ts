import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  canonicalise,
  openTable,
  refusedRowsHead,
  refusedRowsLines,
  type Mapping,
  type RegionContext,
} from '@datalab/intake';

/**
 * Writes the rows of a partner's file that have an issue, with the reasons, beside that file: to be repaired and delivered again. It holds what
 * the rows hold, so this user alone can read it; it opens in Excel without running anything. Returns how many rows it holds.
 */
export async function writeRefusedRows(
  file: string,
  target: string,
  { mapping, region, today }: { mapping: Mapping; region: RegionContext; today: string },
): Promise<number> {
  const table = await openTable(createReadStream(file), basename(file));
  // Nothing is kept of these rows but the faulty ones as they are: no hash is needed.
  const { batches } = canonicalise(table, mapping, region, { hash: () => '0'.repeat(64), today });
  const output = await open(target, 'w', 0o600);
  let rows = 0;
  try {
    await output.write(refusedRowsHead(table.header));
    for await (const { refused, issues } of batches) {
      if (refused.length > 0) await output.write(refusedRowsLines(refused, issues));
      rows += refused.length;
    }
  } finally {
    await output.close();
  }
  return rows;
}
