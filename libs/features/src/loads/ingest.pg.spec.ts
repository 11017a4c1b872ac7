import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';

describeWithDatabase('a load that is checked', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  it('is accepted whole, and its rows are seen by its own organisation alone', async () => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    expect(load).toMatchObject({ state: 'accepted', issues: [], unchanged: false, rowsProcessed: 12 });
    const seenBy = async (name: 'sanne' | 'pim') => {
      const { actor } = await lab.as(name);
      const context = { userId: actor.personId, organisationId: actor.organisationId };
      return (await lab.database.query('api', context, 'select record_hash from report')).length;
    };
    expect(await seenBy('sanne')).toBe(12);
    expect(await seenBy('pim')).toBe(0);
  });
});
