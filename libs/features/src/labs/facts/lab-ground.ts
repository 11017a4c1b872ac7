import type { DatasetRow, LabRow, ParticipantRow } from '@datalab/data';

/** What the facts of every step start from, read once. */
export interface LabGround {
  lab: LabRow;
  participants: readonly ParticipantRow[];
  datasets: readonly DatasetRow[];
}

/** The datasets that one organisation brings. */
export const datasetsOf = ({ datasets }: LabGround, organisationId: string): DatasetRow[] =>
  datasets.filter((dataset) => dataset.organisationId === organisationId);
