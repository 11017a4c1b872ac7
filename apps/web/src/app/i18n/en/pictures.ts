export const pictures = {
  forecast: {
    label: 'What came and what is expected',
    caption: 'The band shows within which we expect the number, in {{percent}} of 100 cases.',
    past: 'What came',
    next: 'Expectation',
    baseline: 'Simple forecast',
  },
  beforeAfter: {
    label: 'Before and after the measure',
    caption: 'The dashed line is what was expected without the measure.',
    observed: 'What came',
    expected: 'Expected without the measure',
    since: 'Start',
  },
  series: {
    label: 'Through time',
    caption: 'Where the line breaks, nothing was delivered or nothing can be shown.',
  },
  rhythm: {
    label: 'When there are reports, by day and hour',
    caption:
      'Blue: more often than on average in the whole region. Brown: less often. A dot: the difference is larger than chance. Hatched: too few to show.',
    hour: '{{hour}}:00',
    cell: '{{day}}, {{from}} to {{to}} hours: {{ratio}} times as often as on average',
    withheld: '{{day}}, {{from}} to {{to}} hours: not shown',
    day: {
      day1: 'Monday',
      day2: 'Tuesday',
      day3: 'Wednesday',
      day4: 'Thursday',
      day5: 'Friday',
      day6: 'Saturday',
      day7: 'Sunday',
      working_day: 'working days',
      weekend: 'weekend',
    },
  },
  overlap: {
    label: 'Which parties know the same addresses',
    caption:
      'Each column is a combination of parties; the dots below say which. Above it stands the number of addresses.',
    withheld: 'not shown',
  },
  backTest: {
    label: 'How good each method was on the past',
    caption: 'Every forecast was made with what was known then. Lower is better, but for coverage and hits.',
    method: 'Method',
    baseline: '(simple)',
    chosen: '(in use)',
  },
  map: {
    label: 'Map of the outcome; the table below says the same',
    caption: 'Point at an area for its name and outcome.',
    withheld: 'Not shown',
    none: 'Nothing special',
    unable: 'This browser cannot draw maps. The table below says the same.',
  },
  clusters: {
    label: 'Map of the clusters; the table below says the same',
    caption: 'Each cluster has a colour of its own, the strongest first.',
    cluster: 'Cluster {{number}}',
    none: 'No cluster was found.',
  },
} as const;
