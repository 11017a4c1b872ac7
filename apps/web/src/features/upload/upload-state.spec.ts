import { describe, expect, it } from '@jest/globals';
import type { Mapping } from '@datalab/intake';
import type { Checked, Recognised } from './intake-protocol.js';
import { nextUpload, START, type UploadEvent, type UploadState } from './upload-state.js';

const file = new File(['a'], 'a.csv');
const mapping = { kind: 'records' } as unknown as Mapping;
const recognised = { header: ['a'], mapping } as unknown as Recognised;
const checked = {
  result: {
    coverage: {
      ranges: [
        { from: '2019-01-01', to: '2019-06-30' },
        { from: '2019-08-01', to: '2019-12-31' },
      ],
      gaps: ['2019-07'],
      periods: [],
    },
  },
} as unknown as Checked;

const after = (...events: UploadEvent[]): UploadState => events.reduce(nextUpload, START);
const upToCheck: UploadEvent[] = [
  { type: 'chosen', file },
  { type: 'recognised', recognised },
  { type: 'checking', answered: [] },
  { type: 'checked', checked },
];

describe('the upload wizard', () => {
  it('walks from file to columns to check', () => {
    expect(after(...upToCheck)).toMatchObject({
      stage: 'check',
      isBusy: false,
      span: { from: '2019-01-01', to: '2019-12-31' },
    });
  });

  it('asks what a gap means again after every check', () => {
    const answered = nextUpload(after(...upToCheck), { type: 'answered', periods: ['2019-07'], answer: 'zero' });
    expect(answered.answers.get('2019-07')).toBe('zero');
    expect(nextUpload(answered, { type: 'checking', answered: [] }).answers.size).toBe(0);
  });

  it('takes back a confirmation when what was confirmed changes', () => {
    const confirmed = nextUpload(after(...upToCheck), { type: 'confirmed', isConfirmed: true });
    expect(confirmed.isConfirmed).toBe(true);
    expect(nextUpload(confirmed, { type: 'answered', periods: ['2019-07'], answer: 'zero' }).isConfirmed).toBe(false);
    expect(nextUpload(confirmed, { type: 'span', span: { from: '2019-01-02', to: '2019-12-31' } }).isConfirmed).toBe(
      false,
    );
  });

  it('forgets everything of the file before when another is chosen', () => {
    const again = nextUpload(after(...upToCheck), { type: 'chosen', file: new File(['b'], 'b.csv') });
    expect(again).toMatchObject({ stage: 'file', isBusy: true });
    expect(again.recognised).toBeUndefined();
    expect(again.checked).toBeUndefined();
  });

  it('drops the check when a column changes', () => {
    expect(nextUpload(after(...upToCheck), { type: 'mapped', mapping }).checked).toBeUndefined();
  });

  it('stays where it is when a file is refused, and says why', () => {
    const refused = after(
      { type: 'chosen', file },
      { type: 'refused', refusal: { code: 'file.empty', message: 'leeg' } },
    );
    expect(refused).toMatchObject({ stage: 'file', isBusy: false, refusal: { code: 'file.empty' } });
    expect(nextUpload(refused, { type: 'chosen', file }).refusal).toBeUndefined();
  });

  it('goes back one stage at a time, never before the first', () => {
    expect(nextUpload(after(...upToCheck), { type: 'back' }).stage).toBe('columns');
    expect(nextUpload(START, { type: 'back' }).stage).toBe('file');
  });
});
