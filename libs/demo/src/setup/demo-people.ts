import type { OrganisationType } from '@datalab/domain';

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly type: OrganisationType;
}

export interface DemoUser {
  /** What the identity provider calls the person. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  /** Key of the organisation. */
  readonly organisation: string;
  /** Administers the platform; sees no content of any lab. */
  readonly administrator?: true;
}

const DOMAINS: Readonly<Record<string, string>> = {
  platform: 'datalab.example',
  municipality: 'vliermonde.example',
  police: 'politie.vliermonde.example',
  ggd: 'ggd.vliermonde.example',
  corporation: 'devlier.example',
  fire_brigade: 'brandweer.vliermonde.example',
  wijkteam: 'wijkteams.vliermonde.example',
  neighbour_municipality: 'dijkerveen.example',
  neighbour_corporation: 'havenwonen.example',
};

/** The six partners of the demo lab, the party that runs the platform, and two organisations of another lab. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  { key: 'platform', name: 'Platformbeheer Data Lab', type: 'other' },
  { key: 'municipality', name: 'Gemeente Vliermonde', type: 'municipality' },
  { key: 'police', name: 'Politie basisteam Vliermonde', type: 'police' },
  { key: 'ggd', name: 'GGD Vlierstreek', type: 'ggd' },
  { key: 'corporation', name: 'Woonstichting De Vlier', type: 'housing_corporation' },
  { key: 'fire_brigade', name: 'Brandweer Vlierstreek', type: 'fire_brigade' },
  { key: 'wijkteam', name: 'Wijkteams Vliermonde', type: 'wijkteam' },
  { key: 'neighbour_municipality', name: 'Gemeente Dijkerveen', type: 'municipality' },
  { key: 'neighbour_corporation', name: 'Havenwonen', type: 'housing_corporation' },
];

const PEOPLE: readonly (readonly [organisation: string, subject: string, name: string])[] = [
  ['platform', 'beheer', 'Astrid Vonk'],
  ['municipality', 'hanneke.bosch', 'Hanneke Bosch'],
  ['municipality', 'samira.elhaddad', 'Samira El Haddad'],
  ['municipality', 'tom.verbruggen', 'Tom Verbruggen'],
  ['municipality', 'ruud.jansma', 'Ruud Jansma'],
  ['municipality', 'ingrid.vanderlaan', 'Ingrid van der Laan'],
  ['police', 'dennis.kuipers', 'Dennis Kuipers'],
  ['police', 'fatma.yilmaz', 'Fatma Yılmaz'],
  ['police', 'marcel.degraaf', 'Marcel de Graaf'],
  ['ggd', 'noor.achterberg', 'Noor Achterberg'],
  ['ggd', 'joyce.sarmo', 'Joyce Sarmo'],
  ['ggd', 'pieter.holtrop', 'Pieter Holtrop'],
  ['corporation', 'kevin.martina', 'Kevin Martina'],
  ['corporation', 'wil.hendriks', 'Wil Hendriks'],
  ['corporation', 'esra.demir', 'Esra Demir'],
  ['fire_brigade', 'bas.oosterhuis', 'Bas Oosterhuis'],
  ['fire_brigade', 'sanne.vink', 'Sanne Vink'],
  ['fire_brigade', 'leo.tahapary', 'Leo Tahapary'],
  ['wijkteam', 'greet.wouters', 'Greet Wouters'],
  ['wijkteam', 'minh.nguyen', 'Minh Nguyen'],
  ['wijkteam', 'mirjam.koster', 'Mirjam Koster'],
  ['wijkteam', 'youssef.amrani', 'Youssef Amrani'],
  ['wijkteam', 'anouk.pinas', 'Anouk Pinas'],
  ['wijkteam', 'jeroen.tuinstra', 'Jeroen Tuinstra'],
  ['neighbour_municipality', 'carla.dewit', 'Carla de Wit'],
  ['neighbour_municipality', 'omar.haddou', 'Omar Haddou'],
  ['neighbour_municipality', 'lieke.brands', 'Lieke Brands'],
  ['neighbour_municipality', 'sven.mulder', 'Sven Mulder'],
  ['neighbour_municipality', 'ruth.abena', 'Ruth Abena'],
  ['neighbour_corporation', 'henk.zijlstra', 'Henk Zijlstra'],
  ['neighbour_corporation', 'iris.pool', 'Iris Pool'],
];
const ADMINISTRATOR = 'beheer';

/** The people of the demo: a subject, a name and an e-mail address each. */
export const DEMO_USERS: readonly DemoUser[] = PEOPLE.map(([organisation, subject, name]) => {
  const user = { subject, email: `${subject}@${DOMAINS[organisation]}`, name, organisation };
  return subject === ADMINISTRATOR ? { ...user, administrator: true } : user;
});
