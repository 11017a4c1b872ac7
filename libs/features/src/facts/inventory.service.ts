import { isAllowed } from '@datalab/access';
import {
  Database,
  endNothing,
  findDataset,
  findNothingToDeliver,
  insertNothing,
  listNothingToDeliver,
  type NothingToDeliverRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidInput, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { checkTakesPart } from './lab-facts-access.js';

const LONGEST_REASON = 500;

/** "We have nothing", with the reason: of a whole organisation, or of a dataset that it promised. */
@Injectable()
export class InventoryService {
  constructor(private readonly database: Database) {}

  /** What was declared in a lab and stands. */
  listNothing(ctx: Ctx, labId: string): Promise<NothingToDeliverRow[]> {
    checkTakesPart(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => listNothingToDeliver(tx, labId));
  }

  /** Declares it for the own organisation; for one dataset where that is named. A later delivery counts all the same. */
  declareNothing(ctx: Ctx, labId: string, datasetId: string | null, reason: string): Promise<NothingToDeliverRow> {
    checkTakesPart(ctx, labId);
    const { organisationId, personId } = ctx.actor;
    checkDeclares(ctx, { labId, organisationId });
    const words = reason.trim();
    if (words.length < 3 || words.length > LONGEST_REASON)
      throw invalidInput('inventory.reason-missing', 'Say in one or two sentences why there is nothing.', [
        { field: 'reason' },
      ]);
    checkOwnWords({ reason: words });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (datasetId !== null) {
        const dataset = await findDataset(tx, datasetId);
        if (dataset?.labId !== labId || dataset.organisationId !== organisationId) throw notFound('dataset');
      }
      const row = { labId, organisationId, datasetId, reason: words, declaredAt: ctx.clock.now() };
      const id = await insertNothing(tx, { ...row, declaredBy: personId });
      if (id === undefined) throw conflict('inventory.declared', 'This was declared already.');
      await record(tx, ctx, labId, id, 'inventory.declare');
      return { ...row, id };
    });
  }

  /** Takes a declaration of the own organisation back: something is expected again. */
  endNothing(ctx: Ctx, id: string): Promise<NothingToDeliverRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await findNothingToDeliver(tx, id);
      if (row === undefined || !isAllowed(ctx.ability, 'read', 'Picture', row)) throw notFound('declaration');
      checkDeclares(ctx, row);
      await endNothing(tx, id, ctx.actor.personId, ctx.clock.now());
      await record(tx, ctx, row.labId, id, 'inventory.end');
      return row;
    });
  }
}

function checkDeclares({ ability }: Ctx, of: { labId: string; organisationId: string }): void {
  if (!isAllowed(ability, 'declare', 'Inventory', of))
    throw forbidden(
      'inventory.not-yours',
      'That an organisation has nothing is declared by its own data steward or domain expert.',
    );
}

async function record(tx: Transaction, ctx: Ctx, labId: string, id: string, action: string): Promise<void> {
  await recordDeed(tx, ctx, { action, objectKind: 'declaration', objectId: id, labId });
}
