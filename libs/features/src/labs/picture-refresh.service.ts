import { askFor, Database, takeDuePicture } from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { factualPictureJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';

/** Asks for the pictures that are due, in the name of whoever set the rhythm; for the worker. */
@Injectable()
export class PictureRefreshService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether a picture was due in this lab. What is due is asked for once: the next day is put forward in the same transaction. */
  execute(labId: string, requestId: string): Promise<boolean> {
    return this.database.inTransaction({ labId }, async (tx) => {
      const setBy = await takeDuePicture(tx, labId, this.clock.now().toISOString().slice(0, 10));
      if (setBy === undefined) return false;
      await askFor(tx, factualPictureJob, { labId }, { labId, actorId: setBy, requestId });
      return true;
    });
  }
}
