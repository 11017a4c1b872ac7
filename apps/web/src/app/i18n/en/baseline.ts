import type { Translation } from '../translation.js';

export const baseline: Translation['baseline'] = {
  title: 'Change since the baseline',
  lead: 'The baseline was made on {{date}}. We hold the newest whole quarter against the same quarter of that time, so that the season is the same. All figures are protected as on the map.',
  tooEarly: 'nothing to compare yet. No whole quarter was delivered since the baseline, or this season was not in it.',
  whole: {
    more: '{{area}}: more reports than then. From {{before}} ({{then}}) to {{after}} ({{now}}).',
    less: '{{area}}: fewer reports than then. From {{before}} ({{then}}) to {{after}} ({{now}}).',
    same: '{{area}}: no difference larger than chance. Then {{before}} ({{then}}), now {{after}} ({{now}}).',
    unknown: '{{area}}: nothing can be said, because one of the two numbers is not shown.',
  },
  parts: 'Per part: {{list}}.',
  count: {
    more_one: 'more in {{count}}',
    more_other: 'more in {{count}}',
    less_one: 'less in {{count}}',
    less_other: 'less in {{count}}',
    same_one: 'no difference in {{count}}',
    same_other: 'no difference in {{count}}',
    unknown_one: 'nothing to say of {{count}}',
    unknown_other: 'nothing to say of {{count}}',
  },
  word: { more: 'more', less: 'less', same: 'no difference', unknown: 'nothing to say' },
  table: 'See the numbers',
  tableOf: 'Then and now: {{source}}',
  area: 'Area',
  change: 'Difference',
  notShown: 'not shown',
  notCause: 'This says that something changed, not why.',
  ofMeasure: 'Since the baseline ({{then}} beside {{now}}), all kinds of reports together: {{list}}.',
};

export const measureTrend: Translation['measureTrend'] = {
  open: 'See the solution on the course over time',
  area: 'Area',
  what: '{{source}}, {{kind}}, {{area}}: reports per quarter, protected as on the map.',
  label: 'Reports per quarter in {{area}}, with the start of the solution on {{date}}',
  axis: 'reports per quarter',
  startSign: 'start',
  endSign: 'end',
  mark: 'The dashed line is the start on {{date}}.',
  notYet: 'The solution starts on {{date}}. That lies outside of what has been delivered.',
  notProof: 'The line alone proves nothing. What can be said of it stands above, with what was registered.',
  table: 'See the numbers',
  nothing: 'Nothing is shown of this area per quarter.',
};
