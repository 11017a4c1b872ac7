import { queryOptions } from '@tanstack/react-query';
import { ForecastsDocument, type ForecastDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Forecast = ForecastDetailsFragment;
export type ForecastTest = Forecast['tests'][number];

/** The figures of a test, as the server says them; a null is "not defined". */
export interface ForecastFigures {
  compared: number;
  from: string | null;
  to: string | null;
  baseline: string;
  modelScore: number | null;
  baselineScore: number | null;
  gain: number | null;
  coverage: number | null;
  loop: {
    amplification: number | null;
    misplaced: number | null;
    misplacedWithout: number | null;
    persistence: number | null;
    persistenceWithout: number | null;
  };
  methods: {
    method: string;
    rps: number | null;
    wape: number | null;
    mase: number | null;
    coverage: number | null;
    hitRate: number | null;
  }[];
  drift: { sum: number; threshold: number; alarm: boolean; periods: number; since: string | null } | null;
}

export const figuresOf = (test: ForecastTest): ForecastFigures | null => test.document as ForecastFigures | null;

/** Under the lab, so that what is announced of the lab asks for them anew. */
export const forecastsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'forecasts'],
    queryFn: async ({ signal }) => (await request(ForecastsDocument, { labId }, signal)).forecasts,
  });

const UNDER_WAY = ['requested', 'running'];
export const isUnderWay = (test: ForecastTest): boolean => UNDER_WAY.includes(test.state);
/** The newest test or check whose outcome is known. */
export const newestConcluded = ({ tests }: Forecast): ForecastTest | undefined =>
  tests.find(({ concludedAt, document }) => concludedAt !== null && document !== null);
