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
  /** Where a new row needs a name that was not used before. */
  fresh: string;
}
