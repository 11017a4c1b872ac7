import type { z } from 'zod';

/** The contract of one kind of work: what it is called, which queue it waits in, what it is told, how often it is tried. */
export interface JobDefinition<Payload> {
  name: string;
  queue: QueueName;
  /** Ids only: what lies in Redis can be read by whoever runs it. */
  payload: z.ZodType<Payload>;
  /** Tries at most; each later one waits twice as long. */
  attempts: number;
}

/**
 * Each is worked off by itself. `quality`: a report on a large load takes a while, and the next delivery does not wait for it.
 * `questions`: what people wait for in a meeting. `analysis`: a run may take minutes, and no delivery or picture waits for it. `maintenance`: upkeep, which may wait while somebody's delivery is checked or a picture is
 * built.
 */
export const QUEUES = ['intake', 'quality', 'picture', 'release', 'questions', 'analysis', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

export const defineJob = <Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> => definition;
