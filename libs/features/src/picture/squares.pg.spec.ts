import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GRID_LEVEL } from '@datalab/domain';
import { gridSquaresOf } from '@datalab/intake';
import { deliver, describeWithDatabase, reportRows, TestLab, testRegion, type TestReport } from '@datalab/testing';
import { PictureAudit } from '../ledger/picture-audit.js';
import type { AuditRun } from '../ledger/audit-run.js';
import type { PictureAuditInput } from '../ledger/coarsen-picture.js';
import { PictureBuilderService } from './picture-builder.service.js';

const SQUARES = [
  ...gridSquaresOf(testRegion().areas.flatMap(({ code, geometry }) => (geometry === null ? [] : [[code, geometry]]))),
];
/** Two squares, and one of which no middle lies in the region. */
const [[ONE, AREA], [TWO]] = SQUARES as [[string, string], [string, string]];
const OUTSIDE = 'E0000N3000';
const at = (n: number, grid_cell: string, row: Partial<TestReport> = {}): TestReport[] =>
  reportRows(n, { area_code: AREA, grid_cell, ...row });

const FIRST = [
  ...at(20, ONE),
  ...at(3, ONE, { category: 'youth' }),
  ...at(3, TWO, { category: 'youth' }),
  ...at(30, OUTSIDE),
  ...reportRows(10, { area_code: AREA }),
];

describeWithDatabase('squares of 200 m', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await show(FIRST);
  });
  afterAll(() => lab.close());

  const show = async (rows: readonly TestReport[]) => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [...rows] });
    await lab.buildPicture();
  };
  const cells = async (tier: string, where = `level = '${GRID_LEVEL}'`) =>
    new Map(
      (
        await lab.database.look<{ place: string; state: string; reports: number | null }>(
          `select area_code || ' ' || category || ' ' || period as place, state, reports from cell where tier = $1 and ${where}`,
          [tier],
        )
      ).map(({ place, state, reports }) => [place, reports ?? state]),
    );
  const lines = async () =>
    lab.database.look<{ place: string; tier: string }>(
      `select unnest(l.area_codes) || ' ' || l.category || ' ' || l.period as place, e.tier
       from ledger_line l join ledger_entry e on e.id = l.entry_id where l.level = '${GRID_LEVEL}'`,
    );

  it('show their number of a year where the gate lets it; nothing is told of any other, and the ledger holds what is told', async () => {
    expect(await cells('own')).toEqual(
      new Map<string, number>([
        [`${ONE} all 2024`, 23],
        [`${ONE} noise 2024`, 20],
        [`${ONE} youth 2024`, 3],
        [`${TWO} all 2024`, 3],
        [`${TWO} youth 2024`, 3],
      ]),
    );
    for (const tier of ['lab', 'public']) {
      const told = await cells(tier);
      expect([...told.keys()].every((place) => place.startsWith(ONE) && !place.includes('youth'))).toBe(true);
      for (const value of told.values()) expect(Math.abs(Number(value) - 21)).toBeLessThanOrEqual(9);
      const entered = (await lines()).filter((line) => line.tier === tier).map(({ place }) => place);
      expect(new Set(entered)).toEqual(new Set(told.keys()));
    }
    expect((await cells('lab')).has(`${ONE} all 2024`)).toBe(true);
  });

  it('are read by the guesser along categories, and one that it takes out looks like all others', async () => {
    let asked: PictureAuditInput | undefined;
    const run: AuditRun = (input) => {
      asked = input;
      const { family, fewWhenOut } = input.guessed.lab;
      const squares = [...new Set([...family].filter((own, line) => own >= 0 && fewWhenOut[line] === 1))];
      return Promise.resolve({
        takenOut: { lab: squares, public: squares },
        lines: 0,
        groups: 0,
        findings: 0,
        guessed: 1,
      });
    };
    const worker = await lab.database.as('worker');
    await lab.database.look('update region set imported_at = now()');
    const builder = new PictureBuilderService(worker, lab.store, new PictureAudit(worker, lab.store, run));
    await builder.execute({ labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne'), requestId: 'squares' });
    const { sums, fewWhenOut, reports } = asked!.guessed.lab;
    const { total, start, parts } = sums.categories;
    const ofSquares = [...total.keys()].filter((sum) => fewWhenOut[total[sum]!] === 1);
    expect(ofSquares.map((sum) => reports[total[sum]!])).toEqual([23]);
    const inside = parts.subarray(start[ofSquares[0]!]!, start[ofSquares[0]! + 1]!);
    expect([...inside].map((line) => reports[line]!).sort()).toEqual([20, 3]);
    expect(await cells('lab')).toEqual(new Map());
    expect(await cells('lab', `state = 'coarser'`)).toEqual(new Map());
    expect((await cells('own')).size).toBe(5);
  });

  it('that a picture did not tell of are made anew, and nothing else is', async () => {
    const others = `level <> '${GRID_LEVEL}'`;
    const before = await cells('lab', others);
    // As if the picture were of before there were squares: the same rows are then looked at again.
    await lab.database.look(
      `update snapshot set manifest = jsonb_set(manifest - 'squares', '{inputs}', '"earlier"') where lab_id = $1`,
      [lab.ids.lab('overlast')],
    );
    await lab.buildPicture();
    expect((await cells('lab')).has(`${ONE} all 2024`)).toBe(true);
    expect(await cells('lab', others)).toEqual(before);
  });

  it('stay what they were when one report comes, also in a square that showed nothing; and follow where enough came', async () => {
    const before = await cells('lab');
    await show([...FIRST, ...at(1, ONE), ...at(2, TWO, { category: 'youth' })]);
    expect(await cells('lab')).toEqual(before);
    expect((await cells('own')).get(`${TWO} youth 2024`)).toBe(5);
    await show([...FIRST, ...at(20, TWO)]);
    const after = await cells('lab');
    expect(Math.abs(Number(after.get(`${TWO} noise 2024`)) - 20)).toBeLessThanOrEqual(5);
    expect([...before].filter(([place, value]) => after.get(place) !== value)).toEqual([]);
  });
});
