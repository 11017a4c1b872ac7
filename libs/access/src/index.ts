export * from './ability.js';
export * from './actor.js';
export type * from './subjects.js';
export * from './where.js';
