const ABOUT_ADDRESSES = [
  'Meldingen openbare ruimte en woonoverlast',
  'Geregistreerde overlastincidenten',
  'Meldpunt Zorg en Overlast',
  'Overlastdossiers',
] as const;

/** What the partners of the demo agree on in step 3, beside what the sample agreement says; sources by name. */
export const demoAgreement = {
  purposes: [
    'understand_nuisance',
    'deploy_people_and_means',
    'evaluate_measures',
    'improve_registration',
    'fit_support_to_need',
  ],
  moreFields: {
    descriptive: ['near_care_location'],
    diagnostic: ['confused_behaviour', 'month', 'provision'],
  },
  links: [
    {
      by: 'household_key',
      sources: [...ABOUT_ADDRESSES, 'Gebruik van voorzieningen (Wmo, jeugdhulp, schuldhulp, participatie)'],
    },
  ],
  dpia: { reference: 'DPIA Data Lab Vliermonde 2025-02, besproken met de functionarissen', on: '2025-02-11' },
  arrangements:
    'Uitkomsten gaan over gebieden en aantallen. Wat een partner in een gebied gaat doen, besluit die partner zelf.',
} as const;

/** The question that the picture leaves open, written at the end of step 2. */
export const demoDeeperQuestion = {
  question: 'Welk deel van de adressen met overlast kennen wij alle vier, en welk deel ziet ieder van ons alleen?',
  seen: 'De bronnen laten elk een ander beeld zien, en geen van ons weet hoe ver die elkaar overlappen.',
} as const;

const answer = (value: string, verdict: 'safeguarded' | 'with_measures', words: string) => ({
  value,
  verdict,
  answer: words,
});

/** What every organisation of the demo answers on the seven values: of the lab, and of each analysis. */
export const demoValues = [
  answer('privacy', 'safeguarded', 'Wij zien alleen aantallen die door de regels zijn gekomen, en geen adres of naam.'),
  answer('safety', 'safeguarded', 'De uitkomst helpt kiezen waar mensen naartoe gaan; zij wijst niemand aan.'),
  answer('autonomy', 'safeguarded', 'Niemand wordt ergens toe verplicht door wat hieruit komt.'),
  answer(
    'control_over_technology',
    'with_measures',
    'Wij bespreken elke uitkomst in een duidingssessie voordat er iets mee gebeurt.',
  ),
  answer('human_dignity', 'with_measures', 'Wij schrijven over buurten en vragen, en niet over groepen als probleem.'),
  answer(
    'justice',
    'with_measures',
    'Waar vaker gemeld wordt is niet altijd meer overlast; wij noemen dat bij elke kaart.',
  ),
  answer('balance_of_power', 'safeguarded', 'Elke partner tekent zelf en kan een uitkomst tegenhouden.'),
] as const;

/** What goes with the result of each output shell when it is given to the lab, by the title of the shell. */
export const demoStories: Readonly<Record<string, { what: string; why: string; notToConclude: string }>> = {
  'Bij hoeveel organisaties een adres bekend is': {
    what: 'Hoeveel adressen met overlast bij één, twee, drie of vier organisaties bekend zijn, en welk deel van de meldingen daarbij hoort.',
    why: 'Geen van ons ziet alles. Wij willen weten hoeveel zaken bij ons alle vier liggen.',
    notToConclude: 'Dit zegt niet welke adressen het zijn, en ook niet wiens schuld iets is.',
  },
  'Meldingen per inwoner, per wijk': {
    what: 'Het aantal meldingen van alle bronnen per duizend inwoners, per wijk, over drie jaar.',
    why: 'Wij kiezen in welke wijken wij samen beginnen.',
    notToConclude: 'In een wijk met winkels en horeca komen veel mensen die er niet wonen.',
  },
  'Meldingen bij zorglocaties, per wijk': {
    what: 'Het aantal meldingen per duizend adressen binnen 250 meter van een zorglocatie, naast dat van de andere adressen in dezelfde wijk.',
    why: 'Wij willen met zorginstellingen afspreken wie er rond hun locaties aanspreekbaar is.',
    notToConclude: 'Dichtbij is niet hetzelfde als erdoor: zorg zit vaak waar veel mensen samenkomen.',
  },
  'Wie van ons welke overlast hoort': {
    what: 'Per bron en soort overlast hoeveel er is gemeld, naast wat de mix van alle bronnen samen zou geven.',
    why: 'Wij willen weten wat de één hoort en de ander niet.',
    notToConclude: 'Minder meldingen bij een organisatie betekent niet dat die iets nalaat.',
  },
  'Wmo-ondersteuning bij verward gedrag': {
    what: 'Het deel van de adressen met ondersteuning, met en zonder meldingen over verward gedrag, in gelijke omstandigheden.',
    why: 'Wij willen weten of ondersteuning de mensen bereikt om wie het gaat.',
    notToConclude: 'Het gaat over adressen en niet over personen, en het zegt niet waarom iemand geen hulp heeft.',
  },
};
