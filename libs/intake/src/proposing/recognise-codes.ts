import type { AddressKind, HouseholdRole, ReporterType } from '@datalab/domain';
import { foldName } from '../region/fold-name.js';
import { columnsNamed, type KnownField } from './column-names.js';
import { shareOf, type Profiles } from './column-profile.js';
import type { Question } from './question.js';

const ROLES: Record<string, HouseholdRole> = {
  ...all(
    'subject',
    'subject',
    'veroorzaker',
    'overlastgever',
    'overlastveroorzaker',
    'dader',
    'verdachte',
    'betrokkene',
    'betreft',
    'dossieradres',
    'client',
    'bewoner',
    'huurder',
    'huurder betreft',
  ),
  ...all(
    'location',
    'location',
    'locatie',
    'plaats',
    'pleegplaats',
    'pleeglocatie',
    'plaats voorval',
    'incidentlocatie',
    'meldlocatie',
    'objectadres',
    'complex',
    'plek',
    'openbare ruimte',
  ),
  ...all('reporter', 'reporter', 'melder', 'klager', 'aangever', 'slachtoffer', 'benadeelde'),
  ...all('unknown', 'unknown', 'onbekend', 'overig', 'n v t', 'nvt'),
};
const ADDRESS_KINDS: Record<string, AddressKind> = {
  ...all(
    'dwelling',
    'dwelling',
    'woning',
    'woonfunctie',
    'eengezinswoning',
    'appartement',
    'flat',
    'portiekwoning',
    'galerijwoning',
    'zelfstandige woning',
    'woonhuis',
  ),
  ...all(
    'institution_or_shared',
    'institution or shared',
    'instelling',
    'zorginstelling',
    'verpleeghuis',
    'opvang',
    'kamerverhuur',
    'kamergewijze verhuur',
    'onzelfstandige woning',
    'woongroep',
    'gedeeld',
    'bedrijf',
    'winkel',
    'horeca',
    'school',
    'gezondheidszorgfunctie',
    'logiesfunctie',
    'begeleid wonen',
  ),
  ...all('unknown', 'unknown', 'onbekend', 'overig', 'anders'),
};
const REPORTERS: Record<string, ReporterType> = {
  ...all(
    'citizen',
    'citizen',
    'burger',
    'inwoner',
    'bewoner',
    'huurder',
    'omwonende',
    'buren',
    'buur',
    'familie',
    'naaste',
    'particulier',
    'omwonende of buur',
  ),
  ...all(
    'professional',
    'professional',
    'medewerker',
    'politie',
    'wijkagent',
    'gemeente',
    'corporatie',
    'woningcorporatie',
    'huisarts',
    'hulpverlener',
    'ketenpartner',
    'bedrijf',
    'zorgaanbieder',
    'handhaving',
    'wijkteam',
    'ggd',
    'instelling',
    'meldkamer',
    'brandweer',
    'boa',
    'huismeester',
    'zorgpartner',
    'partner',
    'school',
    'wijkbeheerder',
  ),
  ...all('anonymous', 'anonymous', 'anoniem', 'onbekend'),
};
const YES = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1'];
const NO = ['nee', 'n', 'no', 'false', 'onwaar', '0'];

function all<V extends string>(value: V, ...codes: string[]): Record<string, V> {
  return Object.fromEntries(codes.map((code) => [code, value]));
}

export interface FoundCodes<V extends string> {
  column: string;
  codes: Record<string, V>;
}

/** A column with a code list: known by its name, and at least one of its values by the list; what is not known becomes a question. */
function findCodes<V extends string>(
  field: KnownField,
  known: Record<string, V>,
  header: readonly string[],
  profiles: Profiles,
): { found?: FoundCodes<V>; questions: Question[] } {
  for (const column of columnsNamed(header, field)) {
    const distinct = [...profiles.get(column)!.distinct];
    if (distinct.length === 0 || distinct.length > 60) continue;
    const codes = Object.fromEntries(
      distinct.flatMap(([value]) => {
        const meaning = known[foldName(value)];
        return meaning === undefined ? [] : [[value, meaning]];
      }),
    );
    if (Object.keys(codes).length === 0) continue;
    const values = distinct.flatMap(([code, count]) => (code in codes ? [] : [{ code, count }]));
    const questions: Question[] =
      values.length === 0
        ? []
        : [
            {
              code: 'code.unmapped',
              field,
              message: 'Geef voor deze waarden aan wat ze betekenen.',
              needed: true,
              columns: [column],
              values,
            },
          ];
    // The whole list is saved, not only what the first rows happened to hold.
    return { found: { column, codes: { ...known, ...codes } }, questions };
  }
  return { questions: [] };
}

export const findRole = (header: readonly string[], profiles: Profiles) =>
  findCodes('householdRole', ROLES, header, profiles);
export const findAddressKind = (header: readonly string[], profiles: Profiles) =>
  findCodes('addressKind', ADDRESS_KINDS, header, profiles);
export const findReporterType = (header: readonly string[], profiles: Profiles) =>
  findCodes('reporterType', REPORTERS, header, profiles);

/** A column of yes and no, known by its name and its values. */
export function findYesOrNo(
  field: 'confusedBehaviour' | 'nearCareLocation',
  header: readonly string[],
  profiles: Profiles,
): { column: string; yes: string[]; no: string[] } | undefined {
  const column = columnsNamed(header, field).find(
    (name) => shareOf(profiles.get(name), (value) => [...YES, ...NO].includes(foldName(value))) === 1,
  );
  return column === undefined ? undefined : { column, yes: [...YES], no: [...NO] };
}

/** A column with short codes (status, channel, band), known by its name; free text is none. */
export function findShortCode(
  field: 'personsBand' | 'channel' | 'status',
  header: readonly string[],
  profiles: Profiles,
): { column: string } | undefined {
  const column = columnsNamed(header, field).find((name) => {
    const { distinct } = profiles.get(name)!;
    return distinct.size > 0 && distinct.size <= 40 && [...distinct.keys()].every((value) => value.length <= 40);
  });
  return column === undefined ? undefined : { column };
}

/** A column that holds keys which were made before. */
export function findKey(
  field: 'householdKey' | 'personKey' | 'reporterKey',
  header: readonly string[],
  profiles: Profiles,
): { column: string } | undefined {
  const column = columnsNamed(header, field).find(
    (name) => shareOf(profiles.get(name), (value) => /^[A-Za-z0-9_.:+/=-]{6,64}$/.test(value)) === 1,
  );
  return column === undefined ? undefined : { column };
}
