import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/**
 * Runs `work` on a DuckDB of its own, in memory and spilling (encrypted) to `folder`; closed afterwards, whatever happens. No network, no
 * extensions. See docs/adr/0055 for why its own cryptography may write.
 */
export async function withDuckDb<T>(folder: string, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    threads: '2',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    force_mbedtls_unsafe: 'true',
    temp_file_encryption: 'true',
  });
  const duck = await instance.connect();
  try {
    return await work(duck);
  } finally {
    duck.closeSync();
    instance.closeSync();
  }
}

/** A text as it stands inside quotes in SQL. */
export const sqlText = (text: string): string => text.replaceAll("'", "''");
