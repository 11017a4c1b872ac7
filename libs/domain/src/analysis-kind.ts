/** What an analysis does, in the order in which a lab may ask for them: who and where, why, where next (product.md §3). */
export const ANALYSIS_KINDS = ['descriptive', 'diagnostic', 'predictive'] as const;
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];

/** The kind of which something must have been released on the same snapshot before this one may be asked for. */
export const KIND_BEFORE: Readonly<Record<AnalysisKind, AnalysisKind | undefined>> = {
  descriptive: undefined,
  diagnostic: 'descriptive',
  predictive: 'diagnostic',
};

/** What a run counts as one. `area`: an area in a period; a predictive run has no other unit, by construction. */
export const ANALYSIS_UNITS = ['report', 'address', 'person', 'area'] as const;
export type AnalysisUnit = (typeof ANALYSIS_UNITS)[number];

/** How far a statement reaches. It follows from the design of the method and is never chosen by who asks. */
export const CAUSAL_LABELS = ['description', 'association', 'indication', 'cause', 'forecast'] as const;
export type CausalLabel = (typeof CAUSAL_LABELS)[number];
