import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText, withDuckDb } from './duck-db.js';
import { destroySnapshotKey, type SnapshotKeyFolder } from './snapshot-key-folder.js';
import { REPORT_COLUMNS, reportsQuery, COUNT_COLUMNS, countsQuery, PROVISION_USE_COLUMNS } from './snapshot-rows.js';
import { defineUnitKeys } from './unit-keys.js';

/** The rows of a lab at one moment, frozen. Two snapshots of the same rows have the same digest, wherever and whenever made. */
export interface Snapshot {
  /** SHA-256 (hex) over the canonical row streams: reports, then counts, then provision use where there is any. */
  digest: string;
  folder: string;
  /** Of Parquet's own encryption; see `readSnapshot`. Never to be stored or logged. */
  key: string;
}

export interface RowStreams {
  reports: (rows: Readable) => Promise<void>;
  counts: (rows: Readable) => Promise<void>;
  /** Left out where a lab has none. */
  provisionUse: (rows: Readable) => Promise<void>;
}

type Part = keyof RowStreams;

/** The file in a snapshot's folder that names its key. */
const KEY_NAME = 'key-name';

/** Removes snapshots: all that upkeep can do, for it holds no key to read with. */
export class SnapshotEraser {
  constructor(
    protected readonly folder: string,
    private readonly keyFolder: string,
  ) {}

  /** Destroys the key of a snapshot and then its files; fine when they are gone already. */
  async destroy(digest: string): Promise<void> {
    const folder = this.folderOf(digest);
    const name = await keyNameIn(folder);
    if (name !== undefined) await destroySnapshotKey(this.keyFolder, name);
    await rm(folder, { recursive: true, force: true });
  }

  protected folderOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('a snapshot is named by a SHA-256');
    return join(this.folder, digest);
  }
}

export interface SnapshotSecrets {
  keys: SnapshotKeyFolder;
  /** Where `keys` lie. */
  keyFolder: string;
  /** The platform's secret for the noise; see `defineUnitKeys`. */
  noise: Uint8Array;
}

/**
 * A folder of snapshots, each under its digest and encrypted with a key of its own. The digest is of the rows as they were streamed; the
 * Parquet files are a cache of them that can be read fast, with the keys of the noise beside the rows. Only the worker reaches this folder.
 */
export class SnapshotStore extends SnapshotEraser {
  constructor(
    folder: string,
    private readonly secrets: SnapshotSecrets,
  ) {
    super(folder, secrets.keyFolder);
  }

  /**
   * Freezes what `fill` streams (CSV with a header, in canonical order). Writes beside the others and moves into place at the end: a
   * folder under a digest is always whole. A digest that is there already is left as it is.
   */
  async write(fill: (write: RowStreams) => Promise<void>): Promise<Snapshot> {
    await mkdir(this.folder, { recursive: true });
    const draft = await mkdtemp(join(this.folder, 'draft-'));
    try {
      const hash = createHash('sha256');
      const keep = (name: Part) => (rows: Readable) => {
        hash.update(`${name}\n`);
        const measure = new Transform({
          transform(chunk: Buffer, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
          },
        });
        return pipeline(rows, measure, createWriteStream(join(draft, `${name}.csv`)));
      };
      await fill({ reports: keep('reports'), counts: keep('counts'), provisionUse: keep('provisionUse') });
      const digest = hash.digest('hex');
      return (await this.find(digest)) ?? (await this.encrypt(draft, digest));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  /** The snapshot of this digest, or undefined where its files or its key are not (or no longer) here. */
  async find(digest: string): Promise<Snapshot | undefined> {
    const folder = this.folderOf(digest);
    const name = await keyNameIn(folder);
    const key = name === undefined ? undefined : await this.secrets.keys.find(name);
    return key && { digest, folder, key: Buffer.from(key).toString('base64') };
  }

  private async encrypt(draft: string, digest: string): Promise<Snapshot> {
    const { name, key } = await this.secrets.keys.make();
    const snapshot = { digest, folder: draft, key: Buffer.from(key).toString('base64') };
    await withDuckDb(draft, async (duck) => {
      await defineUnitKeys(duck, this.secrets.noise);
      await useKey(duck, snapshot);
      await toParquet(duck, snapshot, 'reports', reportsQuery, REPORT_COLUMNS);
      await toParquet(duck, snapshot, 'counts', countsQuery, COUNT_COLUMNS);
      if (existsSync(join(draft, 'provisionUse.csv')))
        await toParquet(duck, snapshot, 'provisionUse', (rows) => `from ${rows}`, PROVISION_USE_COLUMNS);
    });
    await writeFile(join(draft, KEY_NAME), name);
    const isMine = await rename(draft, this.folderOf(digest)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        // Another worker froze the same rows at the same time: its files are as good as these.
        if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (isMine) return { ...snapshot, folder: this.folderOf(digest) };
    await this.secrets.keys.destroy(name);
    const theirs = await this.find(digest);
    if (theirs === undefined) throw new Error('a snapshot was destroyed while it was being made');
    return theirs;
  }
}

/**
 * Makes the rows of a snapshot readable in a DuckDB, as the views `<prefix>reports`, `<prefix>counts` and `<prefix>provision_use` (columns:
 * snapshot-rows.ts); the last is empty where the snapshot holds none.
 * Several snapshots can be read side by side, each under a prefix of its own.
 */
export async function readSnapshot(duck: DuckDBConnection, snapshot: Snapshot, prefix = ''): Promise<void> {
  await useKey(duck, snapshot, prefix);
  for (const [name, view] of Object.entries(VIEWS)) {
    const file = join(snapshot.folder, `${name}.parquet`);
    const rows = `read_parquet('${sqlText(file)}', encryption_config = {footer_key: '${keyNameOf(snapshot, prefix)}'})`;
    await duck.run(
      existsSync(file) || name !== 'provisionUse'
        ? `create view ${prefix}${view} as select *${name === 'reports' ? await withoutNearCare(duck, rows) : ''} from ${rows}`
        : `create view ${prefix}${view} as select null::varchar as dataset_id, null::varchar as organisation_id, null::varchar as record_hash,
             null::date as starts_on, null::varchar as provision, null::integer as household where false`,
    );
  }
}

/** Snapshots of before near care was kept have no such column: of none of their reports it is known. */
async function withoutNearCare(duck: DuckDBConnection, rows: string): Promise<string> {
  const columns = await (await duck.run(`describe select * from ${rows}`)).getRowObjectsJS();
  return columns.some(({ column_name: name }) => name === 'near_care') ? '' : ', null::tinyint as near_care';
}

const VIEWS: Readonly<Record<Part, string>> = { reports: 'reports', counts: 'counts', provisionUse: 'provision_use' };

/** Runs `work` on a DuckDB of its own in which this snapshot can be read. */
export const withSnapshot = <T>(snapshot: Snapshot, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> =>
  withDuckDb(snapshot.folder, async (duck) => {
    await readSnapshot(duck, snapshot);
    return work(duck);
  });

// With the prefix: the same rows frozen twice have one digest and two keys.
const keyNameOf = ({ digest }: Snapshot, prefix = ''): string => `${prefix}snapshot_${digest}`;
const useKey = (duck: DuckDBConnection, snapshot: Snapshot, prefix = '') =>
  duck.run(`pragma add_parquet_key('${keyNameOf(snapshot, prefix)}', '${sqlText(snapshot.key)}')`);

async function toParquet(
  duck: DuckDBConnection,
  snapshot: Snapshot,
  name: Part,
  query: (csv: string) => string,
  columns: string,
): Promise<void> {
  const csv = join(snapshot.folder, `${name}.csv`);
  const rows = `read_csv('${sqlText(csv)}', header = true, columns = ${columns}, nullstr = '', auto_detect = false)`;
  await duck.run(
    `copy (${query(rows)}) to '${sqlText(join(snapshot.folder, `${name}.parquet`))}'
     (format parquet, compression zstd, encryption_config {footer_key: '${keyNameOf(snapshot)}'})`,
  );
  await rm(csv);
}

async function keyNameIn(folder: string): Promise<string | undefined> {
  const name = await readFile(join(folder, KEY_NAME), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return name?.trim();
}
