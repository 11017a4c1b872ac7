import { describe, expect, it } from '@jest/globals';
import { factualPictureJob, ingestJob, JOBS, qualityReportJob, QUEUES, runAnalysisJob, SCHEDULES } from './index.js';

const ID = '0190a6a0-0000-7000-8000-000000000001';

describe('the job catalogue', () => {
  it('names every job once, in a queue that exists, with at least a second try', () => {
    expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length);
    for (const { queue, attempts } of JOBS) {
      expect(QUEUES).toContain(queue);
      expect(attempts).toBeGreaterThan(1);
    }
  });

  it('lets every queue serve a job, or (maintenance) what comes back by itself', () => {
    expect(QUEUES.filter((queue) => !JOBS.some((job) => job.queue === queue && queue !== 'maintenance'))).toEqual([
      'maintenance',
    ]);
  });

  it('checks a delivery in a queue of its own: no report and no picture delays it', () => {
    expect(JOBS.filter(({ queue }) => queue === ingestJob.queue)).toEqual([ingestJob]);
  });

  it('gives no schedule the name of a job or of another schedule', () => {
    const names = [...JOBS, ...SCHEDULES].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['ingest', ingestJob.payload, { loadId: ID }],
    ['factual-picture', factualPictureJob.payload, { labId: ID }],
    ['quality-report', qualityReportJob.payload, { loadId: ID }],
    ['run-analysis', runAnalysisJob.payload, { runId: ID }],
  ])('tells %s ids and nothing else: what lies in Redis can be read', (_, payload, good) => {
    expect(payload.parse(good)).toEqual(good);
    expect(payload.safeParse({ ...good, name: 'somebody' }).success).toBe(false);
    expect(payload.safeParse(Object.fromEntries(Object.keys(good).map((key) => [key, 'Dorpsstraat 1']))).success).toBe(
      false,
    );
    expect(payload.safeParse({}).success).toBe(false);
  });
});
