import { Redis } from 'ioredis';

/** A connection as BullMQ wants it: it waits for Redis to come back rather than failing what was asked meanwhile. */
export const connectRedis = (url: string, onError: (error: Error) => void): Redis => {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', onError);
  return redis;
};
