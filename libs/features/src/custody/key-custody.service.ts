import { isAllowed } from '@datalab/access';
import {
  areKeysInUse,
  Database,
  findLab,
  listKeyHolders,
  moveKeyHolder,
  audit,
  registerKeyHolder,
  type KeyHolderRow,
} from '@datalab/data';
import { conflict, forbidden, invalidInput, invalidState, notFound } from '@datalab/domain';
import { loadSodiumRistretto, registerHolders } from '@datalab/pseudonym';
import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
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

  /**
   * The coordinator registers what a key service published of this lab, or says where a registered holder answers now. The same is checked as of the
   * operator: the proof that the holder has its key, made for this lab. `origins`: the key services that this installation knows; nobody leads
   * the keys of a lab to a server of their own. Conflict for another key of a registered holder, and once keys were made.
   */
  async register(ctx: Ctx, labId: string, card: KeyHolderRow, origins: readonly string[]): Promise<KeyHolderRow> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('custody.not-coordinator', 'Only the coordinator of the lab registers who holds its key.');
    if (!URL.canParse(card.url) || !origins.includes(new URL(card.url).origin))
      throw invalidInput('custody.unknown-service', 'This installation knows no key service at this address.', [
        { field: 'url' },
      ]);
    const ristretto = await loadSodiumRistretto();
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if ((await findLab(tx, labId))?.isRehearsal === true)
        throw invalidState('lab.rehearsal', 'A rehearsal needs no key: nothing in it is about anybody.');
      const others = (await listKeyHolders(tx, labId)).filter(({ holderId }) => holderId !== card.holderId);
      const before = (await listKeyHolders(tx, labId)).find(({ holderId }) => holderId === card.holderId);
      registerHolders(
        ristretto,
        labId,
        [...others, card].map((one) => ({ ...one, labId })),
      );
      if (before !== undefined && before.publicKey !== card.publicKey)
        throw conflict('custody.key-differs', 'This key holder was registered with another key.');
      if (before !== undefined) await moveKeyHolder(tx, labId, card.holderId, card.url);
      else if (await areKeysInUse(tx, labId))
        throw conflict(
          'custody.keys-in-use',
          'Keys were made in this lab already: a holder more would be another key.',
        );
      else await registerKeyHolder(tx, labId, card);
      await recordDeed(tx, ctx, { action: 'custody.registered', objectKind: 'lab', objectId: labId, labId });
      return card;
    });
  }

  /** Lets a steward ask the holders in the name of the own organisation, and writes that down. NotFound outside the own labs. */
  async admitCaller(ctx: Ctx, labId: string): Promise<Caller> {
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
