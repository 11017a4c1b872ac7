import { isAllowed } from '@datalab/access';
import { findRelease, holdRelease, type ReleaseRow, type Transaction } from '@datalab/data';
import { mayCheck, notFound } from '@datalab/domain';
import type { Ctx } from '../context.js';

/** A release as the rules speak of it: it reaches people once it is out, also after it was taken back. */
export const asSubject = ({ labId, tier, releasedAt, requestedBy }: ReleaseRow) => ({
  labId,
  requestedBy,
  reach: releasedAt === null ? ('work' as const) : tier,
});

export const mayRead = (ctx: Ctx, release: ReleaseRow): boolean =>
  isAllowed(ctx.ability, 'read', 'Release', asSubject(release));

/** Throws NotFound where there is none, or it is not this person's to see. */
export async function readableRelease(ctx: Ctx, tx: Transaction, id: string): Promise<ReleaseRow> {
  const release = await findRelease(tx, id);
  if (release === undefined || !mayRead(ctx, release)) throw notFound('release');
  return release;
}

/** The same, with nobody else changing it until the transaction ends. */
export async function heldRelease(ctx: Ctx, tx: Transaction, id: string): Promise<ReleaseRow> {
  await holdRelease(tx, id);
  return readableRelease(ctx, tx, id);
}

/** Whether this person may judge this release: by their roles in its lab, and by who asked for it. */
export function isCheckerOf(ctx: Ctx, release: ReleaseRow): boolean {
  const { actor } = ctx;
  const roles = actor.memberships
    .filter(({ labId, organisationId }) => labId === release.labId && organisationId === actor.organisationId)
    .map(({ role }) => role);
  const standing = { personId: actor.personId, organisationId: actor.organisationId, roles };
  return isAllowed(ctx.ability, 'check', 'Release', asSubject(release)) && mayCheck(standing, release);
}

/** Whether this person judges as a privacy officer: of the two approvals one must be. */
export const isPrivacyOfficerIn = ({ actor }: Ctx, labId: string): boolean =>
  actor.memberships.some(
    (row) => row.labId === labId && row.organisationId === actor.organisationId && row.role === 'privacy_officer',
  );
