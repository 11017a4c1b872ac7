import type { ReleaseRow } from '@datalab/data';
import type { ReleaseDocument } from '@datalab/domain';

export type Language = 'nl' | 'en';

/** A release that has a document, as whatever is exported of it needs it. */
export type Given = Pick<
  ReleaseRow,
  | 'id'
  | 'version'
  | 'tier'
  | 'digest'
  | 'policyVersion'
  | 'releasedAt'
  | 'withdrawnAt'
  | 'withdrawnReason'
  | 'snapshotDigest'
> & { document: ReleaseDocument; labName: string };

const WORDS = {
  nl: {
    title: 'Titel',
    lab: 'Data Lab',
    unit: 'Eenheid',
    source: 'Bron',
    period: 'Periode',
    method: 'Methode',
    policy: 'Afspraak, versie',
    tier: 'Voor wie',
    released: 'Uitgegeven op',
    withdrawn: 'INGETROKKEN',
    not: 'Wat u niet mag concluderen',
    note: 'Let op',
    digest: 'Kenmerk (SHA-256)',
    units: { report: 'melding', address: 'adres', person: 'persoon' },
    tiers: { lab: 'deelnemers van het lab', public: 'iedereen' },
    all: 'alles wat is aangeleverd',
    protection:
      'Kleine aantallen zijn niet getoond en getallen zijn een klein beetje veranderd om mensen te beschermen. Daardoor tellen ze niet precies op.',
  },
  en: {
    title: 'Title',
    lab: 'Data Lab',
    unit: 'Unit',
    source: 'Source',
    period: 'Period',
    method: 'Method',
    policy: 'Agreement, version',
    tier: 'For whom',
    released: 'Released on',
    withdrawn: 'WITHDRAWN',
    not: 'What not to conclude',
    note: 'Note',
    digest: 'Digest (SHA-256)',
    units: { report: 'report', address: 'address', person: 'person' },
    tiers: { lab: 'participants of the lab', public: 'everybody' },
    all: 'all that was delivered',
    protection:
      'Small numbers are not shown and numbers are changed a little, to protect people. That is why they do not add up exactly.',
  },
} as const;

const day = (at: Date | null): string => (at === null ? '–' : at.toISOString().slice(0, 10));

/** What every export carries, in order: a number without these is not to be passed on. */
export function releaseFacts(given: Given, language: Language): { name: string; value: string }[] {
  const words = WORDS[language];
  const { document } = given;
  const { method, period } = document;
  const withdrawn =
    given.withdrawnAt === null
      ? []
      : [{ name: words.withdrawn, value: `${day(given.withdrawnAt)}: ${given.withdrawnReason ?? ''}` }];
  return [
    ...withdrawn,
    { name: words.title, value: document.context.title },
    { name: words.lab, value: given.labName },
    { name: words.unit, value: words.units[document.unit] },
    { name: words.source, value: document.sources.join(', ') },
    { name: words.period, value: period === null ? words.all : `${period.from} – ${period.to}` },
    { name: words.method, value: `${method.name} ${method.version} (${method.label})` },
    { name: words.policy, value: given.policyVersion ?? '–' },
    { name: words.tier, value: words.tiers[given.tier] },
    {
      name: words.released,
      value: `${day(given.releasedAt)}, versie ${given.version}`.replace(
        'versie',
        language === 'nl' ? 'versie' : 'version',
      ),
    },
    { name: words.not, value: document.context.notToConclude },
    { name: words.note, value: words.protection },
    { name: words.digest, value: given.digest ?? '–' },
  ];
}
