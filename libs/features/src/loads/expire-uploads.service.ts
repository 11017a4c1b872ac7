import { announce, audit, Database, listAbandonedUploads, lockLoad, updateLoad } from '@datalab/data';
import { nextLoadState, type Clock } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../operator.js';
import { changeOf } from './loads.service.js';
import { UploadFolder } from './upload-folder.js';

/** How long an upload may lie unfinished: over a weekend and a holiday, not longer than anybody remembers it. */
export const UPLOAD_DAYS = 7;

const EXPIRED = 'Niet afgemaakt: het versturen is na zeven dagen vervallen.';

/** Withdraws what was opened and never uploaded whole, and takes its bytes away. */
@Injectable()
export class ExpireUploadsService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly clock: Clock,
  ) {}

  /** Expires every upload of a lab that was opened seven days ago or longer and is not finished; gives how many. Again changes nothing. */
  async expireAbandonedUploads(labId: string, requestId: string): Promise<number> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - UPLOAD_DAYS * 86_400_000);
    const ids = await this.database.inTransaction({ labId }, (tx) => listAbandonedUploads(tx, labId, before));
    let expired = 0;
    for (const id of ids) {
      const isExpired = await this.database.inTransaction({ labId }, async (tx) => {
        const load = await lockLoad(tx, id);
        if (load?.state !== 'receiving') return false;
        const state = nextLoadState(load.state, 'withdrawn');
        await updateLoad(tx, id, { state, decidedAt: now, withdrawnReason: EXPIRED });
        const event = { action: 'load.expired', objectKind: 'load', objectId: id, labId };
        await audit(tx, { actorId: OPERATOR, organisationId: load.organisationId, requestId }, event);
        await announce(tx, changeOf(load));
        return true;
      });
      // After the commit: a file without a load is rubbish, a load without its file would be a lie.
      if (isExpired) await this.uploads.discard(id);
      if (isExpired) expired += 1;
    }
    return expired;
  }
}
