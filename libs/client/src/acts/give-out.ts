import type { ReleaseDocument } from '@datalab/domain';
import type { PlatformSession } from '../platform-session.js';
import { until } from './until.js';

/** The story that goes with what is given. */
export interface ReleaseStory {
  title: string;
  what: string;
  why: string;
  notToConclude: string;
}

/** A release as it stands; `document` is what is given, and there once the platform has looked at it. */
export interface GivenRelease {
  id: string;
  state: string;
  stopped: { code: string } | null;
  document: ReleaseDocument | null;
}

const RELEASES = 'query ($labId: ID!) { releases(labId: $labId) { id runId state } }';
const DRAFT = 'mutation ($input: DraftReleaseInput!) { draftRelease(input: $input) { id } }';
const SUBMIT = 'mutation ($id: ID!) { submitRelease(id: $id) { id } }';
const REVIEW = `mutation ($id: ID!, $verdict: ReviewVerdict!, $remark: String!) {
  reviewRelease(id: $id, verdict: $verdict, remark: $remark) { id } }`;
const LOOK = 'query ($id: ID!) { release(id: $id) { id state stopped document machineCheckedAt } }';
const PATIENCE_SECONDS = 300;

type Looked = GivenRelease & { machineCheckedAt: string | null };

/**
 * Brings the result of a run to the lab: its analyst drafts and hands in, the platform looks, and these checkers (of two organisations, one a privacy
 * officer) approve. Gives it as it stands then: released, or refused with what stopped it. What went out already is left.
 */
export async function giveOut(
  labId: string,
  runId: string,
  story: ReleaseStory,
  { analyst, checkers }: { analyst: PlatformSession; checkers: readonly PlatformSession[] },
): Promise<GivenRelease> {
  const { releases } = await analyst.ask<{ releases: { id: string; runId: string | null; state: string }[] }>(
    RELEASES,
    {
      labId,
    },
  );
  const earlier = releases.find(
    (one) => one.runId === runId && !['withdrawn', 'returned', 'refused'].includes(one.state),
  );
  const wishes = { tier: 'lab', embargoDays: 0, wantsStanding: false };
  const id =
    earlier?.id ??
    (await analyst.ask<{ draftRelease: { id: string } }>(DRAFT, { input: { labId, runId, context: story, wishes } }))
      .draftRelease.id;
  if (earlier === undefined || earlier.state === 'draft') await analyst.ask(SUBMIT, { id });
  const look = async (): Promise<Looked> => (await analyst.ask<{ release: Looked }>(LOOK, { id })).release;
  const checked = await until(`the platform's look at "${story.title}"`, PATIENCE_SECONDS, async () => {
    const release = await look();
    return release.machineCheckedAt === null && release.stopped === null ? undefined : release;
  });
  if (checked.stopped !== null || checked.state === 'released') return checked;
  if (checked.state !== 'approved')
    for (const checker of checkers)
      await checker.ask(REVIEW, { id, verdict: 'approve', remark: 'Nagekeken: dit mag zo naar de partners.' });
  return until(`the release of "${story.title}"`, PATIENCE_SECONDS, async () => {
    const release = await look();
    return release.state === 'released' || release.stopped !== null ? release : undefined;
  });
}
