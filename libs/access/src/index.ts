export * from './ability.js';
export * from './actor.js';
export { packedRules, abilityOfPacked } from './packed-rules.js';
export { PLATFORM } from './platform.rules.js';
export type * from './subjects.js';
export * from './where.js';
