import type { LabRole } from './organisation.js';
import type { Step } from './step.state.js';

/** What an organisation answers to a step that was handed in. */
export type ConsentAnswer = 'consent' | 'objection';

/** Where one organisation stands in the review of a step. */
export interface Consent {
  organisationId: string;
  name: string;
  /** Null while it has not answered this time. */
  answer: ConsentAnswer | null;
  /** When it answered; null while it has not. */
  at: Date | null;
  /** Of an objection; null otherwise. */
  reason: string | null;
}

/** Who speaks for an organisation in the review of a step (docs/adr/0040). */
export const consentRoles = (step: Step): readonly LabRole[] =>
  step === 'share_safely' ? ['privacy_officer'] : ['domain_expert', 'privacy_officer'];

/** Steps in which a quorum does not count: in the first it is agreed to, in the third everybody's data is at stake. */
export const UNANIMOUS_STEPS: readonly Step[] = ['prioritise', 'share_safely'];

/** A quorum of one would let one organisation decide for all. */
export const LEAST_QUORUM = 2;

/**
 * How many organisations must consent before the coordinator may approve a step, of `participants` in the lab: all of them, or the agreed
 * quorum (null where none was agreed) where a quorum counts. Never less than one.
 */
export function consentsNeeded(step: Step, participants: number, quorum: number | null): number {
  const all = Math.max(1, participants);
  return quorum === null || UNANIMOUS_STEPS.includes(step) ? all : Math.min(quorum, all);
}

/** How a review stands: how many consented of how many that must, and which organisations are still to answer. */
export function standingOf(step: Step, consents: readonly Consent[], quorum: number | null) {
  const given = consents.filter(({ answer }) => answer === 'consent').length;
  const needed = consentsNeeded(step, consents.length, quorum);
  return {
    given,
    needed,
    isEnough: given >= needed,
    silent: consents
      .filter(({ answer }) => answer === null)
      .map(({ organisationId, name }) => ({ organisationId, name })),
  };
}
