export * from './exact-row.js';
export * from './snapshot-key-folder.js';
export * from './snapshot-store.js';
export * from './standard-tables.js';
export * from './monthly-counts.js';
export * from './privacy-classes.js';
export * from './snapshot-difference.js';
export { withDuckDb } from './duck-db.js';
export type { DuckDBConnection } from '@duckdb/node-api';
