import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { Database } from '@datalab/data';
import { IngestService, KeyOpener, SourceKeyFolder, UploadFolder } from '@datalab/features';
import { sharesOf, type CpuProfile } from './profile-shares.js';

/** What the process is told, as JSON in its environment. */
export interface IngestTask {
  databaseUrl: string;
  uploads: string;
  labId: string;
  actorId: string;
  loadId: string;
  /** Whether to look where the time goes; a run that is looked at is not timed. */
  profile: boolean;
  answer: string;
}

const task = JSON.parse(process.env.BENCH_INGEST_TASK!) as IngestTask;
const database = await Database.connect({ url: task.databaseUrl, name: 'datalab bench worker', poolSize: 3 });
// The rows that are measured have no keys, so nothing is ever sealed to this one.
const nobody = { publicKey: new Uint8Array(32), privateKey: new Uint8Array(32) };
const sources = new SourceKeyFolder(join(task.uploads, 'source-keys'), new Uint8Array(32));
const opener = new KeyOpener(nobody, sources);
const ingest = new IngestService(database, new UploadFolder(task.uploads), { now: () => new Date() }, opener);
const session = new Session();
session.connect();
if (task.profile) {
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
}
const [start, cpu] = [performance.now(), process.cpuUsage()];
await ingest.execute({ labId: task.labId, actorId: task.actorId, requestId: 'bench' }, task.loadId);
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const shares = task.profile ? sharesOf((await session.post('Profiler.stop')).profile as CpuProfile) : undefined;
await database.close();
const answer = {
  milliseconds,
  cpuMilliseconds: (user + system) / 1_000,
  maxRssBytes: process.resourceUsage().maxRSS * 1_024,
  shares,
};
await writeFile(task.answer, JSON.stringify(answer));
