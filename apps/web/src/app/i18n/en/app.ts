import { categoryNames } from '@datalab/domain';
import type { Translation } from '../translation.js';

export const app: Translation['app'] = {
  name: 'Data Lab Overlast',
  skip: 'Skip to content',
  homeLink: 'Data Lab Overlast, to start',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'My account',
  administration: 'Administration',
  language: 'Language',
  signedInAs: 'Signed in as',
  footer: 'You see numbers per area here, never names, addresses or single reports of others.',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  unknown: 'unknown',
  none: 'None',
  notFoundTitle: 'This page does not exist',
  notFoundText: 'Perhaps the link is old, or a letter got lost.',
  toStart: 'To start',
  requestId: 'Reference of this error (mention it when you ask for help):',
  sessionTitle: 'You have been signed out',
  sessionText: 'Your session has ended. Sign in again and you will continue on this page.',
  liveLost: 'No live connection. We look every few seconds whether something changed.',
};

export const failure: Translation['failure'] = {
  Unauthenticated: { title: 'You are not signed in', text: 'Sign in to continue.' },
  Offline: { title: 'No connection', text: 'The server cannot be reached. Check your connection and try again.' },
  Unavailable: { title: 'Not available right now', text: 'A part does not answer. Try again in a minute.' },
  NotFound: {
    title: 'Not found',
    text: 'This does not exist, or it is not meant for you. Do you take part in this lab? Ask its coordinator for access.',
  },
  Forbidden: {
    title: 'You may not see or do this',
    text: 'Your role in this lab does not give access here. The coordinator of the lab can change your role.',
  },
  InvalidInput: { title: 'This is not right yet', text: 'Check what you filled in.' },
  InvalidState: {
    title: 'Not possible now',
    text: 'The situation has changed. Reload the page to see how things stand.',
  },
  Conflict: { title: 'Somebody was before you', text: 'Reload the page and see whether it is still needed.' },
  Withheld: {
    title: 'This figure is not shown',
    text: 'It could say too much about people. Look at a larger area or a longer period.',
  },
  Bug: { title: 'Something went wrong', text: 'This is our fault, not yours. Try again.' },
};

export const role: Translation['role'] = {
  data_steward: 'data steward',
  coordinator: 'coordinator',
  domain_expert: 'domain expert',
  analyst: 'analyst',
  privacy_officer: 'privacy officer',
  wijkteam_member: 'neighbourhood team member',
};

export const organisationType: Translation['organisationType'] = {
  municipality: 'municipality',
  police: 'police',
  ggd: 'public health service (GGD)',
  housing_corporation: 'housing corporation',
  wijkteam: 'neighbourhood team',
  care_provider: 'care provider',
  fire_brigade: 'fire brigade',
  school: 'school',
  university: 'university',
  other: 'other organisation',
};

export const category: Translation['category'] = {
  all: 'All categories together',
  ...categoryNames('en'),
  out_of_scope: 'Outside this lab',
};
