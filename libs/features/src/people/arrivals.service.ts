import {
  acceptInvitation,
  announce,
  audit,
  Database,
  insertPerson,
  isViolation,
  lockShownInvitation,
  saveMembership,
  type InvitationRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidState, notFound, type Clock } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { isOpenInvitation } from './invitations.service.js';

/** Somebody whom the identity provider has just named. */
export interface ProvedIdentity {
  issuer: string;
  subject: string;
  name: string;
  /** As the provider gives it; undefined where it gives none, or says that it was not verified. */
  email: string | undefined;
}

interface Known {
  id: string;
  organisationId: string;
  isAdministrator: boolean;
}

/** Accepting an invitation: the one way in that needs no operator. */
@Injectable()
export class ArrivalsService {
  constructor(private readonly database: Database) {}

  /**
   * Makes whoever signed in a person of the organisation that invited, with the roles of the invitation; who is one already gets the roles. The
   * address that the provider vouches for must be the one invited: the link alone, forwarded or found, opens nothing. Gives the person's id.
   */
  async accept(invitationHash: string, identity: ProvedIdentity, clock: Clock, requestId: string): Promise<string> {
    const subject = `${identity.issuer} ${identity.subject}`;
    try {
      return await this.database.inTransaction({ subject, invitationHash }, async (tx) => {
        const invitation = await lockShownInvitation(tx, invitationHash);
        if (invitation === undefined || !isOpenInvitation(invitation, clock.now())) throw notFound('invitation');
        if (identity.email?.toLowerCase() !== invitation.email)
          throw forbidden('invitation.other-address', 'You signed in with another e-mail address than was invited.');
        const personId = await this.arrive(tx, invitation, identity);
        const { organisationId, labId, areas } = invitation;
        const author = { actorId: personId, organisationId, requestId };
        const traced = { objectKind: 'person', objectId: personId, ...(labId !== null && { labId }) };
        if (labId !== null)
          for (const role of invitation.roles) {
            const ofRole = role === 'wijkteam_member' ? areas : [];
            await saveMembership(tx, { labId, personId, organisationId, role, areas: ofRole });
            await audit(tx, author, { action: 'role.accept', ...traced, detail: { role } });
          }
        const event = { action: 'invitation.accept', objectKind: 'invitation', objectId: invitation.id };
        await audit(tx, author, { ...event, ...(labId !== null && { labId }) });
        await acceptInvitation(tx, invitation.id, personId, clock.now());
        await announce(tx, { kind: 'access', id: personId });
        if (labId !== null) await announce(tx, { kind: 'lab', id: labId, labId });
        return personId;
      });
    } catch (error) {
      if (!isViolation(error, 'unique')) throw error;
      throw conflict('invitation.known', 'This address is known here under another account.');
    }
  }

  /** The person of this identity, made where there is none yet; from here on the transaction speaks for them. */
  private async arrive(tx: Transaction, invitation: InvitationRow, identity: ProvedIdentity): Promise<string> {
    const { organisationId, email, roles } = invitation;
    const known: Known[] = await tx.query(
      `select id, organisation_id as "organisationId", is_administrator as "isAdministrator" from person
       where issuer = $1 and subject = $2 and left_at is null`,
      [identity.issuer, identity.subject],
    );
    const person = known[0];
    if (person !== undefined && person.organisationId !== organisationId)
      throw invalidState('invitation.other-organisation', 'You are known here as somebody of another organisation.');
    if (person?.isAdministrator === true && roles.length > 0)
      throw invalidState('role.administrator', 'An administrator of the platform takes part in no lab.');
    const [{ id }] = (person === undefined ? await tx.query('select uuidv7() as id') : [{ id: person.id }]) as [
      { id: string },
    ];
    await tx.query(`select set_config('app.user_id', $1, true), set_config('app.organisation_id', $2, true)`, [
      id,
      organisationId,
    ]);
    if (person === undefined)
      await insertPerson(tx, id, {
        organisationId,
        issuer: identity.issuer,
        subject: identity.subject,
        email,
        name: identity.name,
      });
    return id;
  }
}
