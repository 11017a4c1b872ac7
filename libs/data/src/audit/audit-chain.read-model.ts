import type { Transaction } from '../database.js';
import { EVENT_COLUMNS, HEAD_COLUMNS, type ChainedEvent, type SignedHead } from './chain.js';

/** One link with its event; the event is null where it is gone. */
export interface LinkRow {
  seq: number;
  eventId: string;
  hash: string;
  event: ChainedEvent | null;
}

export interface AuditedChain {
  chainId: string;
  /** The lab's key and name; null for the chain of no lab. */
  key: string | null;
  name: string | null;
}

/** Every chain that has an event, a link or a head, and every lab. For the auditor's role. */
export function listChains(tx: Transaction): Promise<AuditedChain[]> {
  return tx.query(
    `select c.chain_id as "chainId", l.key, l.name from (
       select '00000000-0000-0000-0000-000000000000'::uuid as chain_id union select id from lab
       union select distinct coalesce(lab_id, '00000000-0000-0000-0000-000000000000') from audit_event
       union select distinct chain_id from audit_seal union select distinct chain_id from audit_head) c
     left join lab l on l.id = c.chain_id order by l.key nulls first, 1`,
  );
}

/** The links of a chain after this number, in order. */
export async function listLinks(tx: Transaction, chainId: string, after: number, limit: number): Promise<LinkRow[]> {
  const rows: ({ seq: number; eventId: string; hash: string } & {
    [Field in keyof ChainedEvent]: ChainedEvent[Field] | null;
  })[] = await tx.query(
    `select s.seq::int as seq, s.event_id as "eventId", s.hash, ${EVENT_COLUMNS}
       from audit_seal s left join audit_event e on e.id = s.event_id
       where s.chain_id = $1 and s.seq > $2 order by s.seq limit $3`,
    [chainId, after, limit],
  );
  return rows.map(({ seq, eventId, hash, ...event }) => ({
    seq,
    eventId,
    hash,
    event: event.id === null ? null : (event as ChainedEvent),
  }));
}

/** Events of a chain without a link: those that wait for it (`tailed`), and those that got into the log by another way. */
export function listLoose(tx: Transaction, chainId: string): Promise<{ id: string; tailed: boolean }[]> {
  return tx.query(
    `select e.id, t.event_id is not null as tailed from audit_event e
     left join audit_seal s on s.event_id = e.id left join audit_tail t on t.event_id = e.id
     where coalesce(e.lab_id, '00000000-0000-0000-0000-000000000000') = $1 and s.event_id is null order by e.id`,
    [chainId],
  );
}

/** The signed heads of a chain, by day; with `newest` the last one alone. */
export function listHeads(tx: Transaction, chainId: string, { newest = false } = {}): Promise<SignedHead[]> {
  return tx.query(
    `select ${HEAD_COLUMNS} from audit_head h where chain_id = $1 order by h.day desc ${newest ? 'limit 1' : ''}`,
    [chainId],
  );
}

/** Events of these days (UTC, both included) after this id, in the order of writing; of one chain, or of all. For the auditor's role. */
export function listEventsBetween(
  tx: Transaction,
  { from, to, chainId, after }: { from: string; to: string; chainId?: string; after?: string },
  limit: number,
): Promise<ChainedEvent[]> {
  return tx.query(
    `select ${EVENT_COLUMNS} from audit_event e
     where e.at >= $1::date::timestamp at time zone 'utc' and e.at < ($2::date + 1)::timestamp at time zone 'utc'
       and ($3::uuid is null or coalesce(e.lab_id, '00000000-0000-0000-0000-000000000000') = $3)
       and ($4::uuid is null or e.id > $4)
     order by e.id limit $5`,
    [from, to, chainId ?? null, after ?? null, limit],
  );
}
