import type { ApiClientScope, OrganisationType } from '@datalab/domain';
import { AdministrationService, type Ctx } from '@datalab/features';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { OrganisationTypeEnum } from '../graphql/enums.js';
import type { Env } from '../env.js';
import { ENV } from '../tokens.js';
import { ApiClientInput } from './administration.input.js';
import { ApiClient, LabName, Person, toApiClient, toPerson } from './administration.type.js';
import { Organisation } from './organisation.type.js';

const id = () => Args('id', { type: () => ID });
const name = () => Args('name');
const type = () => Args('type', { type: () => OrganisationTypeEnum });

/** What an administrator of the platform sees and does. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly administration: AdministrationService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Query(() => [Organisation])
  organisations(@CurrentCtx() ctx: Ctx): Promise<Organisation[]> {
    return this.administration.listOrganisations(ctx);
  }

  @Query(() => [LabName])
  labNames(@CurrentCtx() ctx: Ctx): Promise<LabName[]> {
    return this.administration.listLabs(ctx);
  }

  @Query(() => [Person])
  async people(@CurrentCtx() ctx: Ctx): Promise<Person[]> {
    return (await this.administration.listPeople(ctx)).map(toPerson);
  }

  @Query(() => [ApiClient])
  async apiClients(@CurrentCtx() ctx: Ctx): Promise<ApiClient[]> {
    return (await this.administration.listApiClients(ctx)).map(toApiClient);
  }

  @Mutation(() => Organisation)
  createOrganisation(
    @CurrentCtx() ctx: Ctx,
    @name() called: string,
    @type() of: OrganisationType,
  ): Promise<Organisation> {
    return this.administration.createOrganisation(ctx, { name: called, type: of });
  }

  @Mutation(() => Organisation)
  changeOrganisation(
    @CurrentCtx() ctx: Ctx,
    @id() which: string,
    @name() called: string,
    @type() of: OrganisationType,
  ): Promise<Organisation> {
    return this.administration.changeOrganisation(ctx, { id: which, name: called, type: of });
  }

  @Mutation(() => Boolean, { description: 'Lets an organisation take part in a lab.' })
  async addParticipant(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('organisationId', { type: () => ID }) organisationId: string,
  ): Promise<boolean> {
    await this.administration.addParticipant(ctx, labId, organisationId);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Somebody left: everything that is open for them ends at once.' })
  async endPerson(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<boolean> {
    await this.administration.endPerson(ctx, which);
    return true;
  }

  @Mutation(() => ApiClient)
  async createApiClient(@CurrentCtx() ctx: Ctx, @Args('input') input: ApiClientInput): Promise<ApiClient> {
    const { subject, scopes, ...client } = input;
    const made = await this.administration.createApiClient(ctx, {
      ...client,
      scopes: scopes.map((scope) => scope.replace('_', ':') as ApiClientScope),
      issuer: this.env.OIDC_ISSUER,
      subject: subject ?? client.clientId,
    });
    return toApiClient(made);
  }

  @Mutation(() => ApiClient)
  async endApiClient(@CurrentCtx() ctx: Ctx, @id() which: string): Promise<ApiClient> {
    return toApiClient(await this.administration.endApiClient(ctx, which));
  }
}
