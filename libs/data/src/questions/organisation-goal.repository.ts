import type { Transaction } from '../database.js';

/** What an organisation wants of a lab, in its newest words. */
export interface OrganisationGoalRow {
  organisationId: string;
  version: number;
  goal: string;
  madeAt: Date;
}

/** The newest goal of each organisation that has one. */
export const listGoals = (tx: Transaction, labId: string): Promise<OrganisationGoalRow[]> =>
  tx.query(
    `select distinct on (organisation_id) organisation_id as "organisationId", version, goal, made_at as "madeAt"
     from organisation_goal where lab_id = $1 order by organisation_id, version desc`,
    [labId],
  );

/** Adds a version; two at once get two numbers. */
export async function insertGoal(
  tx: Transaction,
  goal: { labId: string; organisationId: string; goal: string; madeBy: string; madeAt: Date },
): Promise<void> {
  await lockPart(tx, goal.labId, goal.organisationId);
  await tx.query(
    `insert into organisation_goal (lab_id, organisation_id, version, goal, made_by, made_at)
     select $1::uuid, $2::uuid, coalesce(max(version), 0) + 1, $3, $4::uuid, $5::timestamptz
     from organisation_goal where lab_id = $1 and organisation_id = $2`,
    [goal.labId, goal.organisationId, goal.goal, goal.madeBy, goal.madeAt],
  );
}

/** Holds back others who write for the same organisation in the same lab, until this transaction ends. */
export async function lockPart(tx: Transaction, labId: string, organisationId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 20))', [`${labId} ${organisationId}`]);
}
