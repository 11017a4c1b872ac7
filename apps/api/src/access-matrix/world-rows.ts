import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@datalab/testing';
import type { MatrixIds } from './ids.js';
import { fillSolutions } from './world-solutions.js';
import { fillForecast } from './world-forecasts.js';
import { fillRun } from './world-runs.js';
import { fillFacts } from './world-facts.js';
import { fillHistory, fillInvitation, fillKeyHolder, fillQuality, type Insert } from './world-governance.js';
import { fillPicture, SQUARE } from './world-picture.js';
import { fillRelease } from './world-releases.js';
import { fillTogether } from './world-together.js';
import { fillStepOne } from './world-step-one.js';
import { fillWayBack } from './world-way-back.js';

const TOTALS = { rows: 5, inRegion: 5, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 };

/** One organisation's part in one lab, with the number that stands for its exact figures. */
const PARTS = [
  { organisation: 'a', lab: 'one', exact: 700_001 },
  { organisation: 'b', lab: 'one', exact: 700_002 },
  { organisation: 'c', lab: 'two', exact: 700_003 },
] as const;
type Part = (typeof PARTS)[number];

/** Fills every table that an operation or an endpoint reads, behind everybody's back: no wall helps or hinders. */
export async function fillRows(
  database: TestDatabase,
  region: string,
  of: (name: string) => string,
): Promise<MatrixIds> {
  const insert: Insert = async (table, row) => {
    const columns = Object.keys(row).join(', ');
    await database.look(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  };
  await database.look(`update lab_step set state = 'done' where step = 'prioritise'`);
  await database.look(`update lab_step set state = 'open' where step = 'factual_picture'`);
  await database.look(`update lab set contact_email = 'vragen@' || key || '.test'`);
  const loads = new Map<string, string>();
  for (const part of PARTS) {
    loads.set(part.organisation, randomUUID());
    await fillPart(database, insert, of, part, loads.get(part.organisation)!);
  }
  const receivingA = randomUUID();
  await insert('load', {
    ...loadRow(of, PARTS[0], receivingA),
    revision: 6,
    state: 'receiving',
    decided_at: null,
    bytes_total: null,
  });
  const more = await fillMore(insert, of, loads);
  await insert('square', { region_id: region, code: SQUARE, area_code: 'B01' });
  const runs = new Map<string, string>();
  const forecasts = new Map<string, string>();
  const snapshots = new Map<string, string>();
  for (const part of [PARTS[0], PARTS[2]]) {
    const snapshotId = await fillPicture(
      insert,
      of(`lab ${part.lab}`),
      PARTS.filter(({ lab }) => lab === part.lab).map((one) => ({ place: place(of, one), exact: one.exact })),
    );
    snapshots.set(part.lab, snapshotId);
    const { text, person } = textsOf(of, part);
    runs.set(part.lab, await fillRun(insert, place(of, part), { snapshotId, person, text }));
    const [shell] = await database.look<{ id: string }>(
      `select id from output_shell where lab_id = $1 and state = 'approved' order by id limit 1`,
      [of(`lab ${part.lab}`)],
    );
    const ground = { snapshotId, person, text, shellId: shell!.id };
    forecasts.set(part.lab, await fillForecast(insert, place(of, part), ground));
  }
  for (const lab of ['one', 'two']) {
    await fillKeyHolder(insert, of(`lab ${lab}`), lab);
    await fillStepEvent(insert, of, lab);
  }
  await insert('lab_schedule', {
    lab_id: of('lab one'),
    rhythm: 'monthly',
    baseline_snapshot_id: snapshots.get('one')!,
    next_due: '2100-01-01',
    set_by: of('person own-organisation-coordinator'),
    set_at: '2024-06-01T00:00:00Z',
  });
  const released = await fillRelease(insert, of);
  return {
    region,
    labOne: of('lab one'),
    labTwo: of('lab two'),
    organisationA: of('organisation a'),
    datasetA: of('dataset set-a-one'),
    datasetB: of('dataset set-b-one'),
    datasetC: of('dataset set-c-two'),
    loadA: loads.get('a')!,
    loadB: loads.get('b')!,
    loadC: loads.get('c')!,
    receivingA,
    runA: runs.get('one')!,
    forecastA: forecasts.get('one')!,
    ...more,
    ...released,
    ...(await fillSolutions(database, insert, of)),
    ...(await fillTogether(insert, of)),
    ...(await fillWayBack(database, insert, of, { runA: runs.get('one')!, releaseA: released.releaseA })),
    fresh: randomUUID(),
  };
}

/** One thing that happened, done by somebody of organisation A in lab 1 and of C in lab 2. */
async function fillStepEvent(insert: Insert, of: (name: string) => string, lab: string): Promise<void> {
  const part = PARTS.find((row) => row.lab === lab && row.organisation !== 'b')!;
  await insert('step_event', {
    id: randomUUID(),
    lab_id: of(`lab ${lab}`),
    step: 'prioritise',
    event: 'reopen',
    round: 1,
    from_state: 'done',
    to_state: 'open',
    actor_id: steward(of, part),
    organisation_id: of(`organisation ${part.organisation}`),
    reason: `Reason mk-${lab}-shared`,
    criteria: [{ code: 'core-question', met: true, missing: [] }],
    at: '2024-01-01T10:00:00Z',
  });
}

/** What only some cells need: loads in other states, invitations, a program, and people to give a role. */
async function fillMore(insert: Insert, of: (name: string) => string, loads: ReadonlyMap<string, string>) {
  const foreignProofs: string[] = [];
  for (const part of PARTS) {
    const text = `mk-${part.lab}-${part.organisation}-private`;
    const load = { load_id: loads.get(part.organisation)!, text, exact: part.exact };
    await fillQuality(insert, place(of, part), { ...load, acceptedBy: steward(of, part) });
    const proofId = await fillHistory(insert, place(of, part), { ...load, steward: steward(of, part), lab: part.lab });
    if (part.organisation !== 'a') foreignProofs.push(proofId);
  }
  const [a, b, c] = PARTS;
  const facts = await fillFacts(insert, place(of, a), textsOf(of, a));
  // B signed another text: something of the lab is missing.
  await fillFacts(insert, place(of, b), { ...textsOf(of, b), digest: 'f'.repeat(64) });
  await fillFacts(insert, place(of, c), textsOf(of, c));
  const [toConfirmA, toAcceptA] = [randomUUID(), randomUUID()];
  await insert('load', { ...loadRow(of, a, toConfirmA), revision: 7, state: 'to_confirm', decided_at: null });
  await insert('load', { ...loadRow(of, a, toAcceptA), revision: 1, covers: '{[2022-01-01,2023-01-01)}' });
  await fillQuality(insert, place(of, a), { load_id: toAcceptA, text: 'mk-one-a-private', exact: a.exact });
  const stepOne = await Promise.all(
    [a, c].map((part) =>
      fillStepOne(insert, {
        ...place(of, part),
        lab: part.lab,
        person: steward(of, part),
        text: `mk-${part.lab}-${part.organisation}-private`,
      }),
    ),
  );
  const invitation = (part: Part) =>
    fillInvitation(insert, place(of, part), {
      // To lab 1 its coordinators see it, whoever they work for, and so do administrators.
      text: part.lab === 'one' ? 'invited' : 'mk-two-c-private',
      invitedBy: steward(of, part),
    });
  return {
    ...facts,
    foreignProofs,
    toConfirmA,
    toAcceptA,
    candidateQuestionA: stepOne[0]!.questionId,
    draftShellA: stepOne[0]!.draftShell,
    submittedShellA: stepOne[0]!.submittedShell,
    approvedShellA: stepOne[0]!.approvedShell,
    invitationA: await invitation(a),
    invitationC: await invitation(c),
    apiClientA: of('program spare'),
    candidateA: of('person no-lab-own-organisation'),
    memberB: of('person other-organisation-analyst'),
    organisationD: of('organisation d'),
  };
}

const place = (of: (name: string) => string, { lab, organisation }: Part) => ({
  lab_id: of(`lab ${lab}`),
  organisation_id: of(`organisation ${organisation}`),
  dataset_id: of(`dataset set-${organisation}-${lab}`),
});

/** Whoever delivered: the steward of the organisation in that lab. */
const steward = (of: (name: string) => string, { organisation }: Part): string =>
  of(
    { a: 'person own-organisation', b: 'person other-organisation', c: 'person other-lab' }[organisation] +
      '-data_steward',
  );

const textsOf = (of: (name: string) => string, part: Part) => ({
  text: `mk-${part.lab}-shared`,
  secret: `mk-${part.lab}-${part.organisation}-private`,
  person: steward(of, part),
});

const loadRow = (of: (name: string) => string, part: Part, id: string) => {
  const text = `mk-${part.lab}-${part.organisation}-private`;
  return {
    id,
    ...place(of, part),
    revision: 5,
    state: 'accepted',
    covers: '{[2024-01-01,2025-01-01)}',
    declared_totals: TOTALS,
    content_sha256: 'a'.repeat(64),
    bytes_total: 10,
    bytes_received: 10,
    rows_processed: 5,
    totals: TOTALS,
    issues: [{ code: 'x', column: 'x', count: 1, firstRows: [1], message: text }],
    answers: [{ column: 'x', field: 'channel', kind: 'phone', reason: text }],
    created_by: steward(of, part),
    decided_at: '2024-06-01T00:00:00Z',
  };
};

async function fillPart(
  database: TestDatabase,
  insert: Insert,
  of: (name: string) => string,
  part: Part,
  loadId: string,
): Promise<void> {
  const text = `mk-${part.lab}-${part.organisation}-private`;
  await database.look(`update dataset set mapping = $2, purposes = '{understand_nuisance}' where id = $1`, [
    place(of, part).dataset_id,
    { text },
  ]);
  await insert('load', loadRow(of, part, loadId));
  await insert('report', {
    ...place(of, part),
    load_id: loadId,
    record_hash: 'c'.repeat(64),
    occurred_on: '2024-01-15',
    occurred_precision: 'day',
    source_category: text,
    category: 'noise',
    placement: 'in_region',
    area_code: 'B01',
    household_role: 'unknown',
    address_kind: 'dwelling',
    occurred_hour: 3,
    registered_on: '2024-01-16',
    reporter_type: 'resident',
    confused_behaviour: false,
    near_care_location: false,
    persons_band: '1',
    channel: 'phone',
    status: 'closed',
    closed_on: '2024-01-17',
  });
}
