import type { PlatformSession } from './platform-session.js';

/** What the partners of a lab say in step 1. Organisations by name; sources by the name of their dataset. */
export interface StepOneContent {
  goals: Readonly<Record<string, string>>;
  questions: readonly { question: string; behind: string }[];
  /** Per organisation a score for each question: impact, answerability, privacy cost. */
  scores: Readonly<Record<string, readonly (readonly [impact: number, answerability: number, privacyCost: number])[]>>;
  /** Which question is chosen, by its place above, and why where another one is ranked first. */
  core: { question: number; reason: string };
  /** What is explained with every answer on a list, by item; `otherwise` for what is not named. */
  explanations: Readonly<Record<string, string>> & { otherwise: string };
  boards: Readonly<Record<string, { personName: string; function: string; agreedOn: string }>>;
  consultation: { how: string; heldOn: string; outcome: string };
  shells: readonly (Readonly<Record<string, unknown>> & { sources: readonly string[] })[];
}

/** Who does it: the coordinator, somebody who drafts, and of each organisation its domain expert. */
export interface StepOnePeople {
  coordinator: PlatformSession;
  drafter: PlatformSession;
  experts: Readonly<Record<string, PlatformSession>>;
}

interface StepOneAnswer {
  state: string;
  goals: { organisationId: string; name: string; goal: string | null }[];
  questions: { id: string; question: string }[];
  scoredBy: string[];
  ranking: { isCurrent: boolean; ranked: { questionId: string; rank: number }[] } | null;
  core: object | null;
  checklists: { name: string; items: { key: string }[]; answered: { organisationId: string }[] }[];
  boards: { organisationId: string }[];
  consultation: object | null;
}
interface ShellAnswer {
  id: string;
  title: string;
  state: string;
  approvals: { organisationId: string }[];
}

const STEP_ONE = `query ($labId: ID!) { stepOne(labId: $labId) { state goals { organisationId name goal } questions { id question } scoredBy
  ranking { isCurrent ranked { questionId rank } } core { questionId } checklists { name items { key } answered { organisationId } }
  boards { organisationId } consultation { held } } }`;
const SHELLS =
  'query ($labId: ID!) { outputShells(labId: $labId) { id title state approvals { organisationId } } lab(id: $labId) { datasets { id name } } }';
const mutation = (name: string, types: string, given: string): string =>
  `mutation (${types}) { ${name}(${given}) { labId } }`;
const STATE_GOAL = mutation('stateGoal', '$labId: ID!, $goal: String!', 'labId: $labId, goal: $goal');
const ANSWER = mutation(
  'answerChecklist',
  '$labId: ID!, $name: ChecklistName!, $answers: [ChecklistAnswerInput!]!',
  'labId: $labId, checklist: $name, answers: $answers',
);
const BOARD = mutation('recordBoard', '$labId: ID!, $input: BoardAgreementInput!', 'labId: $labId, input: $input');
const CONSULT = mutation(
  'recordConsultation',
  '$labId: ID!, $input: CitizenConsultationInput!',
  'labId: $labId, input: $input',
);
const PROPOSE = mutation('proposeQuestion', '$labId: ID!, $input: QuestionInput!', 'labId: $labId, input: $input');
const SCORE = mutation(
  'scoreQuestions',
  '$labId: ID!, $scores: [QuestionScoreInput!]!',
  'labId: $labId, scores: $scores',
);
const CHOOSE = mutation('chooseCoreQuestion', '$id: ID!, $reason: String', 'questionId: $id, reason: $reason');
const DRAFT = 'mutation ($labId: ID!, $shell: OutputShellInput!) { draftShell(labId: $labId, shell: $shell) { id } }';
const SUBMIT = 'mutation ($id: ID!) { submitShell(shellId: $id) { id } }';
const APPROVE = 'mutation ($id: ID!) { approveShell(shellId: $id) { id } }';

const LOOK_EVERY_MS = 250;
const LONGEST_WAIT_MS = 20_000;

/**
 * Fills step 1 of a lab through the platform, each part by the person whose it is, as if they had typed it. What is there already is left, so
 * it can be run again after it was cut off. Does nothing where the step is not open.
 */
export async function writeStepOne(labId: string, people: StepOnePeople, content: StepOneContent): Promise<void> {
  const first = await read(people.coordinator, labId);
  if (first.state !== 'open') return;
  if (first.questions.length === 0)
    for (const input of content.questions) await people.coordinator.ask(PROPOSE, { labId, input });
  for (const { name } of first.goals) {
    const expert = people.experts[name];
    if (expert === undefined) throw new Error(`nobody speaks for ${name}`);
    await speakInStepOne(labId, { [name]: expert }, content);
  }
  if (first.consultation === null)
    await people.coordinator.ask(CONSULT, { labId, input: { held: true, isPublic: true, ...content.consultation } });
  await choose(labId, people.coordinator, content);
  await drawShells(labId, people, content);
}

/** Says what these organisations, each by its domain expert, say in step 1: goal, lists, board and scores. The questions of `content` must be proposed. */
export async function speakInStepOne(
  labId: string,
  experts: StepOnePeople['experts'],
  content: Pick<StepOneContent, 'goals' | 'questions' | 'scores' | 'explanations' | 'boards'>,
): Promise<void> {
  for (const [name, expert] of Object.entries(experts)) await stateFor(labId, name, expert, content);
}

const read = async (session: PlatformSession, labId: string): Promise<StepOneAnswer> =>
  (await session.ask<{ stepOne: StepOneAnswer }>(STEP_ONE, { labId })).stepOne;

/** What one organisation says, by its domain expert. */
async function stateFor(
  labId: string,
  name: string,
  expert: PlatformSession,
  content: Parameters<typeof speakInStepOne>[2],
): Promise<void> {
  const now = await read(expert, labId);
  const { organisationId } = now.goals.find((goal) => goal.name === name)!;
  if (now.goals.find((goal) => goal.name === name)?.goal == null)
    await expert.ask(STATE_GOAL, { labId, goal: content.goals[name] });
  for (const list of now.checklists)
    if (!list.answered.some((one) => one.organisationId === organisationId)) {
      const answers = list.items.map(({ key }) => ({
        item: key,
        answer: 'yes',
        explanation: content.explanations[key] ?? content.explanations.otherwise,
      }));
      await expert.ask(ANSWER, { labId, name: list.name, answers });
    }
  if (!now.boards.some((one) => one.organisationId === organisationId))
    await expert.ask(BOARD, { labId, input: { agrees: true, ...content.boards[name] } });
  if (!now.scoredBy.includes(organisationId)) {
    const scores = content.questions.map(({ question }, i) => {
      const [impact, answerability, privacyCost] = content.scores[name]![i]!;
      const questionId = now.questions.find((one) => one.question === question)!.id;
      return { questionId, impact, answerability, privacyCost, note: '' };
    });
    await expert.ask(SCORE, { labId, scores });
  }
}

/** Waits for the worker's ranking; the reason is given where another question came first, or none came in time. */
async function choose(labId: string, coordinator: PlatformSession, { questions, core }: StepOneContent): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const now = await read(coordinator, labId);
    if (now.core !== null) return;
    const { id } = now.questions.find((one) => one.question === questions[core.question]!.question)!;
    const isRanked = now.ranking?.isCurrent === true;
    if (isRanked || Date.now() > until) {
      const isFirst = now.ranking?.ranked.some((row) => row.questionId === id && row.rank === 1) ?? false;
      await coordinator.ask(CHOOSE, { id, reason: isFirst ? null : core.reason });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Draws the shells that are not there yet and lets these experts approve what is handed in. */
export async function drawShells(
  labId: string,
  people: Pick<StepOnePeople, 'drafter' | 'experts'>,
  content: Pick<StepOneContent, 'shells'>,
): Promise<void> {
  const look = () =>
    people.drafter.ask<{ outputShells: ShellAnswer[]; lab: { datasets: { id: string; name: string }[] } }>(SHELLS, {
      labId,
    });
  const { outputShells, lab } = await look();
  for (const { sources, ...form } of content.shells) {
    if (outputShells.some(({ title }) => title === form.title)) continue;
    const datasetIds = lab.datasets.filter(({ name }) => sources.includes(name)).map(({ id }) => id);
    await people.drafter.ask(DRAFT, { labId, shell: { ...form, datasetIds } });
  }
  for (const { id, state } of (await look()).outputShells) {
    if (state === 'draft') await people.drafter.ask(SUBMIT, { id });
    if (state === 'draft' || state === 'submitted')
      for (const expert of Object.values(people.experts)) await expert.ask(APPROVE, { id });
  }
}
