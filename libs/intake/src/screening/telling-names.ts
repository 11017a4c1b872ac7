import { foldName } from '../region/fold-name.js';
import type { ScreenedKind } from './screened-kind.js';

const PERSONS =
  'melder|klager|aangever|betrokkene|dader|verdachte|slachtoffer|huurder|client|bewoner|contactpersoon|contact|eigenaar|patient|burger|inwoner|ouder|kind|medewerker|behandelaar|partner|overlastgever|veroorzaker';

const TELLING: readonly { kind: ScreenedKind; name: RegExp }[] = [
  {
    kind: 'bsn',
    name: /\b(?:bsn|burgerservicenummer|sofi|sofinummer|sofi nummer|social security number|soc sec id|ssn)\b/,
  },
  { kind: 'email', name: /\b(?:e mail|email|emailadres|mailadres)\b/ },
  { kind: 'phone', name: /\b(?:telefoon|telefoonnummer|telefoonnr|tel|mobiel|mobiele nummer|phone|gsm)\b/ },
  { kind: 'iban', name: /\b(?:iban|rekeningnummer|bankrekening)\b/ },
  {
    kind: 'date_of_birth',
    name: /\b(?:geboortedatum|geb datum|gebdatum|geboorteplaats|geboortejaar|date of birth|dob|birthdate)\b/,
  },
  {
    kind: 'person_name',
    name: new RegExp(
      String.raw`^(?:naam|name)$|\b(?:achternaam|voornaam|voornamen|voorletters|roepnaam|tussenvoegsel|geslachtsnaam|surname|lastname|last name|firstname|first name|given name|full name|volledige naam)\b|\b(?:naam|name) (?:van )?(?:de |het )?(?:${PERSONS})\b|\b(?:${PERSONS})s? ?(?:naam|name)\b`,
    ),
  },
  {
    kind: 'special_category',
    name: /\b(?:ras|race|etniciteit|etnische?|ethnicity|ethnic|afkomst|herkomstland|land van herkomst|nationaliteit|nationality|geboorteland|migratieachtergrond|huidskleur|geloof|religie|religion|levensovertuiging|politieke|vakbond|lidmaatschap vakbond|seksuele|seksualiteit|geaardheid|sexual orientation|diagnose|diagnosis|medicatie|ziekte|aandoening|stoornis|handicap|gezondheid|strafblad|strafrechtelijk|antecedenten|verslaving)\b/,
  },
];

/** What the name of a column gives away by itself. */
export function toldByName(column: string): ScreenedKind | undefined {
  const name = foldName(column);
  return TELLING.find((telling) => telling.name.test(name))?.kind;
}

const TEXT_NAME =
  /\b(?:omschrijving|toelichting|opmerking|opmerkingen|notitie|notities|beschrijving|vrije tekst|meldtekst|verslag|inhoud|description|remarks?|comments?|notes?|closure reason|free text|narrative)\b/;

/** True where a column is called as columns with free text are. */
export const isTextName = (column: string): boolean => TEXT_NAME.test(foldName(column));
