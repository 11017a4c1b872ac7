import type { PublicForecast } from '@datalab/data';
import { isPastStop, registerEntry, registerOfReleases, type AlgorithmRegisterEntry } from '@datalab/domain';
import { forecastDocumentSchema } from '../forecasts/forecast-document.js';
import type { PublicView } from './public-page.service.js';

/** What a grain is called in the register, which is Dutch. */
const GRAINS: Readonly<Record<string, string>> = { month: 'maand', quarter: 'kwartaal', year: 'jaar' };

/**
 * All entries of the algorithm register of a lab: of every forecast that is or was in use, and of the ways of computing behind its results. `today`
 * (`YYYY-MM-DD`): a forecast past its last day is out of use, whether or not a worker was there to see it.
 */
export function publicRegister(view: PublicView, today: string): AlgorithmRegisterEntry[] {
  const { lab, releases } = view;
  return [
    ...forecastRegister(view, today),
    ...registerOfReleases({
      lab,
      contactEmail: lab.contactEmail ?? '',
      ...whose(view),
      results: releases
        // A forecast has an entry of its own, made from its contract.
        .filter(({ state, about }) => state === 'released' && about.method.label !== 'forecast')
        .map(({ about, releasedAt }) => ({ ...about, releasedAt })),
    }),
  ];
}

/** The entries of forecasts alone, as the page tells them. */
export const forecastRegister = (view: PublicView, today: string): AlgorithmRegisterEntry[] =>
  view.forecasts.map((forecast) =>
    entryOf({ ...forecast, state: isPastStop(forecast.terms, today) ? 'ended' : forecast.state }, view),
  );

const whose = ({ partners, data }: PublicView) => ({
  organisation: partners.map(({ name }) => name).join(', '),
  lawfulBasis: [...new Set(data.map(({ legalBasis }) => legalBasis))].join('; '),
});

function entryOf(forecast: PublicForecast, view: PublicView): AlgorithmRegisterEntry {
  const { id, title, proportionality, terms, fixedOn, state, activeSince, testedOn } = forecast;
  const test = forecastDocumentSchema.nullable().parse(forecast.test);
  return registerEntry({
    id,
    name: `${view.lab.name}: ${title}`,
    ...whose(view),
    contactEmail: view.lab.contactEmail ?? '',
    url: `/public/labs/${view.lab.key}`,
    publicCode: null,
    proportionality,
    assessments: [],
    sources: (test?.ran.sources ?? []).map((source) => ({ title: source, link: null })),
    contract: { ...terms, fixedOn },
    state,
    activeSince,
    evidence:
      test === null || testedOn === null
        ? undefined
        : {
            testedOn,
            compared: test.compared,
            modelScore: test.modelScore ?? Number.NaN,
            baselineScore: test.baselineScore ?? Number.NaN,
            gain: test.gain ?? Number.NaN,
            coverage: test.coverage ?? Number.NaN,
            amplification: test.loop.amplification ?? Number.NaN,
          },
    methods: test?.ran.methods ?? [],
    version: test?.ran.version ?? '–',
    areas: test?.ran.areas ?? 0,
    grain: GRAINS[test?.ran.grain ?? ''] ?? 'periode',
  });
}
