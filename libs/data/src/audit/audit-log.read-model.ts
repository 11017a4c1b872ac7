import type { Transaction } from '../database.js';
import type { AuditOutcome } from './audit.js';
import { EVENT_COLUMNS, HEAD_COLUMNS, type ChainedEvent, type SignedHead } from './chain.js';

/** Which events; what is left out does not matter. */
export interface AuditFilter {
  labId: string;
  /** From this moment on. */
  from?: Date;
  /** Before this moment. */
  before?: Date;
  actorId?: string;
  action?: string;
  outcome?: AuditOutcome;
  objectKind?: string;
  objectId?: string;
}

export interface AuditRow extends ChainedEvent {
  /** Null for somebody of another organisation, and for the platform itself. */
  actorName: string | null;
  /** Null for the platform itself. */
  organisationName: string | null;
  /** Its number in the chain; null while it is not sealed. */
  seq: number | null;
}

export interface AuditPage {
  items: AuditRow[];
  nextCursor: string | null;
}

/** A page of the log, newest first, as far as row-level security lets it be seen. */
export async function listAuditEvents(
  tx: Transaction,
  filter: AuditFilter,
  { first, after }: { first: number; after?: string },
): Promise<AuditPage> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const scope = [`e.lab_id = ${bind(filter.labId)}`];
  if (filter.from !== undefined) scope.push(`e.at >= ${bind(filter.from)}`);
  if (filter.before !== undefined) scope.push(`e.at < ${bind(filter.before)}`);
  for (const [column, value] of [
    ['actor_id', filter.actorId],
    ['action', filter.action],
    ['outcome', filter.outcome],
    ['object_kind', filter.objectKind],
    ['object_id', filter.objectId],
  ] as const)
    if (value !== undefined) scope.push(`e.${column} = ${bind(value)}`);
  // The id is a UUID of version 7: its order is the order of writing.
  if (after !== undefined) scope.push(`e.id < ${bind(after)}`);
  const rows: AuditRow[] = await tx.query(
    `select ${EVENT_COLUMNS}, case when e.organisation_id = (select app.organisation_id()) then p.name end as "actorName",
       o.name as "organisationName", s.seq::int as seq
     from (select * from audit_event e where ${scope.join(' and ')} order by e.id desc limit ${bind(first + 1)}) e
     left join person p on p.id = e.actor_id left join organisation o on o.id = e.organisation_id
     left join audit_seal s on s.event_id = e.id order by e.id desc`,
    values,
  );
  const items = rows.slice(0, first);
  return { items, nextCursor: rows.length > first ? items.at(-1)!.id : null };
}

/** What there is to choose from: the actions and kinds of objects in the log, and the own people in it. */
export interface AuditChoices {
  actions: string[];
  objectKinds: string[];
  people: { id: string; name: string }[];
}

export async function findAuditChoices(tx: Transaction, labId: string): Promise<AuditChoices> {
  const words: { action: string; objectKind: string }[] = await tx.query(
    'select distinct action, object_kind as "objectKind" from audit_event where lab_id = $1',
    [labId],
  );
  const people: { id: string; name: string }[] = await tx.query(
    `select p.id, p.name from person p where p.organisation_id = (select app.organisation_id())
       and exists (select from audit_event e where e.lab_id = $1 and e.actor_id = p.id) order by 2, 1`,
    [labId],
  );
  const each = (all: string[]): string[] => [...new Set(all)].sort();
  return {
    actions: each(words.map(({ action }) => action)),
    objectKinds: each(words.map((w) => w.objectKind)),
    people,
  };
}

/** How far the chain of a lab has come. */
export interface SealState {
  sealed: number;
  unsealed: number;
  lastSealedAt: Date | null;
  head: SignedHead | null;
}

export async function findSealState(tx: Transaction, chainId: string): Promise<SealState> {
  const rows: Omit<SealState, 'head'>[] = await tx.query(
    `select coalesce((select max(seq) from audit_seal where chain_id = $1), 0)::int as sealed,
       (select count(*) from audit_tail where chain_id = $1)::int as unsealed,
       (select sealed_at from audit_seal where chain_id = $1 order by seq desc limit 1) as "lastSealedAt"`,
    [chainId],
  );
  const heads: SignedHead[] = await tx.query(
    `select ${HEAD_COLUMNS} from audit_head h where chain_id = $1 order by h.day desc limit 1`,
    [chainId],
  );
  return { ...rows[0]!, head: heads[0] ?? null };
}
