import type { ShareableCell } from '../protected-cell.js';
import { PUBLIC_BASE } from '../rules/rounding.js';

/** What is certain of a number of reports: an integer from `low` to `high`, both included; `high` may be Infinity. */
export interface KnownInterval {
  low: number;
  high: number;
}

/** Of a cell: what an onlooker's interval follows from. */
export type KnowableCell =
  | Pick<Extract<ShareableCell, { state: 'shown' }>, 'state' | 'reports' | 'exact'>
  | { state: Exclude<ShareableCell['state'], 'shown'> };

/** How the line was made; the onlooker is assumed to know all of it. */
export interface LineMaking {
  /** Least number of reports of a cell that is shown. */
  floor: number;
  /** Greatest noise of this cell (`noiseBound`); 0 without noise. */
  noiseBound: number;
  /** Rounded to base 5 after noise. */
  rounded: boolean;
}

/**
 * What an onlooker knows for certain of the protected part of one released line (docs/methods/disclosure.md §2): shown
 * v → max(floor, v − D) to v + D, widened by half the rounding base; withheld → at least 1; none or few → anything;
 * zero → 0. Null where nothing was delivered: a gap says nothing. `openReports`: the public part that was added to a
 * shown number after the gate.
 */
export function knownInterval(cell: KnowableCell, making: LineMaking, openReports = 0): KnownInterval | null {
  switch (cell.state) {
    case 'not_delivered':
      return null;
    case 'zero':
      return { low: 0, high: 0 };
    case 'none_or_few':
      return { low: 0, high: Infinity };
    case 'withheld':
      return { low: 1, high: Infinity };
    case 'shown': {
      const value = cell.reports - openReports;
      if (cell.exact || value === 0) return { low: value, high: value };
      const width = making.noiseBound + (making.rounded ? Math.floor(PUBLIC_BASE / 2) : 0);
      return { low: Math.max(making.floor, value - width), high: value + width };
    }
  }
}
