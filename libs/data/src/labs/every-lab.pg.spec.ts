import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import { listEveryLab } from './every-lab.js';

describeWithDatabase('the list of every lab', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  it('is for the worker, as ids', async () => {
    expect(await listEveryLab(await lab.database.as('worker'))).toEqual(
      [lab.ids.lab('overlast'), lab.ids.lab('rust')].sort(),
    );
  });

  it('is denied to every other role', async () => {
    for (const role of ['api', 'operator', 'auditor'] as const)
      await expect(listEveryLab(await lab.database.as(role))).rejects.toThrow('permission denied');
  });
});
