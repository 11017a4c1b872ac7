import type { QualityBuilderService } from '@datalab/features';
import { qualityReportJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const qualityReportProcessor = (quality: QualityBuilderService) =>
  handlerFor(qualityReportJob, ({ loadId }, work) => quality.execute(work, loadId));
