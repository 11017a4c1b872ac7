import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgreementDocument } from './agreement/agreement-document.js';
import { policyFaults } from './agreement/policy-faults.js';
import { isPurpose, PURPOSES } from './agreement/purpose.js';
import { sampleAgreement } from './agreement/sample-agreement.js';
import { checkRun, compilePolicy, type RunUse } from './lab-policy.js';

const PARTIES = [
  { organisationId: 'g', name: 'Gemeente', type: 'municipality' },
  { organisationId: 'p', name: 'Politie', type: 'police' },
  { organisationId: 'z', name: 'Zorg', type: 'care_provider' },
] as const;
const SAMPLE = sampleAgreement(PARTIES, { name: 'Overlast', question: 'Waar blijft overlast terugkomen?' });
const dataset = (id: string) => ({ id, name: id, organisation: 'Gemeente' });
const LINKED: AgreementDocument = {
  ...SAMPLE,
  links: [{ by: 'household_key', datasets: ['a', 'b', 'c'].map(dataset) }],
};
const use = (change: Partial<RunUse> = {}): RunUse => ({
  kind: 'descriptive',
  fields: ['category', 'area_code', 'occurred_on'],
  links: [],
  purpose: 'understand_nuisance',
  ...change,
});
const codes = (document: unknown) =>
  policyFaults(document as AgreementDocument).map(({ clause, code }) => `${clause}: ${code}`);

describe('the sample agreement', () => {
  it('is whole, careful, and allows what it says', () => {
    expect(policyFaults(SAMPLE)).toEqual([]);
    const policy = compilePolicy(SAMPLE, 3);
    expect(policy).toMatchObject({ version: 3, mayLink: false, wayBackReceiverId: null, partyIds: ['g', 'p', 'z'] });
    expect(checkRun(policy, use())).toEqual([]);
  });
});

describe('a document', () => {
  const { fields } = SAMPLE;
  it.each<[string, unknown, string]>([
    ['one party', { parties: SAMPLE.parties.slice(0, 1) }, 'parties: too-few-parties'],
    ['no purpose', { purposes: [] }, 'purpose: no-purpose'],
    ['a purpose of its own', { purposes: ['trace_fraud'] }, 'purpose: unknown-purpose'],
    [
      'a ground that does not exist',
      { parties: SAMPLE.parties.map((party) => ({ ...party, basis: 'consent' })) },
      'legal_basis: unknown-basis',
    ],
    ['no law', { parties: SAMPLE.parties.map((party) => ({ ...party, law: ' ' })) }, 'legal_basis: no-law'],
    ['a field of its own', { fields: { ...fields, diagnostic: ['street'] } }, 'fields: unknown-field'],
    [
      'special-category data without a DPIA',
      { fields: { ...fields, diagnostic: ['confused_behaviour'] } },
      'dpia: special-fields-without-dpia',
    ],
    [
      'special-category data for which nobody has a ground',
      {
        fields: { ...fields, diagnostic: ['provision'] },
        dpia: { reference: 'DPIA-1', on: '2026-01-01' },
        parties: SAMPLE.parties.map((party) => ({ ...party, specialBasis: null })),
      },
      'legal_basis: special-fields-without-basis',
    ],
    [
      'reporters followed between organisations',
      { links: [{ by: 'reporter_key', datasets: ['a', 'b'].map(dataset) }] },
      'links: unknown-link-key',
    ],
    [
      'a link by a field that no analysis has',
      { links: [{ by: 'person_key', datasets: ['a', 'b'].map(dataset) }] },
      'links: link-key-not-a-field',
    ],
    ['a link of one dataset', { links: [{ by: 'household_key', datasets: [dataset('a')] }] }, 'links: nothing-to-link'],
    ['the police at the end of the way back', { wayBackReceiverId: 'p' }, 'way_back: receiver-not-care'],
    ['a stranger at the end of the way back', { wayBackReceiverId: 'x' }, 'way_back: receiver-not-a-party'],
    ['a recipient of its own', { recipients: ['participants', 'landlord'] }, 'recipients: unknown-recipient'],
    ['half a month', { retentionMonths: 1.5 }, 'retention: retention-out-of-bounds'],
    ['too long an embargo', { embargoDays: 61 }, 'terms: embargo-out-of-bounds'],
    [
      'half a floor',
      { floors: { ...SAMPLE.floors, lab: { reports: 5.5, households: 5 } } },
      'thresholds: floor-not-whole',
    ],
  ])('with %s is no agreement, and compiles to nothing', (_what, change, fault) => {
    const document = { ...SAMPLE, ...(change as object) };
    expect(codes(document)).toEqual([fault]);
    expect(() => compilePolicy(document, 1)).toThrow(expect.objectContaining({ code: 'agreement.not-whole' }));
  });

  it('takes a care organisation at the end of the way back', () => {
    expect(policyFaults({ ...SAMPLE, wayBackReceiverId: 'z' })).toEqual([]);
  });
});

describe('the purposes', () => {
  it('hold none of tracing fraud, enforcement, or a measure against somebody, and cannot be added to', () => {
    const forbidden = /fraud|enforce|sanction|evict|fine|prosecut|punish|recover|person_measure|household_measure/;
    expect(PURPOSES.filter((purpose) => forbidden.test(purpose))).toEqual([]);
    // Whatever comes in, what a policy allows is of the list: there is no value for anything else.
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PURPOSES), fc.string(), fc.anything()), { maxLength: 6 }),
        (input) => {
          const document = { ...SAMPLE, purposes: input } as unknown as AgreementDocument;
          const isFine = input.length > 0 && input.every(isPurpose);
          if (isFine) return compilePolicy(document, 1).purposes.every(isPurpose);
          return codes(document).some((code) => code.startsWith('purpose:'));
        },
      ),
    );
  });

  it('let no run through with a purpose that does not exist, even under a policy that names it', () => {
    const policy = compilePolicy(SAMPLE, 1);
    fc.assert(
      fc.property(fc.string(), (purpose) => {
        fc.pre(!isPurpose(purpose));
        return checkRun(policy, use({ purpose: purpose as never })).some(({ clause }) => clause === 'purpose');
      }),
    );
  });
});

describe('a run', () => {
  const policy = compilePolicy(LINKED, 1);
  const refusals = (change: Partial<RunUse>) => checkRun(policy, use(change)).map(({ clause, code }) => [clause, code]);

  it('outside the agreement is refused with the article in words', () => {
    const refused = checkRun(policy, use({ kind: 'predictive', fields: ['household_key', 'category'] }));
    expect(refused).toEqual([
      {
        clause: 'fields',
        code: 'field',
        words: {
          nl: 'Het veld "adressleutel (pseudoniem)" mag niet in een voorspellende analyse volgens artikel 5 (Gegevens per soort analyse).',
          en: 'The field "household key (pseudonym)" may not be used in a predictive analysis under article 5 (Fields for each kind of analysis).',
        },
      },
    ]);
  });

  it('may link what the agreement links, and less, and nothing more', () => {
    const link = (by: 'household_key' | 'person_key', ...datasetIds: string[]) => ({ links: [{ by, datasetIds }] });
    expect(refusals(link('household_key', 'a', 'c'))).toEqual([]);
    expect(refusals(link('household_key', 'a', 'd'))).toEqual([['links', 'link']]);
    expect(refusals(link('person_key', 'a', 'b'))).toEqual([['links', 'link']]);
    expect(checkRun(compilePolicy(SAMPLE, 1), use(link('household_key', 'a', 'b')))).toHaveLength(1);
  });

  it('is told of everything at once', () => {
    expect(
      refusals({
        purpose: 'scientific_research',
        fields: ['confused_behaviour', 'shoe_size', 'record_hash'],
        links: [{ by: 'household_key', datasetIds: ['x'] }],
        recipients: ['participants', 'landlord' as never],
      }),
    ).toEqual([
      ['purpose', 'purpose'],
      ['fields', 'special-field'],
      ['fields', 'field'],
      ['links', 'link'],
      ['recipients', 'recipient'],
    ]);
  });
});
