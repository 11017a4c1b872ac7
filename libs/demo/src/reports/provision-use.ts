import type { Dice } from '../chance/dice.js';
import { PLANTED } from '../plan/planted.js';
import type { DemoRegion } from '../region/region.js';
import type { Day } from './calendar.js';
import type { DemoKeys } from './demo-keys.js';
import type { NuisanceHousehold } from './nuisance-households.js';
import type { ProvisionUse } from './report.js';

type Provision = ProvisionUse['provision'];

/** Share of all other dwellings with each provision at some time in three years, and its mean length in months. */
const BACKGROUND: Readonly<Record<Provision, number>> = { WMO: 0.035, JEUGD: 0.022, SCHULD: 0.01, PARTICIPATIE: 0.022 };
/** Among reported households the provisions other than Wmo support stack up. */
const AMONG_REPORTED: Readonly<Record<Exclude<Provision, 'WMO'>, number>> = {
  JEUGD: 0.09,
  SCHULD: 0.12,
  PARTICIPATIE: 0.16,
};
const MEAN_MONTHS: Readonly<Record<Provision, number>> = { WMO: 10, JEUGD: 7, SCHULD: 6, PARTICIPATIE: 10 };

/**
 * Who used which provision in which months, one row each. Households with confused behaviour use Wmo support at the planted
 * risk ratio to other reported households of the same owner, known to a party or not.
 */
export function provisionUse(
  region: DemoRegion,
  days: readonly Day[],
  households: readonly NuisanceHousehold[],
  keys: DemoKeys,
  dice: Dice,
): ProvisionUse[] {
  const months = [...new Set(days.map((day) => day.iso.slice(0, 7)))];
  const rows: ProvisionUse[] = [];
  const grant = (address: number, provision: Provision): void => {
    const length = 1 + Math.floor(-Math.log(1 - dice.next()) * MEAN_MONTHS[provision]);
    // It may have begun before the period, but lasts into it: whoever is granted it has at least one month in the file.
    const start = dice.below(months.length + length - 1) - (length - 1);
    const member = dice.chance(0.7) ? 0 : 1;
    for (let month = Math.max(0, start); month < Math.min(months.length, start + length); month++)
      rows.push({
        householdKey: keys.household(address),
        bsn: keys.bsn(address, member),
        address,
        month: months[month]!,
        buurt: region.addresses[address]!.buurt,
        provision,
      });
  };
  const reported = new Set(households.map((household) => household.address));
  region.addresses.forEach((listed, address) => {
    if (listed.kind !== 'dwelling') return;
    for (const [provision, share] of Object.entries(reported.has(address) ? AMONG_REPORTED : BACKGROUND) as [
      Provision,
      number,
    ][])
      if (dice.chance(share)) grant(address, provision);
  });
  for (const address of withSupport(region, households, dice)) grant(address, 'WMO');
  return rows.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.address - b.address));
}

/**
 * The planted households with Wmo support. In each stratum (owner × confused behaviour) exactly the planted share of them, at random, so that
 * the risk ratio within an owner is the planted one and not a draw around it.
 */
function withSupport(region: DemoRegion, households: readonly NuisanceHousehold[], dice: Dice): number[] {
  const { chance, riskRatio } = PLANTED.serviceUseGap;
  return [true, false].flatMap((corporation) =>
    [true, false].flatMap((confused) => {
      const stratum = households.filter(
        ({ address, trouble }) =>
          region.addresses[address]!.corporation === corporation && (trouble === 'confused') === confused,
      );
      const share = (corporation ? chance.corporation : chance.other) * (confused ? riskRatio : 1);
      return dice
        .shuffled(stratum)
        .slice(0, Math.round(stratum.length * share))
        .map(({ address }) => address);
    }),
  );
}
