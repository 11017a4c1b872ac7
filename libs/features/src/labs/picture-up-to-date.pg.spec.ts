import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agree, approvedShell, countRow, deliver, describeWithDatabase, TestLab, testRuns } from '@datalab/testing';

describeWithDatabase('a picture beside what was delivered', () => {
  let lab: TestLab;
  let labId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
  });
  afterAll(() => lab.close());
  const criterion = async (name: 'marit' | 'wilma' = 'wilma') => {
    const { steps } = await lab.labs.getView(await lab.as(name), labId);
    const { criteria } = steps.find(({ step }) => step === 'factual_picture')!;
    return criteria.find(({ code }) => code === 'picture-up-to-date')!;
  };
  const newer = async () => (await criterion()).missing.map(({ name }) => name);
  const build = () => lab.builder.execute({ labId, actorId: lab.ids.person('pim'), requestId: 'picture' });
  const first = countRow();
  const counts = (...rows: ReturnType<typeof countRow>[]) =>
    deliver(lab, { by: 'pim', dataset: 'tellingen', rows, confirmDifference: false });

  it('is behind from the moment that a delivery is accepted, and says so to everybody: of what, from whom, since when', async () => {
    expect((await criterion()).met).toBe(true);
    const load = await counts(first);
    const open = await criterion('marit');
    expect(open).toMatchObject({ met: false, missing: [{ name: 'Politie: tellingen van politie' }] });
    expect(open.missing[0]!.since).toEqual(load.decidedAt);
    expect(await criterion()).toEqual(open);
    await build();
    expect((await criterion()).met).toBe(true);
  });

  it('is behind what says something else, and what was taken back, and not the same file again', async () => {
    await counts(first);
    expect(await newer()).toEqual([]);
    const other = await counts(countRow({ count: 23 }));
    expect(await newer()).toEqual(['Politie: tellingen van politie']);
    await build();
    expect(await newer()).toEqual([]);
    await lab.loads.withdraw(await lab.as('pim'), other.id, 'verkeerde maand');
    expect(await newer()).toEqual(['Politie: tellingen van politie']);
    await build();
    expect(await newer()).toEqual([]);
  });

  describe('in the deeper analyses', () => {
    it('takes no request for a run until it caught up, and says what it waits for', async () => {
      const runs = await testRuns(lab);
      await agree(lab);
      const period = { periodFrom: '2024-01-01', periodTo: '2024-05-31', grain: 'all' as const };
      const shellId = await approvedShell(lab, 'overlast', 'tellingen', { method: 'moran-local', ...period });
      const ask = async () =>
        runs.service.request(await lab.as('joris'), {
          labId,
          shellId,
          purpose: 'understand_nuisance',
          categories: null,
          options: {},
        });
      await counts(countRow({ count: 31 }));
      await expect(ask()).rejects.toMatchObject({
        code: 'run.picture-behind',
        message: expect.stringContaining('Politie (tellingen van politie)'),
      });
      await build();
      expect((await ask()).state).toBe('requested');
    });
  });

  it('tells another lab nothing', async () => {
    await counts(countRow({ count: 47 }));
    const seen = async (name: 'wilma' | 'greta') => {
      const { actor } = await lab.as(name);
      return lab.database.query(
        'api',
        { userId: actor.personId, organisationId: actor.organisationId },
        'select dataset_id from app.newer_deliveries($1)',
        [labId],
      );
    };
    expect(await seen('wilma')).toHaveLength(1);
    expect(await seen('greta')).toEqual([]);
  });
});
