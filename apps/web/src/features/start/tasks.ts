import { criterionId, owedBy, readyStep } from '@datalab/domain';
import type { LabSummary } from '../../gql/types.js';

export type TaskKind =
  | 'overdue'
  | 'refused'
  | 'mention'
  | 'deliver'
  | 'checking'
  | 'approve'
  | 'submit'
  | 'criterion'
  | 'missing'
  | 'due'
  | 'picture';

/** One thing that waits for this person in this lab. */
export interface Task {
  kind: TaskKind;
  lab: LabSummary;
  step?: LabSummary['steps'][number]['step'];
  /** The criterion that this person, or a colleague in the same role, can make hold; and since when it could have. */
  criterion?: string;
  since?: string;
  dataset?: LabSummary['datasets'][number];
  loadId?: string;
  /** When the picture was made. */
  madeAt?: string;
  /** The day on which it must be ready, and what it is of. */
  deadline?: LabSummary['deadlines'][number];
  mention?: LabSummary['openMentions'][number];
}

/** What a steward has to bring: per dataset of the own organisation nothing yet, refused, or still under way. */
function deliveries(lab: LabSummary, organisationId: string): Task[] {
  if (!lab.can.upload) return [];
  return lab.datasets
    .filter((dataset) => dataset.organisation.id === organisationId)
    .flatMap((dataset): Task[] => {
      const load = dataset.latestLoad;
      if (load === null || load.state === 'withdrawn') return [{ kind: 'deliver', lab, dataset }];
      if (load.state === 'refused') return [{ kind: 'refused', lab, dataset, loadId: load.id }];
      if (load.state === 'accepted') return [];
      return [{ kind: 'checking', lab, dataset, loadId: load.id }];
    });
}

/** What a coordinator has to move on: the one step that is open or in review. */
function leading(lab: LabSummary): Task[] {
  if (!lab.can.leadSteps) return [];
  const current = lab.steps.find(({ state }) => state === 'open' || state === 'in_review');
  if (current === undefined) return [];
  if (current.state === 'in_review') return [{ kind: 'approve', lab, step: current.step }];
  return [{ kind: readyStep([current]) === undefined ? 'missing' : 'submit', lab, step: current.step }];
}

/** What of the open steps is this person's to bring. Loads have tasks of their own. */
const owing = (lab: LabSummary, organisationId: string): Task[] =>
  owedBy(lab.steps, { roles: lab.myRoles, organisationId })
    .filter(({ code }) => code !== 'everybody-delivered')
    .map(({ step, code, missing }) => ({ kind: 'criterion', lab, step, criterion: code, since: missing.since }));

function reading(lab: LabSummary): Task[] {
  const isReader = lab.myRoles.some(
    (role) => role === 'wijkteam_member' || role === 'analyst' || role === 'domain_expert',
  );
  if (!isReader || !lab.can.seePicture || lab.picture === null) return [];
  return [{ kind: 'picture', lab, madeAt: lab.picture.createdAt }];
}

/** What comments ask of this person's role. */
const asked = (lab: LabSummary): Task[] =>
  lab.openMentions.map((mention) => ({ kind: 'mention', lab, mention, since: mention.since }));

/** Days that are near or over, of what is not ready: the coordinator's all; of others what their organisation and role can make ready. */
function due(lab: LabSummary, organisationId: string): Task[] {
  const mine = new Set(owing(lab, organisationId).map(({ step, criterion }) => criterionId(step!, criterion!)));
  return lab.deadlines
    .filter(({ standing, isMet }) => standing !== 'later' && !isMet)
    .filter(({ kind, targetId }) => {
      if (lab.can.leadSteps) return true;
      if (kind === 'criterion') return mine.has(targetId);
      // A step is everybody's who still owes it something; a thing is everybody's who works on it.
      if (kind === 'step') return [...mine].some((id) => id.startsWith(`${targetId}.`));
      return lab.myRoles.some((role) => role !== 'wijkteam_member');
    })
    .map((deadline) => ({ kind: deadline.standing === 'overdue' ? 'overdue' : 'due', lab, deadline }));
}

/** Everything that waits for this person, what is broken first. */
export function tasksOf(labs: readonly LabSummary[], organisationId: string): Task[] {
  const order: TaskKind[] = [
    'overdue',
    'refused',
    'mention',
    'deliver',
    'approve',
    'submit',
    'criterion',
    'missing',
    'due',
    'checking',
    'picture',
  ];
  return labs
    .flatMap((lab) => [
      ...deliveries(lab, organisationId),
      ...leading(lab),
      ...owing(lab, organisationId),
      ...asked(lab),
      ...due(lab, organisationId),
      ...reading(lab),
    ])
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
