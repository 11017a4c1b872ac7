import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where uploaded files wait until they are decided on. */
export class UploadFolder {
  constructor(readonly path: string) {}

  fileOf(loadId: string): string {
    return join(this.path, loadId);
  }

  /** Removes the file and the upload's own notes beside it; fine when they are gone already. */
  async discard(loadId: string): Promise<void> {
    await rm(this.fileOf(loadId), { force: true });
    await rm(`${this.fileOf(loadId)}.json`, { force: true });
  }
}
