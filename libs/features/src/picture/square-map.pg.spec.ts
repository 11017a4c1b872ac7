import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GRID_LEVEL } from '@datalab/domain';
import { gridSquaresOf } from '@datalab/intake';
import { deliver, describeWithDatabase, reportRows, TestLab, testRegion, type PersonName } from '@datalab/testing';
import { RegionsService } from '../regions/regions.service.js';
import type { SquaresQuery } from './squares.service.js';

const AREAS = testRegion().areas;
const SQUARES = gridSquaresOf(AREAS.flatMap(({ code, geometry }) => (geometry === null ? [] : [[code, geometry]])));
const isInW1 = (areaCode: string) => AREAS.find(({ code }) => code === areaCode)!.parentCode === 'W1';
const [AT, IN] = [...SQUARES].find(([, area]) => isInW1(area))!;
const OTHER = [...SQUARES].find(([, area]) => !isInW1(area))![0];

describeWithDatabase('the map of squares', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(40, { area_code: IN }) });
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  const ask = async (name: PersonName, query: Partial<SquaresQuery> = {}) =>
    lab.squares.getSheet(await lab.as(name), {
      labId: lab.ids.lab('overlast'),
      view: 'lab',
      datasetId: lab.ids.dataset('meldingen'),
      year: '2024',
      category: 'all',
      ...query,
    });
  /** Puts a number in two squares, another one for each who looks, in a picture that tells squares. */
  const fill = () =>
    lab.database.look(
      `with told as (update snapshot set manifest = manifest || '{"squares": true}' where lab_id = $1 returning id)
       insert into cell (lab_id, snapshot_id, tier, organisation_id, dataset_id, level, grain, period, category, area_code, state, reports)
       select $1, told.id, tier, $2, $3, $4, 'year', '2024', 'all', code, 'shown', reports
       from told, unnest($5::text[]) code, (values ('own', 22), ('lab', 21), ('public', 20)) as seen (tier, reports)`,
      [
        lab.ids.lab('overlast'),
        lab.ids.organisation('gemeente'),
        lab.ids.dataset('meldingen'),
        GRID_LEVEL,
        [AT, OTHER],
      ],
    );

  it('is not there in a picture that tells none', async () => {
    await lab.database.look(`update snapshot set manifest = manifest - 'squares'`);
    expect((await lab.pictures.findOverview(await lab.as('petra'), lab.ids.lab('overlast')))?.hasSquares).toBe(false);
    await expect(ask('petra')).rejects.toMatchObject({ code: 'picture.no-squares' });
    await expect(ask('petra', { year: '2024-01' })).rejects.toMatchObject({ code: 'period.malformed' });
    await expect(ask('greta')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('tells everybody what they may see of it: the lab, a wijkteam, the own organisation, nobody of another lab', async () => {
    await fill();
    const seen = async (name: PersonName, view: 'lab' | 'mirror' = 'lab') =>
      new Map((await ask(name, { view })).squares.map(({ code, tier, reports }) => [code, `${tier} ${reports}`]));
    const all = (told: string) => new Map([AT, OTHER].map((code) => [code, told]));
    expect(await seen('petra')).toEqual(all('lab 21'));
    expect(await seen('wilma')).toEqual(
      new Map([
        [AT, 'lab 21'],
        [OTHER, 'public 20'],
      ]),
    );
    expect(await seen('sanne', 'mirror')).toEqual(all('own 22'));
    await expect(ask('petra', { view: 'mirror' })).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(ask('greta')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('has for a square without a number the number of the area that it lies in, or what is next to that', async () => {
    const { answers, delivered } = await ask('petra');
    expect(delivered).toBe('partial');
    const of = (code: string) => answers.find(({ areaCode }) => areaCode === code)?.nearest;
    expect(of(IN)).toMatchObject({ areaCode: IN, level: 'buurt', period: '2024' });
    // Of its neighbour nothing is told: the wijk stands nearest.
    const neighbour = AREAS.find(({ code, parentCode }) => parentCode === 'W1' && code !== IN)!.code;
    expect(of(neighbour)).toMatchObject({ areaCode: 'W1', period: '2024' });
    expect(answers.every(({ areaCode }) => areaCode.startsWith('B'))).toBe(true);
    expect((await ask('sanne', { view: 'mirror' })).answers).toEqual([]);
  });

  it('is drawn from outlines that every square of the region has, with the area that it lies in', async () => {
    const regions = new RegionsService(await lab.database.as('api'));
    const shapes = await regions.listShapes(lab.ids.region, GRID_LEVEL);
    expect(new Map(shapes.map((shape) => [shape.code, 'areaCode' in shape ? shape.areaCode : undefined]))).toEqual(
      SQUARES,
    );
    expect(shapes.every(({ geometry }) => geometry?.type === 'Polygon')).toBe(true);
  });
});
