import { join } from 'node:path';
import { SnapshotKeyFolder, SnapshotStore } from '@datalab/snapshot';

/** A store of snapshots in a folder of a test, with keys and a secret for the noise that are the same in every test. */
export function testSnapshotStore(folder: string): SnapshotStore {
  const keyFolder = join(folder, 'snapshot-keys');
  return new SnapshotStore(join(folder, 'snapshots'), {
    keys: new SnapshotKeyFolder(keyFolder, new Uint8Array(32).fill(7)),
    keyFolder,
    noise: new Uint8Array(32).fill(5),
  });
}
