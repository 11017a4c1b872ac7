import { DEMO_PERIOD } from '../reports/demo-reports.js';

/** What the partners of the demo say in step 1; organisations and sources by name. */
export interface DemoStepOne {
  readonly goals: Readonly<Record<string, string>>;
  readonly questions: readonly { readonly question: string; readonly behind: string }[];
  readonly scores: Readonly<
    Record<string, readonly (readonly [impact: number, answerability: number, privacyCost: number])[]>
  >;
  readonly core: { readonly question: number; readonly reason: string };
  readonly explanations: Readonly<Record<string, string>> & { readonly otherwise: string };
  readonly boards: Readonly<
    Record<string, { readonly personName: string; readonly function: string; readonly agreedOn: string }>
  >;
  readonly consultation: { readonly how: string; readonly heldOn: string; readonly outcome: string };
  readonly shells: readonly (Readonly<Record<string, unknown>> & { readonly sources: readonly string[] })[];
}

const [MUNICIPALITY, POLICE, GGD, CORPORATION, FIRE_BRIGADE, WIJKTEAM] = [
  'Gemeente Vliermonde',
  'Politie basisteam Vliermonde',
  'GGD Vlierstreek',
  'Woonstichting De Vlier',
  'Brandweer Vlierstreek',
  'Wijkteams Vliermonde',
] as const;

const NUISANCE = [
  'Meldingen openbare ruimte en woonoverlast',
  'Geregistreerde overlastincidenten',
  'Meldpunt Zorg en Overlast',
  'Overlastdossiers',
  'Incidenten meldkamer',
];
/** Sources that register which address a report is about. */
const ABOUT_ADDRESSES = NUISANCE.slice(0, 4);
const PERIOD = { periodFrom: DEMO_PERIOD.from, periodTo: DEMO_PERIOD.to };
const WHOLE_TOWN = { areaLevel: 'gemeente', grain: 'all', ...PERIOD };
const board = (personName: string, position: string, agreedOn: string) => ({
  personName,
  function: position,
  agreedOn,
});

/** Step 1 of the demo lab: six partners, three questions, one of which became the lab's, and the shells of the five findings and of a forecast. */
export const demoStepOne: DemoStepOne = {
  goals: {
    [MUNICIPALITY]: 'Toezicht, zorg en schoonmaak inzetten waar bewoners het meeste last hebben.',
    [POLICE]:
      'Minder tijd kwijt zijn aan steeds dezelfde adressen, en mensen met verward gedrag eerder bij zorg krijgen.',
    [GGD]: 'Mensen met verward gedrag eerder bereiken, ook waar niemand om hulp vraagt.',
    [CORPORATION]: 'Huurders rustig laten wonen, en weten waar een zaak ook bij anderen bekend is.',
    [FIRE_BRIGADE]: 'Brandgevaar door vervuiling in woningen op tijd zien.',
    [WIJKTEAM]: 'Weten in welke buurten wij meer moeten zijn, en wat anderen daar al doen.',
  },
  questions: [
    {
      question:
        'Waar en wanneer komen overlast en verward gedrag samen, wie van ons ziet welk deel daarvan, en bereikt de ondersteuning de mensen om wie het gaat?',
      behind: 'Beslissen in welke buurten en op welke uren wij samen optrekken, en waar ondersteuning ontbreekt.',
    },
    {
      question: 'In welke straten komt zwerfvuil telkens terug?',
      behind: 'De routes van schoonmaak en handhaving opnieuw indelen.',
    },
    {
      question: 'Welke meldingen zijn een vroeg signaal van een zaak die later groot wordt?',
      behind: 'Eerder een gesprek voeren, voordat een zaak vastloopt.',
    },
  ],
  scores: {
    [MUNICIPALITY]: [
      [5, 4, 3],
      [3, 5, 1],
      [4, 2, 4],
    ],
    [POLICE]: [
      [5, 4, 3],
      [2, 4, 1],
      [5, 3, 4],
    ],
    [GGD]: [
      [5, 3, 3],
      [1, 3, 1],
      [5, 2, 5],
    ],
    [CORPORATION]: [
      [4, 4, 3],
      [3, 4, 1],
      [4, 3, 4],
    ],
    [FIRE_BRIGADE]: [
      [4, 4, 2],
      [2, 4, 1],
      [3, 2, 4],
    ],
    [WIJKTEAM]: [
      [5, 3, 3],
      [3, 4, 1],
      [4, 2, 4],
    ],
  },
  core: { question: 0, reason: 'Alle zes partners hebben hier een deel van het antwoord; bij de andere vragen niet.' },
  explanations: {
    otherwise: 'Besproken met de functionaris gegevensbescherming en vastgelegd in ons privacyregister.',
    legal_basis:
      'Taak van algemeen belang (AVG artikel 6 lid 1 onder e). De grondslag staat per gegevensset in het lab.',
    dpia: 'Ja, er is een DPIA nodig. De partners maken die samen, vóór stap 3.',
    works_council: 'De ondernemingsraad is geïnformeerd. Wie een melding registreerde, komt niet in de gegevens.',
    retention: 'Zo lang als per gegevensset is afgesproken; het platform verwijdert daarna en geeft een bewijs.',
    who_answers: 'De gegevensbeheerder van onze organisatie.',
    completeness: 'Ja, het staat op de registratiekaart onder “wat er niet in staat”.',
    changes: 'Ja, met datum op de registratiekaart.',
    duplicates: 'Ja, het staat op de registratiekaart.',
    bias: 'Deels: wijken met meer toezicht geven meer meldingen. Wij noemen dat bij elke kaart.',
  },
  boards: {
    [MUNICIPALITY]: board('Marleen Ooms', 'wethouder zorg en veiligheid', '2025-01-14'),
    [POLICE]: board('Harm Brouwer', 'teamchef', '2025-01-16'),
    [GGD]: board('Lidewij Prins', 'directeur publieke gezondheid', '2025-01-13'),
    [CORPORATION]: board('Theo Rijnders', 'bestuurder', '2025-01-20'),
    [FIRE_BRIGADE]: board('Carla Stam', 'regionaal commandant', '2025-01-21'),
    [WIJKTEAM]: board('Joost Evers', 'directeur', '2025-01-15'),
  },
  consultation: {
    how: 'Twee avonden in buurthuizen, in Noorderzoom en Zuidwal, en een gesprek met de cliëntenraad.',
    heldOn: '2025-01-23',
    outcome:
      'Bewoners vinden het goed dat wij samen kijken, als niemand op een lijst komt. Zij willen de uitkomst zelf kunnen lezen. Daarom komt er een openbare pagina.',
  },
  shells: [
    {
      title: 'Waar overlast zich ophoopt',
      kind: 'descriptive',
      method: 'getis-ord-gi',
      unit: 'report',
      areaLevel: 'buurt',
      grain: 'year',
      ...PERIOD,
      sources: NUISANCE,
      rows: 'area',
      columns: ['Meldingen', 'Per 1.000 inwoners', 'Opvallend veel of weinig'],
      use: 'Kiezen in welke buurten de wijkteams, politie en handhaving samen langsgaan.',
    },
    {
      title: 'Hoeveel adressen een groot deel van de meldingen geven',
      kind: 'descriptive',
      method: 'gini-lorenz',
      unit: 'address',
      ...WHOLE_TOWN,
      sources: ABOUT_ADDRESSES,
      rows: 'source',
      columns: ['Adressen', 'Deel van de meldingen'],
      use: 'Beslissen of een aanpak per adres of per buurt het meeste oplevert.',
    },
    {
      title: 'Bij hoeveel organisaties een adres bekend is',
      kind: 'descriptive',
      method: 'known-to-n',
      unit: 'address',
      ...WHOLE_TOWN,
      sources: ABOUT_ADDRESSES,
      rows: 'source',
      columns: ['Adressen', 'Deel van de meldingen'],
      use: 'Weten hoeveel zaken wij alle vier kennen, en welk deel ieder van ons alleen ziet.',
    },
    {
      title: 'Meldingen per inwoner, per wijk',
      kind: 'descriptive',
      method: 'rates',
      unit: 'report',
      areaLevel: 'wijk',
      grain: 'all',
      ...PERIOD,
      sources: NUISANCE,
      rows: 'area',
      columns: ['Meldingen', 'Per 1.000 inwoners'],
      use: 'Kiezen in welke wijken wij beginnen, en daar de wijkteams versterken.',
    },
    {
      title: 'Meldingen bij zorglocaties, per wijk',
      kind: 'descriptive',
      method: 'rates',
      unit: 'report',
      areaLevel: 'wijk',
      grain: 'all',
      ...PERIOD,
      sources: NUISANCE,
      rows: 'area',
      columns: ['Per 1.000 adressen bij zorg', 'Per 1.000 andere adressen', 'Verhouding'],
      use: 'Met zorginstellingen afspreken wie er rond hun locaties aanspreekbaar is.',
    },
    {
      title: 'Wie van ons welke overlast hoort',
      kind: 'diagnostic',
      method: 'chi2-cramer',
      unit: 'report',
      ...WHOLE_TOWN,
      sources: NUISANCE,
      rows: 'source',
      columns: ['Meldingen', 'Verwacht', 'Verhouding'],
      use: 'Afspreken wie wie inlicht, zoals over vervuiling met brandgevaar.',
    },
    {
      title: 'Wmo-ondersteuning bij verward gedrag',
      kind: 'diagnostic',
      method: 'service-use-gap',
      unit: 'address',
      ...WHOLE_TOWN,
      sources: [...ABOUT_ADDRESSES, 'Gebruik van voorzieningen (Wmo, jeugdhulp, schuldhulp, participatie)'],
      rows: 'category',
      columns: ['Adressen', 'Met ondersteuning', 'Verhouding'],
      use: 'Het aanbod van ondersteuning beter laten passen bij wie het nodig heeft.',
    },
    {
      title: 'Meldingen per wijk in de volgende maand',
      kind: 'predictive',
      method: 'forecast',
      unit: 'area',
      areaLevel: 'wijk',
      grain: 'month',
      ...PERIOD,
      sources: NUISANCE,
      rows: 'area',
      columns: ['Verwacht', 'Van', 'Tot'],
      use: 'De uren van de wijkteams een maand vooruit over de wijken verdelen.',
    },
  ],
};
