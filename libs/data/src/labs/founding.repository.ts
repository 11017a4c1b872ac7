import { STEPS, type OrganisationType, type TemplateKey } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface NewLab {
  regionId: string;
  name: string;
  goal: string;
  question: string;
  quorum: number | null;
  template: TemplateKey | null;
  copiedFrom: string | null;
  isRehearsal: boolean;
  createdBy: string;
}

/** Makes a lab with its five steps, the first of them open. In one transaction with the founder's own place in it. Gives its id. */
export async function insertLab(tx: Transaction, lab: NewLab): Promise<string> {
  const [{ id }] = (await tx.query('select uuidv7() as id')) as [{ id: string }];
  await tx.query(
    `insert into lab (id, region_id, key, name, goal, question, quorum, template, copied_from, is_rehearsal, created_by)
     values ($1::uuid, $2, 'lab-' || $1::uuid::text, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      lab.regionId,
      lab.name,
      lab.goal,
      lab.question,
      lab.quorum,
      lab.template,
      lab.copiedFrom,
      lab.isRehearsal,
      lab.createdBy,
    ],
  );
  for (const [at, step] of STEPS.entries())
    await tx.query('insert into lab_step (lab_id, step, state) values ($1, $2, $3)', [
      id,
      step,
      at === 0 ? 'open' : 'locked',
    ]);
  return id;
}

/** What of a lab may be changed by its coordinator. */
export interface LabSettings {
  name: string;
  goal: string;
  regionId: string;
  /** Null: everybody. */
  quorum: number | null;
}

export const updateLab = (tx: Transaction, labId: string, settings: LabSettings): Promise<unknown> =>
  tx.query('update lab set name = $2, goal = $3, region_id = $4, quorum = $5 where id = $1', [
    labId,
    settings.name,
    settings.goal,
    settings.regionId,
    settings.quorum,
  ]);

/** Says where anybody may ask about a lab; null takes it away. */
export const updateLabContact = (tx: Transaction, labId: string, email: string | null): Promise<unknown> =>
  tx.query('update lab set contact_email = $2 where id = $1', [labId, email]);

/** Takes an organisation out of a lab; false where it does not take part. Fails on what still refers to it. */
export async function deleteParticipant(tx: Transaction, labId: string, organisationId: string): Promise<boolean> {
  const [, gone]: [unknown, number] = await tx.query(
    'delete from lab_participant where lab_id = $1 and organisation_id = $2',
    [labId, organisationId],
  );
  return gone > 0;
}

/** Gives the people of one lab the same roles in another, but for the areas of a wijk and for whom it is left out. */
export const copyMemberships = (tx: Transaction, from: string, to: string, except: string): Promise<unknown> =>
  tx.query(
    `insert into membership (lab_id, person_id, organisation_id, role)
     select $2, m.person_id, m.organisation_id, m.role from membership m join person p on p.id = m.person_id and p.kind <> 'invented'
     where m.lab_id = $1 and m.ended_at is null and m.role <> 'wijkteam_member' and m.person_id <> $3
     on conflict do nothing`,
    [from, to, except],
  );

/** What may be chosen from when a lab begins: regions that were imported, and organisations. */
export const listRegions = (tx: Transaction): Promise<{ id: string; name: string; code: string }[]> =>
  tx.query('select id, name, code from region order by name');

export interface PartnerRow {
  id: string;
  name: string;
  type: OrganisationType;
}

/** What labs of a template taught, the newest first, 50 at most. */
export const listLessons = (
  tx: Transaction,
  template: TemplateKey,
): Promise<{ id: string; text: string; writtenAt: Date }[]> =>
  tx.query(
    `select id, text, written_at as "writtenAt" from lesson where template = $1 order by written_at desc, id desc limit 50`,
    [template],
  );

/** Lets somebody begin labs, or no longer; false where there is nobody of that id. */
export async function setMayFound(tx: Transaction, personId: string, may: boolean): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update person set may_found_labs = $2 where id = $1 and left_at is null and kind = 'human'`,
    [personId, may],
  );
  return changed > 0;
}
