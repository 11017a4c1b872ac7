import { either, inLab, ownInLab, PROGRAMS, type OperationRule, type TypeRule } from '../rules.js';

const names = (list: string): string[] => list.split(/\s+/);
/** Who knows of a request of organisation A: who answers or leads in the lab, and A's own expert and steward. */
const KNOWING = either(inLab('privacy_officer', 'coordinator'), ownInLab('domain_expert', 'data_steward'));
/** Whose screen there is: what it shows of requests follows from the above. */
const LOOKING = inLab('privacy_officer', 'coordinator', 'domain_expert', 'data_steward');
const ASKING = ownInLab('domain_expert');
const STEWARD = ownInLab('data_steward');
const id = ({ wayBackA }: { wayBackA: string }) => ({ id: wayBackA });
/** Needs an agreement that names the receiver, or somebody who has just signed in. */
const notTried = (who: OperationRule['who'], known: OperationRule['who']): OperationRule => ({
  who,
  known,
  secondWall: who,
  variables: () => ({}),
  notTried: 'it needs an agreement in force or a new sign-in; libs/features/src/way-back tries who may, both walls',
});

/** The way back (care only), of a request of organisation A in lab 1. */
export const WAY_BACK_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.wayBacks': {
    who: LOOKING,
    known: inLab(),
    // Who is named follows from the agreement, which the whole lab reads; the requests are behind policies of their own.
    secondWall: either(inLab(), PROGRAMS),
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  'Query.wayBackList': {
    who: STEWARD,
    known: KNOWING,
    secondWall: STEWARD,
    // Nobody has opened it: there is no list.
    alsoLetIn: ['InvalidState'],
    variables: id,
  },
  'Mutation.askWayBack': notTried(ASKING, inLab()),
  'Mutation.answerWayBack': notTried(inLab('privacy_officer'), KNOWING),
  'Mutation.openWayBack': {
    who: ASKING,
    known: KNOWING,
    secondWall: KNOWING,
    alsoLetIn: ['InvalidState'],
    variables: (ids) => ({ ...id(ids), toldFirst: 'the matrix tells them first' }),
  },
  'Mutation.withdrawWayBack': {
    who: ASKING,
    known: KNOWING,
    secondWall: ASKING,
    variables: (ids) => ({ ...id(ids), reason: 'the matrix tries' }),
  },
  'Mutation.settleWayBack': {
    who: ASKING,
    known: KNOWING,
    secondWall: KNOWING,
    alsoLetIn: ['InvalidState'],
    variables: (ids) => ({ ...id(ids), reached: 5, helped: 5 }),
  },
  'Mutation.registerReceiverKey': notTried(STEWARD, inLab()),
};

export const WAY_BACK_TYPES: Readonly<Record<string, TypeRule>> = {
  WayBackOverview: {
    who: LOOKING,
    withIt: names('labId mayAsk starts requests'),
    neverFilled: { receiver: 'no agreement is in force', keyFingerprint: 'no agreement is in force' },
  },
  CareReceiver: {
    who: LOOKING,
    withIt: [],
    neverFilled: { id: 'no agreement is in force', name: 'no agreement is in force' },
  },
  WayBackStart: {
    who: ASKING,
    withIt: [],
    neverFilled: {
      releaseId: 'no agreement is in force',
      title: 'no agreement is in force',
      groups: 'no agreement is in force',
    },
  },
  HouseholdGroup: { who: KNOWING, withIt: names('code nl en') },
  WayBack: {
    who: KNOWING,
    withIt: names('id state receiverId receiverName releaseId title group reason askedAt answers'),
    neverFilled: Object.fromEntries(
      names('toldFirst openedAt failure expiresAt destroyedAt reached helped settledAt endReason').map((name) => [
        name,
        'it waits for an answer',
      ]),
    ),
  },
  WayBackAnswer: {
    who: KNOWING,
    withIt: names('organisationId organisationName reason'),
    neverFilled: { approves: 'nobody has answered', at: 'nobody has answered' },
  },
  WayBackList: {
    who: STEWARD,
    withIt: [],
    neverFilled: Object.fromEntries(names('wayBackId box digest expiresAt').map((name) => [name, 'there is no list'])),
  },
};
