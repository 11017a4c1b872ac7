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
// spatial: who is next to whom
export { queenNeighbours, type AreaGeometry, type ContiguityOptions } from './spatial/contiguity.js';
export { distanceBandNeighbours, type Points } from './spatial/distance-band.js';
export { gridNeighbours } from './spatial/grid-neighbours.js';
export { areaCount, neighboursFromLinks, neighboursFromPairs, type Neighbours } from './spatial/neighbours.js';
export { getisOrdGi, type GetisOrdOptions, type GetisOrdScores, type WeightStyle } from './spatial/getis-ord-gi.js';
