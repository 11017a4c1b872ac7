import { either, inLab, ownInLab, PROGRAMS, type OperationRule, type TypeRule, type Who } from '../rules.js';

/** Those who ask for releases, check them and lead the lab: what is on its way out is theirs to see. */
const WORKING = inLab('coordinator', 'domain_expert', 'analyst', 'privacy_officer');
const FULL = inLab('data_steward', 'coordinator', 'domain_expert', 'analyst', 'privacy_officer');
/** The release of the matrix was asked for by the analyst of organisation A. */
const REQUESTER = ownInLab('analyst');
const IN_ANOTHER: Who = {
  sentence: 'analyst, domain_expert of another organisation in the lab',
  includes: ({ position, role }) =>
    position === 'other organisation' && (role === 'analyst' || role === 'domain_expert'),
};
/** Names are told to people of the same organisation; who comments gets their own back. */
const COLLEAGUES = ownInLab('coordinator', 'domain_expert', 'analyst', 'privacy_officer');
const CHECKERS = either(inLab('privacy_officer'), IN_ANOTHER);
const LAB_WALL = either(inLab(), PROGRAMS);
const CONTEXT = {
  title: 'A release of the matrix',
  what: 'What the matrix shows when it tries.',
  why: 'To see who may and who may not.',
  notToConclude: 'Nothing at all of the matrix.',
};
const WISHES = { tier: 'lab', embargoDays: 0, wantsStanding: false };
const onRelease = (rule: Omit<OperationRule, 'variables' | 'secondWall'>, more: object = {}): OperationRule => ({
  known: WORKING,
  secondWall: LAB_WALL,
  variables: ({ releaseA }) => ({ id: releaseA, ...more }),
  ...rule,
});

const onNote = (more: object): OperationRule => ({
  who: inLab('coordinator', 'privacy_officer'),
  known: WORKING,
  secondWall: LAB_WALL,
  variables: ({ noteA }) => ({ id: noteA, ...more }),
});

/** Releases: who asks, who checks, who takes back. */
export const RELEASE_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.releases': {
    // What is out already is there for stewards too.
    who: FULL,
    known: inLab(),
    list: true,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  'Query.release': onRelease({ who: WORKING }),
  'Query.releaseCheck': onRelease({ who: WORKING }),
  'Mutation.draftRelease': {
    who: inLab('analyst', 'domain_expert'),
    known: inLab(),
    secondWall: LAB_WALL,
    variables: ({ labOne, datasetA }) => ({
      input: {
        labId: labOne,
        design: { datasetId: datasetA, level: 'buurt', grain: 'year', category: 'all', from: null, leaveOut: [] },
        context: CONTEXT,
        wishes: WISHES,
      },
    }),
  },
  'Mutation.draftSafeVersion': onRelease({ who: WORKING, alsoLetIn: ['InvalidInput'] }, { index: 0 }),
  'Mutation.changeRelease': onRelease({ who: REQUESTER }, { context: CONTEXT, wishes: WISHES }),
  'Mutation.submitRelease': onRelease({ who: WORKING, alsoLetIn: ['InvalidState'] }),
  'Mutation.askToRelease': onRelease({
    who: either(REQUESTER, inLab('coordinator')),
    alsoLetIn: ['InvalidState'],
  }),
  'Mutation.withdrawRelease': onRelease(
    { who: either(REQUESTER, inLab('coordinator', 'privacy_officer')) },
    { reason: 'the matrix tries' },
  ),
  'Mutation.reviewRelease': onRelease({ who: CHECKERS }, { verdict: 'approve', remark: '' }),
  'Mutation.commentOnRelease': onRelease({ who: either(CHECKERS, REQUESTER) }, { words: 'the matrix says' }),
  'Mutation.judgeSample': onRelease({ who: CHECKERS, alsoLetIn: ['InvalidState'] }, { verdict: 'sound' }),
  'Query.publicNotes': {
    who: WORKING,
    list: true,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  'Mutation.answerNote': onNote({ answer: 'the matrix answers' }),
  'Mutation.declineNote': onNote({ reason: 'not_about_this' }),
  'Query.standingReleases': {
    who: FULL,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  'Mutation.endStandingRelease': {
    who: WORKING,
    known: FULL,
    secondWall: LAB_WALL,
    variables: ({ standingA }) => ({ id: standingA }),
  },
};

const names = (list: string): string[] => list.split(/\s+/);
const empty = (list: string, why: string): Record<string, string> =>
  Object.fromEntries(names(list).map((name) => [name, why]));

/** What is seen of a release of organisation A in lab 1. */
export const RELEASE_TYPES: Readonly<Record<string, TypeRule>> = {
  Release: {
    who: FULL,
    withIt: names(
      'id labId seriesId version kind analysisKind tier state snapshotDigest context document criteria digest policyVersion wantsStanding isRefresh embargoDays isMine isPending requestedOrganisationId createdAt',
    ),
    // Of the one that is still on its way; a result of a run that is out has none of it.
    fields: { design: WORKING, submittedAt: WORKING, checkBefore: WORKING, machineCheckedAt: WORKING },
    neverFilled: {
      ...empty('releasedAt publicFrom sampledAt sampleVerdict', 'the release that is asked for is not out'),
      ...empty('stopped withdrawnAt withdrawnReason', 'the release that is asked for goes on'),
      runId: 'the release that is asked for is of a table',
    },
  },
  ReleaseCheck: {
    who: WORKING,
    withIt: names('release own reviews comments mayJudge'),
    fields: { check: CHECKERS },
  },
  ReleaseReview: {
    who: WORKING,
    withIt: names('organisationName asPrivacyOfficer verdict remark counts at isMine'),
    fields: {
      personName: COLLEAGUES,
    },
  },
  ReleaseComment: {
    who: WORKING,
    withIt: names('organisationName words at'),
    fields: {
      personName: either(COLLEAGUES, CHECKERS),
    },
  },
  PublicNote: {
    who: WORKING,
    withIt: names('id kind words state receivedAt answerBefore'),
    neverFilled: {
      releaseId: 'the note that is asked for is about the lab as a whole',
      // The list is read again after the answer, which has been undone by then.
      ...empty('answer answeredAt declineReason', 'the note that is asked for waits for its answer'),
    },
  },
  StandingRelease: {
    who: FULL,
    withIt: names('id seriesId checkedReleaseId design context tier givenAt goodUntil'),
    neverFilled: empty('endedAt endReason', 'the one that is asked for stands'),
  },
};
