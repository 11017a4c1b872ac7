export * from './snapshot-store.js';
export * from './standard-tables.js';
