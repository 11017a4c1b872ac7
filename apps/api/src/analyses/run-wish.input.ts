import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, MaxLength, Min } from 'class-validator';
import { GraphQLJson } from '../graphql/scalars.js';

@InputType({ description: 'What an analyst asks for: an approved output shell to be filled.' })
export class RunWishInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => ID) @IsUUID() shellId!: string;
  @Field({ description: 'One of the purposes of the agreement.' }) @MaxLength(60) purpose!: string;
  @Field(() => [String], { nullable: true, description: 'Canonical categories; all where left out.' })
  @IsOptional()
  @ArrayMaxSize(20)
  categories?: string[] | null;
  @Field(() => GraphQLJson, { nullable: true, description: "By the method's own schema." })
  @IsOptional()
  options?: unknown;
  @Field(() => Int, { nullable: true, description: 'To do an earlier run again; drawn where left out.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  seed?: number | null;
}
