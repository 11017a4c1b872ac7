import type { PictureBuilderService } from '@datalab/features';
import { factualPictureJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const factualPictureProcessor = (pictures: PictureBuilderService) =>
  handlerFor(factualPictureJob, ({ labId }, work) => pictures.execute({ ...work, labId }));
