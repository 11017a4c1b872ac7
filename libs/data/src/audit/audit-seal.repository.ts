import type { Transaction } from '../database.js';
import { EVENT_COLUMNS, HEAD_COLUMNS, NO_HASH, type ChainedEvent, type SignedHead } from './chain.js';

export interface ChainEnd {
  seq: number;
  hash: string;
}

/** Holds one chain for this transaction: two sealers at once would give the same number twice. */
export async function lockChain(tx: Transaction, chainId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('audit chain ' || $1, 0))`, [chainId]);
}

/** The last link; number 0 where there is none yet. */
export async function findChainEnd(tx: Transaction, chainId: string): Promise<ChainEnd> {
  const rows: ChainEnd[] = await tx.query(
    'select seq::int as seq, hash from audit_seal where chain_id = $1 order by audit_seal.seq desc limit 1',
    [chainId],
  );
  return rows[0] ?? { seq: 0, hash: NO_HASH };
}

/**
 * Events of a chain that have no link yet, the oldest first. Only what has been committed is seen, and each gets its link when it is seen:
 * one that commits late comes later in the chain and is never passed over.
 */
export function listUnsealed(tx: Transaction, chainId: string, limit: number): Promise<ChainedEvent[]> {
  return tx.query(
    `select ${EVENT_COLUMNS} from audit_tail t join audit_event e on e.id = t.event_id
     where t.chain_id = $1 order by e.recorded_at, e.id limit $2`,
    [chainId, limit],
  );
}

/** Adds links, in this order, from the number after `end`, and takes their events off the tail. */
export async function saveLinks(
  tx: Transaction,
  chainId: string,
  end: ChainEnd,
  links: readonly { eventId: string; hash: string }[],
  sealedAt: Date,
): Promise<void> {
  const ids = links.map(({ eventId }) => eventId);
  await tx.query(
    `insert into audit_seal (chain_id, seq, event_id, hash, sealed_at)
     select $1, $2 + position, event_id, hash, $3
     from unnest($4::uuid[], $5::text[]) with ordinality as link (event_id, hash, position)`,
    [chainId, end.seq, sealedAt, ids, links.map(({ hash }) => hash)],
  );
  await tx.query('delete from audit_tail where event_id = any($1)', [ids]);
}

/** The head of this chain and day; undefined where it was not signed. */
export async function findHead(tx: Transaction, chainId: string, day: string): Promise<SignedHead | undefined> {
  const rows: SignedHead[] = await tx.query(
    `select ${HEAD_COLUMNS} from audit_head h where chain_id = $1 and day = $2`,
    [chainId, day],
  );
  return rows[0];
}

export async function saveHead(tx: Transaction, head: SignedHead): Promise<void> {
  await tx.query(
    `insert into audit_head (chain_id, day, seq, hash, signed_at, public_key, signature) values ($1, $2, $3, $4, $5, $6, $7)`,
    [head.chainId, head.day, head.seq, head.hash, head.signedAt, head.publicKey, head.signature],
  );
}
