import {
  askFor,
  Database,
  endStanding,
  findReleaseCheck,
  insertReleaseComment,
  insertReview,
  listExactCells,
  listReleaseComments,
  listReviews,
  saveReleaseState,
  saveSampleVerdict,
  type CommentRow,
  type ReleaseRow,
  type ReviewRow,
  type Transaction,
} from '@datalab/data';
import {
  forbidden,
  invalidInput,
  invalidState,
  isApprovedByTwo,
  nextReleaseState,
  type ReleaseEvent,
  type ReviewVerdict,
} from '@datalab/domain';
import { releaseJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { recordDeed, recordRead } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { heldRelease, isCheckerOf, isPrivacyOfficerIn, readableRelease } from './release-access.js';
import { ownCellsOf, releaseCheckSchema, type OwnCell, type ReleaseCheck } from './release-check.js';

/** What a checker has before them. */
export interface CheckView {
  release: ReleaseRow;
  check: ReleaseCheck | null;
  /** Exact numbers of the own organisation in cells that are given; empty where the release is not of its data. */
  own: OwnCell[];
  reviews: ReviewRow[];
  comments: CommentRow[];
  mayJudge: boolean;
}

/** A release as its checkers see it: protected values beside the outcomes of the rules, what was said about it, and the two judgements. */
@Injectable()
export class ReleaseReviewsService {
  constructor(private readonly database: Database) {}

  /** What there is to look at. The outcomes of rules are for those who check; everybody else who works in the lab gets the rest. */
  getCheck(ctx: Ctx, id: string): Promise<CheckView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await readableRelease(ctx, tx, id);
      const { labId, snapshotId, design, document } = release;
      const mayJudge = isCheckerOf(ctx, release);
      const check = mayJudge ? await findReleaseCheck(tx, id) : undefined;
      // Only a table of the picture gives cells: what the result of a run holds is not looked into.
      const isTable = mayJudge && design !== null && document !== null;
      const own = isTable ? ownCellsOf(document, await listExactCells(tx, { labId, snapshotId }, design)) : [];
      const event = { action: 'release.read-check', objectKind: 'release', objectId: id, labId };
      await recordRead(tx, ctx, event);
      return {
        release,
        check: check === undefined ? null : releaseCheckSchema.parse(check),
        own,
        reviews: namedForColleagues(ctx, await listReviews(tx, id)),
        comments: namedForColleagues(ctx, await listReleaseComments(tx, id)),
        mayJudge,
      };
    });
  }

  /** One checker's judgement of what lies there now. Two approvals of two organisations, one of a privacy officer, let it go on. */
  review(ctx: Ctx, id: string, verdict: ReviewVerdict, remark: string): Promise<ReleaseRow> {
    const words = checkedWords(remark, verdict === 'approve' ? 0 : 3);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await heldRelease(ctx, tx, id);
      requireChecker(ctx, release);
      if (release.digest === null || release.machineCheckedAt === null)
        throw invalidState('release.not-checked-yet', 'The platform has not looked at this release yet.');
      const before = (await listReviews(tx, id)).filter(({ round }) => round === release.round);
      if (before.some(({ personId }) => personId === ctx.actor.personId))
        throw invalidState('release.judged-already', 'You judged this release already.');
      const mine = {
        releaseId: id,
        round: release.round,
        organisationId: ctx.actor.organisationId,
        personId: ctx.actor.personId,
        asPrivacyOfficer: isPrivacyOfficerIn(ctx, release.labId),
        verdict,
        remark: words,
        digest: release.digest,
        at: ctx.clock.now(),
      };
      const event = eventOf(release, verdict, [...before, mine]);
      const state = event === undefined ? release.state : nextReleaseState(release.state, event);
      await insertReview(tx, { ...mine, labId: release.labId });
      if (state !== release.state) await saveReleaseState(tx, id, state);
      if (state === 'approved') await this.askToRelease(ctx, tx, release);
      await this.tell(ctx, tx, release, `release.${verdict}`);
      return readableRelease(ctx, tx, id);
    });
  }

  /** Something to say about a release, for everybody who works in the lab. */
  comment(ctx: Ctx, id: string, said: string): Promise<CommentRow[]> {
    const words = checkedWords(said, 1);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await readableRelease(ctx, tx, id);
      if (!isCheckerOf(ctx, release) && release.requestedBy !== ctx.actor.personId)
        throw forbidden('release.not-checker', 'The requester and the checkers talk about a release here.');
      const { personId, organisationId } = ctx.actor;
      const { labId } = release;
      await insertReleaseComment(tx, { releaseId: id, labId, organisationId, personId, words, at: ctx.clock.now() });
      await this.tell(ctx, tx, release, 'release.comment');
      return namedForColleagues(ctx, await listReleaseComments(tx, id));
    });
  }

  /** What a checker finds of a refresh that went out without people and was drawn. Unsound: its standing release ends. */
  judgeSample(ctx: Ctx, id: string, verdict: 'sound' | 'unsound'): Promise<ReleaseRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await heldRelease(ctx, tx, id);
      requireChecker(ctx, release);
      if (release.sampledAt === null || release.sampleVerdict !== null || release.standingId === null)
        throw invalidState('release.not-drawn', 'This release was not drawn to be looked at.');
      await saveSampleVerdict(tx, id, verdict);
      if (verdict === 'unsound') await endStanding(tx, release.standingId, 'sample_unsound', ctx.clock.now());
      await this.tell(ctx, tx, release, `release.sample-${verdict}`);
      return readableRelease(ctx, tx, id);
    });
  }

  private async askToRelease(ctx: Ctx, tx: Transaction, { id, labId }: ReleaseRow): Promise<void> {
    await askFor(tx, releaseJob, { releaseId: id }, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId });
  }

  private async tell(ctx: Ctx, tx: Transaction, { id, labId }: ReleaseRow, action: string): Promise<void> {
    await recordDeed(tx, ctx, { action, objectKind: 'release', objectId: id, labId });
  }
}

/** Who said something is told to people of their own organisation; to others it is that organisation. */
const namedForColleagues = <Row extends { organisationId: string; personName: string | null }>(
  { actor }: Ctx,
  rows: readonly Row[],
): Row[] => rows.map((row) => (row.organisationId === actor.organisationId ? row : { ...row, personName: null }));

function requireChecker(ctx: Ctx, release: ReleaseRow): void {
  if (!isCheckerOf(ctx, release))
    throw forbidden(
      'release.not-checker',
      'A privacy officer checks a release, or an analyst or domain expert of another organisation; never who asked for it.',
    );
}

function checkedWords(text: string, least: number): string {
  const words = text.trim();
  if (words.length < least || words.length > 2_000)
    throw invalidInput('release.words-length', `Write ${least} to 2,000 characters.`, [{ field: 'words' }]);
  checkOwnWords({ words });
  return words;
}

type Judgement = Pick<ReviewRow, 'organisationId' | 'asPrivacyOfficer' | 'verdict' | 'digest'>;

/** What this judgement does to the release; undefined where it is one more approval that is not the last. */
function eventOf(
  { state, digest }: ReleaseRow,
  verdict: ReviewVerdict,
  judgements: readonly Judgement[],
): ReleaseEvent | undefined {
  if (verdict !== 'approve') return verdict;
  if (state === 'submitted') return 'approve_first';
  const approvals = judgements.filter((row) => row.verdict === 'approve' && row.digest === digest);
  return isApprovedByTwo(approvals) || state !== 'partially_reviewed' ? 'approve_last' : undefined;
}
