import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { findLoad, type LoadEntity, type LoadTotals, type ScreeningAnswer } from '@datalab/data';
import { OUT_OF_SCOPE, type CoveredRange } from '@datalab/domain';
import type { DatasetKey, PersonName } from './installation.factory.js';
import { sealedText, type TestRow } from './sealed-rows.factory.js';
import type { TestLab } from './test-lab.js';

const ALL_OF_2024_SO_FAR: readonly CoveredRange[] = [{ from: '2024-01-01', to: '2024-05-31' }];

/** What somebody delivers; what is left out is as an honest client would say it. */
export interface Delivery {
  by: PersonName;
  dataset: DatasetKey;
  rows: readonly TestRow[];
  covers?: readonly CoveredRange[];
  /** What the file holds, where that is not the rows. */
  text?: string;
  declared?: Partial<LoadTotals> & { contentSha256?: string };
  answers?: readonly ScreeningAnswer[];
  confirmDifference?: boolean;
}

/** Opens a load and uploads it, by the real services; it waits for its check. */
export async function uploadLoad(lab: TestLab, delivery: Delivery): Promise<LoadEntity> {
  const { rows, covers = ALL_OF_2024_SO_FAR, declared: { contentSha256, ...totals } = {} } = delivery;
  const ctx = await lab.as(delivery.by);
  const text = delivery.text ?? sealedText(lab.ids.dataset(delivery.dataset), rows);
  const load = await lab.loads.open(ctx, {
    datasetId: lab.ids.dataset(delivery.dataset),
    covers,
    totals: { ...totalsOf(rows), ...totals },
    contentSha256: contentSha256 ?? createHash('sha256').update(text).digest('hex'),
    ...(delivery.answers && { answers: delivery.answers }),
    confirmDifference: delivery.confirmDifference,
  });
  await writeFile(lab.uploads.fileOf(load.id), text);
  return lab.loads.finishUpload(ctx, load.id, Buffer.byteLength(text));
}

/** Does the work that finishing an upload asks for, as the worker does it, and gives the load as it is then. */
export async function checkLoad(lab: TestLab, load: LoadEntity): Promise<LoadEntity> {
  const { labId } = load;
  await lab.ingest.execute({ labId, actorId: load.createdBy, requestId: 'ingest' }, load.id);
  const worker = await lab.database.as('worker');
  return (await worker.inTransaction({ labId }, (tx) => findLoad(tx, load.id)))!;
}

/** Uploads a load and has it checked. */
export const deliver = async (lab: TestLab, delivery: Delivery): Promise<LoadEntity> =>
  checkLoad(lab, await uploadLoad(lab, delivery));

function totalsOf(rows: readonly TestRow[]): LoadTotals {
  const placed = (placement: string) => rows.filter((row) => row.placement === placement).length;
  return {
    rows: rows.length,
    inRegion: placed('in_region'),
    outsideRegion: placed('outside_region'),
    noArea: placed('no_area'),
    outOfScope: rows.filter((row) => 'category' in row && row.category === OUT_OF_SCOPE).length,
    skipped: 0,
  };
}
