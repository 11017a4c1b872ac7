import { DataSource, type EntityManager } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/migrations.js';

/**
 * Who asks, as the database knows it. Row-level security decides by these alone: what is left out is nobody, and nobody sees
 * nothing. `labId` is for jobs; a person's labs follow from the memberships.
 */
export interface DatabaseContext {
  userId?: string;
  organisationId?: string;
  labId?: string;
  sessionHash?: string;
  /** `issuer subject` of somebody who is about to sign in. */
  subject?: string;
  /** Hash of the secret in the link of an invitation. */
  invitationHash?: string;
}

/** One transaction with its context set. Statements run one after another: never `Promise.all` over it. */
export type Transaction = EntityManager;

const SET_CONTEXT = `select set_config('app.user_id', $1, true), set_config('app.organisation_id', $2, true),
  set_config('app.lab_id', $3, true), set_config('app.session_hash', $4, true), set_config('app.subject', $5, true),
  set_config('app.invitation_hash', $6, true)`;

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  poolSize?: number;
  /** What the connection calls itself in pg_stat_activity. */
  name: string;
  /** After how long PostgreSQL cancels one statement of a transaction; never, where it is left out. */
  statementTimeoutMs?: number;
}

/** The one way to PostgreSQL. Every operation is one short transaction that says first for whom it runs. */
export class Database {
  private constructor(
    readonly source: DataSource,
    private readonly setContext: string,
  ) {}

  static async connect({ url, poolSize = 10, name, statementTimeoutMs }: DatabaseOptions): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      applicationName: name,
      entities: ENTITIES,
      migrations: [...MIGRATIONS],
      migrationsTransactionMode: 'all',
      synchronize: false,
      logging: false,
    });
    await source.initialize();
    // With the context, so in the same round trip, and for this transaction alone.
    const timeout =
      statementTimeoutMs === undefined
        ? ''
        : `, set_config('statement_timeout', '${Math.ceil(statementTimeoutMs)}', true)`;
    return new Database(source, SET_CONTEXT + timeout);
  }

  /** Runs `work` in one transaction in which the context holds; commits what it returns, rolls back what it throws. */
  inTransaction<T>(context: DatabaseContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      await tx.query(this.setContext, [
        context.userId ?? '',
        context.organisationId ?? '',
        context.labId ?? '',
        context.sessionHash ?? '',
        context.subject ?? '',
        context.invitationHash ?? '',
      ]);
      return work(tx);
    });
  }

  /** Applies the migrations that are not there yet, all in one transaction. Only for the owner role. Returns their names. */
  async migrate(): Promise<string[]> {
    const applied = await this.source.runMigrations({ transaction: 'all' });
    return applied.map((migration) => migration.name);
  }

  /** True when the server answers. */
  async isReachable(): Promise<boolean> {
    await this.source.query('select 1');
    return true;
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
