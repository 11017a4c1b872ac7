import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Step } from '@datalab/domain';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { judged, LabViews, readLabView, type LabView } from './lab-view.js';
import { StepsService } from './steps.service.js';

const statesOf = (view: LabView) => view.steps.map(({ state }) => state);
const eventsOf = (rows: readonly { step: Step; event: string }[]) => rows.map(({ step, event }) => `${step} ${event}`);

describeWithDatabase('a lab on its way through the steps', () => {
  let lab: TestLab;
  let steps: StepsService;
  /** Steps whose criteria do not hold now. */
  const unmet = new Set<Step>();
  /** The gates are under test here, and not what makes a criterion hold. */
  class Judged extends LabViews {
    override async read(...[tx, labId]: Parameters<LabViews['read']>): Promise<LabView> {
      const view = await readLabView(tx, labId);
      const since = lab.clock.now();
      const missing = [{ organisationId: null, name: null, role: 'coordinator', since } as const];
      return {
        ...view,
        steps: view.steps.map((row) => {
          const met = !unmet.has(row.step);
          const stored = { ...row, state: row.fellBack ? ('in_review' as const) : row.state };
          return judged(stored, [{ code: 'invented', met, missing: met ? [] : [...missing] }]);
        }),
      };
    }
  }

  beforeEach(async () => {
    lab = await TestLab.open({ atStep1: true });
    unmet.clear();
    steps = new StepsService(await lab.database.as('api'), new Judged());
    // Everybody has somebody who answers for them: fatma (privacy officer), petra (domain expert), and for the wijkteam wilma.
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, 'domain_expert')`,
      [overlast(), lab.ids.person('wilma'), lab.ids.organisation('wijkteam')],
    );
  });
  afterEach(() => lab.close());
  const overlast = () => lab.ids.lab('overlast');
  const submit = async (by: PersonName, step: Step) => steps.submit(await lab.as(by), overlast(), step);
  const consent = async (by: PersonName, step: Step) => steps.consent(await lab.as(by), overlast(), step);
  const approve = async (by: PersonName, step: Step) => steps.approve(await lab.as(by), overlast(), step);
  const object = async (by: PersonName, step: Step) => steps.object(await lab.as(by), overlast(), step, 'Te vroeg.');
  /** All the way through one step. */
  const finish = async (step: Step) => {
    await submit('marit', step);
    for (const by of ['fatma', 'petra', 'wilma'] as const) await consent(by, step);
    return approve('marit', step);
  };

  it('is moved by its coordinator alone, and answered by who speaks for an organisation', async () => {
    for (const name of ['sanne', 'joris', 'fatma', 'petra', 'wilma'] as const)
      await expect(submit(name, 'prioritise')).rejects.toMatchObject({ kind: 'Forbidden' });
    await submit('marit', 'prioritise');
    for (const name of ['marit', 'sanne', 'joris', 'pim'] as const)
      await expect(consent(name, 'prioritise')).rejects.toMatchObject({ code: 'step.not-yours-to-consent' });
    // A coordinator of another lab does not even learn that this one exists.
    for (const act of [submit, consent, approve, object])
      await expect(act('greta', 'prioritise')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('is done when every organisation consented and the coordinator approved, in that order', async () => {
    await expect(consent('fatma', 'prioritise')).rejects.toMatchObject({ code: 'step.wrong-state' });
    await submit('marit', 'prioritise');
    await consent('fatma', 'prioritise');
    await consent('petra', 'prioritise');
    await expect(approve('marit', 'prioritise')).rejects.toMatchObject({
      code: 'step.consent-missing',
      message: expect.stringContaining('2 of 3 organisations consented; not answered: Wijkteam West'),
    });
    const view = await consent('wilma', 'prioritise');
    expect(view.steps[0]).toMatchObject({ state: 'in_review', consentsNeeded: 3 });
    expect(view.steps[0]!.consents.map(({ name, answer }) => [name, answer])).toEqual([
      ['Gemeente Teststad', 'consent'],
      ['Politie', 'consent'],
      ['Wijkteam West', 'consent'],
    ]);
    expect(statesOf(await approve('marit', 'prioritise'))).toEqual(['done', 'open', 'locked', 'locked', 'locked']);
  });

  it('counts the last that an organisation said, and keeps all of it', async () => {
    await submit('marit', 'prioritise');
    for (const by of ['fatma', 'petra', 'wilma'] as const) await consent(by, 'prioritise');
    const after = await object('petra', 'prioritise');
    expect(after.steps[0]!.consents[1]).toMatchObject({ answer: 'objection', reason: 'Te vroeg.' });
    await expect(approve('marit', 'prioritise')).rejects.toMatchObject({ code: 'step.consent-missing' });
    await consent('petra', 'prioritise');
    await approve('marit', 'prioritise');
    const history = await steps.history(await lab.as('sanne'), overlast(), 'prioritise');
    expect(history.map(({ event }) => event)).toEqual([
      'approve',
      'consent',
      'object',
      'consent',
      'consent',
      'consent',
      'submit',
    ]);
    expect(history.at(-1)).toMatchObject({ round: 1, criteria: [{ code: 'invented', met: true }] });
  });

  it('takes step 3 from privacy officers alone', async () => {
    await lab.putAt('overlast', 'share_safely');
    await submit('marit', 'share_safely');
    await expect(consent('petra', 'share_safely')).rejects.toMatchObject({ code: 'step.not-yours-to-consent' });
    await expect(consent('fatma', 'share_safely')).resolves.toBeDefined();
  });

  it('settles for a quorum where one was agreed, and keeps the dissent', async () => {
    await lab.database.look('update lab set quorum = 2 where id = $1', [overlast()]);
    await lab.putAt('overlast', 'factual_picture');
    await submit('marit', 'factual_picture');
    await consent('fatma', 'factual_picture');
    await object('petra', 'factual_picture');
    await expect(approve('marit', 'factual_picture')).rejects.toMatchObject({ code: 'step.consent-missing' });
    await consent('wilma', 'factual_picture');
    const view = await approve('marit', 'factual_picture');
    expect(view.steps[1]!.consents[1]).toMatchObject({ name: 'Politie', answer: 'objection' });
  });

  it('falls back when a criterion no longer holds, shows it, and wants consent anew', async () => {
    await submit('marit', 'prioritise');
    await consent('fatma', 'prioritise');
    unmet.add('prioritise');
    for (const act of [() => consent('petra', 'prioritise')])
      await expect(act()).rejects.toMatchObject({ code: 'step.fell-back' });
    const [last] = await steps.history(await lab.as('petra'), overlast());
    expect(last).toMatchObject({ event: 'fall_back', to: 'open', criteria: [{ code: 'invented', met: false }] });
    await expect(submit('marit', 'prioritise')).rejects.toMatchObject({ code: 'step.criteria-open' });
    unmet.clear();
    const again = await submit('marit', 'prioritise');
    expect(again.steps[0]!.round).toBe(2);
    expect(again.steps[0]!.consents.map(({ answer }) => answer)).toEqual([null, null, null]);
  });

  it('shows that it fell back before anybody has touched it, and who approves comes too late', async () => {
    await submit('marit', 'prioritise');
    for (const by of ['fatma', 'petra', 'wilma'] as const) await consent(by, 'prioritise');
    // Really: the real reader judges, and the analyst of this lab is gone.
    await lab.database.look(`update membership set ended_at = now() where role = 'analyst' and lab_id = $1`, [
      overlast(),
    ]);
    const seen = await lab.labs.getView(await lab.as('wilma'), overlast());
    expect(seen.steps[0]).toMatchObject({ state: 'open', fellBack: true });
    await expect(lab.steps.approve(await lab.as('marit'), overlast(), 'prioritise')).rejects.toMatchObject({
      code: 'step.fell-back',
    });
    expect((await lab.labs.getView(await lab.as('wilma'), overlast())).steps[0]).toMatchObject({
      state: 'open',
      fellBack: false,
    });
  });

  it('opens a step again with a reason: later steps lock, what was consented to lapses, all of it stays on record', async () => {
    for (const step of ['prioritise', 'factual_picture'] as const) await finish(step);
    await submit('marit', 'share_safely');
    const marit = await lab.as('marit');
    expect(await steps.reopenConsequences(marit, overlast(), 'prioritise')).toMatchObject({
      locked: ['factual_picture', 'share_safely'],
      again: ['prioritise', 'factual_picture'],
      lapsingConsents: 6,
    });
    await expect(steps.reopen(marit, overlast(), 'prioritise', ' ')).rejects.toMatchObject({ kind: 'InvalidInput' });
    const view = await steps.reopen(marit, overlast(), 'prioritise', 'De vraag is veranderd.');
    expect(statesOf(view)).toEqual(['open', 'locked', 'locked', 'locked', 'locked']);
    expect(view.steps.map(({ reopenedAt }) => reopenedAt !== null)).toEqual([true, true, true, false, false]);
    expect(view.steps[0]!.reason).toBe('De vraag is veranderd.');
    expect(eventsOf(await steps.history(marit, overlast())).slice(0, 3)).toEqual([
      'prioritise reopen',
      'factual_picture lock',
      'share_safely lock',
    ]);
    await expect(steps.reopen(marit, overlast(), 'factual_picture', 'nog eens')).rejects.toMatchObject({
      code: 'step.wrong-state',
    });
    await finish('prioritise');
    expect(statesOf(await finish('factual_picture'))[2]).toBe('open');
  });

  it('is written by one at a time', async () => {
    const both = await Promise.allSettled([submit('marit', 'prioritise'), submit('marit', 'prioritise')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const events = await lab.database.look(`select action, object_id from audit_event where action = 'step.submit'`);
    expect(events).toEqual([{ action: 'step.submit', object_id: 'prioritise' }]);
  });

  it('has no gate that the api could leave out: the database knows the process', async () => {
    const marit = { userId: lab.ids.person('marit') };
    const petra = { userId: lab.ids.person('petra') };
    const at = async (context: object, sql: string, ...values: unknown[]) =>
      lab.database.query('api', context, sql, [overlast(), ...values]);
    const move = (context: object, state: string, step = 'prioritise') =>
      at(context, `update lab_step set state = $2 where lab_id = $1 and step = $3 returning state`, state, step);
    await expect(move(marit, 'done')).rejects.toThrow('does not go from open to done');
    await expect(move(marit, 'in_review')).rejects.toThrow('one round after another');
    await expect(move(marit, 'open', 'factual_picture')).rejects.toThrow('in order');
    await submit('marit', 'prioritise');
    await consent('fatma', 'prioritise');
    await expect(move(marit, 'done')).rejects.toThrow('enough organisations consented');
    const say = (context: object, organisation: 'gemeente' | 'politie', who: PersonName, step = 'prioritise') =>
      at(
        context,
        `insert into step_event (lab_id, step, event, round, from_state, to_state, actor_id, organisation_id)
         values ($1, $4, 'consent', 1, 'in_review', 'in_review', $3, $2)`,
        lab.ids.organisation(organisation),
        lab.ids.person(who),
        step,
      );
    // In another's name, for another organisation, without the role, and to what was not handed in.
    await expect(say(petra, 'politie', 'fatma')).rejects.toThrow('row-level security');
    await expect(say(petra, 'gemeente', 'petra')).rejects.toThrow('row-level security');
    await expect(say(marit, 'gemeente', 'marit')).rejects.toThrow('row-level security');
    await expect(say(petra, 'politie', 'petra', 'factual_picture')).rejects.toThrow('row-level security');
    await expect(at(marit, `update step_event set event = 'consent' where lab_id = $1`)).rejects.toThrow('permission');
    await expect(lab.database.look('delete from step_event')).rejects.toThrow('append-only');
    const foreign = { userId: lab.ids.person('greta') };
    expect(await at(foreign, 'select 1 from step_event where lab_id = $1')).toEqual([]);
  });
});
