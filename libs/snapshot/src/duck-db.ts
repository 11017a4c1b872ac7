import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** Runs `work` on a DuckDB of its own, in memory and spilling to `folder`; closed afterwards, whatever happens. No network, no extensions. */
export async function withDuckDb<T>(folder: string, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    threads: '2',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const duck = await instance.connect();
  try {
    return await work(duck);
  } finally {
    duck.closeSync();
    instance.closeSync();
  }
}
