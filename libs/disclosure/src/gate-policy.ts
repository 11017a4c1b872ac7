import { invalidInput } from '@datalab/domain';

/** Least numbers for a cell to be shown; both must hold. */
export interface Floor {
  reports: number;
  households: number;
}
export type SharedTier = 'lab' | 'public';

/** The platform's floors (docs/methods/disclosure.md). A lab's agreement may only be stricter. */
export const PLATFORM_FLOORS: Readonly<Record<SharedTier, Floor>> = {
  lab: { reports: 5, households: 5 },
  public: { reports: 10, households: 10 },
};

/** The rules that a policy switches on. The threshold cannot be switched off and is not in the list. */
export const SWITCHED_RULES = [
  'dominance',
  'insider',
  'class_disclosure',
  'presence',
  'noise',
  'rounding',
  'bands',
  'freezing',
  'grain',
  'guessing',
] as const;
export type SwitchedRule = (typeof SWITCHED_RULES)[number];

declare const checked: unique symbol;
/** What the gate applies. Only `gatePolicy` makes one, so that no policy exists that is milder than the platform. */
export interface GatePolicy {
  /** Kept with every release, so that a number can be traced to the rules it passed. */
  readonly version: string;
  readonly floors: Readonly<Record<SharedTier, Readonly<Floor>>>;
  readonly rules: ReadonlySet<SwitchedRule>;
  readonly [checked]: true;
}

export interface PolicyChoice {
  version: string;
  floors?: Partial<Record<SharedTier, Partial<Floor>>>;
  rules?: readonly SwitchedRule[];
}

/**
 * A policy at least as strict as the platform. Floors left out are the platform's. Throws InvalidInput on a floor that
 * is not an integer, is under the platform's, or is lower for the public than for the lab.
 */
export function gatePolicy(choice: PolicyChoice): GatePolicy {
  const floors = { lab: floorOf(choice, 'lab'), public: floorOf(choice, 'public') };
  for (const half of ['reports', 'households'] as const) {
    if (floors.public[half] < floors.lab[half])
      throw invalidInput(
        'disclosure.public-floor-under-lab',
        'The floor for the public may not be lower than for the lab.',
        [{ field: `floors.public.${half}` }],
      );
  }
  return { version: choice.version, floors, rules: new Set(choice.rules ?? []) } as unknown as GatePolicy;
}

function floorOf(choice: PolicyChoice, tier: SharedTier): Floor {
  const floor = { ...PLATFORM_FLOORS[tier], ...choice.floors?.[tier] };
  for (const half of ['reports', 'households'] as const) {
    if (!Number.isSafeInteger(floor[half]) || floor[half] < PLATFORM_FLOORS[tier][half])
      throw invalidInput(
        'disclosure.floor-under-platform',
        `A lab may only be stricter than the platform: at least ${PLATFORM_FLOORS[tier][half]}.`,
        [{ field: `floors.${tier}.${half}` }],
      );
  }
  return floor;
}

/** Every rule of the platform, on the platform's floors. */
export const ALL_RULES: GatePolicy = gatePolicy({ version: 'all-1', rules: SWITCHED_RULES });

/** The first form of the gate: the platform's floors and nothing else. */
export const THRESHOLD_ONLY: GatePolicy = gatePolicy({ version: 'threshold-1' });
