import { householdKey } from '../noise/cell-key.js';
import type { AttackRecord } from './attack-record.js';

/** Gives every record the key of its household: made of the keys of the household's reports in that source. */
export function withHouseholdKeys(records: readonly Omit<AttackRecord, 'householdKey'>[]): AttackRecord[] {
  const keys = new Map<string, number[]>();
  const nameOf = ({ source, household }: Omit<AttackRecord, 'householdKey'>) => `${source}|${household}`;
  for (const record of records) {
    if (record.household === null) continue;
    const name = nameOf(record);
    const known = keys.get(name);
    if (known === undefined) keys.set(name, [record.recordKey]);
    else known.push(record.recordKey);
  }
  const made = new Map([...keys].map(([name, of]) => [name, householdKey(of)]));
  return records.map((record) => ({ ...record, householdKey: made.get(nameOf(record)) ?? 0 }));
}
