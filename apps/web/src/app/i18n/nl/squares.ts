export const squares = {
  level: 'Vierkanten van 200 m',
  mapLabel:
    'Kaart met {{count}} vierkanten van 200 bij 200 meter. Kies een vierkant in de lijst “Ga naar een vierkant”, of gebruik de tabel.',
  summary_one: '{{text}} vierkant met een cijfer. In elk ander vierkant is niets gemeld, of te weinig om te tonen.',
  summary_other: '{{text}} vierkanten met een cijfer. In elk ander vierkant is niets gemeld, of te weinig om te tonen.',
  summaryOwn_one: '{{text}} vierkant met meldingen.',
  summaryOwn_other: '{{text}} vierkanten met meldingen.',
  noneShown:
    'Voor deze keuze staat in geen enkel vierkant een getal. Deze bron noteert geen vierkant bij een melding, of het zijn er overal te weinig om te tonen. Kijk dan per {{level}}.',
  noneOwn:
    'Van geen enkele melding in deze keuze is het vierkant bekend. Dat is iets anders dan nul meldingen. Kijk dan per {{level}}.',
  showLevel: 'Toon per {{level}}',
  goTo: 'Ga naar een vierkant',
  noSquare: 'Kies een vierkant met een cijfer',
  option: '{{code}}: {{text}}',
  choose:
    'Kies een vierkant op de kaart, in de lijst of in de tabel. Ook van een leeg vierkant leest u dan wat we wél kunnen zeggen.',
  panel: 'Over dit vierkant',
  name: 'Vierkant {{code}}',
  close: 'Sluit dit vierkant',
  within: 'Het midden ligt in {{area}}',
  around: 'De buurt eromheen',
  rank: 'Plaats {{rank}} van {{total}} vierkanten met een cijfer.',
  dontEdge: 'Een vierkant kan over de grens van een buurt liggen. Tel vierkanten dus niet op tot een buurt.',
  unit: 'Aantal meldingen per vierkant',
  count_one: '{{text}} vierkant',
  count_other: '{{text}} vierkanten',
  blank: 'Niets gemeld, of te weinig om te tonen',
  zero: 'Geen melding met dit vierkant',
  classes: 'Kleuren: klassen met ongeveer evenveel vierkanten (kwantielen).',
  about:
    'Elk vierkant is 200 bij 200 meter. Het hoort bij de buurt waarin zijn midden ligt. Meldingen waarvan het vierkant niet bekend is, tellen hier niet mee. Op vierkanten zijn er alleen aantallen per jaar, en geen hotspottoets.',
  table: {
    area: 'Vierkant',
    parent: 'Buurt',
    search: 'Zoek een vierkant of een buurt',
    rows: 'Vierkant {{from}} tot en met {{to}} van {{total}}',
    noMatch: 'Geen vierkant gevonden met “{{query}}”.',
  },
} as const;
