import type { Translation } from '../translation.js';

export const landing: Translation['landing'] = {
  title: 'Seeing together where nuisance is',
  lead: 'Municipality, police, public health, housing corporations and neighbourhood teams receive reports of nuisance. Here they lay them side by side, without knowing whom a report is about.',
  fileTitle: 'Your file stays with you',
  fileText:
    'A data steward chooses a file. Their own browser reads it and sends only what is needed: date, kind and neighbourhood. Names and addresses do not go along.',
  pictureTitle: 'One picture of the neighbourhood',
  pictureText:
    'Maps and charts show where and when reports occur more often than chance would explain, and how certain that is.',
  careTitle: 'Small numbers stay hidden',
  careText: 'Where a number would say too much about people, it is not there. You then see which answer can be given.',
  signInText: 'You sign in with the account of your own organisation.',
};

export const start: Translation['start'] = {
  title: 'Welcome, {{name}}',
  labs: 'Your labs',
  waiting: 'What waits for you',
  nothingWaiting: 'Nothing waits for you.',
  noLabsTitle: 'You do not take part in a lab yet',
  noLabsText: 'Ask the coordinator of the lab to add you, with your organisation and your role.',
  region: 'Region',
  yourRole_one: 'Your role',
  yourRole_other: 'Your roles',
  currentStep: 'Working on',
  allDone: 'All five steps are done',
  task: {
    overdue: 'Overdue: {{what}} was due on {{due}}',
    due: '{{what}} is due on {{due}}',
    mention: 'Somebody asks you something about {{what}}, since {{since}}',
    deliver: '{{dataset}} has not been delivered yet',
    refused: 'The last load of {{dataset}} was refused',
    checking: 'The load of {{dataset}} is being checked',
    submit: 'Step “{{step}}” meets all conditions and can go to review',
    approve: 'Step “{{step}}” waits for approval',
    criterion: 'Still needed in step “{{step}}”, since {{since}}: {{criterion}}',
    missing: 'Step “{{step}}”: something is still missing',
    picture: 'There is a picture of {{date}}',
  },
  action: {
    overdue: 'Look',
    due: 'Look',
    mention: 'See what is asked',
    deliver: 'Deliver',
    refused: 'See why',
    checking: 'Follow the check',
    submit: 'To the lab',
    approve: 'To the lab',
    criterion: 'Look and see to it',
    missing: 'See what is missing',
    picture: 'See hotspots',
  },
};
