import { STEPS, type Step } from '@datalab/domain';
import { ORGANISATIONS, WALKERS, type Walker, type WalkOrganisation } from './walk-world.js';

export const ACTS = ['submit', 'consent', 'object', 'return', 'approve', 'reopen'] as const;
export type Act = (typeof ACTS)[number];
type State = 'locked' | 'open' | 'in_review' | 'done';

/**
 * What a lab should do, written down a second time and otherwise than the platform does it: by cases, without its tables. It says of every act
 * what comes of it.
 */
export class WalkModel {
  readonly states = new Map<Step, State>(STEPS.map((step, at) => [step, at === 0 ? 'open' : 'locked']));
  readonly rounds = new Map<Step, number>(STEPS.map((step) => [step, 0]));
  readonly unmet = new Set<Step>();
  /** Everything that was said and never lapses from the record. */
  readonly said: { step: Step; round: number; organisation: WalkOrganisation; event: 'consent' | 'object' }[] = [];
  events = 0;

  constructor(readonly quorum: number | null) {}

  /** The step that is worked on; the last one where all are done. */
  get current(): Step {
    return STEPS.find((step) => this.states.get(step) !== 'done') ?? STEPS.at(-1)!;
  }

  /** The organisations whose last word in the present round of a step is consent. */
  consenting(step: Step): WalkOrganisation[] {
    return ORGANISATIONS.filter((organisation) => {
      const words = this.said.filter(
        (one) => one.step === step && one.round === this.rounds.get(step) && one.organisation === organisation,
      );
      return words.at(-1)?.event === 'consent';
    });
  }

  needed(step: Step): number {
    const unanimous = step === 'prioritise' || step === 'share_safely' || this.quorum === null;
    return unanimous ? ORGANISATIONS.length : this.quorum!;
  }

  /** Does the act; gives `done`, or the code with which it is refused. */
  act(who: Walker, act: Act, step: Step): string {
    const roles: readonly string[] = WALKERS[who].roles;
    if (roles.length === 0) return 'lab.not-found';
    const isAnswer = act === 'consent' || act === 'object';
    if (isAnswer && !roles.includes('privacy_officer') && !(step !== 'share_safely' && roles.includes('domain_expert')))
      return 'step.not-yours-to-consent';
    if (!isAnswer && !roles.includes('coordinator')) return 'lab.not-coordinator';
    const state = this.states.get(step)!;
    if (state === 'in_review' && (isAnswer || act === 'approve') && this.unmet.has(step)) {
      this.states.set(step, 'open');
      this.events += 1;
      return 'step.fell-back';
    }
    switch (act) {
      case 'submit':
        if (this.unmet.has(step)) return 'step.criteria-open';
        if (state !== 'open') return 'step.wrong-state';
        this.states.set(step, 'in_review');
        this.rounds.set(step, this.rounds.get(step)! + 1);
        this.events += 1;
        return 'done';
      case 'consent':
      case 'object':
        if (state !== 'in_review') return 'step.wrong-state';
        this.said.push({ step, round: this.rounds.get(step)!, organisation: WALKERS[who].organisation, event: act });
        this.events += 1;
        return 'done';
      case 'return':
        if (state !== 'in_review') return 'step.wrong-state';
        this.states.set(step, 'open');
        this.events += 1;
        return 'done';
      case 'approve':
        if (this.consenting(step).length < this.needed(step)) return 'step.consent-missing';
        if (state !== 'in_review') return 'step.wrong-state';
        return this.approve(step);
      case 'reopen':
        if (state !== 'done') return 'step.wrong-state';
        return this.reopen(step);
    }
  }

  private approve(step: Step): string {
    this.states.set(step, 'done');
    this.events += 1;
    const next = STEPS[STEPS.indexOf(step) + 1];
    if (next !== undefined) {
      this.states.set(next, 'open');
      this.events += 1;
    }
    return 'done';
  }

  private reopen(step: Step): string {
    for (const later of STEPS.slice(STEPS.indexOf(step) + 1)) {
      if (this.states.get(later) !== 'locked') this.events += 1;
      this.states.set(later, 'locked');
    }
    this.states.set(step, 'open');
    this.events += 1;
    return 'done';
  }
}
