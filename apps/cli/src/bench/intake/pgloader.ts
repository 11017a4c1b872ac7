import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { emptyReports } from './plain-copy.js';

const PGLOADER = '/usr/bin/pgloader';

/** Undefined where it can be run here; else why not. */
export const pgloaderMissing = (): string | undefined =>
  existsSync(PGLOADER) ? undefined : `${PGLOADER} is not installed (Debian: apt-get install pgloader)`;

/** Times pgloader on the same rows, from its start to its end; in milliseconds. Throws where it did not bring all of them in. */
export async function timePgloader(
  admin: pg.Pool,
  url: string,
  csv: string,
  columns: readonly string[],
  rows: number,
): Promise<number> {
  await emptyReports(admin);
  const fields = columns.map((column) => `${column} [null if blanks]`).join(', ');
  const script = `${csv}.load`;
  const text = `LOAD CSV FROM '${csv}' (${fields})
     INTO ${url} TARGET TABLE public.report (${columns.join(', ')})
     WITH fields optionally enclosed by '"', fields escaped by double-quote, fields terminated by ',';\n`;
  // It holds the password of the scratch database.
  await writeFile(script, text, { mode: 0o600 });
  const start = performance.now();
  const child = spawn(PGLOADER, ['--quiet', '--root-dir', `${csv}.work`, script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  const milliseconds = performance.now() - start;
  const { rows: found } = await admin.query<{ n: number }>('select count(*)::int as n from report');
  if (code !== 0 || found[0]!.n !== rows)
    throw new Error(`pgloader ended with ${code} and ${found[0]!.n} of ${rows} rows:\n${said.slice(-1_000)}`);
  return milliseconds;
}
