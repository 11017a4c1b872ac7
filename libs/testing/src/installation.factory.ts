import { API_CLIENT_SCOPES } from '@datalab/domain';
import type { Installation } from '@datalab/features';

/** Who signs the test people in. */
export const ISSUER = 'https://identity.test';

const PEOPLE = {
  marit: 'gemeente',
  sanne: 'gemeente',
  joris: 'gemeente',
  fatma: 'gemeente',
  pim: 'politie',
  petra: 'politie',
  paul: 'politie',
  wilma: 'wijkteam',
  greta: 'ggd',
  /** Administrator of the platform. */
  ada: 'gemeente',
} as const;
/** People of the test installation by first name. */
export type PersonName = keyof typeof PEOPLE;

const dataset = (
  key: string,
  organisation: string,
  kind: 'records' | 'counts' | 'provision_use',
  isOpen = false,
): Installation['labs'][number]['datasets'][number] => ({
  key,
  organisation,
  kind,
  name: `${key} van ${organisation}`,
  vocabulary: { name: 'test', version: '1' },
  legalBasis: 'openbare taak',
  purpose: 'feitelijke foto',
  retentionMonths: 24,
  isOpen,
});

/**
 * Two labs in one region. `overlast`: gemeente and politie deliver, a wijkteam looks along in W1. `rust`: ggd and politie, with other people
 * than the first lab has: whoever sees both sees too much.
 */
export const testInstallation = (region = 'test'): Installation => ({
  organisations: [
    { key: 'gemeente', name: 'Gemeente Teststad', type: 'municipality' },
    { key: 'politie', name: 'Politie', type: 'police' },
    { key: 'wijkteam', name: 'Wijkteam West', type: 'wijkteam' },
    { key: 'ggd', name: 'GGD', type: 'ggd' },
  ],
  users: Object.entries(PEOPLE).map(([subject, organisation]) => ({
    subject,
    email: `${subject}@${organisation}.test`,
    name: subject,
    organisation,
    isAdministrator: subject === 'ada',
  })),
  labs: [
    {
      key: 'overlast',
      name: 'Overlast in Teststad',
      goal: 'Rust in de wijken',
      question: 'Waar blijft overlast terugkomen?',
      region,
      participants: ['gemeente', 'politie', 'wijkteam'],
      members: [
        { user: 'marit', role: 'coordinator', areas: [] },
        { user: 'sanne', role: 'data_steward', areas: [] },
        { user: 'joris', role: 'analyst', areas: [] },
        { user: 'fatma', role: 'privacy_officer', areas: [] },
        { user: 'pim', role: 'data_steward', areas: [] },
        { user: 'petra', role: 'domain_expert', areas: [] },
        { user: 'wilma', role: 'wijkteam_member', areas: ['W1'] },
      ],
      datasets: [
        dataset('meldingen', 'gemeente', 'records'),
        dataset('incidenten', 'politie', 'records'),
        dataset('tellingen', 'politie', 'counts'),
        dataset('voorzieningen', 'gemeente', 'provision_use'),
      ],
    },
    {
      key: 'rust',
      name: 'Rust en zorg',
      goal: 'Zorg waar het nodig is',
      question: 'Wie krijgt er nu geen zorg?',
      region,
      participants: ['ggd', 'politie'],
      members: [
        { user: 'greta', role: 'coordinator', areas: [] },
        { user: 'greta', role: 'analyst', areas: [] },
        { user: 'greta', role: 'data_steward', areas: [] },
        { user: 'paul', role: 'data_steward', areas: [] },
      ],
      datasets: [dataset('signalen', 'ggd', 'records'), dataset('zorgincidenten', 'politie', 'records')],
    },
  ],
  apiClients: [
    {
      clientId: 'programma',
      name: 'Programma van de politie',
      organisation: 'politie',
      lab: 'overlast',
      scopes: [...API_CLIENT_SCOPES],
    },
  ],
});
/** Datasets of the test installation by key. */
export type DatasetKey = 'meldingen' | 'incidenten' | 'tellingen' | 'voorzieningen' | 'signalen' | 'zorgincidenten';
/** Labs of the test installation by key. */
export type LabKey = 'overlast' | 'rust';
