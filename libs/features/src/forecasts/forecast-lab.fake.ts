import { randomUUID } from 'node:crypto';
import { randomStream } from '@datalab/analysis';
import { periodsBetween } from '@datalab/domain';
import { agree, approvedShell, deliver, reportRows, TestLab, testRuns, type TestRuns } from '@datalab/testing';
import type { ForecastInput } from './forecast-input.js';
import { ForecastObjectionsService } from './forecast-objections.service.js';
import { ForecastTestsService } from './forecast-tests.service.js';
import { ForecastUpkeepService } from './forecast-upkeep.service.js';
import type { ForecastView } from './forecast-view.js';
import { ForecastsService } from './forecasts.service.js';

/** How many reports a month has, by its number and a draw in [0, 1). */
type CountOf = (t: number, draw: number) => number;

/** Four years of a strong season with noise in both wijken, which a model learns and "the same as last month" does not. */
export const calm: CountOf = (t, draw) => Math.round(14 + 9 * Math.sin((2 * Math.PI * t) / 12) + 6 * (draw - 0.5));

/** The rows of the months from…to, a number per wijk and month. */
function monthsOf(from: string, to: string, countOf: CountOf, seed = 1) {
  const random = randomStream(seed);
  return periodsBetween(from, to, 'month').flatMap((month) => {
    const t = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
    return ['B01', 'B04'].flatMap((area_code) =>
      reportRows(countOf(t, random.nextFloat()), { area_code, occurred_on: `${month}-15` }).map((row, n) => ({
        ...row,
        household_key: `${area_code}-${month}-${n}`,
      })),
    );
  });
}

/** A lab with four years of reports, a signed agreement and an approved shell for a forecast, and the services that keep it. */
export class ForecastLab {
  private constructor(
    readonly lab: TestLab,
    readonly runs: TestRuns,
    readonly forecasts: ForecastsService,
    readonly tests: ForecastTestsService,
    readonly objections: ForecastObjectionsService,
    readonly upkeep: ForecastUpkeepService,
    readonly shellId: string,
  ) {}

  static async open(): Promise<ForecastLab> {
    const lab = await TestLab.open();
    const api = await lab.database.as('api');
    await agree(lab);
    await delivers(lab, '2020-06-01', '2024-05-31', calm);
    const shellId = await approvedShell(lab, 'overlast', 'meldingen', {
      kind: 'predictive',
      method: 'forecast',
      unit: 'area',
      areaLevel: 'wijk',
      grain: 'month',
      periodFrom: '2020-06-01',
      periodTo: '2024-05-31',
    });
    return new ForecastLab(
      lab,
      await testRuns(lab),
      new ForecastsService(api),
      new ForecastTestsService(api),
      new ForecastObjectionsService(api),
      new ForecastUpkeepService(await lab.database.as('worker'), lab.clock),
      shellId,
    );
  }

  get labId(): string {
    return this.lab.ids.lab('overlast');
  }

  /** The months from…to come in, a picture of them is made, and a diagnostic result of it released. */
  delivers(from: string, to: string, countOf: CountOf): Promise<void> {
    return delivers(this.lab, from, to, countOf);
  }

  input(change: Partial<ForecastInput['terms']> = {}): ForecastInput {
    return {
      shellId: this.shellId,
      title: 'Uren van het wijkteam',
      purpose: 'understand_nuisance',
      proportionality: 'Alleen aantallen per wijk en maand.',
      terms: {
        goal: 'De uren van het wijkteam per maand verdelen.',
        baseline: 'last value',
        leastGain: 0.02,
        mostAmplification: 2,
        attention: { share: 0.5, sensitivity: 0.1 },
        coverage: { least: 0.5, most: 0.99 },
        stopsAfter: '2025-06-30',
        ...change,
      },
    };
  }

  /** What is due is done once, as the worker does it. */
  keep(): Promise<void> {
    return this.upkeep.execute({ labId: this.labId, actorId: this.lab.ids.person('joris'), requestId: randomUUID() });
  }

  /** Does the runs under contracts that wait; how many there were. */
  async run(): Promise<number> {
    const waiting = await this.lab.database.look<{ id: string; requested_by: string }>(
      `select r.id, r.requested_by from analysis_run r join forecast_test t on t.run_id = r.id where r.state in ('requested', 'running')`,
    );
    for (const { id, requested_by } of waiting)
      await this.runs.executor.execute({ labId: this.labId, actorId: requested_by, requestId: 'run-analysis' }, id);
    return waiting.length;
  }

  /** Does all work that waits: runs under contracts and what follows from them. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await this.keep();
      if ((await this.run()) === 0) return;
    }
    throw new Error('the work does not come to an end');
  }

  async fixed(change: Partial<ForecastInput['terms']> = {}): Promise<string> {
    const { id } = await this.forecasts.write(await this.lab.as('joris'), this.labId, this.input(change));
    await this.forecasts.fix(await this.lab.as('marit'), id);
    return id;
  }

  async tested(id: string): Promise<ForecastView> {
    await this.tests.request(await this.lab.as('joris'), id, 7);
    await this.settle();
    return this.forecasts.get(await this.lab.as('joris'), id);
  }

  async active(change: Partial<ForecastInput['terms']> = {}): Promise<string> {
    const id = await this.fixed(change);
    await this.tested(id);
    await this.forecasts.activate(await this.lab.as('marit'), id);
    return id;
  }
}

async function delivers(lab: TestLab, from: string, to: string, countOf: CountOf): Promise<void> {
  const rows = monthsOf(from, to, countOf);
  await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers: [{ from, to }] });
  await lab.builder.execute({ labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne'), requestId: 'picture' });
  // A diagnostic result of this picture was released: predictive runs may be asked for.
  await lab.database.look(
    `insert into release (lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context, document, digest,
       policy_version, criteria, released_at, requested_by, requested_organisation_id)
     select $1, gen_random_uuid(), 1, 'run', 'diagnostic', 'lab', 'released', gen_random_uuid(), id, digest, '{}', '{}', repeat('d', 64), '1', '[]', now(), $2, $3
     from snapshot where lab_id = $1 order by created_at desc limit 1`,
    [lab.ids.lab('overlast'), lab.ids.person('joris'), lab.ids.organisation('gemeente')],
  );
}
