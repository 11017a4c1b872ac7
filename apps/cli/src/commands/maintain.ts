import { randomUUID } from 'node:crypto';
import { Database, listEveryLab } from '@datalab/data';
import { MaintenanceService, OPERATOR, UploadFolder, type Upkeep } from '@datalab/features';
import { SnapshotEraser } from '@datalab/snapshot';
import { verdict, type Command } from '../command.js';
import { readEnv } from '../env.js';

export const maintain: Command = {
  name: 'maintain',
  usage: '',
  summary:
    'Deletes now what expired, was withdrawn or was left behind, lab by lab, each with a proof; else it runs by night.',
  async run(_args, print) {
    const env = readEnv('DATABASE_WORKER_URL', 'UPLOAD_DIR', 'SNAPSHOT_DIR', 'SNAPSHOT_KEY_DIR');
    const database = await Database.connect({ url: env.DATABASE_WORKER_URL, name: 'datalab maintain', poolSize: 2 });
    const clock = { now: () => new Date() };
    const service = new MaintenanceService(
      database,
      new UploadFolder(env.UPLOAD_DIR),
      new SnapshotEraser(env.SNAPSHOT_DIR, env.SNAPSHOT_KEY_DIR),
      clock,
    );
    const requestId = `maintain ${randomUUID()}`;
    const counts = { passed: 0, failed: 0 };
    try {
      for (const labId of await listEveryLab(database))
        try {
          print(`lab ${labId}: ${sentence(await service.execute({ labId, actorId: OPERATOR, requestId }))}`);
          counts.passed += 1;
        } catch (error) {
          // The next lab has its own rows to delete.
          print(`lab ${labId}: failed: ${(error as Error).message}`);
          counts.failed += 1;
        }
    } finally {
      await database.close();
    }
    return verdict(counts, print);
  },
};

const sentence = ({ rows, snapshots, uploads, work, sessions }: Upkeep): string =>
  `${rows} rows, ${snapshots} snapshots, ${uploads} uploads, ${work} pieces of work, ${sessions} sessions deleted`;
