import type { Lab } from '../../gql/types.js';
import type { Nothing, Terms } from './facts-query.js';

/** One line of the inventory: a dataset, or an organisation that promised none. */
export interface InventoryRow {
  organisationId: string;
  organisationName: string;
  datasetId: string | null;
  datasetName: string | null;
  signed: 'unsigned' | 'signed' | 'outdated';
  isDelivered: boolean;
  /** Something of it was handed in, whatever became of that: what was promised stays from then on. */
  isStarted: boolean;
  quality: 'none' | 'waiting' | 'accepted';
  /** What was declared of it, or of its organisation as a whole. */
  nothing: Nothing | undefined;
  /** Something of it is missing before the step can end. */
  isOwing: boolean;
}

interface Summary {
  datasetId: string;
  acceptedAt: string | null;
}

/** The inventory of a lab, organisation by organisation. A dataset counts as delivered once its quality was measured: then a load was accepted. */
export function inventoryRows(
  lab: Pick<Lab, 'participants' | 'datasets'>,
  nothing: readonly Nothing[],
  standings: readonly Pick<Terms['organisations'][number], 'organisationId' | 'standing'>[],
  summaries: readonly Summary[],
): InventoryRow[] {
  return lab.participants.flatMap(({ organisation, delivered }): InventoryRow[] => {
    const { id: organisationId, name: organisationName } = organisation;
    const signed = standings.find((one) => one.organisationId === organisationId)?.standing ?? 'unsigned';
    const declared = nothing.filter((one) => one.organisationId === organisationId);
    const ofAll = declared.find(({ datasetId }) => datasetId === null);
    const common = { organisationId, organisationName, signed };
    const own = lab.datasets.filter((dataset) => dataset.organisation.id === organisationId);
    if (own.length === 0)
      return [
        {
          ...common,
          datasetId: null,
          datasetName: null,
          isDelivered: delivered,
          isStarted: delivered,
          quality: 'none',
          nothing: ofAll,
          isOwing: false,
        },
      ];
    return own.map(({ id, name, latestLoad }) => {
      const summary = summaries.find(({ datasetId }) => datasetId === id);
      const said = declared.find(({ datasetId }) => datasetId === id) ?? ofAll;
      return {
        ...common,
        datasetId: id,
        datasetName: name,
        isDelivered: summary !== undefined,
        isStarted: summary !== undefined || latestLoad !== null,
        quality: summary === undefined ? 'none' : summary.acceptedAt === null ? 'waiting' : 'accepted',
        nothing: summary === undefined ? said : undefined,
        isOwing: summary !== undefined || said === undefined,
      };
    });
  });
}
