import type { Category, MappedCategory } from '@datalab/domain';

/** The six parties of the demo lab that deliver reports. */
export const PARTNER_KEYS = ['municipality', 'police', 'ggd', 'corporation', 'fire_brigade', 'wijkteam'] as const;
export type PartnerKey = (typeof PARTNER_KEYS)[number];

/** One code of a partner: as it writes it, its label, what it means, how often among codes of that meaning, and where it is used. */
export interface PartnerCode {
  readonly code: string;
  readonly label: string;
  readonly category: MappedCategory;
  readonly weight: number;
  /** Said of a household (`home`), of a place (`street`), or of both. */
  readonly setting: 'home' | 'street' | 'both';
}

type Row = readonly [
  code: string,
  label: string,
  category: MappedCategory,
  weight?: number,
  setting?: PartnerCode['setting'],
];
const codes = (rows: readonly Row[]): PartnerCode[] =>
  rows.map(([code, label, category, weight = 1, setting = 'both']) => ({ code, label, category, weight, setting }));

/** Main and sub-category as Signalen writes them; the last block is what this municipality added for nuisance at home. */
const MUNICIPALITY = codes([
  ['Veeg- / zwerfvuil', 'Afval', 'filth_neglect', 6, 'street'],
  ['Container is vol', 'Afval', 'filth_neglect', 4, 'street'],
  ['Onkruid', 'Openbaar groen en water', 'filth_neglect', 1, 'street'],
  ['Fietswrak', 'Overlast in de openbare ruimte', 'filth_neglect', 1, 'street'],
  ['Grofvuil', 'Afval', 'waste_dumping', 5, 'street'],
  ['Huisafval', 'Afval', 'waste_dumping', 3, 'street'],
  ['Puin / sloopafval', 'Afval', 'waste_dumping', 1, 'street'],
  ['Parkeeroverlast', 'Overlast in de openbare ruimte', 'parking', 5],
  ['Hinderlijk geplaatst object', 'Overlast in de openbare ruimte', 'parking', 1, 'street'],
  ['Graffiti / wildplak', 'Overlast in de openbare ruimte', 'vandalism', 1],
  ['Honden(poep)', 'Overlast in de openbare ruimte', 'animals', 3],
  ['Ratten', 'Overlast van dieren', 'animals', 2],
  ['Meeuwen', 'Overlast van dieren', 'animals', 1, 'street'],
  ['Stank- / geluidsoverlast', 'Overlast in de openbare ruimte', 'noise', 2, 'street'],
  ['Geluidsoverlast muziek', 'Overlast Bedrijven en Horeca', 'noise', 2, 'street'],
  ['Overlast terrassen', 'Overlast Bedrijven en Horeca', 'noise', 1, 'street'],
  ['Stankoverlast', 'Overlast Bedrijven en Horeca', 'stench', 1],
  ['Jongerenoverlast', 'Overlast van en door personen of groepen', 'youth', 1],
  ['Daklozen / bedelen', 'Overlast van en door personen of groepen', 'homelessness', 1],
  ['Drank- en drugsoverlast', 'Overlast van en door personen of groepen', 'drugs_alcohol', 1],
  ['Vuurwerkoverlast', 'Overlast van en door personen of groepen', 'fireworks', 1],
  ['Overige overlast door personen', 'Overlast van en door personen of groepen', 'other', 1],
  ['Straatverlichting / openbare klok', 'Wegen, verkeer, straatmeubilair', 'out_of_scope', 3, 'street'],
  ['Onderhoud stoep, straat en fietspad', 'Wegen, verkeer, straatmeubilair', 'out_of_scope', 4, 'street'],
  ['Boom', 'Openbaar groen en water', 'out_of_scope', 2, 'street'],
  ['Geluidsoverlast woning (buren, café aan huis)', 'Woonoverlast', 'noise', 1, 'home'],
  ['Burenconflict', 'Woonoverlast', 'neighbour_dispute', 1, 'home'],
  ['Vervuilde woning of tuin', 'Woonoverlast', 'filth_neglect', 1, 'home'],
  ['Zorgelijk of onbegrepen gedrag', 'Woonoverlast', 'confused_behaviour', 1],
  ['Bedreiging of intimidatie', 'Woonoverlast', 'aggression_threat', 1],
]);

/** Incident codes: those of the public StatLine table, and six that stand in for codes that are not in it. */
const POLICE = codes([
  ['E33', 'Overlast door verward persoon', 'confused_behaviour'],
  ['E35', 'Melding overlast jeugd', 'youth'],
  ['E38', 'Overlast ivm alcohol/ drugs', 'drugs_alcohol', 4],
  ['F010', 'Openbare dronkenschap', 'drugs_alcohol', 1, 'street'],
  ['E41', 'Overlast zwervers', 'homelessness'],
  ['M061', 'Geluidshinder horeca', 'noise', 2, 'street'],
  ['M062', 'Geluidshinder evenement', 'noise', 1, 'street'],
  ['M22', 'Geluidshinder overig', 'noise', 4],
  ['X16', 'Burenruzie', 'neighbour_dispute'],
  ['X10', 'Vernieling', 'vandalism'],
  ['X53', 'Bedreiging', 'aggression_threat'],
  ['X36', 'Overlast vuurwerk', 'fireworks'],
  ['X30', 'Vervuiling', 'filth_neglect'],
  ['X99', 'Overige overlast', 'other'],
]);

const GGD = codes([
  ['Verward gedrag', 'Verward gedrag', 'confused_behaviour', 5],
  ['Psychische problematiek', 'Psychische problematiek', 'confused_behaviour', 2],
  ['Middelengebruik', 'Middelengebruik', 'drugs_alcohol'],
  ['Woningvervuiling', 'Woningvervuiling', 'filth_neglect', 3],
  ['Zelfverwaarlozing', 'Zelfverwaarlozing', 'filth_neglect', 1],
  ['Ongedierte', 'Ongedierte', 'animals'],
  ['Stank', 'Stank', 'stench'],
  ['Geluidsoverlast', 'Geluidsoverlast', 'noise'],
  ['Burenoverlast', 'Burenoverlast', 'neighbour_dispute'],
  ['Dakloosheid', 'Dakloosheid', 'homelessness'],
  ['Agressie of bedreiging', 'Agressie of bedreiging', 'aggression_threat'],
  ['Jeugdoverlast', 'Jeugdoverlast', 'youth'],
  ['Zorgmijding', 'Zorgmijding', 'other'],
]);

const CORPORATION = codes([
  ['GEL', 'Geluidsoverlast', 'noise'],
  ['BUR', 'Burenconflict', 'neighbour_dispute'],
  ['VER', 'Verward gedrag', 'confused_behaviour'],
  ['JEU', 'Jeugdoverlast', 'youth'],
  ['DRU', 'Drugsoverlast', 'drugs_alcohol'],
  ['VUI', 'Vervuiling', 'filth_neglect'],
  ['STA', 'Stankoverlast', 'stench'],
  ['DIE', 'Overlast dieren', 'animals'],
  ['VAN', 'Vernieling', 'vandalism'],
  ['AGR', 'Agressie', 'aggression_threat'],
  ['AFV', 'Afvaldumping', 'waste_dumping'],
  ['PAR', 'Parkeeroverlast', 'parking'],
  ['OVE', 'Overig', 'other'],
]);

const FIRE_BRIGADE = codes([
  ['BR-AFVAL', 'Brand afval', 'vandalism', 5],
  ['BR-VOERT', 'Brand voertuig', 'vandalism', 1],
  ['BR-VUURW', 'Brand door vuurwerk', 'fireworks'],
  ['HV-STANK', 'Stank of hinderlijke lucht', 'stench'],
  ['HV-VERVUIL', 'Vervuilde woning', 'filth_neglect'],
  ['HV-DIER', 'Dier in nood', 'animals'],
  ['HV-VERWARD', 'Assistentie verward persoon', 'confused_behaviour'],
  ['BR-WONING', 'Brand woning', 'out_of_scope', 1],
  ['HV-PERSOON', 'Hulpverlening persoon', 'out_of_scope', 3],
  ['ALARM', 'Automatische brandmelding', 'out_of_scope', 4],
  ['OVERIG', 'Overig', 'other'],
]);

const WIJKTEAM = codes([
  ['burenproblemen', 'Burenproblemen', 'neighbour_dispute'],
  ['psychische zorgen', 'Psychische zorgen', 'confused_behaviour'],
  ['huishouden en vervuiling', 'Huishouden en vervuiling', 'filth_neglect'],
  ['geluid', 'Geluid', 'noise'],
  ['jongeren', 'Jongeren', 'youth'],
  ['verslaving', 'Verslaving', 'drugs_alcohol'],
  ['dakloos of bankslaper', 'Dakloos of bankslaper', 'homelessness'],
  ['dreiging', 'Dreiging', 'aggression_threat'],
  ['anders', 'Anders', 'other'],
]);

/** Every partner's own code list. */
export const PARTNER_CODES: Readonly<Record<PartnerKey, readonly PartnerCode[]>> = {
  municipality: MUNICIPALITY,
  police: POLICE,
  ggd: GGD,
  corporation: CORPORATION,
  fire_brigade: FIRE_BRIGADE,
  wijkteam: WIJKTEAM,
};

/**
 * Reports of places (not of households) that a partner gets in three years, by meaning. Filth reaches every party but the fire brigade:
 * the seven that it does get are planted apart.
 */
export const STREET_REPORTS: Readonly<Record<PartnerKey, Partial<Record<Category | 'out_of_scope', number>>>> = {
  municipality: {
    filth_neglect: 5400,
    waste_dumping: 4300,
    parking: 2500,
    animals: 1150,
    noise: 1550,
    vandalism: 700,
    youth: 1500,
    drugs_alcohol: 520,
    stench: 450,
    fireworks: 620,
    homelessness: 330,
    other: 520,
    out_of_scope: 1900,
  },
  police: {
    youth: 2500,
    drugs_alcohol: 1500,
    noise: 1650,
    homelessness: 650,
    vandalism: 800,
    aggression_threat: 480,
    fireworks: 480,
    confused_behaviour: 700,
    filth_neglect: 420,
    other: 220,
  },
  ggd: { homelessness: 260, drugs_alcohol: 170, confused_behaviour: 210, filth_neglect: 170, other: 130 },
  corporation: {
    filth_neglect: 1000,
    waste_dumping: 820,
    vandalism: 380,
    noise: 330,
    youth: 260,
    drugs_alcohol: 210,
    animals: 230,
    parking: 140,
  },
  fire_brigade: {
    vandalism: 880,
    fireworks: 330,
    animals: 170,
    stench: 240,
    confused_behaviour: 90,
    other: 90,
    out_of_scope: 1050,
  },
  wijkteam: {
    neighbour_dispute: 650,
    confused_behaviour: 500,
    filth_neglect: 430,
    noise: 400,
    youth: 420,
    drugs_alcohol: 200,
    homelessness: 120,
    aggression_threat: 120,
    other: 370,
  },
};
