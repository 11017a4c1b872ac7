import { isAllowed } from '@datalab/access';
import {
  Database,
  findKnownFact,
  insertKnownFact,
  listKnownFacts,
  removeKnownFact,
  type KnownFactRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { parseKnownFact } from './known-fact.js';
import { checkArea, checkTakesPart } from './lab-facts-access.js';

/** What the organisations of a lab knew before anything was delivered. Everybody in the lab reads it; each organisation writes its own. */
@Injectable()
export class KnownFactsService {
  constructor(private readonly database: Database) {}

  /** What stands, oldest first. */
  list(ctx: Ctx, labId: string): Promise<KnownFactRow[]> {
    checkTakesPart(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => listKnownFacts(tx, labId));
  }

  /** Brings one of the own organisation. */
  add(ctx: Ctx, labId: string, document: unknown): Promise<KnownFactRow> {
    checkTakesPart(ctx, labId);
    const { organisationId } = ctx.actor;
    checkWriter(ctx, { labId, organisationId });
    const fact = parseKnownFact(document);
    const places =
      fact.kind === 'figure'
        ? { value: fact.value, unit: fact.unit, areaCode: fact.areaCode, from: fact.from, to: fact.to, location: null }
        : { value: null, unit: null, areaCode: null, from: null, to: null, location: fact.location };
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await checkArea(tx, labId, places.areaCode);
      const { kind, title, note, source, isPublished } = fact;
      const addedAt = ctx.clock.now();
      const row = { organisationId, kind, title, note, source, isPublished, ...places, addedAt };
      const id = await insertKnownFact(tx, { ...row, labId, addedBy: ctx.actor.personId });
      await record(tx, ctx, labId, id, 'fact.add');
      return { ...row, id };
    });
  }

  /** Takes one of the own organisation back. */
  remove(ctx: Ctx, id: string): Promise<KnownFactRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const fact = await findKnownFact(tx, id);
      if (fact === undefined || !isAllowed(ctx.ability, 'read', 'Picture', fact)) throw notFound('fact');
      checkWriter(ctx, fact);
      await removeKnownFact(tx, id, ctx.actor.personId, ctx.clock.now());
      await record(tx, ctx, fact.labId, id, 'fact.remove');
      return fact;
    });
  }
}

function checkWriter({ ability }: Ctx, fact: { labId: string; organisationId: string }): void {
  if (!isAllowed(ability, 'write', 'KnownFact', fact))
    throw forbidden(
      'fact.not-yours',
      'What an organisation knows is written by its own data steward, domain expert or analyst.',
    );
}

async function record(tx: Transaction, ctx: Ctx, labId: string, id: string, action: string): Promise<void> {
  await recordDeed(tx, ctx, { action, objectKind: 'fact', objectId: id, labId });
}
