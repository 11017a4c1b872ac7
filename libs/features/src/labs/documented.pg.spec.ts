import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Step } from '@datalab/domain';
import {
  agree,
  approvedShell,
  deliver,
  describeWithDatabase,
  releasedRun,
  reportRows,
  TestLab,
  testRuns,
} from '@datalab/testing';
import { LabViews } from './lab-view.js';
import { StepsService } from './steps.service.js';

const HOUR = 3_600_000;

describeWithDatabase('what was signed and given out before a step was opened again', () => {
  let lab: TestLab;
  let labId: string;
  let steps: StepsService;
  beforeEach(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    steps = new StepsService(await lab.database.as('api'), new LabViews());
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(40) });
    await lab.buildPicture();
    // Signatures are of the moment that the clock of the platform says.
    lab.clock.set(new Date(Date.now() - HOUR));
    await agree(lab);
    const runs = await testRuns(lab);
    const shellId = await approvedShell(lab, 'overlast', 'meldingen', {});
    await releasedRun(lab, await runs.run('joris', { shellId, categories: null, options: {} }));
    await lab.database.look(`update lab_step set state = 'done' where lab_id = $1 and step <> 'solutions'`, [labId]);
  });
  afterEach(() => lab.close());

  const isMet = async (step: Step, code: string): Promise<boolean | undefined> => {
    const view = await lab.labs.getView(await lab.as('marit'), labId);
    return view.steps.find((row) => row.step === step)!.criteria.find((one) => one.code === code)?.met;
  };

  it('is told beforehand, counts no more afterwards, and stays as it was', async () => {
    const marit = await lab.as('marit');
    expect((await steps.reopenConsequences(marit, labId, 'factual_picture')).documented).toEqual([
      { kind: 'signature', count: 3 },
      { kind: 'release', count: 1 },
    ]);
    expect((await steps.reopenConsequences(marit, labId, 'deeper_analyses')).documented).toEqual([
      { kind: 'release', count: 1 },
    ]);
    expect(await isMet('share_safely', 'agreement-signed')).toBe(true);
    expect(await isMet('deeper_analyses', 'descriptive-released')).toBe(true);

    await steps.reopen(marit, labId, 'factual_picture', 'Er komt een jaar bij.');
    expect(await isMet('share_safely', 'agreement-signed')).toBe(false);
    expect(await isMet('deeper_analyses', 'descriptive-released')).toBe(false);
    expect(await lab.database.look('select count(*)::int as n from agreement_signature')).toEqual([{ n: 3 }]);
    expect(await lab.database.look('select state from release')).toEqual([{ state: 'released' }]);
  });

  it('is signed anew as a next version, of which the text may be the same', async () => {
    await steps.reopen(await lab.as('marit'), labId, 'factual_picture', 'Er komt een jaar bij.');
    await lab.database.look(`update lab_step set state = 'open' where lab_id = $1 and step = 'share_safely'`, [labId]);
    lab.clock.set(new Date(Date.now() + HOUR));
    await agree(lab);
    expect(await isMet('share_safely', 'agreement-signed')).toBe(true);
    expect((await steps.reopenConsequences(await lab.as('marit'), labId, 'prioritise')).documented).toEqual([
      { kind: 'signature', count: 3 },
    ]);
  });
});
