/** Real rows by name: those of organisation A in lab 1 are the ones that everybody tries to reach. */
export interface MatrixIds {
  region: string;
  labOne: string;
  labTwo: string;
  organisationA: string;
  /** Datasets of A in lab 1, of B in lab 1, of C in lab 2. */
  datasetA: string;
  datasetB: string;
  datasetC: string;
  /** Accepted loads of the three datasets, and one of A that waits for its bytes. */
  loadA: string;
  loadB: string;
  loadC: string;
  receivingA: string;
  /** Of A too: one that waits to be confirmed, and one of which the quality report was not accepted. */
  toConfirmA: string;
  toAcceptA: string;
  /** Proofs of deletion of B and C. */
  foreignProofs: readonly string[];
  /** Of A in lab 1: a known fact, a declaration that it has nothing to one dataset, a question for the deeper analyses. */
  knownFactA: string;
  nothingA: string;
  questionA: string;
  /** A comment of A's coordinator on step 1 of lab 1. */
  commentA: string;
  /** A run of an analysis in lab 1. */
  runA: string;
  /** A forecast contract of lab 1 that an objection of A switched off. */
  forecastA: string;
  /** An invitation to lab 1 of organisation A, and one to lab 2. */
  invitationA: string;
  invitationC: string;
  /** A program of A in lab 1, which no column asks as. */
  apiClientA: string;
  /** A person of organisation A without a role in lab 1, and one of organisation B who is an analyst there. */
  candidateA: string;
  memberB: string;
  organisationD: string;
  /** A release of A in lab 1 on its way out, asked for by its analyst, and a standing release. */
  releaseA: string;
  standingA: string;
  /** A question of lab 1 that A proposed, and a shell of A there in each state. */
  candidateQuestionA: string;
  draftShellA: string;
  submittedShellA: string;
  approvedShellA: string;
  /** What a citizen wrote about lab 1. */
  /** A released result of lab 1, read together and agreed on; a finding from it, and what A does and wrote on the card of an area. */
  releaseOne: string;
  interpretationOne: string;
  findingOne: string;
  solutionA: string;
  pickupA: string;
  contextNoteA: string;
  /** A request of A for the way back in lab 1, which B has to answer. */
  wayBackA: string;
  /** A note of a citizen on the public page of lab 1. */
  noteA: string;
  /** Where a new row needs a name that was not used before. */
  fresh: string;
}
