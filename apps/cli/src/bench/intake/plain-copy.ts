import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

type Format = 'text' | 'csv';

/** Writes the rows that the table holds now to a file, as COPY gives them. */
export async function exportReports(admin: pg.Pool, path: string, format: Format): Promise<void> {
  const client = await admin.connect();
  try {
    await pipeline(client.query(copyTo(`copy report to stdout (format ${format})`)), createWriteStream(path));
  } finally {
    client.release();
  }
}

/** Columns of the table in order, as COPY writes them. */
export async function reportColumns(admin: pg.Pool): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'report'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  return rows.map(({ name }) => name);
}

/** Empties the table, then times one plain COPY of the file into it, constraints and indexes and all; in milliseconds. */
export async function timePlainCopy(admin: pg.Pool, path: string): Promise<number> {
  await emptyReports(admin);
  const client = await admin.connect();
  try {
    const start = performance.now();
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 19 }),
      client.query(copyFrom('copy report from stdin (format text)')),
    );
    return performance.now() - start;
  } finally {
    client.release();
  }
}

/** Takes the rows away and leaves their loads, to which they refer. */
export async function emptyReports(admin: pg.Pool): Promise<void> {
  await admin.query('truncate report');
  // Every run begins with the log written out, so that none pays for the one before.
  await admin.query('checkpoint');
}
