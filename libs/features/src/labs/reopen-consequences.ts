import { countDocumentedReleases, countDocumentedSignatures, type Transaction } from '@datalab/data';
import { changesOf, type Step } from '@datalab/domain';
import { stepOf } from './step-acts.js';
import type { LabView } from './lab-view.js';

/** What reopening a step would do. */
export interface ReopenConsequences {
  /** Later steps that lock, in order. */
  locked: Step[];
  /** Steps that were done, and have to be consented to and approved again. */
  again: Step[];
  /** How many organisations consented to those. */
  lapsingConsents: number;
  /** What was signed or released in them stays readable and no longer counts. */
  documented: { kind: DocumentedKind; count: number }[];
}
export type DocumentedKind = 'signature' | 'release';

/** Reads what would follow; throws InvalidState where the step cannot be reopened. */
export async function readConsequences(tx: Transaction, view: LabView, step: Step): Promise<ReopenConsequences> {
  const states = new Map(view.steps.map((row) => [row.step, row.state]));
  const changes = changesOf(states, step, 'reopen');
  const locked = view.steps
    .map((row) => row.step)
    .filter((other) => changes.some((c) => c.event === 'lock' && c.step === other));
  const again = changes.filter(({ from }) => from === 'done').map((change) => change.step);
  const touched = changes.map((change) => stepOf(view, change.step));
  const steps = touched.map((row) => row.step);
  const documented: ReopenConsequences['documented'] = [
    { kind: 'signature', count: steps.includes('share_safely') ? await countDocumentedSignatures(tx, view.id) : 0 },
    { kind: 'release', count: await countDocumentedReleases(tx, view.id, steps) },
  ];
  return {
    locked,
    again: view.steps.map((row) => row.step).filter((other) => again.includes(other)),
    lapsingConsents: touched.flatMap(({ consents }) => consents).filter(({ answer }) => answer === 'consent').length,
    documented: documented.filter(({ count }) => count > 0),
  };
}
