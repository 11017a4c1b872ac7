import type { Mapping } from '@datalab/intake';
import type { CoveredRange } from '@datalab/domain';
import type { GapAnswer } from './coverage/covered-ranges.js';
import type { CheckProgress, Checked, FileRefusal, GivenAnswer, Recognised } from './intake-protocol.js';

export const STAGES = ['file', 'columns', 'check', 'send'] as const;
export type Stage = (typeof STAGES)[number];

export interface UploadState {
  stage: Stage;
  file?: File;
  recognised?: Recognised;
  mapping?: Mapping;
  /** While the worker reads; rows and bytes so far. */
  progress?: CheckProgress;
  checked?: Checked;
  /** The span to declare, and what every gap in it means. */
  span?: CoveredRange;
  answers: ReadonlyMap<string, GapAnswer>;
  isConfirmed: boolean;
  /** False alarms of the screening, as the steward said. */
  answered: readonly GivenAnswer[];
  refusal?: FileRefusal;
  /** Not the file's fault: the worker or the connection. */
  failure?: unknown;
  isBusy: boolean;
}

export type UploadEvent =
  | { type: 'chosen'; file: File }
  | { type: 'recognised'; recognised: Recognised }
  | { type: 'mapped'; mapping: Mapping }
  | { type: 'checking'; answered: readonly GivenAnswer[] }
  | { type: 'progress'; progress: CheckProgress }
  | { type: 'checked'; checked: Checked }
  | { type: 'span'; span: CoveredRange }
  | { type: 'answered'; periods: readonly string[]; answer: GapAnswer }
  | { type: 'confirmed'; isConfirmed: boolean }
  | { type: 'refused'; refusal: FileRefusal }
  | { type: 'failed'; failure: unknown }
  | { type: 'sending' }
  | { type: 'back' };

export const START: UploadState = {
  stage: 'file',
  answers: new Map(),
  answered: [],
  isConfirmed: false,
  isBusy: false,
};

const QUIET = { refusal: undefined, failure: undefined, progress: undefined } as const;

/** The span that the file seems to cover: from the first to the last day of its ranges. */
function spanOf({ result }: Checked): CoveredRange | undefined {
  const [first, last] = [result.coverage.ranges[0], result.coverage.ranges.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

/** Choosing another file, or changing what a column means, makes everything that came after it untrue: it is dropped. */
export function nextUpload(state: UploadState, event: UploadEvent): UploadState {
  switch (event.type) {
    case 'chosen':
      return { ...START, answers: new Map(), file: event.file, isBusy: true };
    case 'recognised':
      return {
        ...state,
        ...QUIET,
        stage: 'columns',
        recognised: event.recognised,
        mapping: event.recognised.mapping,
        isBusy: false,
      };
    case 'mapped':
      return { ...state, ...QUIET, mapping: event.mapping, checked: undefined };
    case 'checking':
      return {
        ...state,
        ...QUIET,
        stage: 'check',
        checked: undefined,
        answers: new Map(),
        answered: event.answered,
        isConfirmed: false,
        isBusy: true,
      };
    case 'progress':
      return { ...state, progress: event.progress };
    case 'checked':
      return { ...state, ...QUIET, checked: event.checked, span: spanOf(event.checked), isBusy: false };
    case 'span':
      return { ...state, span: event.span, isConfirmed: false };
    case 'answered':
      return {
        ...state,
        answers: new Map([...state.answers, ...event.periods.map((period) => [period, event.answer] as const)]),
        isConfirmed: false,
      };
    case 'confirmed':
      return { ...state, isConfirmed: event.isConfirmed };
    case 'refused':
      return { ...state, refusal: event.refusal, failure: undefined, progress: undefined, isBusy: false };
    case 'failed':
      return { ...state, failure: event.failure, progress: undefined, isBusy: false };
    case 'sending':
      return { ...state, ...QUIET, stage: 'send', isBusy: true };
    case 'back':
      return {
        ...state,
        ...QUIET,
        isBusy: false,
        stage: STAGES[Math.max(0, STAGES.indexOf(state.stage) - 1)] ?? 'file',
      };
  }
}
