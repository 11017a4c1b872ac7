import type { PlatformSession } from '@datalab/client';

export interface AreaCell {
  areaCode: string;
  tier: string;
  state: 'shown' | 'withheld' | 'coarser';
  reports: number | null;
  z: number | null;
  hotspot: string | null;
}
export interface Sheet {
  delivered: string;
  testedAreas: number;
  areas: AreaCell[];
}
export interface SheetInput {
  labId: string;
  view: 'mirror' | 'lab';
  datasetId: string;
  level: string;
  period: string;
  category: string;
}

/** One map, as the screen asks for it. */
export async function sheet(session: PlatformSession, input: SheetInput): Promise<Sheet> {
  const { mapSheet } = await session.ask<{ mapSheet: Sheet }>(
    `query ($input: MapSheetInput!) { mapSheet(input: $input) {
      delivered testedAreas areas { areaCode tier state reports z hotspot } } }`,
    { input },
  );
  return mapSheet;
}

export interface TrendPoint {
  period: string;
  delivered: string;
  state: string | null;
  reports: number | null;
}

export async function trend(
  session: PlatformSession,
  input: Omit<SheetInput, 'level' | 'period'> & { areaCode: string; grain: string },
): Promise<TrendPoint[]> {
  const { trend: answer } = await session.ask<{ trend: { points: TrendPoint[] } }>(
    `query ($input: TrendInput!) { trend(input: $input) { points { period delivered state reports } } }`,
    { input },
  );
  return answer.points;
}

interface Overview {
  lab: { picture: { refreshing: boolean; sources: { dataset: { name: string } }[] } | null };
}

/** One worker makes the pictures of all stories, one after the other. */
const PATIENCE_MS = 500_000;

/** Waits until the picture of the lab holds these datasets and is not being made anew. */
export async function waitForPicture(session: PlatformSession, labId: string, ...datasets: string[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { lab } = await session.ask<Overview>(
      'query ($id: ID!) { lab(id: $id) { picture { refreshing sources { dataset { name } } } } }',
      { id: labId },
    );
    const names = lab.picture?.sources.map(({ dataset }) => dataset.name) ?? [];
    if (lab.picture?.refreshing === false && datasets.every((name) => names.includes(name))) return;
    if (Date.now() > until) throw new Error('the picture did not come');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What noise adds or takes at most where no household has more than one report. */
const NOISE = 5;

/**
 * Whether a cell of the lab tier is what the gate may make of this count: under the floor withheld, from there on shown within the noise and never
 * under the floor. Of records it may be withheld all the same, where one reporter makes the cell; and any may be coarser, for what all numbers
 * together would say of one of its neighbours: so who asks this looks at how many are.
 */
export function isGated(
  { state, reports }: Pick<AreaCell, 'state' | 'reports'>,
  count: number,
  ofRecords = false,
): boolean {
  if (state === 'coarser') return reports === null;
  if (count < 5 || (ofRecords && state === 'withheld')) return state === 'withheld' && reports === null;
  return state === 'shown' && reports !== null && reports >= 5 && Math.abs(reports - count) <= NOISE;
}
