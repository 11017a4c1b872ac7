import type { Vocabulary } from './vocabulary.js';

/** Generic list for the incidents of a fire brigade, worded as the national classification of reports (LMC) words them. */
export const BRANDWEER: Vocabulary = {
  name: 'brandweer',
  version: '1',
  title: 'Brandweer: incidenten (naar de Landelijke Meldingsclassificaties)',
  source: 'dit project, naar de Landelijke Meldingsclassificaties',
  entries: [
    [
      'BR-AFVAL',
      'Brand afval',
      'vandalism',
      'Buitenbrand afval',
      'Afvalbrand',
      'Containerbrand',
      'Buitenbrand container',
      'Brand afval/rommel',
    ],
    ['BR-VOERT', 'Brand voertuig', 'vandalism', 'Voertuigbrand', 'Autobrand', 'Brand personenauto'],
    ['BR-BUITEN', 'Buitenbrand overig', 'vandalism', 'Buitenbrand', 'Bermbrand', 'Brand natuur'],
    ['BR-VUURW', 'Brand door vuurwerk', 'fireworks', 'Vuurwerk'],
    ['BR-WONING', 'Brand woning', 'out_of_scope', 'Woningbrand', 'Gebouwbrand', 'Brand gebouw', 'Binnenbrand'],
    ['HV-STANK', 'Stank of hinderlijke lucht', 'stench', 'Stank/hinderlijke lucht', 'Stank', 'Gaslucht'],
    [
      'HV-VERVUIL',
      'Vervuilde woning',
      'filth_neglect',
      'Vervuiling',
      'Vervuiling woning',
      'Brandgevaarlijke situatie vervuiling',
      'Brandonveilige woning door vervuiling',
    ],
    [
      'HV-PERSOON',
      'Hulpverlening persoon',
      'out_of_scope',
      'Afhijsen',
      'Liftopsluiting',
      'Persoon te water',
      'Reanimatie',
    ],
    ['HV-DIER', 'Dier in nood', 'animals', 'Dier te water', 'Hulpverlening dieren'],
    ['HV-VERWARD', 'Assistentie verward persoon', 'confused_behaviour', 'Verward persoon', 'Dreigen met springen'],
    ['HV-OVERIG', 'Hulpverlening overig', 'out_of_scope', 'Stormschade', 'Wateroverlast', 'Verkeersongeval'],
    ['ALARM', 'Automatische brandmelding', 'out_of_scope', 'OMS', 'OMS-melding', 'Automatisch alarm', 'Loos alarm'],
    ['OVERIG', 'Overig', 'other', 'Anders', 'Overige'],
  ],
};
