import { describe, expect, it } from '@jest/globals';
import { registerOfReleases, registerEntry, type RegisteredRun } from './algorithm-register.js';

const run: RegisteredRun = {
  id: 'forecast-1',
  name: 'Verwachte meldingen per wijk',
  organisation: 'Gemeente Voorbeeld',
  contactEmail: 'datalab@voorbeeld.test',
  url: null,
  publicCode: null,
  lawfulBasis: 'Gemeentewet, artikel 172',
  proportionality: 'Alleen tellingen per gebied.',
  assessments: [{ title: 'DPIA', link: null }],
  sources: [{ title: 'Meldingen van overlast', link: null }],
  contract: {
    goal: 'Uren van het wijkteam verdelen.',
    baseline: 'best naive',
    leastGain: 0.02,
    mostAmplification: 1.2,
    attention: { share: 0.1, sensitivity: 0.3 },
    coverage: { least: 0.78, most: 0.9 },
    fixedOn: '2026-01-10',
    stopsAfter: '2026-12-31',
  },
  state: 'active',
  activeSince: '2026-02-02',
  evidence: {
    testedOn: '2026-02-01',
    compared: 600,
    modelScore: 0.95,
    baselineScore: 1,
    gain: 0.05,
    coverage: 0.84,
    amplification: 1.05,
  },
  methods: ['smoothing', 'mixture'],
  version: '0.1.0',
  areas: 56,
  grain: 'maand',
};

describe('the entry in the algorithm register', () => {
  it('says what ran, what was measured and when it stops', () => {
    const entry = registerEntry(run);
    expect(entry).toMatchObject({
      standard_version: '1.0',
      lang: 'NLD',
      status: 'In gebruik',
      begin_date: '2026-02',
      end_date: '2026-12',
      goal: run.contract.goal,
    });
    expect(entry.methods_and_models).toContain('0,95 tegen 1 van');
    expect(entry.methods_and_models).toContain('5 % beter');
    expect(entry.methods_and_models).toContain('84 %');
    expect(entry.risks).toContain('1,20 keer');
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  });

  it('says that a model was worse, and that one was not tested', () => {
    const worse = registerEntry({
      ...run,
      state: 'tested',
      evidence: { ...run.evidence!, modelScore: 1.1, gain: -0.1 },
    });
    expect([worse.status, worse.methods_and_models]).toEqual([
      'In ontwikkeling',
      expect.stringContaining('10 % slechter'),
    ]);
    const untested = registerEntry({ ...run, state: 'fixed', evidence: undefined, activeSince: undefined });
    expect(untested.methods_and_models).toContain('Nog niet getoetst');
    expect(untested.begin_date).toBeNull();
  });

  it.each(['suspended', 'ended'] as const)('is out of use when %s', (state) => {
    expect(registerEntry({ ...run, state }).status).toBe('Buiten gebruik');
  });
});

describe('the entries of results', () => {
  const result = (name: string, source: string, releasedAt: string) => ({
    method: { name, version: '1', label: 'description' },
    sources: [source],
    releasedAt: new Date(releasedAt),
  });
  it('are one per way of computing, from the month of its first result, in the fields of the standard', () => {
    const entries = registerOfReleases({
      contactEmail: 'datalab@voorbeeld.test',
      lab: { key: 'overlast', name: 'Overlast', question: 'Waar blijft overlast terugkomen?' },
      organisation: 'Gemeente, Politie',
      lawfulBasis: 'publieke taak',
      results: [
        result('moran', 'incidenten', '2024-06-01'),
        result('standard-table', 'meldingen', '2024-05-01'),
        result('moran', 'meldingen', '2024-03-31'),
      ],
    });
    expect(entries.map(({ source_id, begin_date, source_data }) => [source_id, begin_date, source_data])).toEqual([
      ['overlast-moran-1', '2024-03', 'incidenten, meldingen'],
      ['overlast-standard-table-1', '2024-05', 'meldingen'],
    ]);
  });
});
