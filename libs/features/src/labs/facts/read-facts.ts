import type { Transaction } from '@datalab/data';
import type { LabFacts } from '@datalab/domain';
import { deeperAnalysesFacts } from './deeper-analyses-facts.js';
import { factualPictureFacts } from './factual-picture-facts.js';
import type { LabGround } from './lab-ground.js';
import { prioritiseFacts } from './prioritise-facts.js';
import { shareSafelyFacts } from './share-safely-facts.js';
import { solutionsFacts } from './solutions-facts.js';

/** The facts of every step, as one transaction sees them. */
export const readFacts = async (tx: Transaction, ground: LabGround): Promise<LabFacts> => ({
  prioritise: await prioritiseFacts(tx, ground),
  factual_picture: await factualPictureFacts(tx, ground),
  share_safely: await shareSafelyFacts(tx, ground),
  deeper_analyses: await deeperAnalysesFacts(tx, ground),
  solutions: await solutionsFacts(tx, ground),
});
