import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { findSnapshot, type Database } from '@datalab/data';
import { auditRelease } from '@datalab/disclosure';
import { baseGroups } from '@datalab/snapshot';
import { buurtAt, deliver, describeWithDatabase, reportRows, TestLab, type TestReport } from '@datalab/testing';
import { PictureBuilderService } from '../picture/picture-builder.service.js';
import { assembleLines, axesOf } from './assemble-lines.js';
import { readLedgerGround } from './ledger-ground.js';
import type { AuditRun } from './audit-run.js';
import type { PictureAuditInput } from './coarsen-picture.js';
import { PictureAudit } from './picture-audit.js';

/** One report in each of the twelve buurten of each wijk, in each of two months: a total of twelve, and twelve times "not zero". */
const THIN: TestReport[] = ['2024-01-15', '2024-02-15'].flatMap((occurred_on) =>
  Array.from({ length: 24 }, (_buurt, i) => buurtAt(i % 6, Math.floor(i / 6))).flatMap((area_code) =>
    (['noise', 'youth'] as const).flatMap((category) => reportRows(1, { area_code, category, occurred_on })),
  ),
);

describeWithDatabase('the audit of a picture', () => {
  let lab: TestLab;
  let worker: Database;
  beforeAll(async () => {
    lab = await TestLab.open();
    worker = await lab.database.as('worker');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: THIN });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: THIN });
  });
  afterAll(() => lab.close());

  const labId = () => lab.ids.lab('overlast');
  const work = () => ({ labId: labId(), actorId: lab.ids.person('sanne'), requestId: 'audit' });
  const cells = (where: string) =>
    lab.database.look<{ place: string; state: string; tier: string; parent: string }>(
      `select c.area_code as place, c.state, c.tier,
              concat_ws(' ', c.tier, c.level, c.period, c.category, a.parent_code) as parent
       from cell c join lab l on l.id = c.lab_id join area a on a.region_id = l.region_id and a.code = c.area_code
       where c.lab_id = $1 and ${where}`,
      [labId()],
    );
  /** As if the month's totals of the wijken had left without noise: whatever the draw of the noise is, each of the twelve is then one. */
  const betray = () =>
    lab.database.look(
      `update ledger_line set lows = array_fill(12, array[cardinality(lows)]), highs = array_fill(12, array[cardinality(highs)])
       where level = 'wijk' and period = '2024-01' and category = 'noise'`,
    );
  /** What everybody in the lab can work out of all that the newest picture gives, as the ledger knows it. */
  const known = () =>
    worker.inTransaction({ labId: labId() }, async (tx) => {
      const { own, lineages, combined, participants } = await readLedgerGround(tx, labId());
      const { digest } = (await findSnapshot(tx, labId()))!;
      const groups = await baseGroups([(await lab.store.find(digest))!], axesOf(own));
      const newest = own.filter((sheet) => sheet.digest === digest);
      return auditRelease({
        truth: groups.map(({ reports }) => reports),
        owner: groups.map(({ organisationId }) => organisationId),
        earlier: [],
        release: assembleLines(
          newest.map((sheet, i) => ({ ...sheet, id: `${i}`, snapshot: 0 })),
          { groups, lineages, combined },
        ),
        floors: { lab: 5, public: 10 },
        participants,
        forEverybody: false,
      });
    });

  it('finds what would be known too closely; without it that is shown', async () => {
    class Blind extends PictureAudit {
      override execute() {
        return Promise.resolve({ takenOut: { lab: [], public: [] }, lines: 0, groups: 0, findings: 0, guessed: 0 });
      }
    }
    await new PictureBuilderService(worker, lab.store, new Blind(worker, lab.store)).execute(work());
    expect(await cells(`c.state = 'coarser'`)).toEqual([]);
    await betray();
    expect((await known()).state).toBe('refused');
  });

  it('takes it out with all that must look like it, before anybody sees it, and leaves the rest', async () => {
    // The same rows make no picture again; the region was imported anew, so this one is made under other rules and keeps nothing.
    await lab.database.look(`delete from ledger_line where level <> 'wijk'`);
    await lab.database.look('update region set imported_at = now()');
    await lab.builder.execute(work());
    expect((await known()).state).toBe('safe');
    const taken = await cells(`c.state = 'coarser'`);
    expect(taken.map(({ parent }) => parent)).toContain('lab buurt 2024-01 noise W1');
    for (const [, family] of Map.groupBy(taken, ({ parent }) => parent))
      if (family[0]!.place.startsWith('B')) expect(family).toHaveLength(12);
    expect((await cells(`c.state = 'shown' and c.tier = 'lab'`)).length).toBeGreaterThan(0);
    expect((await cells(`c.state = 'coarser' and c.tier = 'own'`)).length).toBe(0);
  });

  it('takes out what the guesser would know, from the lab and from what is prepared for everybody, and nothing that is frozen', async () => {
    let asked: PictureAuditInput | undefined;
    const run: AuditRun = (input) => {
      asked = input;
      const all = [...new Set(input.guessed.lab.family)].filter((family) => family >= 0);
      return Promise.resolve({ takenOut: { lab: all, public: all }, lines: 0, groups: 0, findings: 0, guessed: 1 });
    };
    await lab.database.look('update region set imported_at = now()');
    await new PictureBuilderService(worker, lab.store, new PictureAudit(worker, lab.store, run)).execute(work());
    const { sums, reports, family } = asked!.guessed.lab;
    expect(sums.areas.total.length).toBeGreaterThan(0);
    // Of each total of the lab the parts hold as many reports: no area, period, category or source is passed over.
    for (const { total, start, parts } of Object.values(sums))
      total.forEach((line, sum) => {
        const inside = parts.subarray(start[sum]!, start[sum + 1]!);
        expect(inside.reduce((all, part) => all + reports[part]!, 0)).toBe(reports[line]);
      });
    const taken = await cells(`c.state = 'coarser'`);
    expect(new Set(taken.map(({ tier }) => tier))).toEqual(new Set(['lab', 'public']));
    expect(new Set(family).size).toBeGreaterThan(1);
    expect(taken.map(({ parent }) => parent)).toContain('lab buurt 2024-01 noise W1');

    // The same delivered again with one report more: what was published stays, whatever the guesser says of it.
    const before = await cells(`c.tier <> 'own'`);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [...THIN, ...reportRows(1, { area_code: 'B01' })] });
    await new PictureBuilderService(worker, lab.store, new PictureAudit(worker, lab.store, run)).execute(work());
    const places = (rows: typeof before) =>
      rows.map(({ parent, place, state }) => `${parent} ${place} ${state}`).sort();
    expect(places(await cells(`c.tier <> 'own'`))).toEqual(expect.arrayContaining(places(before)));
  });

  it('gives the other lab of nobody here nothing to see of it', async () => {
    const seen = await lab.database.query<{ n: number }>(
      'api',
      { userId: lab.ids.person('greta'), organisationId: lab.ids.organisation('ggd') },
      'select count(*)::int as n from cell where lab_id = $1',
      [labId()],
    );
    expect(seen).toEqual([{ n: 0 }]);
  });
});
