import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SnapshotKeyFolder } from './snapshot-key-folder.js';
import { SnapshotStore } from './snapshot-store.js';

/** The secret of the noise in tests. */
export const NOISE = new Uint8Array(32).fill(3);

/** A store under `folder`, with its keys in `keys` beside it. */
export function storeIn(folder: string): SnapshotStore {
  const keyFolder = join(folder, 'keys');
  const keys = new SnapshotKeyFolder(keyFolder, new Uint8Array(32).fill(9));
  return new SnapshotStore(join(folder, 'snapshots'), { keys, keyFolder, noise: NOISE });
}

/** Reports as they are streamed, each from: dataset, hash, day, precision, hour, category, area, concerns a household, household[, grid cell, reporter, near care]. */
export const reportLines = (rows: readonly string[]): Readable =>
  Readable.from(
    [
      'dataset_id,organisation_id,record_hash,occurred_on,occurred_precision,occurred_hour,category,area_code,grid_cell,concerns_household,household,reporter,near_care',
      ...rows.map((row) => {
        const [
          dataset,
          hash,
          day,
          precision,
          hour,
          category,
          area,
          concerns,
          household,
          grid = '',
          reporter = '',
          near = '',
        ] = row.split(',');
        const where = [area, grid, concerns, household, reporter, near];
        return [dataset, 'org', hash, day, precision, hour, category, ...where].join(',');
      }),
      '',
    ].join('\n'),
  );

/** Counts as they are streamed, each from: dataset, hash, first day, period, category, area, count. */
export const countLines = (rows: readonly string[]): Readable =>
  Readable.from(
    [
      'dataset_id,organisation_id,record_hash,starts_on,period,category,area_code,count',
      ...rows.map((row) => row.replace(',', ',org,')),
      '',
    ].join('\n'),
  );
