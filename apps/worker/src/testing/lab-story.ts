import { askFor, type Transaction } from '@datalab/data';
import {
  LabReleaseGround,
  PublicValuesService,
  ReleaseReviewsService,
  ReleasesService,
  RunsService,
} from '@datalab/features';
import { PUBLIC_VALUES } from '@datalab/domain';
import { evaluateJob, forecastUpkeepJob, wayBackListJob, type JobDefinition } from '@datalab/jobs';
import {
  agree,
  approvedShell,
  buurtAt,
  nameOfficers,
  reportRows,
  uploadLoad,
  type PersonName,
  type TestLab,
} from '@datalab/testing';

/** One job of a lab's road: what asks for it, a table that it writes to on its way, and what must have come of it, once. */
export interface JobStory {
  job: string;
  /** The job waits here until the test lets go: it is in the middle of its work then. */
  writes: string;
  ask: (lab: TestLab) => Promise<void>;
  /** Rows of which each must be there once. */
  outcome: string;
  expected: unknown[];
}

const overlast = (lab: TestLab) => lab.ids.lab('overlast');
const OFFICERS: readonly PersonName[] = ['fatma', 'petra', 'wilma'];
const CONTEXT = {
  title: 'Waar overlast samenkomt',
  what: 'In welke buurten meldingen naast elkaar liggen.',
  why: 'Om te kiezen in welke buurt het team begint.',
  notToConclude: 'Niet dat er meer overlast is waar meer gemeld wordt.',
};
const rowsOf = (each: number) =>
  Array.from({ length: 24 }, (_, i) =>
    reportRows(i < 4 ? 4 * each : each, { area_code: buurtAt(i % 6, Math.floor(i / 6)) }),
  ).flat();
const deliver = async (lab: TestLab, each: number): Promise<void> =>
  void (await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: rowsOf(each), confirmDifference: false }));

async function answerValues(lab: TestLab): Promise<void> {
  const values = new PublicValuesService(await lab.database.as('api'));
  const answers = PUBLIC_VALUES.map((value) => ({ value, verdict: 'safeguarded', answer: 'Besproken en in orde.' }));
  for (const name of OFFICERS) await values.answer(await lab.as(name), overlast(lab), null, answers);
}

const firstId = async (lab: TestLab, table: string): Promise<string> =>
  (await lab.database.look<{ id: string }>(`select id from ${table} limit 1`))[0]!.id;

/** Asks for work as the worker does, in somebody's name. */
async function askAs<P>(lab: TestLab, name: PersonName, job: JobDefinition<P>, payload: P): Promise<void> {
  const labId = overlast(lab);
  const asked = { labId, actorId: lab.ids.person(name), requestId: job.name };
  const worker = await lab.database.as('worker');
  await worker.inTransaction({ labId }, (tx: Transaction) => askFor(tx, job, payload, asked));
}

/** The jobs in the order of a lab's life: each stands on what the one before it left. */
export const JOB_STORIES: readonly JobStory[] = [
  {
    job: 'prioritise',
    writes: 'question_ranking',
    async ask(lab) {
      const question = { question: 'Waar komt overlast steeds terug?', behind: 'Bepalen waar wij vaker langsgaan.' };
      const labId = overlast(lab);
      await lab.questions.propose(await lab.as('petra'), labId, question);
      const questionId = await firstId(lab, 'question_candidate');
      await lab.questions.score(await lab.as('petra'), labId, [
        { questionId, impact: 4, answerability: 3, privacyCost: 2, note: '' },
      ]);
    },
    outcome: `select count(*)::int as n from question_ranking`,
    expected: [{ n: 1 }],
  },
  {
    job: 'ingest',
    writes: 'report',
    async ask(lab) {
      await lab.putAt('overlast', 'factual_picture');
      await deliver(lab, 10);
    },
    outcome: `select (select count(*)::int from report where lab_id = l.lab_id) as rows, l.state from load l`,
    expected: [{ rows: 360, state: 'accepted' }],
  },
  {
    job: 'factual-picture',
    writes: 'cell',
    ask: (lab) => deliver(lab, 11),
    outcome: `select count(*)::int as pictures, count(distinct digest)::int as digests from snapshot`,
    expected: [{ pictures: 2, digests: 2 }],
  },
  {
    job: 'quality-report',
    writes: 'quality_report',
    ask: (lab) => deliver(lab, 12),
    outcome: `select count(*)::int as reports, count(distinct load_id)::int as loads from quality_report`,
    expected: [{ reports: 3, loads: 3 }],
  },
  {
    job: 'privacy-risk',
    writes: 'privacy_risk',
    async ask(lab) {
      await agree(lab);
    },
    outcome: `select count(*)::int as n from privacy_risk where dataset_id is null
      and snapshot_id = (select id from snapshot order by created_at desc limit 1)`,
    expected: [{ n: 1 }],
  },
  {
    job: 'run-analysis',
    writes: 'run_result',
    async ask(lab) {
      await lab.putAt('overlast', 'deeper_analyses');
      const period = { periodFrom: '2024-01-01', periodTo: '2024-05-31', grain: 'all' as const };
      const shellId = await approvedShell(lab, 'overlast', 'meldingen', { method: 'moran-local', ...period });
      await new RunsService(await lab.database.as('api')).request(await lab.as('joris'), {
        labId: overlast(lab),
        shellId,
        purpose: 'understand_nuisance',
        categories: null,
        options: {},
        seed: 1,
      });
    },
    outcome: `select r.state, (select count(*)::int from run_result where run_id = r.id) as tiers,
      (select count(*)::int from run_outcome where run_id = r.id) as outcomes from analysis_run r`,
    expected: [{ state: 'done', tiers: 2, outcomes: 1 }],
  },
  {
    job: 'disclosure-check',
    writes: 'release_check',
    async ask(lab) {
      await answerValues(lab);
      const releases = new ReleasesService(await lab.database.as('api'), new LabReleaseGround());
      const design = { level: 'wijk', grain: 'year', category: 'all', from: null, leaveOut: [] };
      const { id } = await releases.draft(await lab.as('joris'), {
        labId: overlast(lab),
        of: { design: { ...design, datasetId: lab.ids.dataset('meldingen') } },
        context: CONTEXT,
        wishes: { tier: 'lab', embargoDays: 0, wantsStanding: true },
      });
      await releases.submit(await lab.as('joris'), id);
    },
    outcome: `select r.state, r.stopped, (select count(*)::int from release_check where release_id = r.id) as checks from release r`,
    expected: [{ state: 'submitted', stopped: null, checks: 1 }],
  },
  {
    job: 'release',
    writes: 'ledger_entry',
    async ask(lab) {
      const reviews = new ReleaseReviewsService(await lab.database.as('api'));
      const id = await firstId(lab, 'release');
      for (const name of ['petra', 'fatma'] as const) await reviews.review(await lab.as(name), id, 'approve', '');
    },
    outcome: `select r.state, (select count(*)::int from ledger_entry where release_id = r.id) as entries from release r`,
    expected: [{ state: 'released', entries: 1 }],
  },
  {
    job: 'standing-refresh',
    writes: 'release',
    ask: (lab) => deliver(lab, 13),
    outcome: `select count(*)::int as versions, count(distinct version)::int as different from release`,
    expected: [{ versions: 2, different: 2 }],
  },
  {
    job: 'way-back-list',
    // Not the table that the test itself writes the request to.
    writes: 'audit_event',
    ask: openWayBack,
    // Who opened it is no steward here, so no list is made: that is said once.
    outcome: `select w.state, w.failure, (select count(*)::int from audit_event where object_id = w.id::text and action = 'way-back.fail') as told
      from way_back w`,
    expected: [{ state: 'failed', failure: 'actor-left', told: 1 }],
  },
  {
    job: 'forecast-upkeep',
    writes: 'audit_event',
    ask: forecastPastItsDate,
    outcome: `select c.state, c.off_reason as reason,
      (select count(*)::int from audit_event where object_id = c.id::text and action = 'forecast.switch-off') as told from forecast_contract c`,
    expected: [{ state: 'ended', reason: 'expired', told: 1 }],
  },
  {
    job: 'rehearse',
    writes: 'load',
    async ask(lab) {
      await lab.founding.found(await lab.as('marit'), {
        name: 'Oefening',
        goal: 'Een keer alle stappen doorlopen.',
        question: 'Hoe werkt het?',
        regionId: lab.ids.region,
        partnerIds: [],
        isRehearsal: true,
      });
    },
    outcome: `select count(*)::int as sources, count(l.id)::int as loads, bool_and(l.state = 'accepted') as accepted
      from dataset d join lab on lab.id = d.lab_id left join load l on l.dataset_id = d.id where lab.is_rehearsal`,
    expected: [{ sources: 4, loads: 4, accepted: true }],
  },
  {
    job: 'evaluate',
    writes: 'evaluation',
    async ask(lab) {
      await planSomething(lab);
      await askAs(lab, 'marit', evaluateJob, { labId: overlast(lab) });
    },
    outcome: `select count(*)::int as n, count(distinct solution_id)::int as solutions from evaluation`,
    expected: [{ n: 1, solutions: 1 }],
  },
  {
    job: 'close-lab',
    writes: 'report',
    async ask(lab) {
      await nameOfficers(lab);
      const labId = overlast(lab);
      await lab.closing.ask(await lab.as('marit'), labId, 'De maatregelen lopen.');
      for (const name of OFFICERS) await lab.closing.consent(await lab.as(name), labId);
      await lab.closing.close(await lab.as('marit'), labId);
    },
    outcome: `select state, (select count(*)::int from report where lab_id = l.id) as rows,
      (select count(*)::int from snapshot where lab_id = l.id and destroyed_at is null) as snapshots,
      (select count(*)::int from deletion_proof where lab_id = l.id and object_kind = 'source_key') > 1 as twice from lab l where key = 'overlast'`,
    expected: [{ state: 'closed', rows: 0, snapshots: 0, twice: false }],
  },
];

/** A measure with a registered plan, behind everybody's back: the road to it is another test's subject. */
async function planSomething(lab: TestLab): Promise<void> {
  const plan = {
    category: 'noise',
    level: 'buurt',
    areaCodes: [buurtAt(0, 0)],
    comparisonAreaCodes: [],
    datasetId: lab.ids.dataset('meldingen'),
    firstMonth: '2024-03',
    expectedChange: -0.2,
    harm: 'overlast verschuift naar de buren',
  };
  await lab.database.look(
    `with made as (insert into solution (lab_id, organisation_id, title, words, state, owner_id, owner_name, starts_on, proposed_by, proposed_at, changed_at)
       values ($1, $2, 'Vaker langs', 'Het team komt vaker langs.', 'running', $3, 'Marit', '2024-03-01', $3, now(), now()) returning id)
     insert into evaluation_plan (solution_id, lab_id, document, digest, registered_by, registered_at)
       select id, $1, $4, repeat('d', 64), $3, now() from made`,
    [overlast(lab), lab.ids.organisation('gemeente'), lab.ids.person('marit'), JSON.stringify(plan)],
  );
}

/** A request of the way back that everybody approved, behind everybody's back, opened by somebody who is no steward any more. */
async function openWayBack(lab: TestLab): Promise<void> {
  // What the database wants of a request is another test's subject.
  await lab.database.look('alter table way_back disable trigger is_asked');
  const [{ id }] = (await lab.database.look(
    `insert into way_back (lab_id, receiver_id, agreement_version, release_id, run_id, household_group, reason, asked_of, state, asked_by, asked_at,
       told_first, opened_by, opened_at)
     select $1, $2, 1, (select id from release order by version limit 1), (select id from analysis_run limit 1), 'known-to-all',
       'Casusoverleg over hulp.', array[$3::uuid], 'opening', $4, now(), 'De wijkverpleegkundige belt eerst aan.', $4, now()
     returning id`,
    [overlast(lab), lab.ids.organisation('wijkteam'), lab.ids.organisation('politie'), lab.ids.person('wilma')],
  )) as [{ id: string }];
  await lab.database.look('alter table way_back enable trigger is_asked');
  await askAs(lab, 'wilma', wayBackListJob, { wayBackId: id });
}

/** A forecast contract that was fixed, of which the last day has passed. */
async function forecastPastItsDate(lab: TestLab): Promise<void> {
  await lab.database.look(
    `insert into forecast_contract (lab_id, organisation_id, shell_id, title, purpose, goal, proportionality, baseline, least_gain,
       most_amplification, attention_share, attention_sensitivity, coverage_least, coverage_most, stops_after, state, written_by, written_at,
       fixed_by, fixed_at)
     select $1, $2, (select id from output_shell limit 1), 'Volgende maand', 'deploy_people_and_means', 'Weten waar het druk wordt.',
       'Alleen per buurt en maand.', 'best naive', 0.01, 2, 0.1, 0.5, 0.7, 0.9, '2024-01-31', 'fixed', $3, now(), $3, now()`,
    [overlast(lab), lab.ids.organisation('gemeente'), lab.ids.person('marit')],
  );
  await askAs(lab, 'marit', forecastUpkeepJob, { labId: overlast(lab) });
}
