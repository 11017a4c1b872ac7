import { isAllowed } from '@datalab/access';
import { audit, Database, findDataset, saveMapping, type DatasetRow } from '@datalab/data';
import { forbidden, invalidInput, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { mappingFaults } from './mapping-faults.js';

/** Datasets and how their files are read. */
@Injectable()
export class DatasetsService {
  constructor(private readonly database: Database) {}

  /** The dataset; its mapping only for the organisation that it belongs to. */
  get(ctx: Ctx, datasetId: string): Promise<DatasetRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await findDataset(tx, datasetId);
      if (dataset === undefined || !isAllowed(ctx.ability, 'read', 'Dataset', dataset)) throw notFound('dataset');
      return dataset;
    });
  }

  /** Keeps how this dataset's files are read. The document is checked by the intake library before it is stored. */
  saveMapping(ctx: Ctx, datasetId: string, mapping: unknown): Promise<DatasetRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await findDataset(tx, datasetId);
      if (dataset === undefined || !isAllowed(ctx.ability, 'read', 'Dataset', dataset)) throw notFound('dataset');
      if (!isAllowed(ctx.ability, 'map', 'Dataset', dataset))
        throw forbidden('dataset.not-steward', 'Only the steward of its own organisation says how a dataset is read.');
      const faults = mappingFaults(mapping, dataset.kind);
      if (faults.length > 0)
        throw invalidInput(
          'mapping.invalid',
          `This is not a mapping: ${faults.join(', ')}.`,
          faults.map((field) => ({ field })),
        );
      await saveMapping(tx, datasetId, mapping);
      await audit(tx, authorOf(ctx), {
        action: 'mapping.save',
        objectKind: 'dataset',
        objectId: datasetId,
        labId: dataset.labId,
      });
      return { ...dataset, mapping };
    });
  }
}
