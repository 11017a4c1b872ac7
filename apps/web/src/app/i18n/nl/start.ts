export const landing = {
  title: 'Samen zien waar overlast is',
  lead: 'Gemeente, politie, GGD, corporaties en wijkteams krijgen meldingen over overlast. Hier leggen zij die naast elkaar, zonder te weten over wie een melding gaat.',
  fileTitle: 'Uw bestand blijft bij u',
  fileText:
    'Een gegevensbeheerder kiest een bestand. De eigen browser leest het en stuurt alleen wat nodig is: datum, soort en buurt. Namen en adressen gaan niet mee.',
  pictureTitle: 'Eén beeld van de wijk',
  pictureText:
    'Kaarten en grafieken laten zien waar en wanneer meldingen vaker voorkomen dan u bij toeval zou verwachten, en hoe zeker dat is.',
  careTitle: 'Kleine aantallen blijven verborgen',
  careText:
    'Waar een getal te veel over mensen zou zeggen, staat het er niet. U ziet dan welk antwoord er wél kan worden gegeven.',
  signInText: 'U logt in met het account van uw eigen organisatie.',
} as const;

export const start = {
  title: 'Welkom, {{name}}',
  labs: 'Uw labs',
  waiting: 'Wat op u wacht',
  nothingWaiting: 'Er staat niets voor u klaar.',
  noLabsTitle: 'U doet nog niet mee aan een lab',
  noLabsText: 'Vraag de trekker van het lab om u toe te voegen, met uw organisatie en uw rol.',
  region: 'Gebied',
  yourRole_one: 'Uw rol',
  yourRole_other: 'Uw rollen',
  currentStep: 'Nu bezig',
  allDone: 'Alle vijf stappen zijn klaar',
  task: {
    overdue: 'Te laat: {{what}} had klaar moeten zijn op {{due}}',
    due: '{{what}} moet klaar zijn op {{due}}',
    mention: 'Iemand vraagt u iets bij {{what}}, sinds {{since}}',
    deliver: '{{dataset}} is nog niet aangeleverd',
    refused: 'De laatste levering van {{dataset}} is geweigerd',
    checking: 'De levering van {{dataset}} wordt nagekeken',
    submit: 'Stap “{{step}}” voldoet aan alle voorwaarden en kan ter beoordeling',
    approve: 'Stap “{{step}}” wacht op goedkeuring',
    criterion: 'Nog nodig in stap “{{step}}”, sinds {{since}}: {{criterion}}',
    missing: 'Stap “{{step}}”: er ontbreekt nog iets',
    picture: 'Er is een beeld van {{date}}',
  },
  action: {
    overdue: 'Bekijk',
    due: 'Bekijk',
    mention: 'Bekijk de vraag',
    deliver: 'Aanleveren',
    refused: 'Bekijk waarom',
    checking: 'Volg de controle',
    submit: 'Naar het lab',
    approve: 'Naar het lab',
    criterion: 'Bekijk en regel het',
    missing: 'Bekijk wat ontbreekt',
    picture: 'Bekijk hotspots',
  },
} as const;
