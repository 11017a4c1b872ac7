// Plain list, one line per module; append yours at the end of your area.
// case: running a method on tables
export { analyse, findMethod, methodNames } from './analyse.js';
export type { CaseMethod, Judgement, JudgeContext, ToleranceRule } from './case/case-method.js';
export {
  CaseInputError,
  getTable,
  numberColumn,
  optionalNumberColumn,
  textColumn,
  type CaseTable,
  type CaseTables,
} from './case/case-table.js';
// random: seeded randomness
export { randomStream, type RandomStream } from './random/random-stream.js';
export { shuffle } from './random/shuffle.js';
