import type { CaseMethod } from '../case/case-method.js';
import { numbersParam } from '../case/case-params.js';
import { getTable, numberColumn, textColumn } from '../case/case-table.js';
import { areaUnderHitRate, predictionAccuracy } from './prediction-accuracy.js';

const SHOWN_CELLS = 10;

/** Hit rate, PAI, PEI and RRI for every share. */
export const hotspotPredictionPaiCase: CaseMethod = {
  analyse(tables, params) {
    const table = getTable(tables);
    const cells = {
      ids: textColumn(table, 'cell').map((id) => id ?? ''),
      training: numberColumn(table, 'train'),
      test: numberColumn(table, 'test'),
      area: numberColumn(table, 'area'),
    };
    return {
      cells: cells.ids.length,
      events_test: cells.test.reduce((sum, v) => sum + v, 0),
      results: numbersParam(params, 'shares').map((share) => {
        const accuracy = predictionAccuracy(cells, share);
        return {
          share,
          cells: accuracy.cells,
          area_share: accuracy.areaShare,
          hits: accuracy.hits,
          hit_rate: accuracy.hitRate,
          PAI: accuracy.pai,
          PAI_max: accuracy.paiMax,
          PEI: accuracy.pei,
          RRI: accuracy.rri,
          cells_ids: accuracy.chosen.slice(0, SHOWN_CELLS),
          tied_at_cutoff: accuracy.tiedAtCutoff,
        };
      }),
      area_under_hit_rate_curve: areaUnderHitRate(cells),
    };
  },
  tolerances: [{ at: '**', rel: 1e-12, abs: 1e-12 }],
};
