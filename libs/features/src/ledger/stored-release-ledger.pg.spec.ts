import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findSnapshot, listAreas, findLab, type Database } from '@datalab/data';
import type { ReleaseDocument, TableDesign } from '@datalab/domain';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';
import { TABLE_COLUMNS } from '../releases/table-document.js';
import type { Leaving } from '../releases/release-ledger.js';
import { StoredReleaseLedger } from './stored-release-ledger.js';

describeWithDatabase('the stored ledger', () => {
  let lab: TestLab;
  let worker: Database;
  let ledger: StoredReleaseLedger;
  let labId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    worker = await lab.database.as('worker');
    ledger = new StoredReleaseLedger(lab.store);
    labId = lab.ids.lab('overlast');
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [
        ...reportRows(40, { area_code: 'B01' }),
        ...reportRows(25, { area_code: 'B02' }),
        ...reportRows(3, { area_code: 'B03' }),
        ...reportRows(30, { area_code: 'B24' }),
      ],
    });
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  /** A table of everything that the picture holds of one level over 2024, as it would leave. */
  const leaving = (level: string, tier: 'lab' | 'public'): Promise<Leaving> =>
    worker.inTransaction({ labId }, async (tx) => {
      const snapshot = (await findSnapshot(tx, labId))!;
      const region = (await findLab(tx, labId))!.regionId;
      const names = new Map((await listAreas(tx, region)).map(({ code, name }) => [code, name]));
      const cells: { code: string; state: string; reports: number | null }[] = await tx.query(
        `select area_code as code, state, reports from cell where lab_id = $1 and tier = $2 and level = $3 and period = '2024' and category = 'all'`,
        [labId, tier, level],
      );
      const rows = cells.map(({ code, state, reports }) => [code, names.get(code)!, '2024', state, reports, null]);
      const datasetId = lab.ids.dataset('meldingen');
      const design: TableDesign = { datasetId, level, grain: 'year', category: 'all', from: null, leaveOut: [] };
      const tables = [{ key: 'table', title: 'test', columns: TABLE_COLUMNS, rows }];
      const document = { design, tables } as unknown as ReleaseDocument;
      return { labId, snapshotId: snapshot.id, tier, document };
    });
  const audited = async (what: Leaving) => worker.inTransaction({ labId }, (tx) => ledger.audit(tx, what));
  const release = (what: Leaving, releaseId: string) =>
    worker.inTransaction({ labId }, (tx) =>
      ledger.enter(tx, what, {
        releaseId,
        tableKey: 'table',
        policyVersion: 'test',
        requestedBy: lab.ids.person('marit'),
        checkedBy: [],
        standingId: null,
      }),
    );
  const entered = () =>
    lab.database.look<{ kind: string; tier: string; lines: number; maps: number }>(
      `select e.kind, e.tier, e.lines, (select count(*)::int from ledger_line l where l.entry_id = e.id) as maps
       from ledger_entry e where e.lab_id = $1 order by e.entered_at, e.kind`,
      [labId],
    );

  it('holds the picture as soon as it is shown, and what was prepared for everybody apart', async () => {
    const [picture, prepared] = await entered();
    expect([picture?.kind, picture?.tier, prepared?.kind, prepared?.tier]).toEqual([
      'picture',
      'lab',
      'prepared',
      'public',
    ]);
    expect(picture!.lines).toBeGreaterThan(0);
  });

  it('lets a table of wijken go to everybody, and enters every number of it', async () => {
    const wijken = await leaving('wijk', 'public');
    expect(await audited(wijken)).toEqual({ state: 'safe' });
    await release(wijken, lab.ids.person('marit'));
    expect((await entered()).at(-1)).toEqual({ kind: 'release', tier: 'public', lines: 2, maps: 1 });
  });

  it('lets buurten follow while noise hides the one under the floor, and refuses them where it would be known', async () => {
    expect(await audited(await leaving('buurt', 'public'))).toEqual({ state: 'safe' });
    // As if the numbers had left without noise: wijk − buurt − buurt = 3.
    const exact = `case area when 'W1' then 68 when 'W2' then 30 when 'B01' then 40 when 'B02' then 25 when 'B24' then 30`;
    const each = (value: string) =>
      `array(select ${value} from unnest(l.area_codes) with ordinality u(area, nth) order by nth)`;
    await lab.database.look(
      `update ledger_line l set lows = ${each(`${exact} else 1 end`)}, highs = ${each(`${exact} end`)}
       from ledger_entry e where e.id = l.entry_id and e.tier = 'public' and l.period = '2024' and l.category = 'all'
         and l.level in ('wijk', 'buurt')`,
    );
    expect(await audited(await leaving('buurt', 'public'))).toEqual({
      state: 'refused',
      code: 'ledger',
      cells: [{ areaCode: 'B03', period: '2024' }],
    });
  });

  it('lets them follow without the number that would give the other away', async () => {
    const buurten = await leaving('buurt', 'public');
    const [table] = buurten.document.tables;
    const rows = table!.rows.map((row) => (row[0] === 'B01' ? [...row.slice(0, 3), 'withheld', null, null] : row));
    const without = { ...buurten, document: { ...buurten.document, tables: [{ ...table!, rows }] } };
    expect(await audited(without)).toEqual({ state: 'safe' });
  });

  it('gives a table for the lab away without a word: it is in the picture already', async () => {
    expect(await audited(await leaving('buurt', 'lab'))).toEqual({ state: 'safe' });
  });

  it('knows nothing of a number that no picture prepared, and stops it', async () => {
    const wijken = await leaving('wijk', 'public');
    const rows = [['W9', 'wijk 9', '2024', 'shown', 20, null]];
    const foreign = { ...wijken, document: { ...wijken.document, tables: [{ ...wijken.document.tables[0]!, rows }] } };
    await expect(audited(foreign)).rejects.toThrow('the ledger does not know');
  });
});
