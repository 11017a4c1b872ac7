import type { LabSummary } from '../../gql/types.js';

export type TaskKind = 'refused' | 'deliver' | 'checking' | 'approve' | 'submit' | 'criterion' | 'missing' | 'picture';

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
  const isReady = current.criteria.length > 0 && current.criteria.every(({ met }) => met);
  return [{ kind: isReady ? 'submit' : 'missing', lab, step: current.step }];
}

/** What of the open steps is this person's to bring: theirs by role, and by organisation where it is one organisation's. Loads have tasks of their own. */
function owing(lab: LabSummary, organisationId: string): Task[] {
  return lab.steps
    .filter(({ state }) => state === 'open')
    .flatMap(({ step, criteria }) =>
      criteria.flatMap(({ code, missing }): Task[] => {
        if (code === 'everybody-delivered') return [];
        const mine = missing.find(
          (one) =>
            lab.myRoles.includes(one.role) && (one.organisationId === null || one.organisationId === organisationId),
        );
        return mine === undefined ? [] : [{ kind: 'criterion', lab, step, criterion: code, since: mine.since }];
      }),
    );
}

function reading(lab: LabSummary): Task[] {
  const isReader = lab.myRoles.some(
    (role) => role === 'wijkteam_member' || role === 'analyst' || role === 'domain_expert',
  );
  if (!isReader || !lab.can.seePicture || lab.picture === null) return [];
  return [{ kind: 'picture', lab, madeAt: lab.picture.createdAt }];
}

/** Everything that waits for this person, what is broken first. */
export function tasksOf(labs: readonly LabSummary[], organisationId: string): Task[] {
  const order: TaskKind[] = ['refused', 'deliver', 'approve', 'submit', 'criterion', 'missing', 'checking', 'picture'];
  return labs
    .flatMap((lab) => [
      ...deliveries(lab, organisationId),
      ...leading(lab),
      ...owing(lab, organisationId),
      ...reading(lab),
    ])
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
