import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { METHODS } from './registry.js';
import { OPTION_CHOICES, type OptionMeta } from './run-option.js';

interface Property extends Partial<OptionMeta> {
  type?: string;
  enum?: string[];
  items?: { type?: string };
}

const options = METHODS.filter(({ kind, name }) => !(kind === 'predictive' && name === 'forecast')).flatMap(
  (method) => {
    const { properties = {} } = z.toJSONSchema(method.params, { io: 'input' }) as {
      properties?: Record<string, Property>;
    };
    return Object.entries(properties).map(([name, property]) => ({ where: `${method.name}.${name}`, property }));
  },
);

describe('options of methods', () => {
  it('are there to be tested', () => expect(options.length).toBeGreaterThan(20));

  it.each(options)('$where can be chosen by a person: it has words, and a form knows it', ({ property }) => {
    expect(property.words?.nl).toMatch(/^\S.{3,}/);
    expect(property.words?.en).not.toBe(property.words?.nl);
    const isCode = property.type === 'string' && property.enum === undefined;
    const isCodes = property.type === 'array' && property.items?.type === 'string';
    if (isCode || isCodes) expect(OPTION_CHOICES).toContain(property.of);
    else expect(['number', 'integer', 'boolean', 'string', 'array']).toContain(property.type);
    expect(Object.keys(property.values ?? {})).toEqual(property.enum ?? []);
  });
});
