import { isAllowed } from '@datalab/access';
import {
  audit,
  Database,
  deleteDataset,
  findDataset,
  findLab,
  findStepState,
  insertDataset,
  isViolation,
  saveMapping,
  standsOnDataset,
  updatePromise,
  type DatasetRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidInput, invalidState, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { parseDatasetWish } from './dataset-wish.js';
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

  /**
   * The steward of an organisation promises a dataset of its own, until step 2 was submitted: who agreed on its end agreed on these sources. Conflict
   * where there is one of this name; InvalidState in a rehearsal, where nothing real is brought.
   */
  add(ctx: Ctx, labId: string, document: unknown): Promise<DatasetRow> {
    const { organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'declare', 'Dataset', { labId, organisationId }))
      throw forbidden('dataset.not-steward', 'What an organisation brings is said by its own data steward.');
    const wish = parseDatasetWish(document);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireReal(tx, labId);
      await requireOpenPromises(tx, labId);
      const id = await insertDataset(tx, { ...wish, labId, organisationId });
      if (id === undefined) throw conflict('dataset.exists', 'Your organisation has a dataset of this name here.');
      await recordDeed(tx, ctx, { action: 'dataset.add', objectKind: 'dataset', objectId: id, labId });
      return (await findDataset(tx, id))!;
    });
  }

  /**
   * The steward puts right what was promised, until something of it was delivered and while step 2 was not submitted. How its files are read stays, unless
   * it becomes another kind of data. Conflict where there is one of this name.
   */
  change(ctx: Ctx, datasetId: string, document: unknown): Promise<DatasetRow> {
    const wish = parseDatasetWish(document);
    return this.ofPromise(ctx, datasetId, 'dataset.change', async (tx) => {
      if (!(await updatePromise(tx, datasetId, wish)))
        throw conflict('dataset.exists', 'Your organisation has a dataset of this name here.');
      return (await findDataset(tx, datasetId))!;
    });
  }

  /** The steward takes a promise back, as long as nothing was delivered and nothing stands on it; gives what is gone. */
  remove(ctx: Ctx, datasetId: string): Promise<DatasetRow> {
    return this.ofPromise(ctx, datasetId, 'dataset.remove', async (tx, dataset, inShell) => {
      const inUse = invalidState(
        'dataset.in-use',
        'An output shell or a registration card is about this dataset: say that there is nothing to deliver.',
      );
      if (inShell) throw inUse;
      try {
        if (!(await deleteDataset(tx, datasetId))) throw notFound('dataset');
      } catch (error) {
        throw isViolation(error, 'reference') ? inUse : error;
      }
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

  private ofPromise(
    ctx: Ctx,
    datasetId: string,
    action: string,
    work: (tx: Transaction, dataset: DatasetRow, inShell: boolean) => Promise<DatasetRow>,
  ): Promise<DatasetRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await findDataset(tx, datasetId);
      if (dataset === undefined || !isAllowed(ctx.ability, 'read', 'Dataset', dataset)) throw notFound('dataset');
      if (!isAllowed(ctx.ability, 'declare', 'Dataset', dataset))
        throw forbidden('dataset.not-steward', 'What an organisation brings is said by its own data steward.');
      const { labId } = dataset;
      await requireReal(tx, labId);
      const { delivered, inShell } = await standsOnDataset(tx, datasetId);
      if (delivered)
        throw invalidState('dataset.delivered', 'Something of it was delivered: what was promised stays as it is.');
      await requireOpenPromises(tx, labId);
      const done = await work(tx, dataset, inShell);
      await recordDeed(tx, ctx, { action, objectKind: 'dataset', objectId: datasetId, labId });
      return done;
    });
  }
}

async function requireReal(tx: Transaction, labId: string): Promise<void> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  if (lab.isRehearsal)
    throw invalidState('lab.rehearsal', 'A rehearsal has invented sources; nothing real is brought.');
}

/** Who agreed on the end of step 2 agreed on these sources. */
async function requireOpenPromises(tx: Transaction, labId: string): Promise<void> {
  const state = await findStepState(tx, labId, 'factual_picture');
  if (state === 'in_review' || state === 'done')
    throw invalidState('dataset.step-submitted', 'Step 2 was submitted: reopen it to bring another source.');
}
