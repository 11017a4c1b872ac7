import type { AreaRow, CellRow, CellView } from '@datalab/data';
import type { Ctx } from '../context.js';

/** A wijkteam member sees their own wijk in the lab tier and all else in the public tier; every other role sees the lab tier. */
export function sharedView(ctx: Ctx, labId: string, areas: readonly AreaRow[]): CellView {
  const here = ctx.actor.memberships.filter((membership) => membership.labId === labId);
  if (here.some(({ role }) => role !== 'wijkteam_member')) return { tier: 'lab' };
  const named = new Set(here.flatMap((membership) => membership.areas));
  const mine = areas.filter(({ lineage }) => lineage.some((code) => named.has(code))).map(({ code }) => code);
  return { tier: 'lab', labAreas: mine };
}

/** The tier in which one area is seen in a view. */
export const shownTier = ({ tier, labAreas }: CellView, areaCode: string): CellRow['tier'] =>
  tier === 'own' ? 'own' : labAreas === undefined || labAreas.includes(areaCode) ? 'lab' : 'public';
