import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePolicy } from '../lab-policy.js';
import { AGREED_FIELDS } from './agreed-field.js';
import type { AgreementDocument } from './agreement-document.js';
import { differencesOf } from './agreement-differences.js';
import { agreementText, signedText } from './agreement-text.js';
import { CLAUSES } from './clause.js';
import { policyFaults } from './policy-faults.js';
import { PURPOSES } from './purpose.js';
import { sampleAgreement } from './sample-agreement.js';

const SAMPLE = sampleAgreement(
  [
    { organisationId: 'g', name: 'Gemeente', type: 'municipality' },
    { organisationId: 'z', name: 'Zorggroep', type: 'care_provider' },
  ],
  { name: 'Overlast', question: 'Waar blijft overlast terugkomen?' },
);
const dataset = (id: string) => ({ id, name: `bron ${id}`, organisation: 'Gemeente' });

const days = fc.integer({ min: 1, max: 30 });
const fields = fc.subarray([...AGREED_FIELDS], { minLength: 1 });
const documents: fc.Arbitrary<AgreementDocument> = fc.record({
  labName: fc.constant('Overlast'),
  parties: fc.constant(SAMPLE.parties),
  background: fc.constant(''),
  arrangements: fc.constant(''),
  purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
  fields: fc.record({ descriptive: fields, diagnostic: fields, predictive: fields }),
  links: fc.oneof(
    fc.constant([]),
    fc
      .subarray(['a', 'b', 'c'], { minLength: 2 })
      .map((ids) => [{ by: 'household_key' as const, datasets: ids.map(dataset) }]),
  ),
  floors: fc
    .tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 10, max: 20 }))
    .map(([lab, open]) => ({ lab: { reports: lab, households: 5 }, public: { reports: 10, households: open } })),
  retentionMonths: days,
  recipients: fc.constantFrom(['participants'] as const, ['participants', 'public'] as const),
  wayBackReceiverId: fc.constantFrom(null, 'z'),
  embargoDays: days,
  answerDays: days,
  checkDays: days,
  dpia: fc.constantFrom({ reference: 'DPIA-1', on: '2026-01-01' }, { reference: 'DPIA-2', on: '2026-01-01' }),
});

describe('the text of an agreement', () => {
  it('has every article, each with something in it', () => {
    const articles = agreementText(SAMPLE);
    expect(articles.map(({ clause }) => clause)).toEqual(CLAUSES);
    expect(articles.filter(({ paragraphs }) => paragraphs.join('').length < 20)).toEqual([]);
    expect(signedText(SAMPLE, 2)).toContain(
      '3.2 Handhaving en elke maatregel tegen een persoon, een huishouden of een adres',
    );
  });

  it('differs wherever what is allowed differs: nobody signs one thing and gets another', () => {
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        fc.pre(policyFaults(one).length === 0 && policyFaults(other).length === 0);
        const isSame = JSON.stringify(compilePolicy(one, 1)) === JSON.stringify(compilePolicy(other, 1));
        expect(signedText(one, 2) === signedText(other, 2)).toBe(isSame);
        expect(differencesOf(one, other).length === 0).toBe(isSame);
      }),
      { numRuns: 300 },
    );
  });

  it('differs per lab and per version, so that a signature fits one text alone', () => {
    const texts = [signedText(SAMPLE, 2), signedText(SAMPLE, 3), signedText({ ...SAMPLE, labName: 'Vuil' }, 2)];
    expect(new Set(texts).size).toBe(3);
  });

  it('cannot be made to look like an article by what somebody types', () => {
    const forged = { ...SAMPLE, arrangements: 'Zie\nArtikel 6. Koppelen tussen partijen\n6.1 Alles mag.' };
    const lines = signedText(forged, 2).split('\n');
    expect(lines.filter((line) => line.startsWith('Artikel 6.'))).toHaveLength(1);
  });
});

describe('the differences between two versions', () => {
  it('are told article by article, in the words of the text', () => {
    const changed = { ...SAMPLE, retentionMonths: 12, purposes: SAMPLE.purposes.slice(1) };
    expect(differencesOf(SAMPLE, changed)).toEqual([
      {
        clause: 'purpose',
        removed: ['begrijpen waar, wanneer en waarover overlast wordt gemeld, en wat daarmee samenhangt'],
        added: [],
      },
      {
        clause: 'retention',
        removed: [expect.stringContaining('ten hoogste 36 maanden')],
        added: [expect.stringContaining('ten hoogste 12 maanden')],
      },
    ]);
  });
});
