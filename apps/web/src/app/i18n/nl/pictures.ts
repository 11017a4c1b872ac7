/** Words on and beside the pictures of analyses. */
export const pictures = {
  forecast: {
    label: 'Wat er kwam en wat wordt verwacht',
    caption: 'Het vlak laat zien waarbinnen we het aantal verwachten, in {{percent}} van de 100 keer.',
    past: 'Wat er kwam',
    next: 'Verwachting',
    baseline: 'Eenvoudige voorspelling',
  },
  beforeAfter: {
    label: 'Voor en na de maatregel',
    caption: 'De stippellijn is wat zonder de maatregel werd verwacht.',
    observed: 'Wat er kwam',
    expected: 'Zonder de maatregel verwacht',
    since: 'Begin',
  },
  series: {
    label: 'Verloop in de tijd',
    caption: 'Waar de lijn breekt, is niets aangeleverd of niets te tonen.',
  },
  rhythm: {
    label: 'Wanneer er meldingen zijn, per dag en uur',
    caption:
      'Blauw: vaker dan gemiddeld in het hele gebied. Bruin: minder vaak. Een stip: het verschil is groter dan toeval. Gearceerd: te weinig om te tonen.',
    hour: '{{hour}} uur',
    cell: '{{day}}, {{from}} tot {{to}} uur: {{ratio}} keer zo vaak als gemiddeld',
    withheld: '{{day}}, {{from}} tot {{to}} uur: niet getoond',
    day: {
      day1: 'maandag',
      day2: 'dinsdag',
      day3: 'woensdag',
      day4: 'donderdag',
      day5: 'vrijdag',
      day6: 'zaterdag',
      day7: 'zondag',
      working_day: 'doordeweeks',
      weekend: 'weekend',
    },
  },
  overlap: {
    label: 'Welke partijen dezelfde adressen kennen',
    caption:
      'Elke kolom is een combinatie van partijen; de stippen eronder zeggen welke. Erboven staat het aantal adressen.',
    withheld: 'niet getoond',
  },
  backTest: {
    label: 'Hoe goed elke manier was op het verleden',
    caption: 'Elke voorspelling is gemaakt met wat toen bekend was. Lager is beter, behalve bij dekking en treffers.',
    method: 'Manier',
    baseline: '(eenvoudig)',
    chosen: '(gebruikt)',
  },
  map: {
    label: 'Kaart van de uitkomst; de tabel hieronder zegt hetzelfde',
    caption: 'Wijs een gebied aan voor de naam en de uitkomst.',
    withheld: 'Niet getoond',
    none: 'Niets bijzonders',
    unable: 'Deze browser kan geen kaart tekenen. De tabel hieronder zegt hetzelfde.',
  },
  clusters: {
    label: 'Kaart van de clusters; de tabel hieronder zegt hetzelfde',
    caption: 'Elk cluster heeft een eigen kleur, het sterkste eerst.',
    cluster: 'Cluster {{number}}',
    none: 'Er is geen cluster gevonden.',
  },
} as const;
