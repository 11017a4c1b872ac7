/**
 * What the demo hides in its reports, so that it is known beforehand what the platform must find. Names are those of the plan; the
 * figures that follow by chance are in `PlantedTruth`.
 */
export const PLANTED = {
  /** Finding (a): so many households are known to all four parties that register households, and no other is. */
  knownToAll: {
    parties: ['municipality', 'police', 'ggd', 'corporation'],
    households: 10,
    /** Reports per household in three years, by party. */
    reports: { municipality: 90, police: 110, ggd: 55, corporation: 80 },
  },
  /** Finding (b): these wijken concentrate the reports, and so do addresses within 250 m of a care centre. */
  concentration: { wijken: ['Binnenstad', 'Noorderzoom', 'Zuidwal'], nearCareFactor: 2.2 },
  /**
   * Finding (c): share of reported households that use Wmo support at some time, by owner of the dwelling, and the ratio of that chance
   * for households with confused behaviour to that for other reported households of the same kind.
   */
  serviceUseGap: { provision: 'WMO', chance: { corporation: 0.4, other: 0.27 }, riskRatio: 0.5 },
  /** Finding (d): filth that the fire brigade gets to hear of in three years. */
  fireBrigadeFilth: 7,
  /**
   * For capture–recapture: so many households cause nuisance; each party sees a part. Municipality and corporation see
   * independently of everything; police and ggd both see confused behaviour more often, so they depend on each other and a model
   * without that interaction underestimates.
   */
  hiddenPopulation: {
    households: 4500,
    confusedShare: 0.2,
    chance: {
      municipality: { confused: 0.34, other: 0.34 },
      police: { confused: 0.45, other: 0.29 },
      ggd: { confused: 0.3, other: 0.075 },
      corporation: { confused: 0.17, other: 0.17 },
    },
    /** Mean number of reports of a household by a party that knows it. */
    reports: { municipality: 2.6, police: 2.8, ggd: 2.4, corporation: 2.6 },
  },
  /** A true cluster of adjoining buurten, in two wijken, each with so many times the nuisance of its wijk: Gi* must find all five. */
  hotspot: {
    factors: { Bolwerk: 2.4, Sterrenbuurt: 3.3, 'Zonneveld-Noord': 2.1, 'Zonneveld-Zuid': 2.5, Windroos: 2.1 },
  },
  /** One person who files so many reports in three years, all in one 200 m cell of a quiet buurt: never a hotspot. */
  singleReporter: { buurt: 'Bedrijvenpark De Schans', reports: 800 },
  /** A measure whose effect is known: the rate of this category in these buurten is multiplied by the factor from that day on. */
  measure: {
    name: 'Straatcoaches en verlichting',
    category: 'youth',
    buurten: ['Bloemenbuurt', 'Tuindorp', 'Spoorzicht'],
    controls: ['Steenbakkerij', 'Molenbuurt', 'Oranjebuurt', 'De Blekerij'],
    from: '2024-09-01',
    factor: 0.55,
  },
  /** A change in registering, not in the world: a new app brings the municipality more reports of these categories. */
  registrationChange: {
    party: 'municipality',
    name: 'Nieuwe meldapp',
    categories: ['filth_neglect', 'waste_dumping'],
    from: '2024-04-01',
    factor: 1.3,
  },
  /** A festival: extra reports of a few days in a few buurten. */
  event: {
    name: 'Vlierfeesten',
    from: '2024-06-14',
    to: '2024-06-16',
    buurten: ['Oude Markt', 'Vlierkade'],
    reports: 380,
  },
  /** The corporation registered what happened in two months all on one day. */
  backlog: { party: 'corporation', from: '2023-11-01', to: '2023-12-31', registeredOn: '2024-02-12' },
  /** Care centres and shared housing: reports about an institution, which is never a household. */
  institutions: { reports: 900 },
  /** Share of reports about a household that bear its key, by party, and of those the share with the key of a neighbour (a typing error). */
  keyCoverage: { municipality: 0.88, police: 0.9, ggd: 0.96, corporation: 0.99 },
  mistypedKeys: { municipality: 0.006, police: 0.004, ggd: 0, corporation: 0 },
} as const;
