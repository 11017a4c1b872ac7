import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';
import type { Database } from './database.js';

/** Columns that no entity needs: they are written by the database and read, if at all, by a read model. */
const LEFT_OUT = [
  'dataset.created_at',
  'lab.created_at',
  'organisation.created_at',
  'person.created_at',
  'region.imported_at',
];

interface ColumnShape {
  column: string;
  type: string;
  nullable: boolean;
}

describeWithDatabase('the entities', () => {
  let database: TestDatabase;
  let owner: Database;
  let inSchema: ColumnShape[];
  let inEntities: ColumnShape[];
  beforeAll(async () => {
    database = await TestDatabase.open();
    owner = await database.as('owner');
    inSchema = await database.look<ColumnShape>(
      `select c.relname || '.' || a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relname = any($1) and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped order by 1`,
      [owner.source.entityMetadatas.map(({ tableName }) => tableName)],
    );
    inEntities = owner.source.entityMetadatas
      .flatMap(({ tableName, columns }) =>
        columns.map((column) => ({
          column: `${tableName}.${column.databaseName}`,
          type: `${owner.source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
          nullable: column.isNullable,
        })),
      )
      .sort((a, b) => (a.column < b.column ? -1 : 1));
  });
  afterAll(() => database.close());

  it('say of every column what the schema says: name, type, whether it may be missing', () => {
    expect(inEntities.length).toBeGreaterThan(30);
    expect(inEntities).toEqual(inSchema.filter(({ column }) => !LEFT_OUT.includes(column)));
  });

  it('leave out the listed columns alone', () => {
    const known = new Set(inEntities.map(({ column }) => column));
    expect(inSchema.map(({ column }) => column).filter((column) => !known.has(column))).toEqual(LEFT_OUT);
  });

  it('have the primary keys of the schema', async () => {
    const keys = await database.look(
      `select c.relname as table, array_agg(a.attname::text order by a.attname) as key
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
       where i.indisprimary and c.relname = any($1) group by 1 order by 1`,
      [owner.source.entityMetadatas.map(({ tableName }) => tableName)],
    );
    expect(keys).toEqual(
      owner.source.entityMetadatas
        .map(({ tableName, primaryColumns }) => ({
          table: tableName,
          key: primaryColumns.map(({ databaseName }) => databaseName).sort(),
        }))
        .sort((a, b) => (a.table < b.table ? -1 : 1)),
    );
  });
});
