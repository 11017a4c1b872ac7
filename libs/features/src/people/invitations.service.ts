import { createHash, randomBytes } from 'node:crypto';
import { isAllowed, PLATFORM } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  findOrganisation,
  findShownInvitation,
  insertInvitation,
  listInvitations,
  listParticipantIds,
  withdrawInvitation,
  type InvitationRow,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound, type Clock, type LabRole } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { checkAreas, mustGrant } from './members.service.js';

export interface InviteInput {
  organisationId: string;
  /** Left out: to the organisation alone. Only an administrator does that. */
  labId?: string;
  email: string;
  roles: readonly LabRole[];
  areas: readonly string[];
  /** Days for which the link is good, 1 to 30. */
  validDays: number;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{3,190}$/;

/** What is kept of the secret in a link. */
export const invitationHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether an invitation may still be accepted. */
export const isOpenInvitation = ({ acceptedAt, withdrawnAt, expiresAt }: InvitationRow, now: Date): boolean =>
  acceptedAt === null && withdrawnAt === null && expiresAt > now;

/** What whoever holds a link may know before signing in. */
export interface ShownInvitation {
  organisation: string;
  roles: LabRole[];
  expiresAt: Date;
}

/** Inviting people: by a link that is good once, for one address, for a while. The platform sends no mail; who invites hands over the link. */
@Injectable()
export class InvitationsService {
  constructor(private readonly database: Database) {}

  /** The invitations to one lab, or all of them for an administrator who names none. */
  async list(ctx: Ctx, labId?: string): Promise<InvitationRow[]> {
    mustInvite(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => listInvitations(tx, labId));
  }

  /** Makes an invitation. The secret is given back this once; nobody can read it again. */
  async invite(ctx: Ctx, input: InviteInput): Promise<{ invitation: InvitationRow; token: string }> {
    mustInvite(ctx, input.labId);
    const email = input.email.trim().toLowerCase();
    if (!EMAIL.test(email)) throw invalidInput('invitation.email', 'This is no e-mail address.', [{ field: 'email' }]);
    if (!Number.isInteger(input.validDays) || input.validDays < 1 || input.validDays > MOST_DAYS)
      throw invalidInput('invitation.days', `A link is good for 1 to ${MOST_DAYS} days.`, [{ field: 'validDays' }]);
    const roles = [...new Set(input.roles)];
    if ((input.labId === undefined) !== (roles.length === 0))
      throw invalidInput('invitation.roles', 'To a lab one is invited with a role, and only then.', [
        { field: 'roles' },
      ]);
    const token = randomBytes(32).toString('base64url');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { labId, organisationId, areas } = input;
      if ((await findOrganisation(tx, organisationId)) === undefined) throw notFound('organisation');
      if (labId !== undefined) {
        if (!(await listParticipantIds(tx, labId)).includes(organisationId)) throw notParticipant(ctx);
        await checkAreas(tx, labId, roles, areas);
      }
      const invitation = await insertInvitation(tx, {
        organisationId,
        labId: labId ?? null,
        email,
        roles,
        areas: [...areas],
        expiresAt: new Date(ctx.clock.now().getTime() + input.validDays * DAY_MS),
        tokenHash: invitationHashOf(token),
        invitedBy: ctx.actor.personId,
      });
      await audit(tx, authorOf(ctx), {
        action: 'invitation.make',
        objectKind: 'invitation',
        objectId: invitation.id,
        labId,
        detail: { roles: roles.length },
      });
      if (labId !== undefined) await announce(tx, { kind: 'lab', id: labId, labId });
      return { invitation, token };
    });
  }

  /** Takes an invitation back before it was accepted; the link is good for nothing from then on. */
  async withdraw(ctx: Ctx, id: string): Promise<InvitationRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const invitation = await withdrawInvitation(tx, id, ctx.clock.now());
      if (invitation === undefined) throw notFound('invitation');
      const { labId } = invitation;
      if (!mayInvite(ctx, labId ?? undefined)) throw notFound('invitation');
      const event = { action: 'invitation.withdraw', objectKind: 'invitation', objectId: id };
      await audit(tx, authorOf(ctx), { ...event, ...(labId !== null && { labId }) });
      return invitation;
    });
  }

  /** What stands behind a link, for who holds it. NotFound alike for what never was, what is over and what was used. */
  async show(token: string, clock: Clock): Promise<ShownInvitation> {
    const invitationHash = invitationHashOf(token);
    return this.database.inTransaction({ invitationHash }, async (tx) => {
      const invitation = await findShownInvitation(tx, invitationHash);
      if (invitation === undefined || !isOpenInvitation(invitation, clock.now())) throw notFound('invitation');
      const organisation = await findOrganisation(tx, invitation.organisationId);
      return { organisation: organisation!.name, roles: invitation.roles, expiresAt: invitation.expiresAt };
    });
  }
}

/** To a lab its coordinator and an administrator; to an organisation alone an administrator. */
const mayInvite = (ctx: Ctx, labId: string | undefined): boolean =>
  isAllowed(ctx.ability, 'administer', 'Platform', PLATFORM) ||
  (labId !== undefined && isAllowed(ctx.ability, 'grant', 'Membership', { labId }));

/**
 * A coordinator sees every organisation only in order to choose partners of a lab; for who invites, one that takes no part in the lab is
 * not there. An administrator, who lets organisations take part, is told that this is what is missing.
 */
const notParticipant = (ctx: Ctx): Error =>
  isAllowed(ctx.ability, 'administer', 'Platform', PLATFORM)
    ? invalidState('role.not-participant', 'This organisation does not take part in this lab.')
    : notFound('organisation');

function mustInvite(ctx: Ctx, labId: string | undefined): void {
  if (labId !== undefined) return mustGrant(ctx, labId);
  if (!isAllowed(ctx.ability, 'administer', 'Platform', PLATFORM))
    throw forbidden('platform.not-administrator', 'Only an administrator of the platform does this.');
}
