import { createHmac } from 'node:crypto';
import { householdKey, type AttackRecord } from '@datalab/disclosure';

/** Stands for the platform's secret: the attacks must fail whatever it is, and a run must be repeatable. */
const SECRET = 'the secret of the attack suite';

/** The 32-bit key of a report, as the worker draws it from organisation and record hash (rule 6). */
export const recordKeyOf = (source: string, record: string): number =>
  createHmac('sha256', SECRET).update(`${source} ${record}`).digest().readUInt32BE();

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
