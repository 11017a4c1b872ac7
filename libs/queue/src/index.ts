export * from './job-consumer.js';
export * from './outbox-relay.js';
export * from './redis.js';
export * from './scheduler.js';
