import type { ReleaseContext, ReleaseDocument, TableDesign } from '@datalab/domain';
import { queryOptions } from '@tanstack/react-query';
import {
  PublicNotesDocument,
  ReleaseCheckDocument,
  ReleasesDocument,
  StandingReleasesDocument,
  type ReleaseDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

/** A release with its documents as what they are; the api gives them as JSON. */
export type ShownRelease = Omit<ReleaseDetailsFragment, 'context' | 'design' | 'document' | 'criteria' | 'stopped'> & {
  context: ReleaseContext;
  design: TableDesign | null;
  document: ReleaseDocument | null;
  criteria: { code: string; met: boolean }[] | null;
  stopped: {
    code: string;
    cells: { areaCode: string; period: string }[];
    versions: { name: string; loss: number }[];
  } | null;
};

export interface ShownCheck {
  rules: { code: string; met: boolean }[];
  outcomes: { rule: string; cells: string }[];
  cells: { areaCode: string; period: string; rule: string; margin: string | null }[];
  risks: string[];
}

/** Under the lab, so that whatever happens there is seen. */
export const releasesOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'releases'],
    queryFn: async ({ signal }) =>
      (await request(ReleasesDocument, { labId }, signal)).releases as unknown as ShownRelease[],
  });

export const checkOptions = (labId: string, id: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'release-check', id],
    queryFn: async ({ signal }) => (await request(ReleaseCheckDocument, { id }, signal)).releaseCheck,
  });

export const standingOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'standing-releases'],
    queryFn: async ({ signal }) => (await request(StandingReleasesDocument, { labId }, signal)).standingReleases,
  });

export const notesOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'public-notes'],
    queryFn: async ({ signal }) => (await request(PublicNotesDocument, { labId }, signal)).publicNotes,
  });
