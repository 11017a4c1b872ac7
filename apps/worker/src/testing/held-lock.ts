import pg from 'pg';

/** A lock that a test holds, so that whoever comes to it waits: a worker can then be killed at a known moment. */
export class HeldLock {
  private isReleased = false;

  private constructor(
    private readonly client: pg.Client,
    private readonly pid: number,
  ) {}

  /** Takes the lock that a statement takes, as a superuser. */
  static async take(url: string, statement: string, values: unknown[] = []): Promise<HeldLock> {
    const client = new pg.Client({ connectionString: url });
    // A test that failed drops the database under it, and says so itself.
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query(statement, values);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new HeldLock(client, rows[0]!.pid);
  }

  /** Whether somebody waits for it now. */
  async isWaitedFor(): Promise<boolean> {
    // What is going on is read once in a transaction, and this one lasts.
    await this.client.query('select pg_stat_clear_snapshot()');
    const { rows } = await this.client.query(
      'select 1 from pg_stat_activity where datname = current_database() and $1 = any (pg_blocking_pids(pid))',
      [this.pid],
    );
    return rows.length > 0;
  }

  /** Lets go; again is nothing. */
  async release(): Promise<void> {
    if (this.isReleased) return;
    this.isReleased = true;
    await this.client.query('rollback');
    await this.client.end();
  }
}
