import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface ShareSafelyFacts {
  /** Since when there is a text to sign; null while there is none. */
  toSignSince: Date | null;
  organisations: readonly (Owing & {
    /** Has signed the version that is in force, or the one that lies there to be signed. */
    signed: boolean;
    /** Has answered all seven values on what lies there now. */
    answered: boolean;
  })[];
  /** A version is in force that everybody who takes part now has signed. */
  inForce: boolean;
  /** What is agreed, or about to be, uses special-category data and names no impact assessment. */
  lacksDpia: boolean;
  /** The newest snapshot was measured; also met where there is no snapshot. */
  riskMeasured: boolean;
}

/** Step 3, *veilig data delen* (product.md §3). */
export function shareSafelyCriteria(facts: ShareSafelyFacts, since: Date): Criterion[] {
  const { organisations, toSignSince, inForce, lacksDpia, riskMeasured } = facts;
  const unsigned = organisations.filter(({ signed }) => !signed);
  return [
    ofLab('agreement-drafted', inForce || toSignSince !== null, 'coordinator', since),
    inForce
      ? { code: 'agreement-signed', met: true, missing: [] }
      : { ...ofEach('agreement-signed', unsigned, 'privacy_officer', toSignSince ?? since), met: false },
    ofLab('dpia-named', !lacksDpia, 'privacy_officer', since),
    ofLab('risk-measured', riskMeasured, 'coordinator', since),
    ofEach(
      'values-answered',
      organisations.filter(({ answered }) => !answered),
      'privacy_officer',
      since,
    ),
  ];
}
