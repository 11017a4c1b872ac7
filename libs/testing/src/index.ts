export * from './delivery.factory.js';
export * from './expect-eventually.js';
export * from './installation.factory.js';
export * from './region.factory.js';
export * from './row.factory.js';
export * from './test-database.js';
export * from './test-lab.js';
export { describeWithDatabase, describeWithQueue, redisUrl } from './test-servers.js';
