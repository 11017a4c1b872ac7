import type { AreaLevel, LabRole, LabState, OrganisationType, Step, StepState } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface LabRow {
  id: string;
  name: string;
  goal: string;
  question: string;
  regionId: string;
  /** How many organisations must consent where not all must; null: all. */
  quorum: number | null;
  /** Name of the ready template that it was made from; null where it was not. */
  template: string | null;
  isRehearsal: boolean;
  state: LabState;
  stateSince: Date;
  /** How often it was asked to close. */
  closingRound: number;
  /** A mailbox for questions about the lab, public; null where none was said. */
  contactEmail: string | null;
}

export interface ParticipantRow {
  organisationId: string;
  name: string;
  type: OrganisationType;
  roles: { role: LabRole; people: number }[];
  /** When this organisation's newest load was accepted; null when none was. */
  lastAcceptedAt: Date | null;
}

export interface StepRow {
  step: Step;
  state: StepState;
  since: Date;
  /** Why it was reopened, returned or fell back; null where that was not the last that happened to it. */
  reason: string | null;
  /** How often it was handed in. */
  round: number;
  /** When it, or a step before it, was last reopened. */
  reopenedAt: Date | null;
}

export interface RegionRow {
  id: string;
  code: string;
  name: string;
  country: string;
  timeZone: string;
  divisionYear: number;
  importedAt: Date;
  levels: (AreaLevel & { codePrefix: string | null; areas: number; hasGeometry: boolean })[];
  hasAddresses: boolean;
  hasPostcodes: boolean;
}

const LAB = `id, name, goal, question, region_id as "regionId", quorum, template, is_rehearsal as "isRehearsal", state,
  state_since as "stateSince", closing_round as "closingRound", contact_email as "contactEmail"`;
const STEP = 'step, state, since, reason, round, reopened_at as "reopenedAt"';

/** The labs that row-level security lets through, by name. */
export const listLabs = (tx: Transaction): Promise<LabRow[]> => tx.query(`select ${LAB} from lab order by name`);

export async function findLab(tx: Transaction, labId: string): Promise<LabRow | undefined> {
  const rows: LabRow[] = await tx.query(`select ${LAB} from lab where id = $1`, [labId]);
  return rows[0];
}

export const listParticipants = (tx: Transaction, labId: string): Promise<ParticipantRow[]> =>
  tx.query(
    `select o.id as "organisationId", o.name, o.type, d.last_accepted_at as "lastAcceptedAt",
            coalesce(r.roles, '[]') as roles
     from lab_participant p
     join organisation o on o.id = p.organisation_id
     left join app.deliveries() d on d.lab_id = p.lab_id and d.organisation_id = o.id
     left join lateral (
       select jsonb_agg(jsonb_build_object('role', role, 'people', people) order by role) as roles
       from (select role, count(*) as people from membership m
             where m.lab_id = p.lab_id and m.organisation_id = o.id and m.ended_at is null group by role) counted
     ) r on true
     where p.lab_id = $1 order by o.name`,
    [labId],
  );

export const listSteps = (tx: Transaction, labId: string): Promise<StepRow[]> =>
  tx.query(`select ${STEP} from lab_step where lab_id = $1`, [labId]);

/** The state of one step; undefined where row-level security shows no such lab. */
export async function findStepState(tx: Transaction, labId: string, step: Step): Promise<StepState | undefined> {
  const rows: { state: StepState }[] = await tx.query('select state from lab_step where lab_id = $1 and step = $2', [
    labId,
    step,
  ]);
  return rows[0]?.state;
}

export async function findRegion(tx: Transaction, regionId: string): Promise<RegionRow | undefined> {
  const rows: RegionRow[] = await tx.query(
    `select r.id, r.code, r.name, r.country, r.division_year as "divisionYear",
            r.time_zone as "timeZone", r.imported_at as "importedAt",
            (select jsonb_agg('{"codePrefix": null}' || l.value || jsonb_build_object(
                'areas', (select count(*) from area a where a.region_id = r.id and a.level = l.value ->> 'code'),
                'hasGeometry', exists (select from area a where a.region_id = r.id and a.level = l.value ->> 'code'
                                       and a.geometry is not null)) order by l.ordinality)
             from jsonb_array_elements(r.levels) with ordinality l) as levels,
            exists (select from address where region_id = r.id) as "hasAddresses",
            exists (select from postcode where region_id = r.id) as "hasPostcodes"
     from region r where r.id = $1`,
    [regionId],
  );
  return rows[0];
}
