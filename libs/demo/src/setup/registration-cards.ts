import { PLANTED } from '../plan/planted.js';
import type { DatasetKey } from '../partners/partner-layout.js';

/** What a steward of the demo writes of a registration; the fields of a registration card. */
export interface DemoCard {
  readonly whoRegisters: string;
  readonly when: string;
  readonly whenNot: string;
  readonly doubleRegistration: string;
  readonly remarks: string;
  readonly changes: readonly { readonly on: string; readonly what: string }[];
}

const card = (texts: Omit<DemoCard, 'remarks' | 'changes'> & Partial<DemoCard>): DemoCard => ({
  remarks: '',
  changes: [],
  ...texts,
});

/** One card per dataset; the changes are those that are really in the invented reports. */
export const demoCards: Readonly<Record<DatasetKey, DemoCard>> = {
  municipality_reports: card({
    whoRegisters: 'Medewerkers van het klantcontactcentrum en de app, in het meldingensysteem.',
    when: 'Bij elke melding van een inwoner over de openbare ruimte of over woonoverlast.',
    whenNot: 'Wat handhavers zelf op straat zien en meteen oplossen, staat er niet in.',
    doubleRegistration: 'Meerdere inwoners kunnen hetzelfde voorval melden; elke melding staat er apart in.',
    changes: [
      {
        on: PLANTED.registrationChange.from,
        what: `${PLANTED.registrationChange.name}: zwerfvuil en bijplaatsingen worden vaker gemeld.`,
      },
    ],
  }),
  municipality_provisions: card({
    whoRegisters: 'Consulenten van het sociaal domein, in het cliëntsysteem.',
    when: 'Bij elke toegekende voorziening, per maand dat zij loopt.',
    whenNot: 'Afgewezen aanvragen en algemene voorzieningen zonder beschikking.',
    doubleRegistration: 'Een huishouden kan meer voorzieningen tegelijk hebben; elke staat er apart in.',
  }),
  police_reports: card({
    whoRegisters: 'Wijkagenten en noodhulp, in het politiesysteem.',
    when: 'Na elke melding of eigen waarneming waar iemand heen gaat.',
    whenNot: 'Telefonisch afgedane meldingen.',
    doubleRegistration: 'Een voorval met meer feiten kan meer registraties hebben, en kan ook bij de gemeente staan.',
  }),
  ggd_reports: card({
    whoRegisters: 'Het Meldpunt Zorg en Overlast, door verpleegkundigen.',
    when: 'Als een professional of inwoner zich zorgen maakt over iemand.',
    whenNot: 'Meldingen die meteen naar de crisisdienst gaan.',
    doubleRegistration: 'Vervolgcontact over dezelfde zorg wordt niet opnieuw geregistreerd.',
  }),
  corporation_reports: card({
    whoRegisters: 'Woonconsulenten, in het dossiersysteem.',
    when: 'Als een huurder overlast meldt en er een dossier wordt geopend.',
    whenNot: 'Klachten die de huismeester mondeling oplost.',
    doubleRegistration: 'Eén dossier per overlastzaak, ook als meer buren klagen.',
    remarks: 'De meldingen van november en december 2023 zijn op één dag in februari 2024 ingevoerd.',
    changes: [{ on: PLANTED.backlog.registeredOn, what: 'Achterstand van twee maanden in één keer ingevoerd.' }],
  }),
  fire_brigade_reports: card({
    whoRegisters: 'De meldkamer, automatisch bij uitruk.',
    when: 'Bij elke uitruk.',
    whenNot: 'Adviezen en controles zonder uitruk.',
    doubleRegistration: 'Bij opschaling blijft het één registratie.',
  }),
  wijkteam_reports: card({
    whoRegisters: 'Leden van het wijkteam, per buurt.',
    when: 'Aan het eind van de week, als signaal van bewoners.',
    whenNot: 'Signalen over één persoon: die horen in het dossier en niet hier.',
    doubleRegistration: 'Een signaal kan ook door de bewoner zelf bij de gemeente zijn gemeld.',
  }),
};
