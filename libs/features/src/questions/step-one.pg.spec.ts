import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checklistAnswers, describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';

const QUESTION = { question: 'Waar komt overlast steeds terug?', behind: 'Bepalen waar wijkteams vaker langsgaan.' };
const SCORE = { impact: 4, answerability: 3, privacyCost: 2, note: '' };

describeWithDatabase('step 1', () => {
  let lab: TestLab;
  let labId: string;
  beforeAll(async () => {
    lab = await TestLab.open({ atStep1: true });
    labId = lab.ids.lab('overlast');
    // Each participant has somebody who speaks for it.
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role)
       select $1::uuid, id, organisation_id, 'domain_expert' from person where subject in ('joris', 'wilma')`,
      [labId],
    );
  });
  afterAll(() => lab.close());
  const view = async (name: PersonName) => lab.stepOne.getView(await lab.as(name), labId);
  const propose = async (name: PersonName, question = QUESTION.question) =>
    lab.questions.propose(await lab.as(name), labId, { ...QUESTION, question });
  const score = async (name: PersonName, scores: { questionId: string; impact: number }[]) =>
    lab.questions.score(
      await lab.as(name),
      labId,
      scores.map((one) => ({ ...SCORE, ...one })),
    );
  const rank = (actor: PersonName = 'petra') =>
    lab.prioritise.execute({ labId, actorId: lab.ids.person(actor), requestId: 'rank' });
  const scorersSeenBy = async (name: PersonName) => [
    ...new Set(
      (await view(name)).questions.flatMap(({ scores }) => scores.map(({ organisationId }) => organisationId)),
    ),
  ];

  it('is open to who takes part, and is not there for anybody else', async () => {
    await expect(view('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(propose('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(score('sanne', [])).rejects.toMatchObject({ kind: 'Forbidden' });
  });

  it('takes a goal, answers and the word of a board from the right people of each organisation', async () => {
    const goal = 'Minder overlast in de wijken waar het blijft terugkomen.';
    await lab.statements.stateGoal(await lab.as('petra'), labId, goal);
    await expect(lab.statements.stateGoal(await lab.as('pim'), labId, goal)).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(
      lab.statements.stateGoal(await lab.as('petra'), labId, 'bel jan@voorbeeld.nl over overlast'),
    ).rejects.toMatchObject({ code: 'text.tells-of-a-person' });

    const answers = checklistAnswers('legal');
    await lab.statements.answerChecklist(await lab.as('fatma'), labId, 'legal', answers);
    await expect(
      lab.statements.answerChecklist(await lab.as('fatma'), labId, 'quality', checklistAnswers('quality')),
    ).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(
      lab.statements.answerChecklist(await lab.as('fatma'), labId, 'legal', [{ ...answers[0]!, item: 'own_item' }]),
    ).rejects.toMatchObject({ code: 'checklist.invalid' });

    const board = { agrees: true, personName: 'A. Jansen', function: 'wethouder', agreedOn: '2024-05-30' };
    await lab.statements.recordBoard(await lab.as('fatma'), labId, board);
    await expect(lab.statements.recordBoard(await lab.as('sanne'), labId, board)).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(
      lab.statements.recordBoard(await lab.as('fatma'), labId, { ...board, agreedOn: '2025-01-01' }),
    ).rejects.toMatchObject({ code: 'date.in-future' });

    const { goals, checklists, boards } = await view('wilma');
    expect(goals).toMatchObject([{ organisationId: lab.ids.organisation('politie'), version: 1 }]);
    expect(checklists).toMatchObject([{ organisationId: lab.ids.organisation('gemeente'), checklist: 'legal' }]);
    expect(boards).toMatchObject([{ organisationId: lab.ids.organisation('gemeente'), agreedOn: '2024-05-30' }]);
  });

  it('asks why citizens are not consulted, and takes that only as public', async () => {
    const reason = 'Er is nog niets om voor te leggen; zodra er een beeld is volgt een avond.';
    const marit = await lab.as('marit');
    await expect(
      lab.statements.recordConsultation(marit, labId, { held: false, reason, isPublic: false as never }),
    ).rejects.toMatchObject({ code: 'consultation.invalid' });
    await lab.statements.recordConsultation(marit, labId, { held: false, reason, isPublic: true });
    await expect(
      lab.statements.recordConsultation(await lab.as('petra'), labId, { held: false, reason, isPublic: true }),
    ).rejects.toMatchObject({ kind: 'Forbidden' });
    expect((await view('petra')).consultation).toMatchObject({ held: false, isPublic: true, version: 1 });
  });

  it('shows scores of others to who has scored every question, and of nobody who has not', async () => {
    const [first, second] = [await propose('wilma'), await propose('sanne', 'Wie zien wij nu niet en waarom?')];
    await score('petra', [{ questionId: first, impact: 5 }]);
    await score('joris', [
      { questionId: first, impact: 2 },
      { questionId: second, impact: 5 },
    ]);
    const [gemeente, politie] = [lab.ids.organisation('gemeente'), lab.ids.organisation('politie')];
    expect(await scorersSeenBy('petra')).toEqual([politie]);
    expect(await scorersSeenBy('joris')).toEqual([gemeente]);
    expect(await scorersSeenBy('wilma')).toEqual([]);
    expect((await view('petra')).scoredBy).toEqual([gemeente]);
    await rank();
    expect((await view('petra')).ranking).toBeNull();
    // The same by SQL alone: row-level security holds without the service.
    const asPetra = { userId: lab.ids.person('petra') };
    const raw = await lab.database.query<{ organisation_id: string }>(
      'api',
      asPetra,
      'select organisation_id from question_score',
    );
    expect(new Set(raw.map((row) => row.organisation_id))).toEqual(new Set([politie]));
    expect(await lab.database.query('api', asPetra, 'select 1 from question_ranking')).toEqual([]);

    await score('petra', [{ questionId: second, impact: 4 }]);
    expect((await scorersSeenBy('petra')).sort()).toEqual([gemeente, politie].sort());
    expect(await scorersSeenBy('wilma')).toEqual([]);
  });

  it('ranks what was scored, once for the same scores, and again when they change', async () => {
    await rank();
    await rank();
    const count = () => lab.database.look('select digest from question_ranking order by computed_at');
    const [, before] = [await count(), (await view('petra')).ranking!];
    // One of the municipality alone (the test before), and one of the two.
    expect(await count()).toHaveLength(2);
    expect(before).toMatchObject({ isCurrent: true, organisations: { length: 2 } });
    expect(before.ranked.map(({ rank: place }) => place)).toEqual([1, 2]);

    // The police comes to think as the municipality does.
    const [first, second] = (await view('petra')).questions.map(({ id }) => id);
    await score('petra', [
      { questionId: first!, impact: 1 },
      { questionId: second!, impact: 5 },
    ]);
    expect((await view('petra')).ranking).toMatchObject({ isCurrent: false });
    await rank();
    const after = (await view('joris')).ranking!;
    expect(after).toMatchObject({ isCurrent: true });
    expect(after.digest).not.toBe(before.digest);
    // What petra thought before she saw the others is kept beside it.
    expect(after.agreement.apart).toEqual(before.agreement.apart);
    expect([before, after].map(({ agreement }) => agreement.together.w)).toEqual([0, 1]);
  });

  it('hides everything again when a question is added, until it is scored too', async () => {
    const third = await propose('petra', 'Helpt het als wij eerder samen optreden?');
    expect(await scorersSeenBy('petra')).toEqual([lab.ids.organisation('politie')]);
    expect((await view('petra')).ranking).toBeNull();
    await expect(lab.questions.withdraw(await lab.as('pim'), third)).rejects.toMatchObject({ kind: 'Forbidden' });
    await lab.questions.withdraw(await lab.as('petra'), third);
    expect(await scorersSeenBy('petra')).toHaveLength(2);
  });

  it('lets the coordinator choose, and asks why when another question came first', async () => {
    await rank();
    // The municipality scored everything, so its coordinator sees the ranking.
    const ranked = (await view('marit')).ranking!.ranked;
    const last = ranked.at(-1)!.questionId;
    await expect(lab.questions.choose(await lab.as('petra'), last, 'omdat wij het willen')).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(lab.questions.choose(await lab.as('marit'), last, null)).rejects.toMatchObject({
      code: 'core-question.reason-missing',
    });
    await lab.questions.choose(await lab.as('marit'), last, 'De gegevens voor de eerste komen pas volgend jaar.');
    await lab.questions.choose(await lab.as('marit'), ranked[0]!.questionId, null);
    const { core, questions } = await view('petra');
    expect(core).toMatchObject({ questionId: ranked[0]!.questionId, version: 2, reason: null });
    const { question } = await lab.labs.getView(await lab.as('petra'), labId);
    expect(question).toBe(questions.find(({ id }) => id === ranked[0]!.questionId)!.question);
  });

  it('is closed once the step is not open', async () => {
    await lab.database.look(`update lab_step set state = 'done' where lab_id = $1 and step = 'prioritise'`, [labId]);
    await expect(propose('petra')).rejects.toMatchObject({ code: 'step.not-open' });
  });

  it('does not rank for somebody who left when there is nothing new', async () => {
    await expect(rank('greta')).rejects.toMatchObject({ kind: 'Forbidden' });
  });
});
