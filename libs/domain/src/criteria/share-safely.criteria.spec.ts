import { expect, it } from '@jest/globals';
import { shareSafelyCriteria, type ShareSafelyFacts } from './share-safely.criteria.js';

const SINCE = new Date('2026-01-01T00:00:00Z');
const OFFERED = new Date('2026-02-01T00:00:00Z');
const party = (name: string, signed: boolean, answered = true) => ({ organisationId: name, name, signed, answered });
const DONE: ShareSafelyFacts = {
  toSignSince: null,
  organisations: [party('Gemeente', true), party('Politie', true)],
  inForce: true,
  lacksDpia: false,
  riskMeasured: true,
};
const open = (change: Partial<ShareSafelyFacts>) =>
  shareSafelyCriteria({ ...DONE, ...change }, SINCE)
    .filter(({ met }) => !met)
    .map(({ code, missing }) => [code, ...missing.map(({ name, role, since }) => [name, role, since])]);

it.each<[string, Partial<ShareSafelyFacts>, unknown[]]>([
  ['nothing, where all is there', {}, []],
  [
    'a draft, and the signatures under it, where there is none',
    { inForce: false, organisations: [party('Gemeente', false), party('Politie', false)] },
    [
      ['agreement-drafted', [null, 'coordinator', SINCE]],
      ['agreement-signed', ['Gemeente', 'privacy_officer', SINCE], ['Politie', 'privacy_officer', SINCE]],
    ],
  ],
  [
    'who has not signed, since it lay there to be signed',
    { inForce: false, toSignSince: OFFERED, organisations: [party('Gemeente', true), party('Politie', false)] },
    [['agreement-signed', ['Politie', 'privacy_officer', OFFERED]]],
  ],
  ['an impact assessment', { lacksDpia: true }, [['dpia-named', [null, 'privacy_officer', SINCE]]]],
  ['the risk of the newest snapshot', { riskMeasured: false }, [['risk-measured', [null, 'coordinator', SINCE]]]],
  [
    'who has not answered on the values',
    { organisations: [party('Gemeente', true, false), party('Politie', true)] },
    [['values-answered', ['Gemeente', 'privacy_officer', SINCE]]],
  ],
])('step 3 waits for %s', (_what, change, expected) => {
  expect(open(change)).toEqual(expected);
});

it('is not signed by a version that an organisation that joined has not signed', () => {
  // Nobody is missing from the list only because nothing lies there to be signed.
  expect(
    shareSafelyCriteria({ ...DONE, inForce: false }, SINCE).find(({ code }) => code === 'agreement-signed')!.met,
  ).toBe(false);
});
