/** The seven public values that a lab answers for before anything is released (product.md §3). */
export const PUBLIC_VALUES = [
  'privacy',
  'safety',
  'autonomy',
  'control_over_technology',
  'human_dignity',
  'justice',
  'balance_of_power',
] as const;
export type PublicValue = (typeof PUBLIC_VALUES)[number];

/** What an organisation thinks of one value: fine, fine if something is done, or not: dissent, which is kept and shown. */
export const VALUE_VERDICTS = ['safeguarded', 'with_measures', 'dissent'] as const;
export type ValueVerdict = (typeof VALUE_VERDICTS)[number];

/** Why answers no longer stand: rows of the same sources were added, another source takes part, the evidence moved, or the method did. */
export const REOPENING_CAUSES = ['new_rows', 'new_sources', 'evidence_moved', 'method_changed'] as const;
export type ReopeningCause = (typeof REOPENING_CAUSES)[number];

/** What the answers of a lab, or of one analysis, were given on. Two that are equal in all parts are the same ground. */
export interface ValuesGround {
  readonly snapshotDigest: string;
  /** Digest of the ids of the sources. */
  readonly sources: string;
  /** Digest of the evidence, which is in bands. */
  readonly evidence: string;
  /** Name and version of the method of an analysis; empty for the lab. */
  readonly method: string;
}

/** Why an answer on one ground does not stand on another; none where it does. */
export function reopeningCauses(answered: ValuesGround, now: ValuesGround): ReopeningCause[] {
  const causes: [boolean, ReopeningCause][] = [
    [answered.snapshotDigest !== now.snapshotDigest, 'new_rows'],
    [answered.sources !== now.sources, 'new_sources'],
    [answered.evidence !== now.evidence, 'evidence_moved'],
    [answered.method !== now.method, 'method_changed'],
  ];
  return causes.flatMap(([isCause, cause]) => (isCause ? [cause] : []));
}
