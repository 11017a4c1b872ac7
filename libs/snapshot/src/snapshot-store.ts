import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withDuckDb } from './duck-db.js';

/** The rows of a lab at one moment, frozen. Two snapshots of the same rows have the same digest, wherever and whenever made. */
export interface Snapshot {
  /** SHA-256 (hex) over the canonical row streams, reports first, then counts. */
  digest: string;
  reportsFile: string;
  countsFile: string;
}

export interface RowStreams {
  reports: (rows: Readable) => Promise<void>;
  counts: (rows: Readable) => Promise<void>;
}

const TYPES = {
  reports: `{dataset_id: 'VARCHAR', record_hash: 'VARCHAR', occurred_on: 'DATE', occurred_precision: 'VARCHAR',
    occurred_hour: 'TINYINT', category: 'VARCHAR', area_code: 'VARCHAR', concerns_household: 'TINYINT', household: 'BIGINT'}`,
  counts: `{dataset_id: 'VARCHAR', record_hash: 'VARCHAR', starts_on: 'DATE', period: 'VARCHAR', category: 'VARCHAR',
    area_code: 'VARCHAR', count: 'BIGINT'}`,
};

/**
 * A folder of snapshots, each under its digest. The digest is of the rows as they were streamed; the Parquet files are a cache of
 * them that can be read fast. Only the worker reaches this folder.
 */
export class SnapshotStore {
  constructor(private readonly folder: string) {}

  /**
   * Freezes what `fill` streams (CSV with a header, in canonical order). Writes beside the others and moves into place at the end: a
   * folder under a digest is always whole. A digest that is there already is left as it is.
   */
  async write(fill: (write: RowStreams) => Promise<void>): Promise<Snapshot> {
    await mkdir(this.folder, { recursive: true });
    const draft = await mkdtemp(join(this.folder, 'draft-'));
    try {
      const hash = createHash('sha256');
      const keep = (name: 'reports' | 'counts') => (rows: Readable) => {
        hash.update(`${name}\n`);
        const measure = new Transform({
          transform(chunk: Buffer, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
          },
        });
        return pipeline(rows, measure, createWriteStream(join(draft, `${name}.csv`)));
      };
      await fill({ reports: keep('reports'), counts: keep('counts') });
      for (const name of ['reports', 'counts'] as const) await toParquet(draft, name);
      return await this.moveIntoPlace(draft, hash.digest('hex'));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  /** The snapshot of this digest, or undefined where its files are not (or no longer) here. */
  async find(digest: string): Promise<Snapshot | undefined> {
    const snapshot = this.at(digest);
    const there = await stat(snapshot.reportsFile).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return there && snapshot;
  }

  /** Removes the files of a snapshot for good; fine when they are gone already. */
  async destroy(digest: string): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('a snapshot is named by a SHA-256');
    await rm(join(this.folder, digest), { recursive: true, force: true });
  }

  private at(digest: string): Snapshot {
    const folder = join(this.folder, digest);
    return { digest, reportsFile: join(folder, 'reports.parquet'), countsFile: join(folder, 'counts.parquet') };
  }

  private async moveIntoPlace(draft: string, digest: string): Promise<Snapshot> {
    if ((await this.find(digest)) === undefined)
      await rename(draft, join(this.folder, digest)).catch((error: NodeJS.ErrnoException) => {
        // Another worker froze the same rows at the same time: its files are as good as these.
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
    return this.at(digest);
  }
}

async function toParquet(folder: string, name: 'reports' | 'counts'): Promise<void> {
  const csv = join(folder, `${name}.csv`);
  await withDuckDb(folder, async (duck) => {
    await duck.run(
      `copy (select * from read_csv($csv, header = true, columns = ${TYPES[name]}, nullstr = '', auto_detect = false))
       to '${sqlText(join(folder, `${name}.parquet`))}' (format parquet, compression zstd)`,
      { csv },
    );
  });
  await rm(csv);
}

const sqlText = (text: string): string => text.replaceAll("'", "''");
