import { bug, type Words } from '@datalab/domain';
import type { RunRows } from '../analyses/data/run-rows.js';
import { serviceUseGapMethod } from '../analyses/methods/service-use-gap.method.js';
import { readPatterns } from '../analyses/methods/party-patterns.js';

/** Addresses that a result of a method speaks of, and that the way back may begin at. In the worker alone it is known which they are. */
export interface HouseholdGroup {
  /** Name of the method whose results have this group. */
  method: string;
  /** As it is stored with a request. */
  code: string;
  words: Words;
  /** The numbers of these addresses in the rows of the run; they mean nothing outside it. */
  find(rows: RunRows, options: unknown): Promise<number[]>;
}

/** Addresses that at least so many of the organisations of the run know. */
async function knownTo(rows: RunRows, least: (organisations: number) => number): Promise<number[]> {
  const { sql, names } = await readPatterns(rows);
  const found = await rows.query<{ household: number }>(
    `select distinct household from (select household, ${sql} as pattern from "rows")
     where pattern is not null and bit_count(pattern) >= ${least(names.length)} order by household`,
  );
  return found.map(({ household }) => Number(household));
}

/** Addresses of the group of a service-use gap at which nobody uses any of its provisions: the question that care asks. */
async function withoutUse(rows: RunRows, options: unknown): Promise<number[]> {
  const { category, provisions } = serviceUseGapMethod.params.parse(options);
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const found = await rows.query<{ household: number }>(
    `select distinct household from "rows" where concerns_household = 1 and household > 0 and category = ${text(category)}
       and household not in (select household from uses where household is not null and provision in (${provisions.map(text).join(', ')}))
     order by household`,
  );
  return found.map(({ household }) => Number(household));
}

/** Every group of every method. A method that is not here leads to no address. */
export const HOUSEHOLD_GROUPS: readonly HouseholdGroup[] = [
  {
    method: 'known-to-n',
    code: 'known-to-all',
    words: {
      nl: 'adressen die bij alle organisaties van deze uitkomst bekend zijn',
      en: 'addresses known to every organisation of this result',
    },
    find: (rows) => knownTo(rows, (organisations) => organisations),
  },
  {
    method: 'known-to-n',
    code: 'known-to-several',
    words: {
      nl: 'adressen die bij meer dan één organisatie bekend zijn',
      en: 'addresses known to more than one organisation',
    },
    find: (rows) => knownTo(rows, () => 2),
  },
  {
    method: 'service-use-gap',
    code: 'without-use',
    words: {
      nl: 'adressen met deze meldingen waar niemand de ondersteuning gebruikt',
      en: 'addresses with these reports where nobody uses the support',
    },
    find: withoutUse,
  },
];

export const groupsOf = (method: string): HouseholdGroup[] =>
  HOUSEHOLD_GROUPS.filter((group) => group.method === method);

/** The group of a request; a Bug where there is none, for nothing else is stored. */
export function findGroup(method: string, code: string): HouseholdGroup {
  const found = groupsOf(method).find((group) => group.code === code);
  if (found === undefined) throw bug(`no addresses "${code}" follow from ${method}`);
  return found;
}
