import type { PrivacyRiskBuilderService } from '@datalab/features';
import { privacyRiskJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const privacyRiskProcessor = (risk: PrivacyRiskBuilderService) =>
  handlerFor(privacyRiskJob, ({ snapshotId }, work) => risk.execute(work, snapshotId));
