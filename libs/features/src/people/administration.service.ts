import { isAllowed, PLATFORM } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  endApiClient,
  endPerson,
  insertApiClient,
  insertOrganisation,
  insertParticipant,
  isViolation,
  listApiClients,
  listLabNames,
  listOrganisations,
  listPeople,
  updateOrganisation,
  type ApiClientRow,
  type AuditEvent,
  type LabName,
  type NewApiClient,
  type OrganisationRow,
  type PersonRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidInput, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';

/** What an administrator of the platform does: organisations, people who leave, programs. Nothing here shows what a lab is about. */
@Injectable()
export class AdministrationService {
  constructor(private readonly database: Database) {}

  listOrganisations(ctx: Ctx): Promise<OrganisationRow[]> {
    return this.administer(ctx, (tx) => listOrganisations(tx));
  }

  /** The labs by name, to invite to and to let organisations take part in. */
  listLabs(ctx: Ctx): Promise<LabName[]> {
    return this.administer(ctx, (tx) => listLabNames(tx));
  }

  /** The people of the platform with their roles, those who left last. */
  listPeople(ctx: Ctx): Promise<PersonRow[]> {
    return this.administer(ctx, (tx) => listPeople(tx));
  }

  listApiClients(ctx: Ctx): Promise<ApiClientRow[]> {
    return this.administer(ctx, (tx) => listApiClients(tx));
  }

  createOrganisation(ctx: Ctx, input: Omit<OrganisationRow, 'id'>): Promise<OrganisationRow> {
    return this.administer(ctx, async (tx) => {
      const made = await insertOrganisation(tx, { ...input, name: nameIn(input.name) });
      await this.record(tx, ctx, 'organisation.make', 'organisation', made.id);
      return made;
    });
  }

  changeOrganisation(ctx: Ctx, input: OrganisationRow): Promise<OrganisationRow> {
    return this.administer(ctx, async (tx) => {
      const organisation = { ...input, name: nameIn(input.name) };
      if (!(await updateOrganisation(tx, organisation))) throw notFound('organisation');
      await this.record(tx, ctx, 'organisation.change', 'organisation', organisation.id);
      return organisation;
    });
  }

  /** Lets an organisation take part in a lab; what it then delivers it decides itself. */
  addParticipant(ctx: Ctx, labId: string, organisationId: string): Promise<void> {
    return this.administer(ctx, async (tx) => {
      const labs = await listLabNames(tx);
      if (!labs.some(({ id }) => id === labId)) throw notFound('lab');
      await insertParticipant(tx, labId, organisationId).catch(notFoundWhereMissing('organisation'));
      await this.record(tx, ctx, 'participant.add', 'organisation', organisationId, labId);
      await announce(tx, { kind: 'lab', id: labId, labId });
    });
  }

  /** Somebody left: their roles, browsers and event streams end with this transaction; a token is refused at its next use, a job when it runs. */
  endPerson(ctx: Ctx, personId: string): Promise<void> {
    return this.administer(ctx, async (tx) => {
      if (personId === ctx.actor.personId)
        throw forbidden('person.self', 'Nobody ends their own access; another administrator does.');
      if (!(await endPerson(tx, personId, ctx.clock.now()))) throw notFound('person');
      await this.record(tx, ctx, 'person.leave', 'person', personId);
      await announce(tx, { kind: 'access', id: personId });
    });
  }

  /** Registers a program of an organisation in a lab, by the names that the identity provider gives it. */
  async createApiClient(ctx: Ctx, client: Omit<NewApiClient, 'createdBy'>): Promise<ApiClientRow> {
    if (client.scopes.length === 0)
      throw invalidInput('api-client.scopes', 'A program without a scope may do nothing.', [{ field: 'scopes' }]);
    try {
      return await this.administer(ctx, async (tx) => {
        const input = { ...client, name: nameIn(client.name), createdBy: ctx.actor.personId };
        const made = await insertApiClient(tx, input).catch(notFoundWhereMissing('participant'));
        await this.record(tx, ctx, 'api-client.make', 'api-client', made.id, made.labId);
        return made;
      });
    } catch (error) {
      if (!isViolation(error, 'unique')) throw error;
      throw conflict('api-client.known', 'This client id or subject is registered already.');
    }
  }

  endApiClient(ctx: Ctx, id: string): Promise<ApiClientRow> {
    return this.administer(ctx, async (tx) => {
      const ended = await endApiClient(tx, id, ctx.clock.now());
      if (ended === undefined) throw notFound('api-client');
      await this.record(tx, ctx, 'api-client.end', 'api-client', id, ended.labId);
      await announce(tx, { kind: 'access', id: ended.personId });
      return ended;
    });
  }

  private async administer<T>(ctx: Ctx, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!isAllowed(ctx.ability, 'administer', 'Platform', PLATFORM))
      throw forbidden('platform.not-administrator', 'Only an administrator of the platform does this.');
    return this.database.inTransaction(asPerson(ctx), work);
  }

  private record(
    tx: Transaction,
    ctx: Ctx,
    action: string,
    objectKind: AuditEvent['objectKind'],
    objectId: string,
    labId?: string,
  ): Promise<void> {
    return audit(tx, authorOf(ctx), { action, objectKind, objectId, labId });
  }
}

function nameIn(text: string): string {
  const name = text.trim();
  if (name.length >= 2 && name.length <= 120) return name;
  throw invalidInput('name.length', 'A name has 2 to 120 characters.', [{ field: 'name' }]);
}

const notFoundWhereMissing =
  (noun: string) =>
  (error: unknown): never => {
    throw isViolation(error, 'reference') ? notFound(noun) : error;
  };
