import { PLATFORM_CHAIN } from '@datalab/data';
import type { AuditSealService } from '@datalab/features';
import { sealLabAudit, sealPlatformAudit } from '@datalab/jobs';
import { handlerForLab, handlerForPlatform } from '@datalab/queue';

export const auditSealHandlers = (sealer: AuditSealService) => [
  handlerForLab(sealLabAudit, async ({ labId }) => void (await sealer.seal(labId))),
  handlerForPlatform(sealPlatformAudit, async () => void (await sealer.seal(PLATFORM_CHAIN))),
];
