import {
  HouseholdLinks,
  RunExecutorService,
  RunReader,
  RunsService,
  ThreadPool,
  type RunView,
  type RunWish,
} from '@datalab/features';
import type { LabKey, PersonName } from './installation.factory.js';
import type { TestLab } from './test-lab.js';

const LOADER = new URL('../../../infra/dev/typescript-loader.mjs', import.meta.url).href;

/** Runs of analyses in a test lab: the api's service, the worker's, and both after each other. */
export interface TestRuns {
  service: RunsService;
  executor: RunExecutorService;
  /** Asks for a run and does it, as the worker does; the run as it is then. */
  run(name: PersonName, wish: Omit<RunWish, 'labId' | 'purpose'> & Partial<RunWish>, key?: LabKey): Promise<RunView>;
  /** Does a run that was asked for. */
  execute(run: RunView): Promise<RunView>;
}

/** The real services over a test lab; threads load TypeScript as `npm start` does. Opens step 4. */
export async function testRuns(lab: TestLab, { threads = 2 } = {}): Promise<TestRuns> {
  const api = await lab.database.as('api');
  const worker = await lab.database.as('worker');
  await lab.database.look(`update lab_step set state = 'open' where step = 'deeper_analyses'`);
  const service = new RunsService(api);
  const reader = new RunReader(worker, lab.store, new HouseholdLinks(worker, lab.sourceKeys));
  const pool = new ThreadPool({ threads, timeoutMs: 60_000, heapMiB: 512, execArgv: ['--import', LOADER] });
  const executor = new RunExecutorService(worker, lab.store, reader, pool, lab.clock);
  const execute = async ({ id, labId, requestedBy }: RunView) => {
    await executor.execute({ labId, actorId: requestedBy, requestId: 'run-analysis' }, id);
    return service.get(await lab.as('joris'), id);
  };
  return {
    service,
    executor,
    execute,
    run: async (name, wish, key = 'overlast') => {
      const labId = lab.ids.lab(key);
      return execute(
        await service.request(await lab.as(name), { labId, purpose: 'understand_nuisance', seed: 1, ...wish }),
      );
    },
  };
}
