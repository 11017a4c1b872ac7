import { isAllowed, whereAllowed } from '@datalab/access';
import { Database, listProofs, type DeletionProofRow } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';

const COLUMNS = { labId: 'p.lab_id', organisationId: 'p.organisation_id' } as const;

/** What was deleted, for those who answer for it: an organisation's steward and privacy officer. */
@Injectable()
export class DeletionProofsService {
  constructor(private readonly database: Database) {}

  /** The proofs of the own organisation's deletions in a lab, and of what the lab shares; newest first. */
  async list(ctx: Ctx, labId: string): Promise<DeletionProofRow[]> {
    if (!isAllowed(ctx.ability, 'read', 'Load', { labId, organisationId: ctx.actor.organisationId }))
      throw notFound('lab');
    const own = whereAllowed(ctx.ability, 'read', 'Load', COLUMNS);
    return this.database.inTransaction(asPerson(ctx), (tx) => listProofs(tx, labId, own));
  }
}
