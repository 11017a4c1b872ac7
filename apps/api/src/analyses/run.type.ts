import type { AnyMethod, RunView } from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { GraphQLJson } from '../graphql/scalars.js';

@ObjectType({ description: 'One text in Dutch and English.' })
export class RunWords {
  @Field() nl!: string;
  @Field() en!: string;
}

@ObjectType({ description: 'A method of analysis that can be run, in words.' })
export class RunMethod {
  @Field() name!: string;
  @Field(() => Int) version!: number;
  @Field() kind!: string;
  @Field({ description: 'How far its statements reach: description, association, indication, cause or forecast.' })
  label!: string;
  @Field(() => RunWords) title!: RunWords;
  @Field(() => RunWords) explanation!: RunWords;
  @Field(() => [String]) units!: string[];
  @Field({ description: 'Run under a forecast contract and in no other way.' }) isUnderContract!: boolean;
  @Field(() => GraphQLJson, { description: 'JSON Schema of what may be chosen beside the shell.' }) options!: unknown;
}

@ObjectType({ description: 'Why the agreement refuses a run: the clause, and in words.' })
export class RunRefusal {
  @Field() clause!: string;
  @Field() code!: string;
  @Field(() => RunWords) words!: RunWords;
}

@ObjectType({ description: 'A kind of analysis, and what must be released before it may be asked for.' })
export class RunTurn {
  @Field() kind!: string;
  @Field(() => String, { nullable: true, description: 'Null where it may be asked for now.' }) waitsFor!: string | null;
}

@ObjectType({ description: 'One run of an analysis, as everybody in the lab may know it.' })
export class Run {
  @Field(() => ID) id!: string;
  @Field(() => ID) labId!: string;
  @Field(() => ID) shellId!: string;
  @Field(() => ID) snapshotId!: string;
  @Field() organisationName!: string;
  @Field() title!: string;
  @Field() kind!: string;
  @Field(() => RunMethod, { nullable: true, description: 'Null where this version no longer knows it.' })
  method!: RunMethod | null;
  @Field() methodName!: string;
  @Field(() => Int) methodVersion!: number;
  @Field() purpose!: string;
  @Field(() => GraphQLJson, { description: 'Unit, areas, period, sources, categories and options.' })
  parameters!: unknown;
  @Field(() => Int) seed!: number;
  @Field() state!: string;
  @Field(() => Float, { description: '0 to 1.' }) progress!: number;
  @Field(() => String, { nullable: true, description: 'A stable code.' }) failure!: string | null;
  @Field(() => [RunRefusal]) refusals!: RunRefusal[];
  @Field(() => GraphQLISODateTime) requestedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) startedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Version of the agreement that it was done under.' })
  policyVersion!: number | null;
  @Field(() => String, { nullable: true, description: 'Of the outcome: the same run again gives the same.' })
  outcomeDigest!: string | null;
}

export const toMethod = ({
  name,
  version,
  kind,
  label,
  title,
  explanation,
  units,
  params,
  isUnderContract,
}: AnyMethod): RunMethod => ({
  name,
  version,
  kind,
  label,
  title,
  explanation,
  units: [...units],
  isUnderContract: isUnderContract === true,
  options: z.toJSONSchema(params, { io: 'input' }),
});

export const toRun = ({ request, ...run }: RunView, method: AnyMethod | undefined): Run => ({
  ...run,
  method: method === undefined ? null : toMethod(method),
  methodName: run.method,
  purpose: request.purpose,
  parameters: { ...request.scope, ...request.options },
});
