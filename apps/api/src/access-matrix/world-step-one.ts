import { randomUUID } from 'node:crypto';
import type { Insert } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';

/** What a lab has in step 1: who takes part in it, a dataset, and who works for the first organisation there. */
export interface StepOneGround {
  lab: string;
  lab_id: string;
  organisation_id: string;
  dataset_id: string;
  person: string;
  /** What its own organisation alone may read. */
  text: string;
}

/** A goal, a question, its scores and ranking, lists, a board, citizens, and a shell in each state; the ids of what can be acted on. */
export async function fillStepOne(insert: Insert, ground: StepOneGround) {
  const { lab, lab_id, organisation_id, dataset_id, person, text } = ground;
  const words = `mk-${lab}-shared`;
  const owner = { lab_id, organisation_id };
  const made = { made_by: person, made_at: AT };
  const questionId = randomUUID();
  await insert('organisation_goal', { ...owner, version: 1, goal: words, ...made });
  await insert('question_candidate', { id: questionId, ...owner, question: words, behind: words, ...made });
  const score = { impact: 4, answerability: 3, privacy_cost: 2 };
  // The other organisation scored nothing: it sees neither this nor the ranking.
  await insert('question_score', {
    question_id: questionId,
    ...owner,
    version: 1,
    ...score,
    note: text,
    independent: true,
    ...made,
  });
  await insert('question_ranking', {
    id: randomUUID(),
    lab_id,
    digest: 'd'.repeat(64),
    document: {
      version: 1,
      organisations: [organisation_id],
      ranked: [
        {
          questionId,
          rank: 1,
          points: 15,
          means: { impact: 4, answerability: 3, privacyCost: 2 },
          tiedWith: [randomUUID()],
        },
      ],
      agreement: {
        apart: { w: 0.5, p: 0.5, organisations: 2, questions: 2 },
        together: { w: 0.5, p: 0.5, organisations: 2, questions: 2 },
      },
      text: { nl: [text], en: [text] },
    },
    computed_at: AT,
  });
  await insert('core_question', {
    lab_id,
    version: 1,
    question_id: questionId,
    reason: words,
    chosen_by: person,
    chosen_at: AT,
  });
  for (const checklist of ['legal', 'quality'])
    await insert('checklist_answers', {
      ...owner,
      checklist,
      version: 1,
      document: { checklistVersion: 1, answers: [{ item: 'retention', answer: 'yes', explanation: words }] },
      ...made,
    });
  const recorded = { recorded_by: person, recorded_at: AT };
  await insert('board_agreement', {
    ...owner,
    version: 1,
    agrees: true,
    person_name: words,
    function: words,
    agreed_on: '2024-05-01',
    ...recorded,
  });
  await insert('citizen_consultation', {
    lab_id,
    version: 1,
    held: true,
    how: words,
    held_on: '2024-05-01',
    outcome: words,
    is_public: true,
    ...recorded,
  });
  const shells = {
    draftShell: randomUUID(),
    submittedShell: randomUUID(),
    approvedShell: randomUUID(),
  };
  for (const [state, id] of [
    ['approved', shells.approvedShell],
    ['submitted', shells.submittedShell],
    ['draft', shells.draftShell],
  ] as const) {
    await insert('output_shell', {
      id,
      ...owner,
      title: words,
      kind: 'descriptive',
      method: 'rates',
      unit: 'report',
      area_level: 'buurt',
      grain: 'year',
      period_from: '2022-01-01',
      period_to: '2024-12-31',
      dataset_ids: [dataset_id],
      rows: 'area',
      columns: [words],
      use: words,
      version: 1,
      state,
      since: AT,
      remark: words,
      ...made,
    });
    if (state !== 'draft')
      await insert('output_shell_approval', { shell_id: id, ...owner, approved_by: person, approved_at: AT });
  }
  return { questionId, ...shells };
}
