import { createReadStream } from 'node:fs';
import { prepareLoad, type PreparedLoad } from '@datalab/client';
import type { RegionContext } from '@datalab/intake';
import Papa from 'papaparse';
import { RAW_MAPPING } from './raw-file.js';

/** Makes the canonical file as a partner's client does, and times it; in milliseconds. */
export async function timeClientHalf(
  raw: string,
  target: string,
  region: RegionContext,
): Promise<{ prepared: PreparedLoad; milliseconds: number }> {
  const start = performance.now();
  const prepared = await prepareLoad(raw, target, {
    mapping: RAW_MAPPING,
    region,
    organisationKey: Buffer.alloc(32, 7),
    today: new Date().toISOString().slice(0, 10),
  });
  if (!prepared.result.acceptable)
    throw new Error(`the bench's own file is not right: ${JSON.stringify(prepared.result.issues)}`);
  return { prepared, milliseconds: performance.now() - start };
}

/** Times papaparse reading the same file into cells and doing nothing with them; in milliseconds. */
export async function timePapaparse(raw: string, rows: number): Promise<number> {
  const start = performance.now();
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(raw, { highWaterMark: 1 << 19 }), {
      delimiter: ';',
      chunk: ({ data }) => void (seen += data.length),
      complete: () => resolve(),
      error: reject,
    });
  });
  const milliseconds = performance.now() - start;
  if (seen < rows) throw new Error(`papaparse saw ${seen} of ${rows} rows`);
  return milliseconds;
}
