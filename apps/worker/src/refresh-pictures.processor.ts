import type { PictureRefreshService } from '@datalab/features';
import { refreshPicturesSchedule } from '@datalab/jobs';
import { handlerForLab } from '@datalab/queue';

export const refreshPicturesProcessor = (pictures: PictureRefreshService) =>
  handlerForLab(refreshPicturesSchedule, async ({ labId, tickId }) => {
    await pictures.execute(labId, tickId);
  });
