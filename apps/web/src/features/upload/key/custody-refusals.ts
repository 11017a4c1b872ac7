import { Refusal } from '@datalab/intake';

const AGAIN = 'Er is niets verstuurd. Probeer het later opnieuw: het gaat verder waar het bleef.';
const STOPPED = 'Er is niets verstuurd. Lever niet aan en neem contact op met de coördinator van het lab.';

/** What a steward must know when no pseudonyms can be made, by the code of the reason. */
const MESSAGES: Readonly<Record<string, string>> = {
  'keys.not-possible':
    'Dit platform neemt geen sleutels aan. Haal bij de kolommen de sleutels van adres, persoon en melder weg.',
  'keyservice.budget-exceeded': `De sleutelhouder laat uw organisatie vandaag niet meer sleutels maken: het dagbudget is op. ${AGAIN}`,
  'keyservice.not-listed': `De sleutelhouder kent uw organisatie niet in dit lab. ${STOPPED}`,
  'keyservice.key-destroyed': `De sleutel van dit lab is vernietigd: er kunnen geen sleutels meer worden gemaakt. ${STOPPED}`,
  'pseudonym.holder-unreachable': `Een sleutelhouder is niet bereikbaar. ${AGAIN}`,
  'pseudonym.holder-missing': `Voor dit lab is nog geen sleutelhouder aangemeld. ${STOPPED}`,
  'pseudonym.lab-key-changed': `De sleutel van dit lab is een andere dan deze browser eerder zag. ${STOPPED}`,
  'pseudonym.proof-refused': `Een sleutelhouder gebruikt een andere sleutel dan is vastgelegd. ${STOPPED}`,
  'pseudonym.possession-refused': `Een sleutelhouder bewijst niet dat hij zijn sleutel heeft. ${STOPPED}`,
};

/** The refusal of a file for which no keys could be made; `code` of any reason. */
export const custodyRefusal = (code: string): Refusal =>
  new Refusal(code, MESSAGES[code] ?? `De sleutels konden niet worden gemaakt (${code}). ${AGAIN}`);
