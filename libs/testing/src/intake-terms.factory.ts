import { digestOfClauses } from '@datalab/features';
import { STANDARD_INTAKE_TERMS, STANDARD_INTAKE_VERSION } from '@datalab/domain';

/**
 * Everybody who takes part in a lab has signed the platform's intake terms: whoever works there stands for the privacy officer. For what
 * begins after the signing; the signing itself has its own tests. `query` runs as a superuser or the owner.
 */
export async function signIntakeTerms(query: (sql: string, values: unknown[]) => Promise<unknown>): Promise<void> {
  await query(
    `insert into intake_signature (lab_id, organisation_id, version, clauses, digest, signed_by, signed_at)
     select l.lab_id, l.organisation_id, $1, $2, $3, p.id, now() from lab_participant l
     cross join lateral (select id from person where organisation_id = l.organisation_id order by subject limit 1) p
     where not exists (select from intake_signature s where s.lab_id = l.lab_id and s.organisation_id = l.organisation_id)`,
    [STANDARD_INTAKE_VERSION, JSON.stringify(STANDARD_INTAKE_TERMS), digestOfClauses(STANDARD_INTAKE_TERMS)],
  );
}
