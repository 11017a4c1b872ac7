import { PUBLIC_VALUES, type Step } from '@datalab/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checklistAnswers,
  describeWithDatabase,
  justSignedIn,
  registrationCard,
  shellForm,
  TestLab,
  testRuns,
} from '@datalab/testing';
import { choicesOf } from '../agreement/agreement-choices.js';
import type { Ctx } from '../context.js';
import { LabReleaseGround } from '../releases/lab-release-ground.js';
import { SetGround, SetLedger } from '../releases/release-flow.fake.js';
import { ReleaseCheckerService } from '../releases/release-checker.service.js';
import { ReleaseOutService } from '../releases/release-out.service.js';
import { ReleasesService } from '../releases/releases.service.js';
import { PublicValuesService } from '../values/public-values.service.js';
import { FindingsService } from '../solutions/findings.service.js';
import { InterpretationsService } from '../solutions/interpretations.service.js';
import { SolutionsService } from '../solutions/solutions.service.js';
import { RehearsalBuilderService } from './rehearsal-builder.service.js';
import { RehearsalPartnersService } from './rehearsal-partners.service.js';

const FOUND = {
  name: 'Oefening',
  goal: 'Een keer alle stappen doorlopen.',
  question: 'Hoe werkt een lab?',
  partnerIds: [],
  isRehearsal: true,
};

const VALUES = PUBLIC_VALUES.map((value) => ({ value, verdict: 'safeguarded', answer: 'Besproken.' }));
const WISHES = { tier: 'lab', embargoDays: 0, wantsStanding: false } as const;
const context = (title: string) => ({
  title,
  what: 'Verzonnen meldingen per wijk.',
  why: 'Om te oefenen met uitgeven.',
  notToConclude: 'Hier valt niets uit te besluiten.',
});

describeWithDatabase('a rehearsal that one person walks', () => {
  let lab: TestLab;
  let labId: string;
  let marit: Ctx;
  let partners: RehearsalPartnersService;
  beforeAll(async () => {
    lab = await TestLab.open();
    const regionId = lab.ids.region;
    labId = await lab.founding.found(await lab.as('marit'), { ...FOUND, regionId });
    marit = await lab.as('marit');
    partners = new RehearsalPartnersService(await lab.database.as('api'));
    const work = { labId, actorId: lab.ids.person('marit'), requestId: 'rehearse' };
    const builder = new RehearsalBuilderService(await lab.database.as('worker'), lab.uploads, lab.clock, 6);
    await builder.execute(work);
    await builder.execute(work);
    const loads = await lab.database.look<{ id: string; by: string }>(
      `select id, created_by as by from load where lab_id = $1`,
      [labId],
    );
    for (const { id, by } of loads) {
      await lab.ingest.execute({ ...work, actorId: by }, id);
      await lab.qualityBuilder.execute({ ...work, actorId: by }, id);
    }
    await lab.builder.execute(work);
  }, 120_000);
  afterAll(() => lab.close());

  const view = () => lab.labs.getView(marit, labId);
  const stepOf = async (step: Step) => (await view()).steps.find((one) => one.step === step)!;
  const missing = async (step: Step) => (await stepOf(step)).criteria.filter(({ met }) => !met).map(({ code }) => code);
  const finish = async (step: Step) => {
    expect(await missing(step)).toEqual([]);
    await lab.steps.submit(marit, labId, step);
    await lab.steps.consent(marit, labId, step);
    await partners.answer(marit, labId);
    await lab.steps.approve(marit, labId, step);
    expect((await stepOf(step)).state).toBe('done');
  };

  it('has partners that are invented and say so, each with a source, once', async () => {
    const { participants, datasets } = await view();
    expect(participants.map(({ name }) => name).sort()).toEqual([
      'GGD (verzonnen)',
      'Gemeente Teststad',
      'Politie (verzonnen)',
      'Woningcorporatie (verzonnen)',
    ]);
    expect(new Set(datasets.map(({ organisationId }) => organisationId)).size).toBe(4);
  });

  it('lets its coordinator alone have the partners answer, and no real lab does', async () => {
    await expect(partners.answer(await lab.as('marit'), lab.ids.lab('overlast'))).rejects.toMatchObject({
      code: 'lab.no-rehearsal',
    });
    await expect(partners.answer(await lab.as('petra'), lab.ids.lab('overlast'))).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(partners.answer(await lab.as('greta'), labId)).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('comes through step 1: the partners state, score, approve and consent; what is marit’s stays marit’s', async () => {
    const legal = checklistAnswers('legal');
    await lab.statements.stateGoal(marit, labId, 'Weten hoe een lab werkt.');
    await lab.statements.answerChecklist(marit, labId, 'legal', legal);
    const board = { agrees: true, personName: 'Bestuurder Een', function: 'Wethouder', agreedOn: '2024-06-01' };
    await lab.statements.recordBoard(marit, labId, board);
    const reason = 'Een oefening vraagt niemand iets.';
    await lab.statements.recordConsultation(marit, labId, { held: false, reason, isPublic: true });
    const question = { question: 'Waar komt overlast terug?', behind: 'Bepalen waar wij langsgaan.' };
    const questionId = await lab.questions.propose(marit, labId, question);
    const { datasets } = await view();
    const shell = await lab.shells.draft(marit, labId, shellForm(datasets[0]!.id));
    await lab.shells.submit(marit, shell.id);
    await lab.shells.approve(marit, shell.id);
    expect(await partners.answer(marit, labId)).toBe(3 * 5);
    // Nothing waits for them any more.
    expect(await partners.answer(marit, labId)).toBe(0);
    expect(await missing('prioritise')).toEqual(['core-question']);
    await lab.questions.score(marit, labId, [{ questionId, impact: 4, answerability: 4, privacyCost: 2, note: '' }]);
    await lab.questions.choose(marit, questionId, 'Dit is de enige vraag.');
    await finish('prioritise');
  });

  it('comes through step 2, and takes nothing real in', async () => {
    const { version } = await lab.intakeTerms.get(marit, labId);
    const mine = (await view()).datasets.find(({ organisationName }) => organisationName === 'Gemeente Teststad')!;
    await partners.answer(marit, labId);
    await lab.intakeTerms.sign(await lab.as('marit'), labId, version);
    await lab.cards.save(marit, mine.id, registrationCard());
    const load = (await lab.loads.findLatest(marit, mine.id))!;
    await lab.quality.accept(marit, load.id, null);
    await lab.deeperQuestions.write(marit, labId, { question: 'Waarom keert overlast hier terug?' });
    const real = { datasetId: mine.id, covers: [], totals: load.declaredTotals, contentSha256: 'a'.repeat(64) };
    await expect(lab.loads.open(marit, real)).rejects.toMatchObject({ code: 'lab.rehearsal' });
    await finish('factual_picture');
  });

  it('comes through step 3: each partner signs the text and answers the values', async () => {
    const [draft] = (await lab.agreements.start(marit, labId)).versions;
    const [offered] = (await lab.agreements.offer(marit, draft!.id)).versions;
    expect(choicesOf(offered!.document).purposes.length).toBeGreaterThan(0);
    await lab.signatures.sign(await justSignedIn(lab, 'marit'), offered!.id, offered!.currentHash);
    await partners.answer(marit, labId);
    const snapshots = await lab.database.look<{ id: string }>('select id from snapshot where lab_id = $1', [labId]);
    const work = { labId, actorId: lab.ids.person('marit'), requestId: 'risk' };
    await lab.riskBuilder.execute(work, snapshots[0]!.id);
    await new PublicValuesService(await lab.database.as('api')).answer(marit, labId, null, VALUES);
    // What was measured meanwhile reopened what they had answered.
    await partners.answer(marit, labId);
    await finish('share_safely');
  });

  it('has two partners check what leaves it, and none of it is public', async () => {
    const ground = new SetGround();
    const releases = new ReleasesService(await lab.database.as('api'), ground);
    const checker = new ReleaseCheckerService(await lab.database.as('worker'), new SetLedger(), ground, lab.clock);
    const { datasets } = await view();
    const draft = (tier: 'lab' | 'public') =>
      releases.draft(marit, {
        labId,
        of: {
          design: {
            datasetId: datasets[0]!.id,
            level: 'wijk',
            grain: 'year',
            category: 'all',
            from: null,
            leaveOut: [],
          },
        },
        context: context('Meldingen per wijk'),
        wishes: { ...WISHES, tier },
      });
    await expect(draft('public')).rejects.toThrow('nothing of a rehearsal is published');
    const { id } = await draft('lab');
    await releases.submit(marit, id);
    await checker.execute({ labId, actorId: lab.ids.person('marit'), requestId: 'check' }, id);
    expect(await partners.answer(marit, labId)).toBe(2);
    expect((await releases.get(marit, id)).state).toBe('approved');
  });

  it('comes through step 4: a description and a comparison are made, answered for, checked and given out', async () => {
    const runs = await testRuns(lab, { threads: 1 });
    const ground = new LabReleaseGround();
    const [api, worker] = [await lab.database.as('api'), await lab.database.as('worker')];
    const releases = new ReleasesService(api, ground);
    const ledger = new SetLedger();
    const work = { labId, actorId: lab.ids.person('marit'), requestId: 'step 4' };
    const datasetIds = (await view()).datasets.map(({ id }) => id);
    const whole = {
      areaLevel: 'wijk',
      grain: 'all',
      periodFrom: '2023-12-01',
      periodTo: '2024-05-31',
      datasetIds,
    } as const;
    for (const form of [
      { title: 'Meldingen per wijk', method: 'rates' },
      { title: 'Wie hoort wat', kind: 'diagnostic', method: 'chi2-cramer', rows: 'source' },
    ] as const) {
      const shell = await lab.shells.draft(marit, labId, shellForm(datasetIds[0]!, { ...whole, ...form }));
      await lab.shells.submit(marit, shell.id);
      await lab.shells.approve(marit, shell.id);
      await partners.answer(marit, labId);
      const asked = await runs.service.request(marit, {
        labId,
        shellId: shell.id,
        purpose: 'understand_nuisance',
        seed: 1,
        categories: null,
        options: {},
      });
      await runs.executor.execute(work, asked.id);
      await new PublicValuesService(api).answer(marit, labId, asked.id, VALUES);
      expect(await partners.answer(marit, labId)).toBe(3);
      const { id } = await releases.draft(marit, {
        labId,
        of: { runId: asked.id },
        context: context(form.title),
        wishes: WISHES,
      });
      await releases.submit(marit, id);
      await new ReleaseCheckerService(worker, ledger, ground, lab.clock).execute(work, id);
      expect(await partners.answer(marit, labId)).toBe(2);
      await new ReleaseOutService(worker, ledger, ground, lab.clock).execute(work, id);
      expect((await releases.get(marit, id)).state).toBe('released');
    }
    await finish('deeper_analyses');
  });

  it('comes through step 5: each reads apart, one finding follows, and a measure with what will be measured', async () => {
    const api = await lab.database.as('api');
    const interpretations = new InterpretationsService(api);
    const solutions = new SolutionsService(api);
    const [released] = await lab.database.look<{ id: string }>(
      `select id from release where lab_id = $1 and state = 'released' and analysis_kind = 'descriptive'`,
      [labId],
    );
    const { id } = await interpretations.open(marit, labId, released!.id, '');
    await interpretations.write(marit, id, 'In één wijk komen wij vaker.', '');
    expect(await partners.answer(marit, labId)).toBe(3);
    expect((await interpretations.share(marit, id)).readings).toHaveLength(4);
    await interpretations.agree(marit, id, 'De overlast hoopt zich op.', '');
    const finding = await new FindingsService(api).state(marit, labId, {
      interpretationId: id,
      title: 'Een wijk valt op',
      words: 'Daar zijn per inwoner de meeste meldingen.',
      strength: 'description',
    });
    const solution = await solutions.propose(marit, labId, {
      title: 'Samen de wijk in',
      words: 'Elke donderdagavond samen een ronde.',
      partners: [],
      areaCodes: ['W1'],
      expected: 'Een vijfde minder meldingen.',
      findingIds: [finding.id],
    });
    await solutions.choose(marit, solution.id, {
      ownerId: lab.ids.person('marit'),
      startsOn: '2024-09-01',
      endsOn: null,
    });
    await solutions.register(marit, solution.id, {
      datasetId: (await view()).datasets[0]!.id,
      level: 'wijk',
      areaCodes: ['W1'],
      firstMonth: '2024-09',
      expectedChange: -0.2,
      harm: 'De overlast verschuift.',
    });
    await finish('solutions');
  });

  it('is closed by all, and what was invented is gone', async () => {
    await lab.closing.ask(marit, labId, 'De oefening is klaar.');
    await lab.closing.consent(marit, labId);
    expect(await partners.answer(marit, labId)).toBe(3);
    await lab.closing.close(marit, labId);
    await lab.closer.execute({ labId, actorId: lab.ids.person('marit'), requestId: 'close' });
    expect((await view()).state).toBe('closed');
    expect(await lab.database.look('select 1 from report where lab_id = $1', [labId])).toEqual([]);
  });

  describe('behind the rules', () => {
    it('nobody who is invented takes part in a real lab, or works for who is real, whoever writes', async () => {
      const [invented] = await lab.database.look<{ person: string; organisation: string }>(
        `select id as person, organisation_id as organisation from person where kind = 'invented' limit 1`,
      );
      const { person, organisation } = invented!;
      await expect(
        lab.database.look('insert into lab_participant values ($1, $2)', [lab.ids.lab('overlast'), organisation]),
      ).rejects.toThrow('rehearsals alone');
      await expect(
        lab.database.look('update person set organisation_id = $2 where id = $1', [
          person,
          lab.ids.organisation('politie'),
        ]),
      ).rejects.toThrow('works for who is invented');
      await expect(
        lab.database.look('update organisation set is_invented = false where id = $1', [organisation]),
      ).rejects.toThrow('stays so');
      const { organisations } = await lab.founding.options(marit);
      expect(organisations.map(({ id }) => id)).not.toContain(organisation);
    });
  });
});
