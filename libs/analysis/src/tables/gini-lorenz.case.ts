import type { CaseMethod } from '../case/case-method.js';
import { getTable, optionalNumberColumn } from '../case/case-table.js';
import { concentration, topShare, unitsForShare, unitsInFraction } from './concentration.js';

const TOP = [1, 5, 10, 20];
const FRACTIONS = [0.01, 0.05, 0.1, 0.2, 0.25, 0.5];
const SHARES = [0.25, 0.5, 0.8];

/** Column `count`, one row per unit; units with a missing count are left out. */
export const giniLorenzCase: CaseMethod = {
  analyse(tables) {
    const counts = optionalNumberColumn(getTable(tables), 'count').filter((count) => count !== null);
    const c = concentration(counts);
    const units = FRACTIONS.map((fraction) => unitsInFraction(c, fraction));
    return {
      units: c.units,
      events: c.events,
      gini: c.gini,
      gini_unbiased: c.giniUnbiased,
      gini_generalised: c.giniGeneralised,
      gini_generalised_unbiased: c.giniGeneralisedUnbiased,
      lorenz_p: c.lorenzUnits,
      lorenz_L: c.lorenzEvents,
      top_k: { k: TOP, share_of_events: TOP.map((k) => topShare(c, k).share) },
      top_fraction: { fraction: FRACTIONS, units, share_of_events: units.map((k) => topShare(c, k).share) },
      units_for_share: { share: SHARES, units: SHARES.map((share) => unitsForShare(c, share)) },
      hoover: c.hoover,
      theil: c.theil,
      herfindahl: c.herfindahl,
      units_with_events: c.unitsWithEvents,
    };
  },
  tolerances: [{ at: '**', abs: 1e-12 }],
};
