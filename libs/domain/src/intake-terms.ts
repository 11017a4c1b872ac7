/** One part of the intake terms, in the words that are signed. */
export interface IntakeClause {
  title: string;
  text: string;
}

/** Version of the platform's own text; a text that a lab writes itself begins after it. */
export const STANDARD_INTAKE_VERSION = 1;

/**
 * What an organisation agrees with the platform before its first upload (_verwerkersafspraken_), unless its lab wrote another text. In Dutch
 * alone: it is the Dutch text that is signed. It covers the own tier; sharing is step 3's. A change of a word asks everybody to sign again.
 */
export const STANDARD_INTAKE_TERMS: readonly IntakeClause[] = [
  {
    title: 'Waar deze afspraken over gaan',
    text: 'Onze organisatie levert gegevens over overlast aan voor dit lab. Wij blijven verantwoordelijk voor die gegevens. De beheerder van het platform verwerkt ze in onze opdracht (artikel 28 van de AVG).',
  },
  {
    title: 'Waarvoor de gegevens worden gebruikt',
    text: 'De gegevens worden gebruikt om onze aanlevering te controleren, om ons eigen beeld te tonen, en voor de gezamenlijke feitelijke foto: aantallen per gebied, periode en categorie, per organisatie. Voor niets anders. Niet voor opsporing of handhaving tegen een persoon, huishouden of adres.',
  },
  {
    title: 'Wat er wordt aangeleverd',
    text: 'Alleen de velden van het vaste formaat. Geen namen, adressen, telefoonnummers of vrije tekst. Adressen en personen worden bij ons, vóór het versturen, vervangen door een pseudoniem. Het platform krijgt het oorspronkelijke bestand nooit.',
  },
  {
    title: 'Wie wat ziet',
    text: 'Onze exacte cijfers ziet alleen onze eigen organisatie. Andere deelnemers zien cijfers pas na de drempels van het platform. Pseudoniemen van verschillende organisaties worden niet met elkaar vergeleken zolang de afspraken over delen (stap 3) niet door alle organisaties zijn getekend.',
  },
  {
    title: 'Beveiliging',
    text: 'Pseudoniemen worden versleuteld opgeslagen met een sleutel per gegevensset, buiten de database. De beheerder van het platform ziet geen inhoud van een lab. Wie iets inziet of verandert, staat in het logboek.',
  },
  {
    title: 'Bewaren en verwijderen',
    text: 'Gegevens worden niet langer bewaard dan de bewaartermijn die bij de gegevensset staat. Wij kunnen een aanlevering op elk moment intrekken; dan worden de rijen verwijderd en krijgen wij daarvan een bewijs. Bij het sluiten van het lab wordt alles verwijderd.',
  },
  {
    title: 'Als er iets misgaat',
    text: 'De beheerder meldt een datalek zonder onnodige vertraging en uiterlijk binnen 24 uur aan onze privacy officer, en helpt bij verzoeken van inwoners en bij toezicht.',
  },
  {
    title: 'Hoe lang deze afspraken gelden',
    text: 'De afspraken gelden vanaf de ondertekening tot het lab sluit of tot wij ze intrekken. Na intrekken kan niets nieuws worden aangeleverd. Wat al is aangeleverd blijft staan tot onze gegevensbeheerder het intrekt of de termijn verloopt.',
  },
];
