import { Worker } from 'node:worker_threads';
import { coarsenPicture, type PictureAuditAnswer, type PictureAuditInput } from './coarsen-picture.js';

/** How an audit is carried out: here, or beside. */
export type AuditRun = (input: PictureAuditInput) => Promise<PictureAuditAnswer>;

/** In this thread: for what is small. */
export const auditHere: AuditRun = (input) => Promise.resolve(coarsenPicture(input));

const ENTRY = new URL('./audit-thread.main.ts', import.meta.url);

/** In a thread of its own, so that the worker goes on answering: the audit of a city takes seconds to minutes of arithmetic. */
export const auditBeside: AuditRun = (input) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(ENTRY, { workerData: input });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (code !== 0) reject(new Error(`the audit ended with code ${code}`));
    });
  });
