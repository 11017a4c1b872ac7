import type { IngestService } from '@datalab/features';
import { ingestJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const ingestProcessor = (ingest: IngestService) =>
  handlerFor(
    ingestJob,
    ({ loadId }, work) => ingest.execute(work, loadId),
    ({ loadId }, work) => ingest.giveUp(work, loadId),
  );
