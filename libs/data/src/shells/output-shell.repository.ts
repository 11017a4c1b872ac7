import { notFound, type ShellForm, type ShellState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A table or map that will be made, as it is stored, with who approved it. */
export interface OutputShellRow extends ShellForm {
  id: string;
  labId: string;
  /** Of who drafted it. */
  organisationId: string;
  version: number;
  /** The shell whose place it takes once approved; null for a first version. */
  replaces: string | null;
  state: ShellState;
  since: Date;
  /** Why it came back as a draft; null where it did not. */
  remark: string | null;
  madeBy: string;
  madeAt: Date;
  approvals: { organisationId: string; approvedAt: string }[];
}

const SHELL = `select s.id, s.lab_id as "labId", s.organisation_id as "organisationId", s.title, s.kind, s.method, s.unit,
  s.area_level as "areaLevel", s.grain, s.period_from::text as "periodFrom", s.period_to::text as "periodTo",
  s.dataset_ids as "datasetIds", s.rows, s.columns, s.use, s.version, s.replaces, s.state, s.since, s.remark,
  s.made_by as "madeBy", s.made_at as "madeAt"`;
const APPROVALS = `coalesce((select jsonb_agg(jsonb_build_object('organisationId', a.organisation_id, 'approvedAt', a.approved_at)
    order by a.approved_at) from output_shell_approval a where a.shell_id = s.id), '[]') as approvals`;

/** The shells of a lab, oldest first, with every version. */
export const listShells = (tx: Transaction, labId: string): Promise<OutputShellRow[]> =>
  tx.query(`${SHELL}, ${APPROVALS} from output_shell s where s.lab_id = $1 order by s.made_at, s.id`, [labId]);

/** One shell; undefined where there is none, or where it is not yours to see. `lock` holds it until the transaction ends. */
export async function findShell(
  tx: Transaction,
  id: string,
  { lock = false } = {},
): Promise<OutputShellRow | undefined> {
  if (lock) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [id]);
  const rows: OutputShellRow[] = await tx.query(`${SHELL}, ${APPROVALS} from output_shell s where s.id = $1`, [id]);
  return rows[0];
}

/** What a run is held to. */
export type ApprovedShell = Omit<OutputShellRow, 'approvals'>;

/**
 * The shell of this lab with this id, approved now, for the api and the worker alike. Throws NotFound for a shell of another lab, and for
 * one that is not approved or no longer is: a run cannot name it.
 */
export async function getApprovedShell(tx: Transaction, labId: string, shellId: string): Promise<ApprovedShell> {
  const rows: ApprovedShell[] = await tx.query(
    `${SHELL} from output_shell s where s.id = $2 and s.lab_id = $1 and s.state = 'approved'`,
    [labId, shellId],
  );
  if (rows[0] === undefined) throw notFound('output-shell');
  return rows[0];
}

const FIELDS = `title, kind, method, unit, area_level, grain, period_from, period_to, dataset_ids, rows, columns, use`;
const valuesOf = (form: ShellForm): unknown[] => [
  form.title,
  form.kind,
  form.method,
  form.unit,
  form.areaLevel,
  form.grain,
  form.periodFrom,
  form.periodTo,
  form.datasetIds,
  form.rows,
  form.columns,
  form.use,
];

/** Adds a draft; its id. */
export async function insertShell(
  tx: Transaction,
  form: ShellForm,
  row: Pick<OutputShellRow, 'labId' | 'organisationId' | 'version' | 'replaces' | 'madeBy' | 'madeAt'>,
): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into output_shell (${FIELDS}, lab_id, organisation_id, version, replaces, state, since, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'draft', $18, $17, $18) returning id`,
    [...valuesOf(form), row.labId, row.organisationId, row.version, row.replaces, row.madeBy, row.madeAt],
  );
  return rows[0]!.id;
}

export async function updateShell(tx: Transaction, id: string, form: ShellForm): Promise<void> {
  await tx.query(
    `update output_shell set (${FIELDS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) where id = $1`,
    [id, ...valuesOf(form)],
  );
}

export async function saveShellState(
  tx: Transaction,
  id: string,
  state: ShellState,
  since: Date,
  remark: string | null = null,
): Promise<void> {
  await tx.query('update output_shell set state = $2, since = $3, remark = $4 where id = $1', [
    id,
    state,
    since,
    remark,
  ]);
}

/** Throws away a draft. */
export async function deleteShell(tx: Transaction, id: string): Promise<void> {
  await tx.query('delete from output_shell where id = $1', [id]);
}

/** This organisation approves; once is enough. */
export async function insertApproval(
  tx: Transaction,
  row: { shellId: string; labId: string; organisationId: string; approvedBy: string; approvedAt: Date },
): Promise<void> {
  await tx.query(
    `insert into output_shell_approval (shell_id, organisation_id, lab_id, approved_by, approved_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [row.shellId, row.organisationId, row.labId, row.approvedBy, row.approvedAt],
  );
}

/** Every approval of a shell is void: it changed. */
export async function clearApprovals(tx: Transaction, shellId: string): Promise<void> {
  await tx.query('delete from output_shell_approval where shell_id = $1', [shellId]);
}
