import { coarsenToSafe, type ReleaseAudit } from '@datalab/disclosure';

/** What can be handed to a thread of an audit: no solver, and the families of the lines as numbers in their order. */
export interface PictureAuditInput extends Omit<ReleaseAudit, 'solve' | 'onlyGroups'> {
  families: readonly number[];
}

export interface PictureAuditAnswer {
  /** Families that must go, by their number. */
  takenOut: number[];
  /** Lines of the release, groups looked at over all onlookers, and findings before anything was taken out. */
  lines: number;
  groups: number;
  findings: number;
}

/**
 * What of a picture must be coarsened so that nothing protected is narrowed by it. Examples prove that a group stays open, in time that grows
 * with the number of lines; what has none is coarsened without asking a solver: at the size of a picture that would be minutes for a few
 * cells. Where no smaller part will do, everything goes.
 */
export function coarsenPicture({ families, ...audit }: PictureAuditInput): PictureAuditAnswer {
  const place = new Map(audit.release.map(({ id }, i) => [id, i]));
  const inFamily = Map.groupBy(
    audit.release.map(({ id }) => id),
    (id) => families[place.get(id)!]!,
  );
  const together = (id: string) => inFamily.get(families[place.get(id)!]!)!;
  const { takenOut, asked, state } = coarsenToSafe(audit, together);
  const out = state === 'safe' ? takenOut.map((id) => families[place.get(id)!]!) : families;
  return {
    takenOut: [...new Set(out)],
    lines: audit.release.length,
    groups: asked.groups,
    findings: asked.findings.length,
  };
}
