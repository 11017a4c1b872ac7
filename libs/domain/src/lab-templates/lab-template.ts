import type { AnalysisKind, AnalysisUnit } from '../analysis-kind.js';
import type { OrganisationType } from '../organisation.js';
import type { Words } from '../words.js';

export const TEMPLATE_KEYS = ['confused_behaviour', 'neighbour_nuisance', 'filth', 'early_signals'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** A table that a lab of this kind usually wants, to begin its own shell from. */
export interface ExampleShell {
  title: Words;
  kind: AnalysisKind;
  unit: AnalysisUnit;
  /** What goes down and what goes across. */
  rows: Words;
  columns: Words;
}

/**
 * A ready template of a lab: everything in it is a suggestion, to be changed by who begins the lab. It holds no data and no name of anybody; what
 * earlier labs learned stands beside it, in the database.
 */
export interface LabTemplate {
  key: TemplateKey;
  name: Words;
  goal: Words;
  /** The core question to begin with. */
  question: Words;
  /** The questions behind the question, to score. */
  candidates: readonly Words[];
  /** Who usually takes part, and what each brings. */
  partners: readonly { type: OrganisationType; brings: Words }[];
  /** What deserves care here when the checklists are answered. */
  attention: readonly Words[];
  shells: readonly ExampleShell[];
}
