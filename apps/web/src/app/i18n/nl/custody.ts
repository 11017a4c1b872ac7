/** Keys: what is said while they are made, and about rows that have none. */
export const custody = {
  making: 'Sleutels worden gemaakt…',
  made: '{{done}} van {{total}} adressen en personen',
  explained:
    'De sleutelhouder krijgt alleen onherkenbare getallen. Adressen en burgerservicenummers blijven op deze computer; sluit dit venster niet.',
  sealing: 'Sleutels worden verzegeld…',
  keys: {
    household_key_one: '{{text}} rij heeft een sleutel voor het adres.',
    household_key_other: '{{text}} rijen hebben een sleutel voor het adres.',
    person_key_one: '{{text}} rij heeft een sleutel voor de persoon.',
    person_key_other: '{{text}} rijen hebben een sleutel voor de persoon.',
    reporter_key_one: '{{text}} rij heeft een sleutel voor de melder.',
    reporter_key_other: '{{text}} rijen hebben een sleutel voor de melder.',
    check_key_one:
      '{{text}} rij heeft een controlesleutel van postcode en huisnummer, alleen om gemiste koppelingen te schatten.',
    check_key_other:
      '{{text}} rijen hebben een controlesleutel van postcode en huisnummer, alleen om gemiste koppelingen te schatten.',
  },
  notNeeded_one: '{{text}} hoeft er geen: het gaat niet over een huishouden in een woning.',
  notNeeded_other: '{{text}} hoeven er geen: ze gaan niet over een huishouden in een woning.',
  without: {
    blank_one: '{{text}} niet: er staat niets.',
    blank_other: '{{text}} niet: er staat niets.',
    incomplete_one: '{{text}} niet: het adres is niet volledig.',
    incomplete_other: '{{text}} niet: het adres is niet volledig.',
    malformed_one: '{{text}} niet: zo ziet het er niet uit.',
    malformed_other: '{{text}} niet: zo ziet het er niet uit.',
    failed_elfproef_one: '{{text}} niet: het nummer klopt niet (elfproef).',
    failed_elfproef_other: '{{text}} niet: het nummer klopt niet (elfproef).',
    not_listed_one: '{{text}} niet: het adres staat niet in de adreslijst.',
    not_listed_other: '{{text}} niet: het adres staat niet in de adreslijst.',
    ambiguous_one: '{{text}} niet: de adreslijst heeft er twee.',
    ambiguous_other: '{{text}} niet: de adreslijst heeft er twee.',
  },
  fromBsn: 'BSN uit “{{column}}”, wordt een pseudoniem',
  fromAddress: 'Volgt uit het adres, wordt een pseudoniem',
} as const;
