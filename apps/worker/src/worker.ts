import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Database, listen, listEveryLab, OutboxRepository } from '@datalab/data';
import {
  auditBeside,
  AuditSealService,
  EvaluationsBuilderService,
  ForecastUpkeepService,
  HouseholdLinks,
  IngestService,
  KeyOpener,
  LabClosingBuilderService,
  MailerService,
  MaintenanceService,
  PictureAudit,
  PictureBuilderService,
  PictureRefreshService,
  PrioritiseService,
  PrivacyRiskBuilderService,
  QualityBuilderService,
  RehearsalBuilderService,
  RunExecutorService,
  RunReader,
  SealSubmissionsService,
  SigningKey,
  SmtpSender,
  SourceKeyFolder,
  StoredReleaseLedger,
  ThreadPool,
  UploadFolder,
  WayBackBuilderService,
} from '@datalab/features';
import { JOBS, SCHEDULES } from '@datalab/jobs';
import { loadSodiumRistretto, sealingKeyPairOf } from '@datalab/pseudonym';
import { connectRedis, JobConsumer, OutboxRelay, Scheduler } from '@datalab/queue';
import { SnapshotKeyFolder, SnapshotStore } from '@datalab/snapshot';
import type { Logger } from 'pino';
import { auditSealHandlers } from './audit-seal.processor.js';
import type { Env } from './env.js';
import { closeLabProcessor } from './close-lab.processor.js';
import { evaluateProcessor } from './evaluate.processor.js';
import { forecastUpkeepHandlers } from './forecast-upkeep.processor.js';
import { factualPictureProcessor } from './factual-picture.processor.js';
import { serveHealth } from './health-server.js';
import { ingestProcessor } from './ingest.processor.js';
import { mailHandlers } from './mail.processor.js';
import { prioritiseProcessor } from './prioritise.processor.js';
import { privacyRiskProcessor } from './privacy-risk.processor.js';
import { qualityReportProcessor } from './quality-report.processor.js';
import { runAnalysisProcessor } from './run-analysis.processor.js';
import { rehearseProcessor } from './rehearse.processor.js';
import { releaseHandlers } from './release-handlers.js';
import { refreshPicturesProcessor } from './refresh-pictures.processor.js';
import { retentionProcessor } from './retention.processor.js';
import { sealSubmissionsProcessor } from './seal-submissions.processor.js';
import { wayBackHandlers } from './way-back-handlers.js';

export interface RunningWorker {
  close(): Promise<void>;
}

/** The whole worker: carries what the outbox asks for to the queues, and does what the queues hold. */
export async function startWorker(env: Env, log: Logger): Promise<RunningWorker> {
  const database = await Database.connect({ url: env.DATABASE_WORKER_URL, name: 'datalab worker', poolSize: 8 });
  const redis = connectRedis(env.REDIS_URL, (error) => log.error({ err: error }, 'redis is out of reach'));
  const outbox = new OutboxRepository(database);

  await loadSodiumRistretto();
  const sources = new SourceKeyFolder(env.SOURCE_KEY_DIR, env.WORKER_MASTER_KEY);
  const opener = new KeyOpener(sealingKeyPairOf(env.SEALING_PRIVATE_KEY), sources);
  const relay = new OutboxRelay(redis, outbox, JOBS, log);
  const clock = { now: () => new Date() };
  const sealer = new AuditSealService(database, new SigningKey(env.AUDIT_SIGNING_KEY), clock);
  const uploads = new UploadFolder(env.UPLOAD_DIR);
  const store = new SnapshotStore(env.SNAPSHOT_DIR, {
    keys: new SnapshotKeyFolder(env.SNAPSHOT_KEY_DIR, env.WORKER_MASTER_KEY),
    keyFolder: env.SNAPSHOT_KEY_DIR,
    noise: env.NOISE_SECRET,
  });
  const maintenance = new MaintenanceService(database, uploads, store, clock);
  const submissions = new SealSubmissionsService(database, uploads, clock);
  const releases = releaseHandlers(database, new StoredReleaseLedger(store), clock);
  const reader = new RunReader(database, store, new HouseholdLinks(database, sources));
  const wayBack = wayBackHandlers(new WayBackBuilderService(database, store, reader, clock, randomBytes));
  const forecasts = forecastUpkeepHandlers(new ForecastUpkeepService(database, clock));
  const upkeep = [
    ...auditSealHandlers(sealer),
    retentionProcessor(maintenance),
    sealSubmissionsProcessor(submissions),
    ...releases.upkeep,
    ...wayBack.upkeep,
    ...forecasts.upkeep,
    refreshPicturesProcessor(new PictureRefreshService(database, clock)),
    ...mailHandlers(mailerOf(env, database, log)),
  ];
  const threads = new ThreadPool({
    threads: env.ANALYSIS_THREADS ?? Math.max(1, availableParallelism() - 1),
    timeoutMs: env.ANALYSIS_TIMEOUT_SECONDS * 1_000,
    heapMiB: env.ANALYSIS_THREAD_MIB,
  });
  const scheduler = new Scheduler(redis, SCHEDULES, upkeep, () => listEveryLab(database), log);
  const consumer = new JobConsumer(
    redis,
    [
      ingestProcessor(new IngestService(database, uploads, clock, opener)),
      factualPictureProcessor(
        new PictureBuilderService(database, store, new PictureAudit(database, store, auditBeside)),
      ),
      qualityReportProcessor(new QualityBuilderService(database, clock)),
      runAnalysisProcessor(new RunExecutorService(database, store, reader, threads, clock)),
      prioritiseProcessor(new PrioritiseService(database, clock)),
      evaluateProcessor(new EvaluationsBuilderService(database, store, clock)),
      rehearseProcessor(new RehearsalBuilderService(database, uploads, clock)),
      closeLabProcessor(new LabClosingBuilderService(database, uploads, store, sources, clock)),
      privacyRiskProcessor(new PrivacyRiskBuilderService(database, store, clock)),
      ...releases.jobs,
      ...wayBack.jobs,
      ...forecasts.jobs,
    ],
    JOBS,
    outbox,
    log,
    { scheduler },
  );
  const listening = await listen(
    env.DATABASE_WORKER_URL,
    'outbox',
    () => relay.wake(),
    (reason) => log.warn({ reason }, 'the outbox is out of hearing; the sweep goes on'),
  );
  relay.wake();
  const health = serveHealth(env.WORKER_PORT, async () => {
    await database.isReachable();
    if (redis.status !== 'ready') throw new Error('redis is not ready');
  });

  return {
    close: async () => {
      health.close();
      await listening.close();
      await relay.close();
      await scheduler.close();
      await consumer.close();
      redis.disconnect();
      await database.close();
    },
  };
}

/** Undefined where the installation has no mail server; said once, because nobody would miss a mail that they never had. */
function mailerOf(
  { SMTP_URL, MAIL_FROM, PUBLIC_URL }: Env,
  database: Database,
  log: Logger,
): MailerService | undefined {
  if (SMTP_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) {
    log.info('there is no mail server (SMTP_URL): nobody is mailed, what waits stays on the start page');
    return undefined;
  }
  const sender = new SmtpSender({ url: SMTP_URL, from: MAIL_FROM });
  return new MailerService(database, sender, PUBLIC_URL, { now: () => new Date() });
}
