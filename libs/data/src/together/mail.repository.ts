import { USUAL_MAIL_RHYTHM, type MailRhythm } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** How often somebody wants to be mailed; daily where they never said. */
export async function findMailRhythm(tx: Transaction, personId: string): Promise<MailRhythm> {
  const rows: { rhythm: MailRhythm }[] = await tx.query('select rhythm from mail_preference where person_id = $1', [
    personId,
  ]);
  return rows[0]?.rhythm ?? USUAL_MAIL_RHYTHM;
}

export const saveMailRhythm = (tx: Transaction, personId: string, rhythm: MailRhythm, at: Date): Promise<unknown> =>
  tx.query(
    `insert into mail_preference (person_id, rhythm, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update set rhythm = excluded.rhythm, changed_at = excluded.changed_at`,
    [personId, rhythm, at],
  );

/** Writes down that these things wait for these people; what is written already stays as it is. In the context of the lab. */
export const insertNotices = (
  tx: Transaction,
  labId: string,
  waiting: readonly { personId: string; item: string }[],
  at: Date,
): Promise<unknown> =>
  tx.query(
    `insert into mail_notice (lab_id, person_id, item, found_at)
     select $1, w.person_id, w.item, $4 from unnest($2::uuid[], $3::text[]) as w (person_id, item)
     on conflict (lab_id, person_id, item) do nothing`,
    [labId, waiting.map(({ personId }) => personId), waiting.map(({ item }) => item), at],
  );

/** Something that waits for a person and that no mail told of. */
export interface UntoldNotice {
  personId: string;
  labId: string;
  item: string;
}

/**
 * What no mail told of, of people whose mail is due: at once, or daily where none was made since `today` began to count. Across labs: for the
 * mailer, which belongs to none.
 */
export const listUntold = (tx: Transaction, today: Date | undefined): Promise<UntoldNotice[]> =>
  tx.query(
    `select n.person_id as "personId", n.lab_id as "labId", n.item from mail_notice n
     left join mail_preference p on p.person_id = n.person_id
     where n.mail_id is null
       and (coalesce(p.rhythm, $2) = 'at_once'
            or coalesce(p.rhythm, $2) = 'daily' and $1::timestamptz is not null
               and not exists (select from mail m where m.person_id = n.person_id and m.made_at >= $1))
     order by n.person_id, n.found_at limit 10000`,
    [today ?? null, USUAL_MAIL_RHYTHM],
  );

/** Writes a mail down with what it tells of. False, and nothing written, where another process told of it meanwhile. */
export async function insertMail(
  tx: Transaction,
  { personId, notices, at }: { personId: string; notices: readonly UntoldNotice[]; at: Date },
): Promise<boolean> {
  const [{ id }] = (await tx.query(
    'insert into mail (person_id, lab_id, items, try_after, made_at) values ($1, $2, $3, $4, $4) returning id',
    [personId, notices[0]!.labId, notices.length, at],
  )) as [{ id: string }];
  const [, told]: [unknown, number] = await tx.query(
    `update mail_notice n set mail_id = $1 from unnest($3::uuid[], $4::text[]) as t (lab_id, item)
     where n.person_id = $2 and n.lab_id = t.lab_id and n.item = t.item and n.mail_id is null`,
    [id, personId, notices.map(({ labId }) => labId), notices.map(({ item }) => item)],
  );
  return told === notices.length;
}

/** A mail that is about to be sent. */
export interface MailToSend {
  id: string;
  personId: string;
  labId: string;
  items: number;
  attempts: number;
}

/** Takes the next mail that is due; it is `sending` from when this commits. Undefined where there is none. */
export async function takeMail(tx: Transaction, now: Date): Promise<MailToSend | undefined> {
  const [rows]: [MailToSend[], number] = await tx.query(
    `update mail set state = 'sending', attempts = attempts + 1, try_after = $1
     where id = (select id from mail where state = 'ready' and try_after <= $1 order by made_at, id limit 1 for update skip locked)
     returning id, person_id as "personId", lab_id as "labId", items, attempts`,
    [now],
  );
  return rows[0];
}

/** What a process that is gone left `sending` was perhaps sent: it is not sent again. Gives how many. */
export async function giveUpUncertain(tx: Transaction, takenBefore: Date, now: Date): Promise<number> {
  const [, changed]: [unknown, number] = await tx.query(
    `update mail set state = 'uncertain', ended_at = $2, failure = 'process-gone' where state = 'sending' and try_after < $1`,
    [takenBefore, now],
  );
  return changed;
}

/** Says how sending ended. `failure`: a stable code. */
export const endMail = (
  tx: Transaction,
  id: string,
  { state, failure, at }: { state: 'sent' | 'uncertain' | 'failed'; failure?: string; at: Date },
): Promise<unknown> =>
  tx.query('update mail set state = $2, failure = $3, ended_at = $4 where id = $1', [id, state, failure ?? null, at]);

/** Puts a mail back that was certainly not taken, for a later try. */
export const postponeMail = (tx: Transaction, id: string, tryAfter: Date, failure: string): Promise<unknown> =>
  tx.query(`update mail set state = 'ready', try_after = $2, failure = $3 where id = $1`, [id, tryAfter, failure]);

/** The address of somebody who takes part in the lab of the context; undefined for who is gone, and for a program. */
export async function findMailAddress(tx: Transaction, personId: string, labId: string): Promise<string | undefined> {
  const rows: { email: string | null }[] = await tx.query(
    `select p.email from person p where p.id = $1 and p.left_at is null and p.kind = 'human'
       and exists (select from membership m where m.person_id = p.id and m.lab_id = $2 and m.ended_at is null)`,
    [personId, labId],
  );
  return rows[0]?.email ?? undefined;
}
