import { sealLabAudit, sealPlatformAudit } from './audit-seal.schedule.js';
import { closeLabJob } from './close-lab.job.js';
import { disclosureCheckJob } from './disclosure-check.job.js';
import { evaluateJob } from './evaluate.job.js';
import { mailNoticesSchedule, mailSchedule } from './mail.schedule.js';
import { factualPictureJob } from './factual-picture.job.js';
import { forecastUpkeepJob, forecastUpkeepSchedule } from './forecast-upkeep.job.js';
import { ingestJob } from './ingest.job.js';
import { rehearseJob } from './rehearse.job.js';
import { runAnalysisJob } from './run-analysis.job.js';
import { sealSubmissionsSchedule } from './seal-submissions.schedule.js';
import { wayBackListJob, wayBackUpkeepSchedule } from './way-back.job.js';
import type { ScheduleDefinition } from './schedule-definition.js';
import { maintenanceSchedule } from './maintenance.job.js';
import { prioritiseJob } from './prioritise.job.js';
import { privacyRiskJob } from './privacy-risk.job.js';
import { releaseJob, standingRefreshJob, standingUpkeepSchedule } from './release.job.js';
import { refreshPicturesSchedule } from './refresh-pictures.schedule.js';
import { qualityReportJob } from './quality-report.job.js';

export * from './audit-seal.schedule.js';
export * from './close-lab.job.js';
export * from './disclosure-check.job.js';
export * from './evaluate.job.js';
export * from './factual-picture.job.js';
export * from './forecast-upkeep.job.js';
export * from './ingest.job.js';
export * from './job-definition.js';
export * from './schedule-definition.js';
export * from './mail.schedule.js';
export * from './maintenance.job.js';
export * from './prioritise.job.js';
export * from './privacy-risk.job.js';
export * from './quality-report.job.js';
export * from './refresh-pictures.schedule.js';
export * from './rehearse.job.js';
export * from './release.job.js';
export * from './run-analysis.job.js';
export * from './seal-submissions.schedule.js';
export * from './way-back.job.js';

/** Every kind of work there is. The worker refuses to start when a handler is missing here or there. */
export const JOBS = [
  ingestJob,
  factualPictureJob,
  qualityReportJob,
  // One a line: jobs are added side by side.
  prioritiseJob,
  evaluateJob,
  privacyRiskJob,
  runAnalysisJob,
  closeLabJob,
  rehearseJob,
  disclosureCheckJob,
  releaseJob,
  standingRefreshJob,
  wayBackListJob,
  forecastUpkeepJob,
] as const;
export type JobName = (typeof JOBS)[number]['name'];

/** All work that comes back by itself. The worker refuses to start when a handler is missing here or there. */
export const SCHEDULES: readonly ScheduleDefinition[] = [
  sealLabAudit,
  sealPlatformAudit,
  maintenanceSchedule,
  sealSubmissionsSchedule,
  standingUpkeepSchedule,
  refreshPicturesSchedule,
  wayBackUpkeepSchedule,
  forecastUpkeepSchedule,
  mailNoticesSchedule,
  mailSchedule,
];
