import { audit, registerKeyHolder, type Database } from '@datalab/data';
import { conflict } from '@datalab/domain';
import { loadSodiumRistretto, registerHolders, type HolderCard } from '@datalab/pseudonym';
import { OPERATOR } from '../operator.js';

/** A lab with the organisations that take part in it: what the operator of a key service needs to know of it. */
export interface LabForKeyHolders {
  labId: string;
  organisationIds: string[];
}

/** Every lab, for the operator's database role. */
export const listLabsForKeyHolders = (database: Database): Promise<LabForKeyHolders[]> =>
  database.inTransaction({}, (tx) =>
    tx.query(
      `select lab_id as "labId", array_agg(organisation_id order by organisation_id) as "organisationIds"
       from lab_participant group by lab_id order by lab_id`,
    ),
  );

/**
 * Registers what the key services of a lab published, for the operator's database role. Every proof of possession is checked. Throws
 * Forbidden where one fails, Conflict where a registered holder brings another key: a lab has one key in its life.
 */
export async function registerHoldersOfLab(
  database: Database,
  labId: string,
  cards: readonly (HolderCard & { url: string })[],
): Promise<number> {
  const holders = registerHolders(await loadSodiumRistretto(), labId, cards);
  await database.inTransaction({}, async (tx) => {
    for (const card of cards)
      if (!(await registerKeyHolder(tx, labId, card)))
        throw conflict('custody.key-differs', 'A registered key holder brings another key than before.');
    const author = { actorId: OPERATOR, requestId: 'custody' };
    const detail = { holders: holders.length };
    await audit(tx, author, { action: 'custody.registered', objectKind: 'lab', objectId: labId, labId, detail });
  });
  return holders.length;
}
