export * from './data/household-links.js';
export * from './data/run-reader.js';
export type { AnyMethod, Method } from './method.js';
export { outcomeGate, protectOutcome, type FinishedRun } from './protect-outcome.js';
export { findMethod, METHODS } from './registry.js';
export * from './run-executor.service.js';
export type { Refusal, RunRequest } from './run-request.js';
export * from './runs.service.js';
export * from './threads/thread-pool.js';
