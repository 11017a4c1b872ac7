import { describe, expect, it } from '@jest/globals';
import type { LabSummary } from '../../gql/types.js';
import { tasksOf } from './tasks.js';

const can = { upload: false, seeMirror: false, seePicture: false, leadSteps: false };
const labWith = (over: Partial<LabSummary>): LabSummary => ({
  id: 'lab',
  name: 'Lab',
  question: '?',
  myRoles: [],
  region: { name: 'Overstad' },
  steps: [],
  datasets: [],
  picture: null,
  deadlines: [],
  openMentions: [],
  can,
  ...over,
});
const dataset = (id: string, organisation: string, state?: 'accepted' | 'refused' | 'checking' | 'withdrawn') => ({
  id,
  name: id,
  organisation: { id: organisation },
  latestLoad: state === undefined ? null : { id: `load-${id}`, state },
});
const step = (state: 'open' | 'in_review' | 'locked', met: boolean[]) => ({
  step: 'prioritise' as const,
  state,
  criteria: met.map((isMet) => ({ code: 'c', met: isMet, missing: [] })),
});
const kinds = (lab: LabSummary) => tasksOf([lab], 'own').map(({ kind }) => kind);

describe('what waits for me', () => {
  it('asks a steward for what is not delivered, and shows a refusal first', () => {
    const datasets = [dataset('a', 'own'), dataset('b', 'own', 'refused'), dataset('c', 'own', 'accepted')];
    expect(kinds(labWith({ can: { ...can, upload: true }, datasets }))).toEqual(['refused', 'deliver']);
  });

  it('asks again after a withdrawal, and says that a check is under way', () => {
    const datasets = [dataset('a', 'own', 'withdrawn'), dataset('b', 'own', 'checking')];
    expect(kinds(labWith({ can: { ...can, upload: true }, datasets }))).toEqual(['deliver', 'checking']);
  });

  it('never asks for a dataset of another organisation', () => {
    expect(kinds(labWith({ can: { ...can, upload: true }, datasets: [dataset('a', 'other')] }))).toEqual([]);
  });

  it.each([
    ['missing', step('open', [true, false])],
    ['submit', step('open', [true, true])],
    ['approve', step('in_review', [true])],
  ])('tells a coordinator: %s', (kind, current) => {
    expect(kinds(labWith({ can: { ...can, leadSteps: true }, steps: [current] }))).toEqual([kind]);
  });

  it('does not call a step ready for which nothing was computed', () => {
    expect(kinds(labWith({ can: { ...can, leadSteps: true }, steps: [step('open', [])] }))).toEqual(['missing']);
  });

  it('shows each what is theirs to bring by role and organisation, and since when', () => {
    const owed = (organisationId: string | null, role: 'privacy_officer' | 'domain_expert') => ({
      organisationId,
      name: null,
      role,
      since: '2026-01-02T00:00:00Z',
    });
    const criteria = [
      {
        code: 'agreement-signed',
        met: false,
        missing: [owed('other', 'privacy_officer'), owed('own', 'privacy_officer')],
      },
      { code: 'findings-answered', met: false, missing: [owed(null, 'domain_expert')] },
    ];
    const steps = [{ step: 'share_safely' as const, state: 'open' as const, criteria }];
    const of = (roles: LabSummary['myRoles'], organisation = 'own') =>
      tasksOf([labWith({ myRoles: roles, steps })], organisation).map(({ criterion, since }) => [criterion, since]);
    expect(of(['privacy_officer'])).toEqual([['agreement-signed', '2026-01-02T00:00:00Z']]);
    expect(of(['domain_expert'])).toEqual([['findings-answered', '2026-01-02T00:00:00Z']]);
    expect(of(['privacy_officer'], 'third')).toEqual([]);
    expect(of(['analyst'])).toEqual([]);
  });

  it('shows a wijkteam member the picture, and nobody without the right', () => {
    const picture = { snapshotId: 's', createdAt: '2026-01-01T00:00:00Z', refreshing: false };
    const lab = labWith({ myRoles: ['wijkteam_member'], picture, can: { ...can, seePicture: true } });
    expect(kinds(lab)).toEqual(['picture']);
    expect(kinds({ ...lab, can })).toEqual([]);
  });

  it('tells of days that are near or over: the coordinator of all, others of what is theirs', () => {
    const deadline = (
      kind: 'step' | 'criterion' | 'shell',
      targetId: string,
      standing: 'soon' | 'overdue' | 'later',
      isMet = false,
    ) => ({
      kind,
      targetId,
      title: null,
      dueOn: '2026-01-02',
      standing,
      isMet,
    });
    const missing = [
      { organisationId: null, name: null, role: 'domain_expert' as const, since: '2026-01-02T00:00:00Z' },
    ];
    const criteria = [{ code: 'goals-stated', met: false, missing }];
    const lab = labWith({
      steps: [{ step: 'prioritise' as const, state: 'open' as const, criteria }],
      deadlines: [
        deadline('criterion', 'prioritise.goals-stated', 'overdue'),
        deadline('criterion', 'prioritise.boards-agree', 'soon'),
        deadline('step', 'prioritise', 'soon'),
        deadline('shell', 'x', 'overdue', true),
        deadline('shell', 'y', 'later'),
      ],
    });
    const told = (over: Partial<LabSummary>) =>
      tasksOf([{ ...lab, ...over }], 'own').flatMap(({ deadline: one }) => (one === undefined ? [] : [one.targetId]));
    expect(told({ can: { ...can, leadSteps: true } })).toEqual([
      'prioritise.goals-stated',
      'prioritise.boards-agree',
      'prioritise',
    ]);
    expect(told({ myRoles: ['domain_expert'] })).toEqual(['prioritise.goals-stated', 'prioritise']);
    expect(told({ myRoles: ['wijkteam_member'] })).toEqual([]);
  });

  it('shows what a comment asks before what nobody asked for', () => {
    const mention = {
      commentId: 'c',
      role: 'analyst' as const,
      kind: 'step' as const,
      targetId: 'prioritise',
      title: null,
      since: '2026-01-02T00:00:00Z',
    };
    const lab = labWith({ openMentions: [mention], can: { ...can, leadSteps: true }, steps: [step('open', [true])] });
    expect(kinds(lab)).toEqual(['mention', 'submit']);
  });
});
