import { AgreementsService, SignaturesService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { SignedInRequest } from '../auth/request-context.js';
import { Sessions } from '../auth/sessions.js';
import { CurrentCtx, CurrentRequest } from '../graphql/current.decorator.js';
import { AgreementChoicesInput } from './agreement.input.js';
import { Agreement, toAgreement } from './agreement.type.js';

const id = () => Args('id', { type: () => ID });
const labId = () => Args('labId', { type: () => ID });

@Resolver(() => Agreement)
export class AgreementResolver {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly signatures: SignaturesService,
    private readonly sessions: Sessions,
  ) {}

  @Query(() => Agreement, { description: 'The agreement of a lab in all its versions.' })
  async agreement(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<Agreement> {
    return toAgreement(await this.agreements.getView(ctx, lab));
  }

  @Mutation(() => Agreement, { description: 'Begins a draft: from the newest version, or from the sample.' })
  async startAgreement(@CurrentCtx() ctx: Ctx, @labId() lab: string): Promise<Agreement> {
    return toAgreement(await this.agreements.start(ctx, lab));
  }

  @Mutation(() => Agreement, { description: 'Saves a draft that nobody changed since `revision`.' })
  async saveAgreement(
    @CurrentCtx() ctx: Ctx,
    @id() agreementId: string,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('choices') choices: AgreementChoicesInput,
  ): Promise<Agreement> {
    return toAgreement(await this.agreements.save(ctx, agreementId, revision, plain(choices)));
  }

  @Mutation(() => Agreement, {
    description: 'Offers a draft: to be signed or, where one is in force, to be supported first.',
  })
  async offerAgreement(@CurrentCtx() ctx: Ctx, @id() agreementId: string): Promise<Agreement> {
    return toAgreement(await this.agreements.offer(ctx, agreementId));
  }

  @Mutation(() => Agreement, { description: 'A second organisation wants the change too.' })
  async supportAgreement(@CurrentCtx() ctx: Ctx, @id() agreementId: string): Promise<Agreement> {
    return toAgreement(await this.agreements.support(ctx, agreementId));
  }

  @Mutation(() => Agreement, {
    description: 'Signs the text with this hash; the signer has signed in again just before.',
  })
  async signAgreement(
    @CurrentRequest() { ctx, credentials }: SignedInRequest,
    @id() agreementId: string,
    @Args('textHash') textHash: string,
  ): Promise<Agreement> {
    const shown = credentials.kind === 'session' ? await this.sessions.authenticatedAt(credentials.hash) : undefined;
    const signer = shown === undefined ? ctx : { ...ctx, authenticatedAt: shown };
    return toAgreement(await this.signatures.sign(signer, agreementId, textHash));
  }

  @Mutation(() => Agreement, { description: 'Takes back a version that is not in force.' })
  async withdrawAgreement(
    @CurrentCtx() ctx: Ctx,
    @id() agreementId: string,
    @Args('reason') reason: string,
  ): Promise<Agreement> {
    return toAgreement(await this.agreements.withdraw(ctx, agreementId, reason));
  }
}

/** Without the classes that GraphQL made of it: the schema of the document takes plain objects alone. */
const plain = (choices: AgreementChoicesInput): unknown => JSON.parse(JSON.stringify(choices));
