import { factualPictureJob } from './factual-picture.job.js';
import { ingestJob } from './ingest.job.js';

export * from './factual-picture.job.js';
export * from './ingest.job.js';
export * from './job-definition.js';

/** Every kind of work there is. The worker refuses to start when a handler is missing here or there. */
export const JOBS = [ingestJob, factualPictureJob] as const;
export type JobName = (typeof JOBS)[number]['name'];
