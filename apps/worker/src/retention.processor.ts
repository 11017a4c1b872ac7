import { OPERATOR, type MaintenanceService } from '@datalab/features';
import { maintenanceSchedule } from '@datalab/jobs';
import { handlerForLab } from '@datalab/queue';

/** Nobody asked for it: the platform's own upkeep. */
export const retentionProcessor = (maintenance: MaintenanceService) =>
  handlerForLab(maintenanceSchedule, async ({ labId, tickId }) => {
    await maintenance.execute({ labId, actorId: OPERATOR, requestId: tickId });
  });
