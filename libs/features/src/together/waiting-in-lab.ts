import { listPeopleAtWork, listWaiting, type PersonAtWork, type Transaction, type WaitingRow } from '@datalab/data';
import { owedBy, readyStep } from '@datalab/domain';
import { readLabView, type LabView } from '../labs/lab-view.js';

/**
 * All that waits for somebody in a lab at a moment: what they are asked for by name, what the criteria of its open steps miss from them, and the step that
 * whoever leads can hand in. As on the start page, but for what is only to be read there. For the worker, in the context of the lab.
 */
export async function waitingInLab(tx: Transaction, labId: string, now: Date): Promise<WaitingRow[]> {
  const lab = await readLabView(tx, labId);
  if (lab.state !== 'active' && lab.state !== 'to_close') return [];
  const people = await listPeopleAtWork(tx, labId);
  return [
    ...(await listWaiting(tx, labId, now.toISOString().slice(0, 10))),
    ...people.flatMap((one) => owed(lab, one)),
  ];
}

function owed({ steps }: LabView, { personId, organisationId, roles }: PersonAtWork): WaitingRow[] {
  const items = owedBy(steps, { roles, organisationId }).map(
    // With the moment from which it could have been there: the same thing owed anew is told anew.
    ({ step, code, missing }) => `criterion:${step}.${code}:${missing.since.getTime().toString(36)}`,
  );
  const ready = roles.includes('coordinator') ? readyStep(steps) : undefined;
  if (ready !== undefined) items.push(`submit:${ready.step}:${ready.round}`);
  return items.map((item) => ({ personId, item }));
}
