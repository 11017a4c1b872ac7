import type { Grain, PictureView } from '../../gql/operations.js';
import { useLab } from '../lab/lab-context.js';
import { grainsOf, type PictureChoice } from './picture-choice.js';
import { trendOptions } from './picture-query.js';

/** The trend that belongs to a choice: in the grain of its period; over the whole period in years, or the coarsest grain there is. */
export function useTrend(view: PictureView, choice: PictureChoice, areaCode: string) {
  const { lab } = useLab();
  const grain: Grain =
    choice.grain === 'all' ? (grainsOf(choice.source).find((one) => one !== 'all') ?? 'year') : choice.grain;
  const { category } = choice;
  return {
    grain,
    options: trendOptions({ labId: lab.id, view, datasetId: choice.source.dataset.id, areaCode, category, grain }),
  };
}
