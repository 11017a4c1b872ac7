/** Keys: what is said while they are made, and about rows that have none. */
export const custody = {
  making: 'Making keys…',
  made: '{{done}} of {{total}} addresses and persons',
  explained:
    'The key holder gets numbers that nobody can recognise. Addresses and citizen service numbers stay on this computer; do not close this window.',
  sealing: 'Sealing keys…',
  keys: {
    household_key_one: '{{text}} row has a key of the address.',
    household_key_other: '{{text}} rows have a key of the address.',
    person_key_one: '{{text}} row has a key of the person.',
    person_key_other: '{{text}} rows have a key of the person.',
    reporter_key_one: '{{text}} row has a key of the reporter.',
    reporter_key_other: '{{text}} rows have a key of the reporter.',
  },
  without: {
    blank_one: '{{text}} has none: nothing is written.',
    blank_other: '{{text}} have none: nothing is written.',
    incomplete_one: '{{text}} has none: the address is not complete.',
    incomplete_other: '{{text}} have none: the address is not complete.',
    malformed_one: '{{text}} has none: it does not look like one.',
    malformed_other: '{{text}} have none: they do not look like one.',
    failed_elfproef_one: '{{text}} has none: the number is not right (elfproef).',
    failed_elfproef_other: '{{text}} have none: the number is not right (elfproef).',
    not_listed_one: '{{text}} has none: the address is not in the address list.',
    not_listed_other: '{{text}} have none: the address is not in the address list.',
    ambiguous_one: '{{text}} has none: the address list has two.',
    ambiguous_other: '{{text}} have none: the address list has two.',
  },
  fromBsn: 'BSN in “{{column}}”, becomes a pseudonym',
  fromAddress: 'Follows from the address, becomes a pseudonym',
} as const;
