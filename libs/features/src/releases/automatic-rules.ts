import type { ReleaseDocument, ReleaseTier } from '@datalab/domain';
import { PUBLIC_BASE } from '@datalab/disclosure';
import { COLUMN } from './table-document.js';

/** What the machine holds every release to by itself, in the order in which it says no. */
export const AUTOMATIC_RULES = [
  'context-complete',
  'unit-and-source-stated',
  'something-given',
  'nothing-under-withheld',
  'floor-held',
  'rounded-for-the-public',
] as const;
export type AutomaticRule = (typeof AUTOMATIC_RULES)[number];

export interface RuleOutcome {
  code: string;
  met: boolean;
}

export interface RuleGround {
  tier: ReleaseTier;
  /** Least number of reports of a shown cell in this tier. */
  floor: number;
  /** All of it was public already: shown exact. */
  isOpen: boolean;
}

/**
 * Looks at what is about to leave once more, as somebody would who does not trust whoever made it: the gate has protected these numbers, and this
 * finds a table that did not pass it. Every rule is judged; a release goes on when all are met.
 */
export function automaticRules(document: ReleaseDocument, ground: RuleGround): RuleOutcome[] {
  const judges: Record<AutomaticRule, boolean> = {
    'context-complete': Object.values(document.context).every((text) => text.trim().length >= 5),
    'unit-and-source-stated': document.sources.length > 0 && document.sources.every((name) => name.trim() !== ''),
    'something-given': document.given > 0,
    ...tableRules(document, ground),
  };
  return AUTOMATIC_RULES.map((code) => ({ code, met: judges[code] }));
}

type TableRule = 'nothing-under-withheld' | 'floor-held' | 'rounded-for-the-public';

function tableRules(document: ReleaseDocument, { tier, floor, isOpen }: RuleGround): Record<TableRule, boolean> {
  // What came of a run was protected by its method, in forms of its own: classes, bands, two digits.
  const rows = document.design === null ? [] : document.tables.flatMap((table) => table.rows);
  const numbers = (row: (typeof rows)[number]) => [row[COLUMN.reports], row[COLUMN.rate]];
  const shown = rows.filter((row) => row[COLUMN.state] === 'shown').map((row) => Number(row[COLUMN.reports]));
  return {
    'nothing-under-withheld': rows
      .filter((row) => row[COLUMN.state] !== 'shown' && row[COLUMN.state] !== 'zero')
      .every((row) => numbers(row).every((value) => value === null)),
    'floor-held': isOpen || shown.every((reports) => Number.isInteger(reports) && reports >= floor),
    'rounded-for-the-public': isOpen || tier === 'lab' || shown.every((reports) => reports % PUBLIC_BASE === 0),
  };
}
