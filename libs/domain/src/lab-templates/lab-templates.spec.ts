import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_TYPES } from '../organisation.js';
import { TEMPLATE_KEYS } from './lab-template.js';
import { isTemplateKey, LAB_TEMPLATES } from './lab-templates.js';

/** Every text of a template, in both languages. */
function textsOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('nl' in value && 'en' in value) return [value.nl as string, value.en as string];
  return Object.values(value).flatMap(textsOf);
}

describe('the ready templates', () => {
  it('are there for every name, once', () => {
    expect(LAB_TEMPLATES.map(({ key }) => key)).toEqual([...TEMPLATE_KEYS]);
    expect([isTemplateKey('filth'), isTemplateKey('fraud')]).toEqual([true, false]);
  });

  it.each(LAB_TEMPLATES.map((template) => [template.key, template] as const))(
    'say all of %s in two languages',
    (_, template) => {
      const texts = textsOf(template);
      expect(texts.length).toBeGreaterThan(30);
      for (const text of texts) expect(text.trim().length).toBeGreaterThan(3);
      expect(template.question.nl.length).toBeGreaterThan(10);
    },
  );

  it('begin with a description, and forecast for areas alone', () => {
    for (const { shells } of LAB_TEMPLATES) {
      expect(shells[0]!.kind).toBe('descriptive');
      expect(shells.filter(({ kind, unit }) => kind === 'predictive' && unit !== 'area')).toEqual([]);
    }
  });

  it('suggest different kinds of partners, two at least', () => {
    for (const { partners } of LAB_TEMPLATES) {
      const types = partners.map(({ type }) => type);
      expect(new Set(types).size).toBe(types.length);
      expect(types.length).toBeGreaterThan(1);
      expect(types.filter((type) => !ORGANISATION_TYPES.includes(type))).toEqual([]);
    }
  });
});
