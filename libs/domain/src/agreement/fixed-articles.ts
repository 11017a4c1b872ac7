import type { Clause } from './clause.js';

/** Articles that are the same in every lab: what the platform enforces, or what nobody can choose away. */
export const FIXED_ARTICLES: Readonly<Partial<Record<Clause, readonly string[]>>> = {
  prohibition: [
    'Het gebruik van de gegevens of uitkomsten voor het opsporen van fraude is verboden.',
    'Handhaving en elke maatregel tegen een persoon, een huishouden of een adres op grond van de gegevens of uitkomsten is verboden.',
    'Geen partij probeert een persoon, huishouden of adres te herleiden, ook niet met gegevens van buiten het lab. Wie iemand toch herkent, meldt dat binnen één werkdag aan de eigen privacy officer.',
    'Wat elders in deze overeenkomst in vrije tekst staat, verruimt dit verbod niet.',
  ],
  rights: [
    'Een inwoner kan bij elke partij terecht met een verzoek om inzage, correctie, verwijdering of bezwaar. Die partij beantwoordt het voor haar eigen aanlevering; de andere partijen werken mee.',
    'Trekt een partij een levering in, dan vervallen de rijen en de momentopnamen waarin zij zitten. Vrijgegeven uitkomsten blijven bestaan en worden bij de volgende vernieuwing aangepast.',
    'Elke partij zet de deelname aan dit lab in haar verwerkingsregister en in haar privacyverklaring. De openbare pagina van het lab zegt welke gegevens gebruikt worden en waarvoor.',
  ],
  security: [
    'Namen, adressen, burgerservicenummers en vrije tekst verlaten de organisatie niet: sleutels worden vóór het aanleveren gemaakt, met een sleuteldienst die een ander beheert dan het platform.',
    'Niemand krijgt losse meldingen van een ander te zien. Exacte uitkomsten blijven in het platform; wat eruit gaat is beveiligd en door twee toetsers van verschillende partijen bekeken, of valt onder een staande vrijgave.',
    'Wat iemand inziet, vaststelt of ondertekent staat in een logboek dat niet ongemerkt te wijzigen is.',
    'Een (vermoed) datalek meldt een partij binnen 24 uur aan de privacy officers van alle partijen. De partij waar het lek ontstond meldt zo nodig aan de Autoriteit Persoonsgegevens.',
  ],
  change: [
    'Deze overeenkomst gaat in zodra de privacy officer van elke partij deze tekst heeft ondertekend, en geldt tot een nieuwe versie ingaat of het lab sluit.',
    'Een wijziging wordt door één partij voorgesteld en door ten minste één andere gesteund voordat zij ter ondertekening gaat. Tot alle partijen de nieuwe versie hebben ondertekend, geldt de oude.',
    'Gaat een nieuwe versie in, dan vervallen de handtekeningen onder de oude; zij blijven bewaard.',
    'Sluit het lab, dan worden de sleutels vernietigd en de rijen verwijderd, met een bewijs daarvan voor elke partij.',
  ],
};
