import type { Words } from './words.js';

/** Why a run has no outcome, by the code that is kept with it: in words of somebody who waits for it. */
export const RUN_END_WORDS = {
  'outside-agreement': { nl: 'De afspraken staan dit niet toe:', en: 'The agreement does not allow this:' },
  'no-agreement': { nl: 'Er zijn geen afspraken van kracht.', en: 'No agreement is in force.' },
  'actor-left': { nl: 'Wie dit aanvroeg, mag dat niet meer.', en: 'Who asked for this may no longer do so.' },
  'snapshot-destroyed': {
    nl: 'De gegevens waarvan dit gemaakt zou worden, zijn verwijderd.',
    en: 'The data that this would be made of were deleted.',
  },
  'snapshot-behind': {
    nl: 'Er is intussen nieuw aangeleverd. Vraag de analyse opnieuw aan.',
    en: 'Something was delivered meanwhile. Ask for the analysis again.',
  },
  'no-snapshot': { nl: 'Er is nog geen feitenbeeld.', en: 'There is no factual picture yet.' },
  'key-destroyed': {
    nl: 'De sleutel van een bron is vernietigd. Deze bron kan niet meer naast andere worden gelegd.',
    en: 'The key of a source was destroyed. This source cannot be laid beside others any more.',
  },
  'method-changed': {
    nl: 'De methode is intussen veranderd. Vraag de analyse opnieuw aan.',
    en: 'The method has changed meanwhile. Ask for the analysis again.',
  },
  'too-few-to-show': {
    nl: 'Er zijn te weinig adressen om iets te tonen zonder mensen herkenbaar te maken.',
    en: 'There are too few addresses to show anything without making people recognisable.',
  },
  'too-few-areas': {
    nl: 'Er zijn te weinig gebieden voor deze methode.',
    en: 'There are too few areas for this method.',
  },
  'too-few-periods': {
    nl: 'Er zijn te weinig periodes voor deze methode. Neem een langere tijd of kortere periodes.',
    en: 'There are too few periods for this method. Take a longer time or shorter periods.',
  },
  'too-few-reports': {
    nl: 'Er zijn te weinig meldingen voor deze methode.',
    en: 'There are too few reports for this method.',
  },
  'too-many-reports': {
    nl: 'Er zijn te veel meldingen voor deze methode. Kies minder soorten, bronnen of een kortere tijd.',
    en: 'There are too many reports for this method. Choose fewer kinds, sources or a shorter time.',
  },
  gaps: {
    nl: 'Niet elke periode is door alle bronnen helemaal aangeleverd, en deze methode kan niet om een gat heen.',
    en: 'Not every period was delivered whole by all sources, and this method cannot do with a gap.',
  },
  'no-map': {
    nl: 'De regio heeft geen kaart van deze gebieden, en deze methode heeft die nodig.',
    en: 'The region has no map of these areas, and this method needs one.',
  },
  'no-season': {
    nl: 'Met één getal per jaar is er geen seizoen. Neem maanden of kwartalen.',
    en: 'With one number a year there is no season. Take months or quarters.',
  },
  'no-indicators': {
    nl: 'Er zijn geen kenmerken gekozen om mee te vergelijken.',
    en: 'No traits were chosen to compare with.',
  },
  'unknown-indicator': {
    nl: 'De regio heeft een gekozen kenmerk niet (meer). Vraag de analyse opnieuw aan.',
    en: 'The region does not have one of the chosen traits (any more). Ask for the analysis again.',
  },
  'no-provision-use': {
    nl: 'Deze analyse heeft een bron van meldingen én een bron van voorzieningen nodig, en afspraken om ze te koppelen.',
    en: 'This analysis needs a source of reports and a source of provision use, and an agreement to link them.',
  },
  'nothing-to-compare': {
    nl: 'Er is niets om mee te vergelijken: alles valt in dezelfde groep.',
    en: 'There is nothing to compare with: everything falls in the same group.',
  },
  'nothing-to-lay-beside': {
    nl: 'Er is maar één bron, of de bronnen mogen niet naast elkaar worden gelegd.',
    en: 'There is one source only, or the sources may not be laid side by side.',
  },
  'one-source-alone': {
    nl: 'Deze methode gaat over één bron tegelijk. Kies één bron in de tabel.',
    en: 'This method is about one source at a time. Choose one source in the shell.',
  },
  'area-not-complete': {
    nl: 'Van het gekozen gebied zijn niet alle kenmerken bekend.',
    en: 'Not all traits of the chosen area are known.',
  },
  'key-coverage': {
    nl: 'Te veel meldingen hebben geen adressleutel (onder 70%). Een schatting zou misleiden.',
    en: 'Too many reports have no address key (under 70%). An estimate would mislead.',
  },
  'no-overlap': {
    nl: 'Geen twee bronnen kennen dezelfde adressen. Dan is het totaal niet te schatten.',
    en: 'No two sources know the same addresses. Then the total cannot be estimated.',
  },
  'not-estimable': {
    nl: 'Met deze aantallen is het totaal niet te schatten.',
    en: 'The total cannot be estimated from these numbers.',
  },
  'too-few-degrees-of-freedom': {
    nl: 'Er zijn te weinig gegevens voor zoveel kenmerken.',
    en: 'There are too few data for so many traits.',
  },
  'too-few-units-in-a-level': {
    nl: 'In een van de groepen zitten te weinig gevallen.',
    en: 'One of the groups holds too few cases.',
  },
  'too-close-to-a-released-run': {
    nl: 'Deze analyse lijkt te veel op een eerdere: het verschil zou iets over enkele huishoudens verraden.',
    en: 'This analysis is too much like an earlier one: the difference would tell of a few households.',
  },
  timeout: { nl: 'Het duurde te lang.', en: 'It took too long.' },
  'too-large': { nl: 'De analyse is te groot.', en: 'The analysis is too large.' },
  'out-of-memory': { nl: 'De analyse is te groot.', en: 'The analysis is too large.' },
  failed: { nl: 'Het uitrekenen is mislukt.', en: 'The computation failed.' },
  'attempts-spent': {
    nl: 'Het lukte niet, ook niet na enkele pogingen.',
    en: 'It did not succeed, not even after some tries.',
  },
} as const satisfies Record<string, Words>;

/** A code of why a run has no outcome. */
export type RunEndCode = keyof typeof RUN_END_WORDS;

export const isRunEndCode = (code: string): code is RunEndCode => Object.hasOwn(RUN_END_WORDS, code);

/** Why a run cannot be asked for, by the code of the error. */
export const RUN_REQUEST_WORDS = {
  'run.not-analyst': {
    nl: 'Alleen een analist van het lab vraagt analyses aan.',
    en: 'Only an analyst of the lab asks for analyses.',
  },
  'run.needs-contract': {
    nl: 'Een voorspelling wordt berekend onder een contract dat eerst is vastgelegd. Begin bij de voorspellingen.',
    en: 'A forecast is computed under a contract that was fixed before. Begin at the forecasts.',
  },
  'run.step-not-open': {
    nl: 'Analyses worden aangevraagd zolang stap 4 open is.',
    en: 'Analyses are asked for while step 4 is open.',
  },
  'run.no-agreement': {
    nl: 'Er zijn nog geen afspraken van kracht. Die tekenen de organisaties in stap 3.',
    en: 'No agreement is in force yet. The organisations sign it in step 3.',
  },
  'run.no-snapshot': {
    nl: 'Er is nog geen feitenbeeld. Dat ontstaat na de eerste levering.',
    en: 'There is no factual picture yet. It is made after the first delivery.',
  },
  'run.picture-behind': {
    nl: 'Er is iets aangeleverd dat nog niet in het feitenbeeld staat. Vraag de analyse aan zodra het beeld is bijgewerkt; bij stap 2 staat om welke levering het gaat.',
    en: 'Something was delivered that is not in the factual picture yet. Ask for the analysis once the picture has caught up; step 2 says which delivery it is.',
  },
  'run.out-of-turn': {
    nl: 'Deze analyse wacht op een vrijgegeven uitkomst van de vorige soort: eerst beschrijven, dan verklaren, dan vooruitkijken.',
    en: 'This analysis waits for a released outcome of the kind before it: first describe, then explain, then look ahead.',
  },
  'run.method-not-built': {
    nl: 'Deze methode kan het platform niet uitvoeren.',
    en: 'The platform cannot run this method.',
  },
  'run.shell-does-not-fit': {
    nl: 'De methode van deze tabel telt niet wat de tabel vraagt. Pas de tabel aan in stap 1.',
    en: 'The method of this shell does not count what the shell asks. Change the shell in step 1.',
  },
  'run.invalid': {
    nl: 'Nog niet alles is goed ingevuld. Kijk de keuzes na.',
    en: 'Not everything is filled in well yet. Look at the choices.',
  },
  'run.seed-out-of-bounds': {
    nl: 'Het startgetal is een heel getal van 0 of meer.',
    en: 'The seed is a whole number of 0 or more.',
  },
  'run.wrong-state': {
    nl: 'Dat kan met deze analyse niet (meer).',
    en: 'That cannot be done with this analysis (any more).',
  },
} as const satisfies Record<string, Words>;

/** The words of an error about asking for a run; undefined for an error that is about something else. */
export const runRequestWords = (code: string): Words | undefined =>
  Object.hasOwn(RUN_REQUEST_WORDS, code) ? RUN_REQUEST_WORDS[code as keyof typeof RUN_REQUEST_WORDS] : undefined;
