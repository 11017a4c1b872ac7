/** What of a lab is talked about and has a deadline. A release has comments of its own, between those who check it. */
export const TARGET_KINDS = [
  'step',
  'criterion',
  'question',
  'shell',
  'run',
  'finding',
  'solution',
  'dataset',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** One thing of a lab. `id`: a UUID; of a step its name; of a criterion `<step>.<code>`. */
export interface Target {
  kind: TargetKind;
  id: string;
}

/** The id of a criterion as a target. */
export const criterionId = (step: string, code: string): string => `${step}.${code}`;
