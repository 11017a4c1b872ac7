import type { LabRole, Step, ToldAction } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** One thing that happened in a lab: who of which organisation did what, and no value. */
export interface ActivityRow {
  id: string;
  at: Date;
  /** Null for what the platform did by itself. */
  organisationId: string | null;
  organisationName: string | null;
  /** Null for who works at another organisation. */
  personName: string | null;
  /** What they are in the lab now. */
  roles: LabRole[];
  action: ToldAction;
  /** Of a deed on a step. */
  step: Step | null;
}

export interface ActivityFilter {
  labId: string;
  actions: readonly ToldAction[];
  organisationId?: string;
}

export interface ActivityPage {
  items: ActivityRow[];
  nextCursor: string | null;
}

/** A page of what happened, newest first. Empty for who does not take part as a person. */
export async function listActivity(
  tx: Transaction,
  { labId, actions, organisationId }: ActivityFilter,
  { first, after }: { first: number; after?: string },
): Promise<ActivityPage> {
  const rows: ActivityRow[] = await tx.query(
    `select e.id, e.at, e.organisation_id as "organisationId", o.name as "organisationName", e.action, e.step, e.roles,
            case when e.organisation_id = (select app.organisation_id()) then p.name end as "personName"
     from app.lab_activity($1, $2, $3, $4, $5) e
     left join organisation o on o.id = e.organisation_id left join person p on p.id = e.actor_id order by e.id desc`,
    [labId, actions, organisationId ?? null, after ?? null, first + 1],
  );
  const items = rows.slice(0, first);
  return { items, nextCursor: rows.length > first ? items.at(-1)!.id : null };
}
