import { isAllowed } from '@datalab/access';
import { Database, listLabs, type LabRow } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { readLabView, type LabView } from './lab-view.js';

/** Labs as those who take part see them. */
@Injectable()
export class LabsService {
  constructor(private readonly database: Database) {}

  /** The labs that this person takes part in, by name. */
  listMine(ctx: Ctx): Promise<LabRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      (await listLabs(tx)).filter(({ id }) => isAllowed(ctx.ability, 'read', 'Lab', { id })),
    );
  }

  /** One lab with who takes part, how far it is and what is missing for each step. NotFound also where it is not yours. */
  async getView(ctx: Ctx, labId: string): Promise<LabView> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => readLabView(tx, labId));
  }
}
