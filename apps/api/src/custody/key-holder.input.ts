import { Field, InputType } from '@nestjs/graphql';
import { IsUrl, Matches } from 'class-validator';

@InputType({ description: 'The card of a lab’s key as its key service published it, with where that answers.' })
export class KeyHolderInput {
  @Field() @Matches(/^[A-Za-z0-9_.-]{1,64}$/) holderId!: string;
  @Field() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }) url!: string;
  @Field() @Matches(/^[A-Za-z0-9-]{1,40}$/) suite!: string;
  @Field() @Matches(/^(?:[0-9a-f]{2}){1,100}$/) context!: string;
  @Field() @Matches(/^[0-9a-f]{64}$/) publicKey!: string;
  @Field() @Matches(/^[0-9a-f]{128}$/) possession!: string;
}
