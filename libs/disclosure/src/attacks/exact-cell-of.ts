import type { ExactCell, Part, Remainder } from '../exact-cell.js';
import { cellKey } from '../noise/cell-key.js';
import type { AttackRecord } from './attack-record.js';

/**
 * The exact cell of a set of records, with everything that the rules ask for. This is what the worker's queries must
 * give; the attack suite has its own so that it does not depend on them.
 */
export function exactCellOf(records: readonly AttackRecord[], presenceProtected: boolean): ExactCell {
  const sources = [...new Set(records.map(({ source }) => source))].sort();
  return {
    ...partOf(records),
    source: sources,
    delivered: 'full',
    key: cellKey(keysOf(records)),
    remainders: sources.map((without): Remainder => ({
      without,
      ...partOf(records.filter(({ source }) => source !== without)),
    })),
    presenceProtected,
  };
}

function partOf(records: readonly AttackRecord[]): Part {
  const households = tally(records.map(({ household }) => household));
  const reporters = tally(records.map(({ reporter }) => reporter));
  return {
    kind: 'records',
    reports: records.length,
    households: households.size,
    rowsWithoutHousehold: records.filter(({ household }) => household === null).length,
    largestHouseholds: twoLargest(households),
    reportsWithReporter: records.filter(({ reporter }) => reporter !== null).length,
    largestReporters: twoLargest(reporters),
  };
}

function* keysOf(records: readonly AttackRecord[]): Generator<number> {
  const seen = new Set<string>();
  for (const { source, household, householdKey, recordKey } of records) {
    const name = `${source}|${household}`;
    if (household === null) yield recordKey;
    else if (!seen.has(name)) {
      seen.add(name);
      yield householdKey;
    }
  }
}

function tally(names: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function twoLargest(counts: ReadonlyMap<string, number>): [number, number] {
  let first = 0;
  let second = 0;
  for (const count of counts.values()) {
    if (count > first) [first, second] = [count, first];
    else if (count > second) second = count;
  }
  return [first, second];
}
