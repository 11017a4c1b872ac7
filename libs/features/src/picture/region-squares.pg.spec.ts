import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countSquares, findSnapshot, listSquareAreas, listSquares, type CellView, type Database } from '@datalab/data';
import { GRID_LEVEL } from '@datalab/domain';
import { gridSquaresOf } from '@datalab/intake';
import { deliver, describeWithDatabase, reportRows, TestLab, testRegion, type PersonName } from '@datalab/testing';
import { RegionImportService } from '../regions/region-import.service.js';

const OUTLINES = testRegion().areas.flatMap(({ code, geometry }) =>
  geometry === null ? [] : [[code, geometry] as const],
);
const SQUARES = gridSquaresOf(OUTLINES);

describeWithDatabase('the squares of a region', () => {
  let lab: TestLab;
  let api: Database;
  beforeAll(async () => {
    lab = await TestLab.open();
    api = await lab.database.as('api');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  const asApi = async <T>(name: PersonName, look: Parameters<typeof api.inTransaction<T>>[1]) =>
    api.inTransaction({ userId: lab.ids.person(name) }, look);
  const wijkOf = (areaCode: string) => testRegion().areas.find(({ code }) => code === areaCode)!.parentCode;

  it('are worked out when the first picture is made, and again after the region was imported anew', async () => {
    expect(SQUARES.size).toBeGreaterThan(3);
    expect(await asApi('sanne', (tx) => listSquareAreas(tx, lab.ids.region))).toEqual(SQUARES);
    await new RegionImportService(await lab.database.as('operator')).import(testRegion());
    expect(await asApi('sanne', (tx) => countSquares(tx, lab.ids.region))).toBe(0);
    await lab.buildPicture();
    expect(await asApi('sanne', (tx) => countSquares(tx, lab.ids.region))).toBe(SQUARES.size);
  });

  it('are seen as their area is: a wijkteam member the own ones as the lab does, others as everybody, nobody of another lab', async () => {
    const labId = lab.ids.lab('overlast');
    const [{ id: snapshotId }] = (await lab.database.look<{ id: string }>(
      'select id from snapshot where lab_id = $1 order by created_at desc limit 1',
      [labId],
    )) as [{ id: string }];
    const datasetId = lab.ids.dataset('meldingen');
    await lab.database.look(
      `insert into cell (lab_id, snapshot_id, tier, organisation_id, dataset_id, level, grain, period, category, area_code, state, reports)
       select $1, $2, tier, $3, $4, $5, 'year', '2024', 'all', code, 'shown', 20
       from unnest($6::text[]) code, unnest(array['own', 'lab', 'public']) tier`,
      [labId, snapshotId, lab.ids.organisation('gemeente'), datasetId, GRID_LEVEL, [...SQUARES.keys()]],
    );
    const key = { labId, snapshotId, datasetId, category: 'all', year: '2024' };
    const see = async (name: PersonName, view: CellView) =>
      new Map(
        (await asApi(name, (tx) => listSquares(tx, key, view))).map(({ code, areaCode, tier }) => {
          expect(SQUARES.get(code)).toBe(areaCode);
          return [code, tier];
        }),
      );
    const everyAs = (tier: string) => new Map([...SQUARES.keys()].map((code) => [code, tier]));
    expect(await see('petra', { tier: 'lab' })).toEqual(everyAs('lab'));
    const labAreas = testRegion().areas.flatMap(({ code, lineage }) => (lineage.includes('W1') ? [code] : []));
    const expected = new Map([...SQUARES].map(([code, area]) => [code, wijkOf(area) === 'W1' ? 'lab' : 'public']));
    expect(new Set(expected.values()).size).toBe(2);
    expect(await see('wilma', { tier: 'lab', labAreas })).toEqual(expected);
    // The second wall alone: of the lab tier no more than the squares of W1.
    const own = [...expected].flatMap(([code, tier]) => (tier === 'lab' ? [code] : []));
    expect([...(await see('wilma', { tier: 'lab' })).keys()]).toEqual(own);
    expect((await see('greta', { tier: 'lab' })).size).toBe(0);
    expect((await see('pim', { tier: 'own' })).size).toBe(0);
    expect((await asApi('sanne', (tx) => findSnapshot(tx, labId)))?.id).toBe(snapshotId);
  });
});
