import {
  coarsenGuessed,
  coarsenToSafe,
  type GuessTable,
  type ReleaseAudit,
  type SharedTier,
} from '@datalab/disclosure';

/** What can be handed to a thread of an audit: no solver, and families as numbers. */
export interface PictureAuditInput extends Omit<ReleaseAudit, 'solve' | 'onlyGroups'> {
  /** The families of the lines of the release, in their order. */
  families: readonly number[];
  /** What the guesser reads of each tier, its families under the same numbers. */
  guessed: Readonly<Record<SharedTier, GuessTable>>;
}

export interface PictureAuditAnswer {
  /** Families that must go, by their number, in each tier. What goes from the lab goes from what is prepared for everybody too. */
  takenOut: Record<SharedTier, number[]>;
  /** Lines of the release, groups looked at over all onlookers, and findings before anything was taken out. */
  lines: number;
  groups: number;
  findings: number;
  /** Hidden parts that the guesser knew of what the ledger left. */
  guessed: number;
}

/**
 * What of a picture must be coarsened so that nothing protected is narrowed by it, nor guessed. Examples prove that a group stays open, in time
 * that grows with the number of lines; what has none is coarsened without asking a solver: at the size of a picture that would be minutes for a
 * few cells. Where no smaller part will do, everything goes. The guesser comes last: what it takes out only widens what the ledger found wide enough.
 */
export function coarsenPicture({ families, guessed, ...audit }: PictureAuditInput): PictureAuditAnswer {
  const place = new Map(audit.release.map(({ id }, i) => [id, i]));
  const inFamily = Map.groupBy(audit.release, ({ tier }, i) => `${tier} ${families[i]!}`);
  const together = (id: string) => {
    const i = place.get(id)!;
    return inFamily.get(`${audit.release[i]!.tier} ${families[i]!}`)!.map((line) => line.id);
  };
  const { takenOut, asked, state } = coarsenToSafe(audit, together);
  const goes = new Set(takenOut);
  const held = (tier: SharedTier) =>
    families.filter((_family, i) => {
      const line = audit.release[i]!;
      return line.tier === tier && (state !== 'safe' || goes.has(line.id));
    });
  const lab = new Set(held('lab'));
  const fromLab = coarsenGuessed(guessed.lab, lab);
  for (const family of fromLab.takenOut) lab.add(family);
  const everybody = new Set([...held('public'), ...lab]);
  const fromEverybody = coarsenGuessed(guessed.public, everybody);
  for (const family of fromEverybody.takenOut) everybody.add(family);
  return {
    takenOut: { lab: [...lab], public: [...everybody] },
    lines: audit.release.length,
    groups: asked.groups,
    findings: asked.findings.length,
    guessed: fromLab.known + fromEverybody.known,
  };
}
