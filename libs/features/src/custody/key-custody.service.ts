import { isAllowed } from '@datalab/access';
import { audit, Database, listKeyHolders, type KeyHolderRow } from '@datalab/data';
import { forbidden, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';

/** On whose behalf key holders are asked, as a caller token says it. */
export interface Caller {
  organisationId: string;
  labId: string;
}

/** Who holds a lab's key, and who may ask them. The platform hands out what is public; it holds no share and reads no identifier. */
@Injectable()
export class KeyCustodyService {
  constructor(private readonly database: Database) {}

  /** The holders of a lab's key, for everybody in the lab. Empty where none is registered: then no pseudonym can be made. */
  listHolders(ctx: Ctx, labId: string): Promise<KeyHolderRow[]> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => listKeyHolders(tx, labId));
  }

  /** Lets a steward ask the holders in the name of the own organisation, and writes that down. NotFound outside the own labs. */
  admitCaller(ctx: Ctx, labId: string): Promise<Caller> {
    const { organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'upload', 'Dataset', { labId, organisationId }))
      throw forbidden('custody.not-steward', 'Only a data steward asks for pseudonyms.');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await audit(tx, authorOf(ctx), { action: 'caller.admitted', objectKind: 'lab', objectId: labId, labId });
      return { organisationId, labId };
    });
  }
}
