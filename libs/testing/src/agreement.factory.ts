import { randomBytes } from 'node:crypto';
import type { AgreementChoices, Ctx } from '@datalab/features';
import { choicesOf } from '@datalab/features';
import type { LabKey, PersonName } from './installation.factory.js';
import type { TestLab } from './test-lab.js';

/** This person, who has just shown the identity provider who they are. */
export async function justSignedIn(lab: TestLab, name: PersonName): Promise<Ctx> {
  const authenticatedAt = lab.clock.now();
  await lab.database.look(
    `insert into session (id_hash, person_id, id_token, expires_at, authenticated_at)
     values ($1, $2, 'token', now() + interval '1 hour', $3)`,
    [randomBytes(32).toString('hex'), lab.ids.person(name), authenticatedAt],
  );
  return { ...(await lab.as(name)), authenticatedAt };
}

/** A privacy officer of every organisation in a lab: who was one already, and somebody of each of the others. */
export async function nameOfficers(lab: TestLab, key: LabKey = 'overlast'): Promise<PersonName[]> {
  const officers: Record<LabKey, PersonName[]> = { overlast: ['fatma', 'petra', 'wilma'], rust: ['greta', 'paul'] };
  for (const name of officers[key])
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role, areas)
       select $1, id, organisation_id, 'privacy_officer', '{}' from person where id = $2 on conflict do nothing`,
      [lab.ids.lab(key), lab.ids.person(name)],
    );
  return officers[key];
}

/**
 * Brings an agreement into force by its own road: drafted from what is there, changed as asked, offered, supported where it is a change, and
 * signed by everybody. Opens step 3 where it was locked. Returns the id of the version.
 */
export async function agree(
  lab: TestLab,
  change: Partial<AgreementChoices> = {},
  key: LabKey = 'overlast',
): Promise<string> {
  const labId = lab.ids.lab(key);
  const officers = await nameOfficers(lab, key);
  await lab.database.look(
    `update lab_step set state = 'open' where lab_id = $1 and step = 'share_safely' and state = 'locked'`,
    [labId],
  );
  const [first, second] = officers as [PersonName, PersonName];
  const [draft] = (await lab.agreements.start(await lab.as(first), labId)).versions;
  const { id, revision, document } = draft!;
  await lab.agreements.save(await lab.as(first), id, revision, { ...choicesOf(document), ...change });
  const [offered] = (await lab.agreements.offer(await lab.as(first), id)).versions;
  if (offered!.state === 'proposed') await lab.agreements.support(await lab.as(second), id);
  for (const name of officers) await lab.signatures.sign(await justSignedIn(lab, name), id, offered!.currentHash);
  return id;
}
