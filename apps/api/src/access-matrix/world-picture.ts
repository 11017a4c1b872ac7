import { randomUUID } from 'node:crypto';
import { GRID_LEVEL } from '@datalab/domain';
import { insertComparisons } from './world-facts.js';
import type { Insert } from './world-governance.js';

/** One organisation's part in a picture, with the number that stands for its exact figures. */
export interface PicturePart {
  place: { lab_id: string; organisation_id: string; dataset_id: string };
  exact: number;
}

/** The square of 200 m of which the picture has a cell; its middle lies in B01. */
export const SQUARE = 'E1162N4802';

/** One snapshot of a lab, with a cell of each tier for each of its datasets. */
export async function fillPicture(insert: Insert, labId: string, parts: readonly PicturePart[]): Promise<string> {
  const snapshot = { lab_id: labId, snapshot_id: randomUUID() };
  const periods = [{ grain: 'year', period: '2024', delivered: 'full' }];
  await insert('snapshot', {
    id: snapshot.snapshot_id,
    lab_id: snapshot.lab_id,
    digest: 'd'.repeat(64),
    created_at: '2024-06-01T00:00:00Z',
    manifest: {
      inputs: 'x',
      squares: true,
      sources: parts.map(({ place }) => ({
        datasetId: place.dataset_id,
        lowestLevel: 'buurt',
        grains: ['year'],
        categories: ['noise'],
        periods,
        changes: [],
        householdKeyCoverage: 1,
        hours: 'most',
      })),
    },
  });
  for (const { place, exact } of parts) {
    const map = { ...snapshot, ...place, level: 'buurt', grain: 'year', period: '2024', category: 'all' };
    await insert('hotspot_test', { ...map, tested_areas: 24 });
    await insertComparisons(insert, map, exact);
    for (const tier of ['own', 'lab', 'public'])
      for (const [level, area_code] of [
        ['buurt', 'B01'],
        ['gemeente', 'G'],
      ])
        await insert('cell', {
          ...map,
          tier,
          level,
          area_code,
          state: 'shown',
          reports: tier === 'own' ? exact : 20,
          rate_per_thousand: 2,
          smoothed_rate: 2.1,
          z: 2.5,
          hotspot: 'hot',
        });
    for (const tier of ['own', 'lab', 'public']) {
      const cell = { tier, area_code: 'B01', state: 'shown', reports: tier === 'own' ? exact : 20 };
      await insert('cell', { ...map, ...cell, grain: 'block_of_week', period: 'week-3' });
      await insert('cell', { ...map, ...cell, level: GRID_LEVEL, area_code: SQUARE });
    }
  }
  return snapshot.snapshot_id;
}
