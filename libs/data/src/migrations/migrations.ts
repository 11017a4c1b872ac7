import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The schema, as hand-written SQL that a database administrator can read, in the order in which it is applied. A file that has
 * been released is never edited: a change is a new file. There is no way back (`down`): a backup is.
 */
const FILES = [
  '0001-context',
  '0002-organisations-and-labs',
  '0003-areas',
  '0004-loads',
  '0005-picture',
  '0006-outbox',
  '0007-keys',
  '0008-submissions',
  '0009-governance',
  '0010-membership',
  '0011-every-lab',
  '0012-audit',
  '0014-provision-use-keys',
  '0015-second-wall',
  '0016-check-keys',
  '0017-quicker-policies',
  '0018-lab-process',
  '0019-lab-life',
  '0020-prioritise',
  '0022-indicators',
  '0023-agreement',
  '0024-privacy-risk-and-values',
  '0021-factual-picture',
  '0025-analyses',
  '0027-gate',
  '0028-prepared-lines',
  '0029-release',
  '0030-public-page',
  '0032-solutions',
  '0036-closed-labs',
  '0037-forecast-contract',
  '0039-working-together',
  '0040-rehearsal',
  '0041-way-back',
  '0042-series-grains-and-audits',
  '0043-living-areas',
  '0044-lab-sources',
  '0047-newer-deliveries',
  '0048-rehearsal-partners',
  '0050-smoothed-rates',
  '0052-promised-and-waiting',
  '0053-squares',
] as const;

type MigrationClass = new () => MigrationInterface;

function migration(file: string): MigrationClass {
  const sql = readFileSync(new URL(`./${file}.sql`, import.meta.url), 'utf8');
  return class implements MigrationInterface {
    // TypeORM orders migrations by the thirteen digits (a time stamp) that their names end in: made of the number, so that it stays.
    readonly name = `${file}-${String(1_699_999_999_999 + Number(file.slice(0, 4)))}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('migrations are not undone: restore the backup'));
    }
  };
}

export const MIGRATIONS: readonly MigrationClass[] = FILES.map((file) => migration(file));
