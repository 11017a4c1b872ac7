import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from '@datalab/domain';
import { foldName } from '../region/fold-name.js';
import { KNOWN_VOCABULARIES } from './known-vocabularies.js';
import { crosswalkOf } from './vocabulary.js';

describe('the known vocabularies', () => {
  it.each(KNOWN_VOCABULARIES.map((vocabulary) => [vocabulary.name, vocabulary] as const))(
    '%s says one thing per code and knows only canonical categories',
    (_, { entries }) => {
      const targets = new Map<string, string>();
      for (const [code, label, target, ...alsoWritten] of entries) {
        expect([...CATEGORIES, 'out_of_scope', 'skip_total']).toContain(target);
        for (const text of [code, label, ...alsoWritten]) {
          expect(text.length).toBeLessThanOrEqual(80);
          const folded = foldName(text);
          expect([folded, targets.get(folded) ?? target]).toEqual([folded, target]);
          targets.set(folded, target);
        }
      }
      expect(entries.length).toBeGreaterThan(5);
    },
  );

  it('translates code, label and other spellings alike', () => {
    const police = crosswalkOf(KNOWN_VOCABULARIES.find(({ name }) => name === 'politie-overlast')!);
    expect([police['E33'], police['Overlast door verward persoon'], police['Nuisance by confused person']]).toEqual(
      Array(3).fill('confused_behaviour'),
    );
    expect(police['Totaal registraties overlast']).toBe('skip_total');
  });
});
