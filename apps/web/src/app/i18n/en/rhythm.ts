import type { Translation } from '../translation.js';

export const rhythm: Translation['rhythm'] = {
  title: 'Rhythm of the week: {{area}}',
  lead: 'When reports come, over all years together.',
  telling: 'Only the sources that register hours count here: {{sources}}.',
  someHours: 'Not every report has an hour. Reports without one do not count here.',
  noHours:
    '{{source}} does not register hours. So there is no rhythm of the week. That is not the same as zero reports.',
  noHoursAtAll: 'None of the sources registers hours. So there is no rhythm of the week.',
  notTold:
    'For {{area}} ({{category}}) there are too few reports to show a rhythm without saying too much about people.',
  nearest: 'What we can show: the rhythm of {{area}}, {{category}}.',
  moreTold: 'More boxes with a figure: the rhythm of {{area}}, {{category}}.',
  show: 'Show that rhythm',
  busiestHour: 'Most reports come on {{row}} between {{from}} and {{to}} o’clock.',
  busiestBlock: 'By the day most reports come {{row}} between {{from}} and {{to}} o’clock.',
  noneShown: 'For no part of the week a figure can be shown.',
  caption: '{{category}} in {{area}}: reports by day and hour of the week, over all years together',
  hours: '{{from}}–{{to}} h',
  unitHours: 'Number of reports per hour of the week',
  unitBlocks: 'Colour: reports a day (five on weekdays, two in the weekend)',
  rows: {
    d1: 'Monday',
    d2: 'Tuesday',
    d3: 'Wednesday',
    d4: 'Thursday',
    d5: 'Friday',
    d6: 'Saturday',
    d7: 'Sunday',
    week: 'On weekdays',
    weekend: 'In the weekend',
  },
};
