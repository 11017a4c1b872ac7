/** The two lists that every organisation answers in step 1. */
export const CHECKLISTS = ['legal', 'quality'] as const;
export type ChecklistName = (typeof CHECKLISTS)[number];

export const CHECKLIST_ANSWERS = ['yes', 'no', 'not_applicable'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];

/** One question of a list, with what a good answer tells. */
export interface ChecklistItem {
  key: string;
  question: { nl: string; en: string };
  hint: { nl: string; en: string };
}

/** A list as it stands in one version. Items are data: a change is a new version, and what was answered keeps the version it answered. */
export interface Checklist {
  name: ChecklistName;
  version: number;
  items: readonly ChecklistItem[];
}

const item = (key: string, nl: [string, string], en: [string, string]): ChecklistItem => ({
  key,
  question: { nl: nl[0], en: en[0] },
  hint: { nl: nl[1], en: en[1] },
});

const LEGAL: Checklist = {
  name: 'legal',
  version: 1,
  items: [
    item(
      'legal_basis',
      [
        'Is er een grondslag om deze gegevens te gebruiken?',
        'Noem de wet en het artikel, of de taak waar het bij hoort.',
      ],
      ['Is there a legal basis for using these data?', 'Name the act and the article, or the task it belongs to.'],
    ),
    item(
      'purpose',
      ['Past dit onderzoek bij het doel waarvoor de gegevens zijn verzameld?', 'Zo nee: waarom mag het toch?'],
      ['Does this study fit the purpose for which the data were collected?', 'If not: why is it allowed all the same?'],
    ),
    item(
      'dpia',
      [
        'Is bekeken of een DPIA nodig is?',
        'Een DPIA is een onderzoek naar de risico’s voor mensen. Wie keek ernaar, en wat kwam eruit?',
      ],
      ['Was it decided whether a DPIA is needed?', 'Who looked at it, and with what outcome?'],
    ),
    item(
      'special_categories',
      [
        'Zitten er bijzondere gegevens bij, en mag dat?',
        'Bijvoorbeeld over gezondheid, zorg of strafbare feiten. Noem de uitzondering in de wet.',
      ],
      [
        'Are there special categories of data, and is that allowed?',
        'For example on health, care or offences. Name the exception in law.',
      ],
    ),
    item(
      'confidentiality',
      [
        'Laat het beroepsgeheim of de eigen wet dit toe?',
        'Denk aan de Wpg, de Wmo, de Jeugdwet en het medisch beroepsgeheim.',
      ],
      ['Do professional secrecy and sector law allow it?', 'Think of police, care and youth law, and medical secrecy.'],
    ),
    item(
      'information_duty',
      ['Weten mensen dat hun gegevens zo worden gebruikt?', 'Waar staat het: privacyverklaring, website, brief?'],
      ['Do people know that their data are used in this way?', 'Where is it said: privacy statement, website, letter?'],
    ),
    item(
      'retention',
      ['Is afgesproken hoe lang de gegevens bewaard blijven?', 'Noem de termijn en wie toeziet op het verwijderen.'],
      ['Is it agreed how long the data are kept?', 'Name the period and who sees to deletion.'],
    ),
    item(
      'privacy_officer',
      ['Heeft de functionaris gegevensbescherming meegekeken?', 'Wanneer, en welk advies kwam eruit?'],
      ['Did the data protection officer look along?', 'When, and with what advice?'],
    ),
    item(
      'works_council',
      [
        'Gaan de gegevens ook over eigen medewerkers, en weet de ondernemingsraad ervan?',
        'Uit meldingen kan blijken wie ze registreerde.',
      ],
      ['Are the data about own staff too, and does the works council know?', 'Reports may show who registered them.'],
    ),
  ],
};

const QUALITY: Checklist = {
  name: 'quality',
  version: 1,
  items: [
    item(
      'who_answers',
      ['Is duidelijk wie voor de kwaliteit van de gegevens instaat?', 'Noem de functie, geen naam.'],
      ['Is it clear who answers for the quality of the data?', 'Name the function, not the person.'],
    ),
    item(
      'completeness',
      [
        'Weten wij wat er niet in de registratie komt?',
        'Bijvoorbeeld meldingen aan de telefoon, of een wijk die minder meldt.',
      ],
      [
        'Do we know what does not reach the registration?',
        'For example reports by telephone, or a district that reports less.',
      ],
    ),
    item(
      'definitions',
      ['Zijn de codes en woorden uitgelegd?', 'Weet een ander wat een code betekent?'],
      ['Are the codes and terms explained?', 'Would somebody else know what a code means?'],
    ),
    item(
      'changes',
      [
        'Weten wij wanneer het registreren veranderde?',
        'Een nieuw systeem of een nieuwe werkwijze verandert de cijfers.',
      ],
      ['Do we know when the way of registering changed?', 'A new system or way of working changes the figures.'],
    ),
    item(
      'duplicates',
      ['Weten wij hoe vaak één voorval twee keer geteld wordt?', 'Binnen de eigen gegevens, en samen met een partner.'],
      ['Do we know how often one event is counted twice?', 'Within our own data, and together with a partner.'],
    ),
    item(
      'bias',
      [
        'Weten wij over wie er juist veel of weinig wordt geregistreerd?',
        'Meer toezicht geeft meer meldingen, niet altijd meer overlast.',
      ],
      [
        'Do we know about whom much or little is registered?',
        'More attention gives more reports, not always more nuisance.',
      ],
    ),
    item(
      'lineage',
      [
        'Is vastgelegd waar de gegevens vandaan komen en wat ermee is gedaan?',
        'Welk systeem, welke selectie, welke bewerking?',
      ],
      [
        'Is it written down where the data come from and what was done to them?',
        'Which system, which selection, which processing?',
      ],
    ),
  ],
};

/** The lists as they are answered today. */
export const CHECKLIST_OF: Readonly<Record<ChecklistName, Checklist>> = { legal: LEGAL, quality: QUALITY };

/** Keys of the items that have no answer; an answer without an explanation is none. */
export const openItems = ({ items }: Checklist, answers: readonly { item: string; explanation: string }[]): string[] =>
  items
    .map(({ key }) => key)
    .filter((key) => !answers.some(({ item: answered, explanation }) => answered === key && explanation.trim() !== ''));
