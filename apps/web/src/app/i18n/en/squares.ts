import type { Translation } from '../translation.js';

export const squares: Translation['squares'] = {
  level: 'Squares of 200 m',
  mapLabel:
    'Map of {{count}} squares of 200 by 200 metres. Choose a square in the list “Go to a square”, or use the table.',
  summary_one: '{{text}} square with a figure. In every other square nothing was reported, or too little to show.',
  summary_other: '{{text}} squares with a figure. In every other square nothing was reported, or too little to show.',
  summaryOwn_one: '{{text}} square with reports.',
  summaryOwn_other: '{{text}} squares with reports.',
  noneShown:
    'For this choice no square has a number. This source notes no square with a report, or there are too few everywhere to show. Look by {{level}} instead.',
  noneOwn:
    'Of no report in this choice the square is known. That is not the same as zero reports. Look by {{level}} instead.',
  showLevel: 'Show by {{level}}',
  goTo: 'Go to a square',
  noSquare: 'Choose a square with a figure',
  option: '{{code}}: {{text}}',
  choose: 'Choose a square on the map, in the list or in the table. Of an empty square, too, you read what we can say.',
  panel: 'About this square',
  name: 'Square {{code}}',
  close: 'Close this square',
  within: 'Its middle lies in {{area}}',
  around: 'The area around it',
  rank: 'Number {{rank}} of {{total}} squares with a figure.',
  dontEdge: 'A square can lie across the border of an area. So do not add squares up to an area.',
  unit: 'Number of reports per square',
  count_one: '{{text}} square',
  count_other: '{{text}} squares',
  blank: 'Nothing reported, or too little to show',
  zero: 'No report with this square',
  classes: 'Colours: classes of about equally many squares (quantiles).',
  about:
    'Every square is 200 by 200 metres. It belongs to the area in which its middle lies. Reports of which the square is not known do not count here. On squares there are only numbers per year, and no hotspot test.',
  table: {
    area: 'Square',
    parent: 'Area',
    search: 'Search a square or an area',
    rows: 'Square {{from}} to {{to}} of {{total}}',
    noMatch: 'No square found with “{{query}}”.',
  },
};
