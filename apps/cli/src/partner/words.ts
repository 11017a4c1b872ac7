const nl = {
  openPage: (url: string) => `Open deze pagina in een browser en meld u aan: ${url}`,
  enterCode: (code: string) => `Controleer daar deze code: ${code}`,
  signedIn: (name: string, organisation: string) => `Aangemeld als ${name} (${organisation}).`,
  signInFirst: 'U bent niet (meer) aangemeld. Gebruik eerst: datalab login',
  signInRefused: 'Het aanmelden is geweigerd of duurde te lang.',
  noDeviceFlow: 'Dit platform laat mensen niet via de opdrachtregel aanmelden.',
  noPlatform: 'Noem het platform: --platform https://… of DATALAB_PLATFORM.',
  noSecret: 'Zet DATALAB_CLIENT_ID en DATALAB_CLIENT_SECRET voor het aanmelden van een programma.',
  unreachable: (what: string) => `Geen verbinding met ${what}. Probeer het later opnieuw.`,
  refusedByPlatform: (message: string) => `Het platform weigert dit: ${message}`,
  noDataset: (name: string) => `Er is geen gegevensset "${name}" van uw organisatie. datalab status toont ze.`,
  manyDatasets: (name: string) => `Er zijn meer gegevenssets "${name}". Noem de code (id) uit datalab status.`,
  noMapping:
    'Deze gegevensset heeft nog geen opgeslagen indeling: lever één keer aan in de browser, of noem --mapping.',
  wrongMapping: (places: string) => `De indeling is niet goed: ${places}`,
  otherKind: 'De indeling hoort bij een andere soort gegevensset.',
  noKey: (path: string) =>
    `Er is geen organisatiesleutel in ${path}. Gebruik de sleutel uit de browser (--key), of maak de eerste met --new-key.`,
  notAKey: 'Dit is geen sleutelbestand van Data Lab Overlast.',
  otherKey: 'Dit is de sleutel van een andere organisatie.',
  keyMade: (path: string) =>
    `Nieuwe organisatiesleutel gemaakt in ${path}. Bewaar er een kopie van, en deel die met uw collega's.`,
  keyThere: (path: string) =>
    `Er is al een organisatiesleutel in ${path}; een nieuwe zou alle eerdere meldingen onherkenbaar maken.`,
  refusedFile: (where: string, message: string) => `Het bestand kan niet worden gelezen (${where}): ${message}`,
  issue: (column: string, count: number, rows: string, message: string) =>
    `  ${column}: ${message} (${count} ×, ${rows})`,
  rows: (rows: string) => `rij ${rows}`,
  finding: (column: string, row: number, count: number, message: string) =>
    `  ${column}: ${message} (${count} ×, eerst in rij ${row})`,
  unmapped: (code: string, count: number) => `  code zonder vertaling: ${code} (${count} ×)`,
  nothingLeft: 'Er is niets verstuurd.',
  noRows: 'Er staan geen rijen in dit bestand.',
  refusedRows: (path: string) => `De geweigerde rijen staan in ${path} (blijft bij u; opent veilig in Excel).`,
  prepared: (rows: number, path: string) => `${rows} rijen klaar in ${path}.`,
  totals: (inRegion: number, outside: number, noArea: number, outOfScope: number, skipped: number) =>
    `  in de regio ${inRegion}, daarbuiten ${outside}, zonder gebied ${noArea}, buiten bereik ${outOfScope}, overgeslagen ${skipped}`,
  covers: (ranges: string) => `  geldt voor ${ranges}`,
  sending: (rows: number, dataset: string) => `${rows} rijen naar ${dataset}…`,
  accepted: (rows: number) => `Aanvaard: ${rows} rijen.`,
  unchanged: 'Aanvaard: dit was al geleverd, er is niets veranderd.',
  refusedLoad: 'Geweigerd:',
  changedSince: 'Dit bestand is veranderd sinds het werd klaargemaakt. Maak het opnieuw klaar.',
  otherDataset: 'Dit bestand is klaargemaakt voor een andere gegevensset.',
  noDatasets: 'Uw organisatie heeft nog geen gegevenssets.',
  receiverKeyMade: (path: string) =>
    `Nieuwe sleutel voor de weg terug gemaakt in ${path}. Alleen met dit bestand gaat een lijst open; het verlaat deze computer niet.`,
  receiverKeyKnown: (fingerprint: string) =>
    `Het platform kent nu de openbare helft. Vergelijk op het scherm "De weg terug": ${fingerprint}`,
  noReceiverKey: (path: string) =>
    `Er is hier geen sleutel voor de weg terug (${path}). Maak die met: datalab resolve --new-key`,
  listChanged: 'De lijst is onderweg veranderd. Vraag hem opnieuw op.',
  listOpened: (records: number, until: string) => `Lijst geopend: ${records} eigen meldingen, tot ${until}.`,
  resolved: (rows: number, path: string) =>
    `${rows} eigen rijen in ${path} (blijft bij u). Volgende stap: de bewoner hoort het als eerste.`,
  notInFile: (missing: number, all: number) =>
    `${missing} van de ${all} meldingen staan niet in dit bestand: ze zijn uit een andere levering.`,
  never: 'nog niets geleverd',
  state: {
    receiving: 'wordt ontvangen',
    received: 'ontvangen',
    checking: 'wordt gecontroleerd',
    accepted: 'aanvaard',
    refused: 'geweigerd',
    withdrawn: 'ingetrokken',
  } as Readonly<Record<string, string>>,
  unexpected: 'Er ging iets mis dat niet zou mogen:',
};

export type Words = typeof nl;

const en: Words = {
  openPage: (url) => `Open this page in a browser and sign in: ${url}`,
  enterCode: (code) => `Check this code there: ${code}`,
  signedIn: (name, organisation) => `Signed in as ${name} (${organisation}).`,
  signInFirst: 'You are not signed in (any more). First use: datalab login',
  signInRefused: 'Signing in was refused or took too long.',
  noDeviceFlow: 'This platform does not sign people in by the command line.',
  noPlatform: 'Name the platform: --platform https://… or DATALAB_PLATFORM.',
  noSecret: 'Set DATALAB_CLIENT_ID and DATALAB_CLIENT_SECRET to sign in a program.',
  unreachable: (what) => `No connection to ${what}. Try again later.`,
  refusedByPlatform: (message) => `The platform refuses this: ${message}`,
  noDataset: (name) => `Your organisation has no dataset "${name}". datalab status lists them.`,
  manyDatasets: (name) => `There are several datasets "${name}". Use the id that datalab status shows.`,
  noMapping: 'This dataset has no saved mapping yet: deliver once in the browser, or name --mapping.',
  wrongMapping: (places) => `The mapping is not right: ${places}`,
  otherKind: 'The mapping belongs to another kind of dataset.',
  noKey: (path) =>
    `There is no organisation key in ${path}. Use the key of the browser (--key), or make the first with --new-key.`,
  notAKey: 'This is not a key file of Data Lab Overlast.',
  otherKey: 'This is the key of another organisation.',
  keyMade: (path) => `Made a new organisation key in ${path}. Keep a copy of it, and share it with your colleagues.`,
  keyThere: (path) =>
    `There is an organisation key in ${path} already; a new one would make all earlier reports unrecognisable.`,
  refusedFile: (where, message) => `The file cannot be read (${where}): ${message}`,
  issue: (column, count, rows, message) => `  ${column}: ${message} (${count} ×, ${rows})`,
  rows: (rows) => `row ${rows}`,
  finding: (column, row, count, message) => `  ${column}: ${message} (${count} ×, first in row ${row})`,
  unmapped: (code, count) => `  code without translation: ${code} (${count} ×)`,
  nothingLeft: 'Nothing was sent.',
  noRows: 'There are no rows in this file.',
  refusedRows: (path) => `The refused rows are in ${path} (stays with you; opens safely in Excel).`,
  prepared: (rows, path) => `${rows} rows ready in ${path}.`,
  totals: (inRegion, outside, noArea, outOfScope, skipped) =>
    `  in the region ${inRegion}, outside ${outside}, without area ${noArea}, out of scope ${outOfScope}, skipped ${skipped}`,
  covers: (ranges) => `  covers ${ranges}`,
  sending: (rows, dataset) => `${rows} rows to ${dataset}…`,
  accepted: (rows) => `Accepted: ${rows} rows.`,
  unchanged: 'Accepted: this was delivered before, nothing changed.',
  refusedLoad: 'Refused:',
  changedSince: 'This file changed since it was prepared. Prepare it again.',
  otherDataset: 'This file was prepared for another dataset.',
  noDatasets: 'Your organisation has no datasets yet.',
  receiverKeyMade: (path) =>
    `Made a new key for the way back in ${path}. Only this file opens a list; it does not leave this computer.`,
  receiverKeyKnown: (fingerprint) =>
    `The platform knows the public half now. Compare on the screen "The way back": ${fingerprint}`,
  noReceiverKey: (path) => `There is no key for the way back here (${path}). Make it with: datalab resolve --new-key`,
  listChanged: 'The list was changed on its way. Ask for it again.',
  listOpened: (records, until) => `List opened: ${records} own reports, until ${until}.`,
  resolved: (rows, path) => `${rows} own rows in ${path} (stays with you). Next: the resident is told first.`,
  notInFile: (missing, all) => `${missing} of the ${all} reports are not in this file: they are of another delivery.`,
  never: 'nothing delivered yet',
  state: {
    receiving: 'being received',
    received: 'received',
    checking: 'being checked',
    accepted: 'accepted',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  unexpected: 'Something went wrong that should not be possible:',
};

/** The sentences of a partner's commands: English where the locale of the environment says so, Dutch elsewhere. */
export function wordsFor(environment: Readonly<Record<string, string | undefined>>): Words {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^en/i.test(locale) ? en : nl;
}
