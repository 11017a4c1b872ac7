import {
  findLab,
  listConsents,
  listDatasets,
  listParticipants,
  listSteps,
  type DatasetRow,
  type LabRow,
  type ParticipantRow,
  type StepRow,
  type Transaction,
} from '@datalab/data';
import { consentsNeeded, criteriaOf, notFound, STEPS, type Consent, type Criterion, type Step } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { readFacts } from './facts/read-facts.js';

/** One step of a lab as its members see it. */
export interface StepView extends StepRow {
  criteria: Criterion[];
  /** What each participant answered to what was handed in this time. */
  consents: Consent[];
  /** How many must consent. */
  consentsNeeded: number;
  /**
   * It was handed in, and a criterion no longer holds: it counts as open, and its consents lapse, which is written down by the next act. A
   * step that is done stays done.
   */
  fellBack: boolean;
}

export interface LabView extends LabRow {
  participants: ParticipantRow[];
  steps: StepView[];
  datasets: DatasetRow[];
}

/** One lab with who takes part, how far it is, what is missing for each step and who consented. Throws NotFound. */
export async function readLabView(tx: Transaction, labId: string): Promise<LabView> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  const participants = await listParticipants(tx, labId);
  const datasets = await listDatasets(tx, labId);
  const rows = await listSteps(tx, labId);
  const consents = await listConsents(tx, labId);
  const reopenedAt = new Map(rows.map((row) => [row.step, row.reopenedAt]));
  const facts = await readFacts(tx, { lab, participants, datasets, reopenedAt });
  const steps = STEPS.map((step): StepView => {
    const row = rows.find((candidate) => candidate.step === step) ?? untouched(step);
    return {
      ...judged(row, criteriaOf(step, facts, row.since)),
      consents: consents
        .filter((consent) => consent.step === step)
        .map(({ organisationId, name, answer, at, reason }) => ({ organisationId, name, answer, at, reason })),
      consentsNeeded: consentsNeeded(step, participants.length, lab.quorum),
    };
  });
  return { ...lab, participants, steps, datasets };
}

/** Reads a lab for what must decide by it. */
@Injectable()
export class LabViews {
  /** As readLabView. */
  read(tx: Transaction, labId: string): Promise<LabView> {
    return readLabView(tx, labId);
  }
}

/** A step as it stands under these criteria. */
export function judged<Row extends StepRow>(
  row: Row,
  criteria: Criterion[],
): Row & Pick<StepView, 'criteria' | 'fellBack'> {
  const fellBack = row.state === 'in_review' && !areMet(criteria);
  return { ...row, state: fellBack ? 'open' : row.state, criteria, fellBack };
}

/** Whether a step with these criteria may be handed in: all of them hold, and there are any. */
export const areMet = (criteria: readonly Criterion[]): boolean =>
  criteria.length > 0 && criteria.every(({ met }) => met);

const untouched = (step: Step): StepRow => ({
  step,
  state: 'locked',
  since: new Date(0),
  reason: null,
  round: 0,
  reopenedAt: null,
});
