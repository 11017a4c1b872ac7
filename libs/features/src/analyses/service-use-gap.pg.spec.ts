import { findOutcome } from '@datalab/data';
import type { RunResult } from '@datalab/domain';
import { withSnapshot } from '@datalab/snapshot';
import {
  agree,
  approvedShell,
  buurtAt,
  deliver,
  describeWithDatabase,
  provisionUseRow,
  reportRow,
  TestLab,
  testRuns,
  type TestRuns,
} from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Of 600 addresses each source knows two in three; one in three is known as confused, to the police alone. */
const ADDRESSES = 600;
const isConfused = (i: number) => i % 3 === 0;
/** Of those with confused behaviour one in six, of the others one in three; nobody of the last areas. */
const hasSupport = (i: number) => (isConfused(i) ? i % 18 === 0 : i % 9 === 1 || i % 9 === 2);
const areaOf = (i: number) => buurtAt(Math.floor(i / 9) % 6, Math.floor(i / 54) % 2);

const reportsOf = (source: 'g' | 'p') =>
  Array.from({ length: ADDRESSES }, (_, i) => i)
    .filter((i) => (source === 'p' ? i % 3 !== 1 : i % 3 !== 2))
    .map((i) =>
      reportRow({
        household_key: `home-${i}`,
        area_code: areaOf(i),
        ...(source === 'p' && isConfused(i) && { category: 'confused_behaviour', source_category: 'E33' }),
      }),
    );

describeWithDatabase('provision use in a run', () => {
  let lab: TestLab;
  let runs: TestRuns;
  let labId: string;
  let shellId: string;
  const snapshots = () =>
    lab.database.look<{ id: string; digest: string }>('select id, digest from snapshot order by created_at, id');
  const build = () => lab.buildPicture();
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportsOf('g') });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportsOf('p') });
    await build();
    const uses = Array.from({ length: ADDRESSES }, (_, i) => i)
      .filter(hasSupport)
      .flatMap((i) => ['2024-01', '2024-02'].map((month) => provisionUseRow({ household_key: `home-${i}`, month })));
    // Of whom nothing was ever reported: they are in no table of this run.
    const others = Array.from({ length: 40 }, () => provisionUseRow());
    await deliver(lab, { by: 'sanne', dataset: 'voorzieningen', rows: [...uses, ...others] });
    await build();
    const [, latest] = await snapshots();
    await lab.database.look(
      `insert into release (lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context, document,
         digest, policy_version, criteria, released_at, requested_by, requested_organisation_id)
       values ($1, gen_random_uuid(), 1, 'run', 'descriptive', 'lab', 'released', gen_random_uuid(), $2, 'a', '{}', '{}', $3, '1', '{}', now(), $4, $5)`,
      [labId, latest!.id, 'b'.repeat(64), lab.ids.person('joris'), lab.ids.organisation('gemeente')],
    );
    runs = await testRuns(lab);
    shellId = await approvedShell(lab, 'overlast', 'meldingen', {
      method: 'service-use-gap',
      kind: 'diagnostic',
      unit: 'address',
      grain: 'all',
      periodFrom: '2024-01-01',
      periodTo: '2024-05-31',
      datasetIds: (['meldingen', 'incidenten', 'voorzieningen'] as const).map((key) => lab.ids.dataset(key)),
    });
  });
  afterAll(() => lab.close());
  const ask = () => runs.run('joris', { shellId, categories: null, options: {} });
  const links = () => [
    {
      by: 'household_key' as const,
      datasetIds: (['meldingen', 'incidenten', 'voorzieningen'] as const).map((key) => lab.ids.dataset(key)),
    },
  ];

  it('is frozen with the reports, under a digest of its own, without a key or a place', async () => {
    const [before, after] = await snapshots();
    expect(after!.digest).not.toBe(before!.digest);
    const rowsOf = async (digest: string) =>
      withSnapshot((await lab.store.find(digest))!, async (duck) =>
        (await duck.run('select * from provision_use')).getRowObjectsJS(),
      );
    expect(await rowsOf(before!.digest)).toEqual([]);
    const rows = await rowsOf(after!.digest);
    expect(Object.keys(rows[0]!)).toEqual([
      'dataset_id',
      'organisation_id',
      'record_hash',
      'starts_on',
      'provision',
      'household',
    ]);
    const cells = await lab.database.look(`select distinct dataset_id from cell`);
    expect(cells).not.toContainEqual({ dataset_id: lab.ids.dataset('voorzieningen') });
  });

  it('is refused while the agreement does not name these fields and this link', async () => {
    await agree(lab, { links: links() });
    const run = await ask();
    expect(run).toMatchObject({ state: 'refused', failure: 'outside-agreement' });
    expect(run.refusals.map(({ code }) => code)).toEqual(['field', 'special-field']);
  });

  describe('under an agreement with a DPIA that names them', () => {
    beforeAll(() =>
      agree(lab, {
        links: links(),
        dpia: { reference: 'DPIA 2024-3', on: '2024-01-10' },
        fields: {
          descriptive: ['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'],
          diagnostic: [
            ...(['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'] as const),
            ...(['month', 'provision'] as const),
          ],
          predictive: ['occurred_on', 'category', 'area_code'],
        },
      }),
    );

    it('tells that addresses with confused behaviour use it half as often', async () => {
      const run = await ask();
      expect(run).toMatchObject({ state: 'done', failure: null });
      const result = (await runs.service.findResult(await lab.as('joris'), run.id, 'lab')) as RunResult;
      expect(result).toMatchObject({ label: 'association', unit: 'address' });
      expect(Math.abs(Number(result.n) - ADDRESSES)).toBeLessThanOrEqual(20);
      const [crude, alike] = result.tables.find(({ key }) => key === 'ratios')!.rows;
      expect(Number(crude!['ratio'])).toBeCloseTo(0.5, 1);
      expect(Number(crude!['high'])).toBeLessThan(1);
      expect(Number(alike!['ratio'])).toBeCloseTo(0.5, 1);
      const worker = await lab.database.as('worker');
      const exact = (await worker.inTransaction({ labId }, (tx) => findOutcome(tx, run.id))) as { estimate: number };
      expect(exact.estimate).toBeGreaterThan(0.4);
      expect(exact.estimate).toBeLessThan(0.6);
      // Another organisation sees nothing of it.
      expect(await runs.service.findResult(await lab.as('pim'), run.id, 'lab')).toBeUndefined();
    });
  });
});
