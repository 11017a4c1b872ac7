import type { Point } from '../geometry/point.js';

/** How a buurt is built; decides how its streets lie and how its addresses are numbered. */
export type BuildingStyle = 'canal_houses' | 'terraces' | 'high_rise' | 'suburb' | 'villas' | 'village';

/** A buurt of the plan; `inhabitants` where it does not follow from its size (business estates). */
export interface BuurtPlan {
  readonly name: string;
  readonly at: Point;
  readonly inhabitants?: number;
}

/** A wijk as drawn by hand: where it lies (units of the sheet), who lives there, what its buurten are called. */
export interface WijkPlan {
  readonly name: string;
  readonly bank: 'north' | 'south';
  readonly anchors: readonly Point[];
  /** Pull on the border with other wijken: larger = further out, in square units. */
  readonly weight: number;
  readonly inhabitants: number;
  readonly style: BuildingStyle;
  /** Mean persons per household. */
  readonly householdSize: number;
  /** Share of dwellings owned by the housing corporation. */
  readonly corporationShare: number;
  /** Reports per inhabitant relative to a quiet suburb (1). */
  readonly nuisance: number;
  readonly buurten: readonly BuurtPlan[];
}

export const WIJKEN: readonly WijkPlan[] = [
  {
    name: 'Binnenstad',
    bank: 'north',
    anchors: [
      [4.85, 4.62],
      [5.3, 4.75],
    ],
    weight: 0.15,
    inhabitants: 7_200,
    style: 'canal_houses',
    householdSize: 1.62,
    corporationShare: 0.3,
    nuisance: 2.7,
    buurten: [
      { name: 'Sint-Jansbuurt', at: [4.2, 5.15] },
      { name: 'Vlierkade', at: [4.55, 4.4] },
      { name: 'Oude Markt', at: [4.9, 4.85] },
      { name: 'Bolwerk', at: [5.2, 5.4] },
      { name: 'Lange Gracht', at: [5.45, 4.35] },
      { name: 'Stationsbuurt', at: [5.85, 5.0] },
    ],
  },
  {
    name: 'Noorderzoom',
    bank: 'north',
    anchors: [
      [4.55, 6.45],
      [5.35, 6.6],
    ],
    weight: 0.5,
    inhabitants: 11_300,
    style: 'high_rise',
    householdSize: 2.05,
    corporationShare: 0.62,
    nuisance: 2.3,
    buurten: [
      { name: 'Componistenbuurt', at: [4.0, 6.9] },
      { name: 'Sterrenbuurt', at: [4.3, 5.9] },
      { name: 'Planetenhof', at: [4.9, 7.5] },
      { name: 'Zonneveld-Noord', at: [4.9, 6.65] },
      { name: 'Zonneveld-Zuid', at: [5.05, 5.95] },
      { name: 'Windroos', at: [5.75, 6.1] },
      { name: 'Noorderplas', at: [5.95, 7.1] },
    ],
  },
  {
    name: 'Havenkwartier',
    bank: 'north',
    anchors: [
      [2.3, 5.9],
      [3.2, 6.1],
    ],
    weight: 0.3,
    inhabitants: 7_400,
    style: 'terraces',
    householdSize: 1.95,
    corporationShare: 0.34,
    nuisance: 1.15,
    buurten: [
      { name: 'Vissershaven', at: [1.5, 5.7] },
      { name: 'Havenbedrijven', at: [2.0, 6.6], inhabitants: 420 },
      { name: 'Scheepswerf', at: [2.6, 5.4] },
      { name: 'Zeilmakerij', at: [3.3, 6.3] },
      { name: 'Lichtbaken', at: [3.2, 7.0] },
      { name: 'Touwslagersbuurt', at: [3.5, 5.5] },
    ],
  },
  {
    name: 'Lindenhof',
    bank: 'north',
    anchors: [
      [7.0, 6.2],
      [7.5, 7.0],
    ],
    weight: 0.3,
    inhabitants: 7_300,
    style: 'villas',
    householdSize: 2.3,
    corporationShare: 0.1,
    nuisance: 0.65,
    buurten: [
      { name: 'Lindenlaan', at: [6.4, 5.6] },
      { name: 'Beukenrode', at: [6.8, 6.5] },
      { name: 'Parkzicht', at: [7.3, 5.9] },
      { name: 'Wilgenbos', at: [7.4, 7.5] },
      { name: 'Het Landgoed', at: [8.1, 6.6] },
    ],
  },
  {
    name: 'De Rietvelden',
    bank: 'north',
    anchors: [
      [7.8, 4.75],
      [8.7, 4.5],
    ],
    weight: 0.7,
    inhabitants: 14_400,
    style: 'suburb',
    householdSize: 2.45,
    corporationShare: 0.24,
    nuisance: 0.85,
    buurten: [
      { name: 'Karekiet', at: [6.9, 4.3] },
      { name: 'Roerdomp', at: [7.0, 5.1] },
      { name: 'Lisdodde', at: [7.6, 3.6] },
      { name: 'Waterlelie', at: [7.9, 5.3] },
      { name: 'Dotterbloem', at: [8.4, 3.9] },
      { name: 'Kalmoes', at: [8.9, 5.0] },
      { name: 'Zwanebloem', at: [9.8, 3.9] },
    ],
  },
  {
    name: 'Zuidwal',
    bank: 'south',
    anchors: [
      [4.7, 3.05],
      [5.6, 3.0],
    ],
    weight: 0.35,
    inhabitants: 9_300,
    style: 'terraces',
    householdSize: 2.0,
    corporationShare: 0.48,
    nuisance: 2.0,
    buurten: [
      { name: 'Steenbakkerij', at: [3.9, 4.1] },
      { name: 'Bloemenbuurt', at: [4.0, 3.1] },
      { name: 'Tuindorp', at: [4.7, 3.3] },
      { name: 'Molenbuurt', at: [5.0, 2.2] },
      { name: 'Spoorzicht', at: [5.5, 3.1] },
      { name: 'Oranjebuurt', at: [6.3, 3.8] },
      { name: 'De Blekerij', at: [6.5, 3.0] },
    ],
  },
  {
    name: 'Noordpolder',
    bank: 'north',
    anchors: [
      [2.3, 8.2],
      [4.2, 8.5],
      [6.2, 8.6],
      [8.9, 7.8],
      [9.9, 6.3],
    ],
    weight: 0.3,
    inhabitants: 5_600,
    style: 'village',
    householdSize: 2.4,
    corporationShare: 0.15,
    nuisance: 0.55,
    buurten: [
      { name: 'Oudeveen', at: [2.4, 8.3] },
      { name: 'Veenhuizerdijk', at: [4.3, 8.4] },
      { name: 'Noordermeent', at: [6.4, 8.5] },
      { name: 'Hoogland aan de Vaart', at: [8.8, 7.8] },
      { name: 'Kruisvaart', at: [10.0, 6.2] },
    ],
  },
  {
    name: 'Zuidpolder',
    bank: 'south',
    anchors: [
      [2.4, 2.9],
      [3.4, 1.6],
      [6.6, 1.7],
      [8.6, 1.8],
      [10.0, 1.9],
    ],
    weight: 0.4,
    inhabitants: 8_900,
    style: 'village',
    householdSize: 2.35,
    corporationShare: 0.18,
    nuisance: 0.6,
    buurten: [
      { name: 'Vliersluis', at: [1.8, 4.1] },
      { name: 'Zandwetering', at: [2.4, 2.2] },
      { name: 'Vlierkerke', at: [3.0, 3.9] },
      { name: 'Elzenmeent', at: [4.0, 1.3] },
      { name: 'Bedrijvenpark De Schans', at: [6.3, 1.7], inhabitants: 560 },
      { name: 'Zuiderdijk', at: [9.0, 2.1] },
    ],
  },
];

/** Care centres and the buurt each stands in; six of eight in the three wijken where nuisance concentrates. */
export const CARE_CENTRES: readonly { name: string; buurt: string }[] = [
  { name: 'Opvang De Kade', buurt: 'Vlierkade' },
  { name: 'Polikliniek Stationsbuurt', buurt: 'Stationsbuurt' },
  { name: 'Beschermd wonen Zonneveld', buurt: 'Zonneveld-Noord' },
  { name: 'Inloophuis Windroos', buurt: 'Windroos' },
  { name: 'Herstelcentrum Tuindorp', buurt: 'Tuindorp' },
  { name: 'Beschermd wonen Spoorzicht', buurt: 'Spoorzicht' },
  { name: 'Begeleid wonen Kalmoes', buurt: 'Kalmoes' },
  { name: 'Woonzorg Lichtbaken', buurt: 'Lichtbaken' },
];
export const NEAR_CARE_METRES = 250;
