import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';

@InputType()
export class WayBackWishInput {
  @Field(() => ID) @IsUUID() releaseId!: string;
  @Field() @IsString() @MaxLength(60) group!: string;
  @Field() @IsString() @MaxLength(2_000) reason!: string;
}
