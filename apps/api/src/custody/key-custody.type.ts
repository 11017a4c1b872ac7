import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'One holder of a share of the lab’s key, as its key service published it. The client checks the proof.',
})
export class KeyHolder {
  @Field() holderId!: string;
  @Field({ description: 'Where its key service answers.' }) url!: string;
  @Field() suite!: string;
  @Field({ description: 'Context of the proofs (RFC 9497), hexadecimal.' }) context!: string;
  @Field({ description: '32 bytes, hexadecimal.' }) publicKey!: string;
  @Field({ description: 'Proof of possession of the key for this lab and holder, 64 bytes, hexadecimal.' })
  possession!: string;
}

@ObjectType({ description: 'What a client needs to make keys that nobody but the worker can open.' })
export class KeyCustody {
  @Field({ description: 'The public key of the worker, 32 bytes, hexadecimal: keys are sealed to it.' })
  sealingKey!: string;
  @Field(() => [KeyHolder]) holders!: KeyHolder[];
  @Field(() => [String], { description: 'Where the key services are that this installation knows.' })
  services!: string[];
  @Field(() => String, { nullable: true, description: 'Who issues the tokens with which key services are asked.' })
  callerIssuer!: string | null;
}

@ObjectType()
export class CallerToken {
  @Field({ description: 'For the key holders of the lab, in the name of your organisation.' }) token!: string;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
}
