import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { RESOLVERS } from './resolvers.js';

/** The schema as the code declares it, in a fixed order: what `schema.graphql` must say. */
export async function printDeclaredSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS, { dateScalarMode: 'isoDate' });
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
