import fc from 'fast-check';
import { Chance } from '../chance.js';
import type { BaseTable } from './base-tables.js';
import { BYTE_MUTATIONS, type ByteMutation } from './mutate-bytes.js';
import { TABLE_MUTATIONS, workingCopy, type TableMutation } from './mutate-table.js';
import { DIALECTS, writeTable, type Dialect } from './write-table.js';

/** One mutated file, in so few words that it can be made again. */
export interface FileCase {
  base: number;
  dialect: Dialect;
  tableMutations: TableMutation[];
  byteMutations: ByteMutation[];
  chance: number;
}

export interface MutatedFile {
  table: BaseTable;
  bytes: Uint8Array;
  /** Identifiers that were planted in it; no message may hold one. */
  planted: readonly string[];
}

const names = <Name extends string>(of: Readonly<Record<Name, unknown>>): Name[] => Object.keys(of) as Name[];

/** The cases of a sweep; the same seed gives the same cases, and a longer sweep begins with those of a shorter one. */
export function fileCases(files: number, seed: number, bases: number): FileCase[] {
  const some = <T extends string>(items: readonly T[]) => fc.array(fc.constantFrom(...items), { maxLength: 2 });
  const one = fc.record({
    base: fc.nat(bases - 1),
    dialect: fc.constantFrom(...DIALECTS),
    tableMutations: some(names(TABLE_MUTATIONS)),
    byteMutations: some(names(BYTE_MUTATIONS)),
    chance: fc.nat(),
  });
  return fc.sample(one, { numRuns: files, seed });
}

/** The file of a case. */
export function mutatedFile(bases: readonly BaseTable[], one: FileCase): MutatedFile {
  const table = bases[one.base]!;
  const chance = new Chance(one.chance);
  const cells = workingCopy(table);
  for (const mutation of one.tableMutations) TABLE_MUTATIONS[mutation](cells, chance);
  let bytes = writeTable(cells, one.dialect);
  for (const mutation of one.byteMutations) bytes = BYTE_MUTATIONS[mutation](bytes, chance);
  return { table, bytes, planted: cells.planted };
}

/** For the report of a failure. */
export const caseText = (bases: readonly BaseTable[], one: FileCase): string =>
  `${bases[one.base]!.name} as ${one.dialect}; ${[...one.tableMutations, ...one.byteMutations].join(', ') || 'as it is'}; chance ${one.chance}`;
