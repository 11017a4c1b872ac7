import type { DatasetKind, LabRole } from '@datalab/domain';
import { partnerLayouts } from '../partners/partner-files.js';
import type { DatasetKey } from '../partners/partner-layout.js';
import { wijkCode } from '../region/demo-region.js';
import { WIJKEN } from '../plan/town-plan.js';
import { DEMO_ORGANISATIONS, DEMO_USERS, type DemoOrganisation, type DemoUser } from './demo-people.js';

export interface DemoMember {
  /** Subject of the user. */
  readonly user: string;
  readonly role: LabRole;
  /** Codes of wijken; for members of a wijkteam. */
  readonly areas?: readonly string[];
}

export interface DemoDataset {
  readonly key: DatasetKey | 'neighbour_reports';
  readonly organisation: string;
  readonly kind: DatasetKind;
  readonly name: string;
  readonly vocabulary: { readonly name: string; readonly version: string };
  readonly legalBasis: string;
  readonly purpose: string;
  readonly retentionMonths: number;
}

export interface DemoLab {
  readonly key: string;
  readonly name: string;
  readonly goal: string;
  readonly question: string;
  /** Code of the region. */
  readonly region: string;
  /** Keys of organisations. */
  readonly participants: readonly string[];
  readonly members: readonly DemoMember[];
  readonly datasets: readonly DemoDataset[];
}

/** Everything that a fresh demo installation needs besides the region and the files. */
export interface DemoSetup {
  readonly organisations: readonly DemoOrganisation[];
  readonly users: readonly DemoUser[];
  readonly labs: readonly DemoLab[];
}

const wijk = (name: string): string => wijkCode(WIJKEN.findIndex((each) => each.name === name));
const member = (user: string, role: LabRole, ...wijken: string[]): DemoMember =>
  wijken.length === 0 ? { user, role } : { user, role, areas: wijken.map(wijk) };

const PURPOSE =
  'Inzicht in overlast en verward gedrag per gebied en periode, om inzet van mensen en middelen te verbeteren';
/** The invented reports are of fixed years and must outlive them; a real lab agrees on two or three years. */
const RETENTION_MONTHS = 120;
const TERMS: Readonly<Record<DatasetKey, Pick<DemoDataset, 'name' | 'legalBasis' | 'retentionMonths'>>> = {
  municipality_reports: {
    name: 'Meldingen openbare ruimte en woonoverlast',
    legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e; Gemeentewet art. 172)',
    retentionMonths: RETENTION_MONTHS,
  },
  municipality_provisions: {
    name: 'Gebruik van voorzieningen (Wmo, jeugdhulp, schuldhulp, participatie)',
    legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e, art. 9 lid 2 onder h; Wmo 2015 art. 5.1.1)',
    retentionMonths: RETENTION_MONTHS,
  },
  police_reports: {
    name: 'Geregistreerde overlastincidenten',
    legalBasis: 'Wet politiegegevens art. 20 (verstrekking aan samenwerkingsverbanden)',
    retentionMonths: RETENTION_MONTHS,
  },
  ggd_reports: {
    name: 'Meldpunt Zorg en Overlast',
    legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e, art. 9 lid 2 onder i; Wpg art. 2)',
    retentionMonths: RETENTION_MONTHS,
  },
  corporation_reports: {
    name: 'Overlastdossiers',
    legalBasis: 'Gerechtvaardigd belang (AVG art. 6 lid 1 onder f; Woningwet art. 45)',
    retentionMonths: RETENTION_MONTHS,
  },
  fire_brigade_reports: {
    name: 'Incidenten meldkamer',
    legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e; Wet veiligheidsregio’s art. 25)',
    retentionMonths: RETENTION_MONTHS,
  },
  wijkteam_reports: {
    name: 'Signalen van bewoners per buurt',
    legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e; Wmo 2015 art. 2.1.2)',
    retentionMonths: RETENTION_MONTHS,
  },
};

const vocabularyOf = (layout: (typeof partnerLayouts)[number]): { name: string; version: string } =>
  layout.mapping.kind === 'records' ? layout.mapping.categories.vocabulary : layout.mapping.provisions.vocabulary;

const MAIN_LAB: DemoLab = {
  key: 'nuisance',
  name: 'Overlast en verward gedrag in Vliermonde',
  goal: 'Samen weten waar, wanneer en voor wie overlast speelt, zodat zorg en toezicht daar zijn waar ze het meeste helpen.',
  question:
    'Waar en wanneer komen overlast en verward gedrag samen, wie van ons ziet welk deel daarvan, en bereikt de ondersteuning de mensen om wie het gaat?',
  region: 'demo',
  participants: ['municipality', 'police', 'ggd', 'corporation', 'fire_brigade', 'wijkteam'],
  members: [
    member('hanneke.bosch', 'coordinator'),
    member('samira.elhaddad', 'data_steward'),
    member('tom.verbruggen', 'analyst'),
    member('ruud.jansma', 'domain_expert'),
    member('ingrid.vanderlaan', 'privacy_officer'),
    member('dennis.kuipers', 'data_steward'),
    member('fatma.yilmaz', 'domain_expert'),
    member('marcel.degraaf', 'privacy_officer'),
    member('noor.achterberg', 'data_steward'),
    member('joyce.sarmo', 'domain_expert'),
    member('pieter.holtrop', 'privacy_officer'),
    member('kevin.martina', 'data_steward'),
    member('wil.hendriks', 'domain_expert'),
    member('esra.demir', 'privacy_officer'),
    member('bas.oosterhuis', 'data_steward'),
    member('sanne.vink', 'domain_expert'),
    member('leo.tahapary', 'privacy_officer'),
    member('greet.wouters', 'data_steward'),
    member('greet.wouters', 'domain_expert'),
    member('minh.nguyen', 'privacy_officer'),
    member('mirjam.koster', 'wijkteam_member', 'Noorderzoom'),
    member('youssef.amrani', 'wijkteam_member', 'Binnenstad'),
    member('anouk.pinas', 'wijkteam_member', 'Zuidwal'),
    member('jeroen.tuinstra', 'wijkteam_member', 'De Rietvelden', 'Lindenhof'),
  ],
  datasets: partnerLayouts.map((layout) => ({
    key: layout.key,
    organisation: layout.organisation,
    kind: layout.kind,
    vocabulary: vocabularyOf(layout),
    purpose: PURPOSE,
    ...TERMS[layout.key],
  })),
};

/** Another lab, of other organisations on the same platform: nobody of the first may see anything of it, nor the reverse. */
const OTHER_LAB: DemoLab = {
  key: 'neighbours',
  name: 'Jeugd en buurtoverlast in Dijkerveen',
  goal: 'Weten of de jeugdoverlast rond de haven toeneemt.',
  question: 'Verschuift de overlast van jongeren, of verschuift het melden ervan?',
  region: 'demo',
  participants: ['neighbour_municipality', 'neighbour_corporation'],
  members: [
    member('carla.dewit', 'coordinator'),
    member('omar.haddou', 'data_steward'),
    member('lieke.brands', 'domain_expert'),
    member('sven.mulder', 'analyst'),
    member('ruth.abena', 'privacy_officer'),
    member('henk.zijlstra', 'data_steward'),
    member('iris.pool', 'privacy_officer'),
  ],
  datasets: [
    {
      key: 'neighbour_reports',
      organisation: 'neighbour_municipality',
      kind: 'records',
      name: 'Meldingen openbare ruimte',
      vocabulary: { name: 'signalen-vliermonde', version: '1' },
      legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e; Gemeentewet art. 172)',
      purpose: 'Inzicht in jeugdoverlast per gebied en periode',
      retentionMonths: RETENTION_MONTHS,
    },
  ],
};

/** Organisations, people and labs of the demo. All names are invented; addresses are in a domain that can never exist (RFC 2606). */
export const demoSetup: DemoSetup = {
  organisations: DEMO_ORGANISATIONS,
  users: DEMO_USERS,
  labs: [MAIN_LAB, OTHER_LAB],
};
