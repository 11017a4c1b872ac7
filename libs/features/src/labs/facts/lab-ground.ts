import type { DatasetRow, LabRow, ParticipantRow } from '@datalab/data';
import type { Step } from '@datalab/domain';

/** What the facts of every step start from, read once. */
export interface LabGround {
  lab: LabRow;
  participants: readonly ParticipantRow[];
  datasets: readonly DatasetRow[];
  /** When a step was last opened again, itself or because an earlier one was: what was signed or released in it before then is documented. */
  reopenedAt: ReadonlyMap<Step, Date | null>;
}

/** The datasets that one organisation brings. */
export const datasetsOf = ({ datasets }: LabGround, organisationId: string): DatasetRow[] =>
  datasets.filter((dataset) => dataset.organisationId === organisationId);
