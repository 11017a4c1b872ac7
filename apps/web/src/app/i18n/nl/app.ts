import { categoryNames } from '@datalab/domain';

export const app = {
  name: 'Data Lab Overlast',
  skip: 'Naar de inhoud',
  homeLink: 'Data Lab Overlast, naar start',
  signIn: 'Inloggen',
  signOut: 'Uitloggen',
  account: 'Mijn account',
  administration: 'Beheer',
  language: 'Taal',
  signedInAs: 'Ingelogd als',
  footer: 'U ziet hier aantallen per gebied, nooit namen, adressen of losse meldingen van anderen.',
  loading: 'Bezig met laden…',
  retry: 'Probeer opnieuw',
  cancel: 'Annuleren',
  unknown: 'onbekend',
  none: 'Geen',
  notFoundTitle: 'Deze pagina bestaat niet',
  notFoundText: 'Misschien is de link oud, of is er een letter weggevallen.',
  toStart: 'Naar start',
  requestId: 'Kenmerk van deze fout (geef dit door als u hulp vraagt):',
  sessionTitle: 'U bent uitgelogd',
  sessionText: 'Uw sessie is verlopen. Log opnieuw in, dan gaat u verder op deze pagina.',
  liveLost: 'Geen live verbinding. Wij kijken elke paar seconden of er iets is veranderd.',
} as const;

export const failure = {
  Unauthenticated: { title: 'U bent niet ingelogd', text: 'Log in om verder te gaan.' },
  Offline: {
    title: 'Geen verbinding',
    text: 'De server is niet te bereiken. Controleer uw internetverbinding en probeer het opnieuw.',
  },
  Unavailable: {
    title: 'Even niet beschikbaar',
    text: 'Een onderdeel reageert niet. Probeer het over een minuut opnieuw.',
  },
  NotFound: {
    title: 'Niet gevonden',
    text: 'Dit bestaat niet, of het is niet voor u bedoeld. Werkt u mee aan dit lab? Vraag de trekker om toegang.',
  },
  Forbidden: {
    title: 'U mag dit niet zien of doen',
    text: 'Uw rol in dit lab geeft hier geen toegang toe. De trekker van het lab kan uw rol aanpassen.',
  },
  InvalidInput: { title: 'Dit klopt nog niet', text: 'Controleer wat u invulde.' },
  InvalidState: {
    title: 'Dit kan nu niet',
    text: 'De situatie is intussen veranderd. Ververs de pagina om te zien hoe het er nu voor staat.',
  },
  Conflict: { title: 'Iemand was u voor', text: 'Ververs de pagina en kijk of het nog nodig is.' },
  Withheld: {
    title: 'Dit cijfer wordt niet getoond',
    text: 'Het zou te veel over mensen kunnen zeggen. Kijk naar een groter gebied of een langere periode.',
  },
  Bug: { title: 'Er ging iets mis', text: 'Dit ligt aan ons, niet aan u. Probeer het opnieuw.' },
} as const;

export const role = {
  data_steward: 'gegevensbeheerder',
  coordinator: 'trekker',
  domain_expert: 'inhoudelijk expert',
  analyst: 'data-analist',
  privacy_officer: 'privacy officer / FG',
  wijkteam_member: 'wijkteamlid',
} as const;

export const organisationType = {
  municipality: 'gemeente',
  police: 'politie',
  ggd: 'GGD',
  housing_corporation: 'woningcorporatie',
  wijkteam: 'wijkteam',
  care_provider: 'zorgaanbieder',
  fire_brigade: 'brandweer',
  school: 'school',
  university: 'universiteit',
  other: 'andere organisatie',
} as const;

export const category = {
  all: 'Alle categorieën samen',
  ...categoryNames('nl'),
  out_of_scope: 'Valt buiten dit lab',
} as const;
