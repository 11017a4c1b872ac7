import { nextState, type Transition } from '../next-state.js';

/**
 * A version of a lab's agreement. `proposed`: one organisation wants it and a second has to say so too, where another version is in force;
 * the first version of a lab goes to signing at once. `lapsed`: a newer one is in force; what was signed stays to be read.
 */
export const AGREEMENT_STATES = ['draft', 'proposed', 'signing', 'in_force', 'lapsed', 'withdrawn'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type AgreementEvent = 'offer' | 'propose' | 'consent' | 'complete' | 'replace' | 'withdraw';

export const AGREEMENT_TRANSITIONS: readonly Transition<AgreementState, AgreementEvent>[] = [
  { from: 'draft', event: 'offer', to: 'signing' },
  { from: 'draft', event: 'propose', to: 'proposed' },
  { from: 'proposed', event: 'consent', to: 'signing' },
  { from: 'signing', event: 'complete', to: 'in_force' },
  { from: 'in_force', event: 'replace', to: 'lapsed' },
  { from: 'draft', event: 'withdraw', to: 'withdrawn' },
  { from: 'proposed', event: 'withdraw', to: 'withdrawn' },
  { from: 'signing', event: 'withdraw', to: 'withdrawn' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextAgreementState = (from: AgreementState, event: AgreementEvent): AgreementState =>
  nextState(AGREEMENT_TRANSITIONS, from, event, {
    code: 'agreement.wrong-state',
    message: `An agreement that is ${from} does not take "${event}".`,
  });
