export const rhythm = {
  title: 'Ritme van de week: {{area}}',
  lead: 'Wanneer meldingen komen, over alle jaren samen.',
  telling: 'Hier tellen alleen de bronnen mee die uren registreren: {{sources}}.',
  someHours: 'Niet bij elke melding is een uur genoteerd. Meldingen zonder uur tellen hier niet mee.',
  noHours:
    '{{source}} registreert geen uren. Daarom is er geen ritme van de week. Dat is iets anders dan nul meldingen.',
  noHoursAtAll: 'Geen van de bronnen registreert uren. Daarom is er geen ritme van de week.',
  notTold:
    'Voor {{area}} ({{category}}) zijn er te weinig meldingen om een ritme te tonen zonder te veel over mensen te zeggen.',
  nearest: 'Wat we wél kunnen tonen: het ritme van {{area}}, {{category}}.',
  moreTold: 'Meer vakken met een cijfer: het ritme van {{area}}, {{category}}.',
  show: 'Toon dat ritme',
  busiestHour: 'De meeste meldingen komen op {{row}} tussen {{from}} en {{to}} uur.',
  busiestBlock: 'Per dag komen de meeste meldingen {{row}} tussen {{from}} en {{to}} uur.',
  noneShown: 'Voor geen enkel deel van de week kan een cijfer worden getoond.',
  caption: '{{category}} in {{area}}: meldingen per dag en uur van de week, over alle jaren samen',
  hours: '{{from}}–{{to}} uur',
  unitHours: 'Aantal meldingen per uur van de week',
  unitBlocks:
    'Kleur: meldingen per dag (doordeweeks vijf dagen, in het weekend twee)',
  rows: {
    d1: 'Maandag',
    d2: 'Dinsdag',
    d3: 'Woensdag',
    d4: 'Donderdag',
    d5: 'Vrijdag',
    d6: 'Zaterdag',
    d7: 'Zondag',
    week: 'Doordeweeks',
    weekend: 'In het weekend',
  },
} as const;
