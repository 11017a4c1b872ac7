import { isAllowed, PLATFORM } from '@datalab/access';
import {
  announce,
  audit,
  countCoordinators,
  Database,
  endMembership,
  findCandidate,
  listMembers,
  listParticipantIds,
  listUnknownAreas,
  saveMembership,
  type MemberRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound, type LabRole } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';

export interface RoleOf {
  labId: string;
  personId: string;
  role: LabRole;
}

/** Who holds which role in a lab: given and ended by its coordinator, or by an administrator of the platform. */
@Injectable()
export class MembersService {
  constructor(private readonly database: Database) {}

  /** The people of a lab with their roles. NotFound where this actor gives out no roles there. */
  async list(ctx: Ctx, labId: string): Promise<MemberRow[]> {
    mustGrant(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => listMembers(tx, labId));
  }

  /** Gives somebody of a participating organisation a role, or other areas to a wijkteam member. Nobody gives a role to themselves. */
  async grant(ctx: Ctx, { labId, personId, role }: RoleOf, areas: readonly string[]): Promise<void> {
    mustGrant(ctx, labId);
    if (personId === ctx.actor.personId)
      throw forbidden('role.own', 'Nobody gives a role to themselves; ask another coordinator or the administrator.');
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      const person = await findCandidate(tx, personId);
      if (person === undefined || person.kind !== 'human') throw notFound('person');
      if (person.isAdministrator)
        throw invalidState('role.administrator', 'An administrator of the platform takes part in no lab.');
      if (!(await listParticipantIds(tx, labId)).includes(person.organisationId))
        throw invalidState('role.not-participant', 'The organisation of this person does not take part in this lab.');
      await checkAreas(tx, labId, [role], areas);
      await saveMembership(tx, { labId, personId, organisationId: person.organisationId, role, areas });
      await this.record(tx, ctx, { labId, personId, role }, 'role.grant');
    });
  }

  /** Ends a role. What is open for this person closes or narrows at once; the last coordinator stays. */
  async end(ctx: Ctx, { labId, personId, role }: RoleOf): Promise<void> {
    mustGrant(ctx, labId);
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      const coordinators = role === 'coordinator' ? await countCoordinators(tx, labId) : undefined;
      // First the trace: who ends their own place may write nothing in this lab afterwards.
      await this.record(tx, ctx, { labId, personId, role }, 'role.end');
      if (!(await endMembership(tx, { labId, personId, role }, ctx.clock.now()))) throw notFound('role');
      if (coordinators === 1)
        throw invalidState('role.last-coordinator', 'A lab keeps a coordinator; first make somebody else it.');
    });
  }

  private async record(tx: Transaction, ctx: Ctx, { labId, personId, role }: RoleOf, action: string): Promise<void> {
    await audit(tx, authorOf(ctx), { action, objectKind: 'person', objectId: personId, labId, detail: { role } });
    await announce(tx, { kind: 'access', id: personId });
    await announce(tx, { kind: 'lab', id: labId, labId });
  }
}

/** Throws NotFound where this actor gives out no roles in the lab: whether it is there is none of their business. */
export function mustGrant({ ability }: Ctx, labId: string): void {
  if (isAllowed(ability, 'grant', 'Membership', { labId })) return;
  if (isAllowed(ability, 'administer', 'Platform', PLATFORM)) return;
  if (!isAllowed(ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
  throw forbidden('lab.not-coordinator', 'Only the coordinator and the administrator give out roles in a lab.');
}

/** A wijkteam member works in areas of the region; nobody else does. */
export async function checkAreas(
  tx: Transaction,
  labId: string,
  roles: readonly LabRole[],
  areas: readonly string[],
): Promise<void> {
  const inField = [{ field: 'areas' }];
  if (roles.includes('wijkteam_member') !== areas.length > 0)
    throw invalidInput('role.areas', 'A wijkteam member has at least one area, and no other role has any.', inField);
  if ((await listUnknownAreas(tx, labId, areas)).length > 0)
    throw invalidInput('role.unknown-area', 'One of the areas is not in the region of this lab.', inField);
}
