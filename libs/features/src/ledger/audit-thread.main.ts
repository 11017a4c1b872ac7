import { parentPort, workerData } from 'node:worker_threads';
import { coarsenPicture, type PictureAuditInput } from './coarsen-picture.js';

/** What runs in the thread of one audit: it answers once and ends. */
parentPort!.postMessage(coarsenPicture(workerData as PictureAuditInput));
