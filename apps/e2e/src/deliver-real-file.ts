import { createReadStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deliverLoad, prepareLoad, regionOfLab, type DeliveredLoad, type PlatformSession } from '@datalab/client';
import type { CoveredRange } from '@datalab/domain';
import { openTable, proposeMapping, type CanonicalResult, type Mapping } from '@datalab/intake';

export interface Delivery {
  mapping: Mapping;
  result: CanonicalResult;
  load: DeliveredLoad;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

interface LabDatasets {
  lab: { datasets: { id: string; name: string }[] };
}

export async function datasetNamed(session: PlatformSession, labId: string, name: string): Promise<string> {
  const { lab } = await session.ask<LabDatasets>('query ($id: ID!) { lab(id: $id) { datasets { id name } } }', {
    id: labId,
  });
  return lab.datasets.find((dataset) => dataset.name === name)!.id;
}

/** Delivers a file as a steward would, with the mapping that the intake proposes and the coverage that it proposes (or the one given). */
export async function deliverRealFile(
  session: PlatformSession,
  labId: string,
  datasetName: string,
  file: string,
  covers?: readonly CoveredRange[],
): Promise<Delivery> {
  const region = await regionOfLab(session, labId);
  const table = await openTable(createReadStream(file), basename(file));
  const { mapping } = proposeMapping(table.header, table.sample, region, { today: today() });
  if (mapping === undefined) throw new Error('the intake has no mapping for this file');
  const folder = await mkdtemp(join(tmpdir(), 'delivery-'));
  const prepared = await prepareLoad(file, join(folder, 'canonical.ndjson'), {
    mapping,
    region,
    organisationKey: new TextEncoder().encode('a key of the story'),
    today: today(),
  });
  const datasetId = await datasetNamed(session, labId, datasetName);
  const load = await deliverLoad(session, datasetId, prepared, covers ?? prepared.result.coverage.ranges);
  return { mapping, result: prepared.result, load };
}
