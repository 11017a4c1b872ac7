import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { getMetadataStorage } from 'class-validator';
import { printDeclaredSchema } from './schema.js';

it('checks every field of every input: what has no check is refused, and then nobody can send it', async () => {
  await printDeclaredSchema();
  const inputs = TypeMetadataStorage.getInputTypesMetadata();
  expect(inputs.length).toBeGreaterThan(20);
  const unchecked = inputs.flatMap(({ name, target, properties = [] }) => {
    const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
    const checked = new Set(rules.map(({ propertyName }) => propertyName));
    return properties.filter((property) => !checked.has(property.name)).map((property) => `${name}.${property.name}`);
  });
  expect(unchecked).toEqual([]);
});
