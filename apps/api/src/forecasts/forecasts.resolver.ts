import { ForecastObjectionsService, ForecastsService, ForecastTestsService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ForecastContractInput, fromInput } from './forecast.input.js';
import { ForecastContract, toForecast } from './forecast.type.js';

const labId = () => Args('labId', { type: () => ID });
const contractId = () => Args('id', { type: () => ID });
const written = () => Args('input');

@Resolver(() => ForecastContract)
export class ForecastsResolver {
  constructor(
    private readonly forecasts: ForecastsService,
    private readonly tests: ForecastTestsService,
    private readonly objections: ForecastObjectionsService,
  ) {}

  @Query(() => [ForecastContract], { name: 'forecasts', description: 'The forecast contracts of a lab, newest first.' })
  async listForecasts(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<ForecastContract[]> {
    return (await this.forecasts.list(ctx, id)).map(toForecast);
  }

  @Query(() => ForecastContract)
  async forecast(@CurrentCtx() ctx: Ctx, @contractId() id: string): Promise<ForecastContract> {
    return toForecast(await this.forecasts.get(ctx, id));
  }

  @Mutation(() => ForecastContract, { description: 'An analyst writes a draft.' })
  async writeForecast(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @written() input: ForecastContractInput,
  ): Promise<ForecastContract> {
    return toForecast(await this.forecasts.write(ctx, id, fromInput(input)));
  }

  @Mutation(() => ForecastContract, { description: 'An analyst writes a draft anew.' })
  async rewriteForecast(
    @CurrentCtx() ctx: Ctx,
    @contractId() id: string,
    @written() input: ForecastContractInput,
  ): Promise<ForecastContract> {
    return toForecast(await this.forecasts.rewrite(ctx, id, fromInput(input)));
  }

  @Mutation(() => ForecastContract, {
    description: 'The coordinator fixes a contract: nothing of it changes after that.',
  })
  async fixForecast(@CurrentCtx() ctx: Ctx, @contractId() id: string): Promise<ForecastContract> {
    return toForecast(await this.forecasts.fix(ctx, id));
  }

  @Mutation(() => ForecastContract, { description: 'An analyst has a fixed contract tested on the newest picture.' })
  async testForecast(@CurrentCtx() ctx: Ctx, @contractId() id: string): Promise<ForecastContract> {
    return toForecast(await this.tests.request(ctx, id));
  }

  @Mutation(() => ForecastContract, {
    description: 'The coordinator switches a forecast on; refused where its newest test speaks against it.',
  })
  async activateForecast(@CurrentCtx() ctx: Ctx, @contractId() id: string): Promise<ForecastContract> {
    return toForecast(await this.forecasts.activate(ctx, id));
  }

  @Mutation(() => ForecastContract, { description: 'The coordinator ends a contract for good, with the reason.' })
  async stopForecast(
    @CurrentCtx() ctx: Ctx,
    @contractId() id: string,
    @Args('reason') reason: string,
  ): Promise<ForecastContract> {
    return toForecast(await this.forecasts.stop(ctx, id, reason));
  }

  @Mutation(() => ForecastContract, { description: 'An organisation objects: an active forecast is off at once.' })
  async objectToForecast(
    @CurrentCtx() ctx: Ctx,
    @contractId() id: string,
    @Args('words') words: string,
  ): Promise<ForecastContract> {
    return toForecast(await this.objections.object(ctx, id, words));
  }

  @Mutation(() => ForecastContract, { description: 'An organisation takes its objection back.' })
  async withdrawForecastObjection(@CurrentCtx() ctx: Ctx, @contractId() id: string): Promise<ForecastContract> {
    return toForecast(await this.objections.withdraw(ctx, id));
  }
}
