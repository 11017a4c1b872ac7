/** A sentence for the person who reads the cell, in the two languages of the platform. */
export interface ReasonText {
  nl: string;
  en: string;
}

/**
 * What is said about a cell, by what the reader sees, never by the rule behind it: "dominated by two households" would
 * itself say that two households live there. `rule` on the cell is for checkers only.
 */
export const REASON_TEXTS = {
  shown: { nl: 'Dit getal mag worden getoond.', en: 'This number may be shown.' },
  own: { nl: 'Eigen cijfer van uw organisatie.', en: 'Your organisation’s own figure.' },
  open: { nl: 'Dit cijfer is al openbaar.', en: 'This figure is public already.' },
  zero: { nl: 'Hier zijn geen meldingen geregistreerd.', en: 'No reports were registered here.' },
  withheld: {
    nl: 'Niet getoond om mensen te beschermen. Kijk naar een groter gebied of een langere periode.',
    en: 'Not shown, to protect people. Look at a larger area or a longer period.',
  },
  none_or_few: {
    nl: 'Geen meldingen, of te weinig om te tonen. Kijk naar een groter gebied of een langere periode.',
    en: 'No reports, or too few to show. Look at a larger area or a longer period.',
  },
  coarser: {
    nl: 'Zo fijn verdeeld zeggen deze cijfers te veel over mensen. Kijk naar een groter gebied of een langere periode.',
    en: 'Divided this finely these figures say too much about people. Look at a larger area or a longer period.',
  },
  not_delivered: {
    nl: 'Voor deze periode zijn geen gegevens aangeleverd. Dat is iets anders dan nul.',
    en: 'No data were delivered for this period. That is not the same as zero.',
  },
} as const satisfies Record<string, ReasonText>;
