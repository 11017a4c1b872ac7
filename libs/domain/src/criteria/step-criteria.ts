import type { Step } from '../step.state.js';
import type { Criterion } from './criterion.js';
import { deeperAnalysesCriteria, type DeeperAnalysesFacts } from './deeper-analyses.criteria.js';
import { factualPictureCriteria, type FactualPictureFacts } from './factual-picture.criteria.js';
import { shareSafelyCriteria, type ShareSafelyFacts } from './share-safely.criteria.js';
import { solutionsCriteria, type SolutionsFacts } from './solutions.criteria.js';
import { prioritiseCriteria, type PrioritiseFacts } from './prioritise.criteria.js';

/** What the criteria of each step are computed from: nothing that anybody ticked. */
export interface LabFacts {
  prioritise: PrioritiseFacts;
  factual_picture: FactualPictureFacts;
  share_safely: ShareSafelyFacts;
  deeper_analyses: DeeperAnalysesFacts;
  solutions: SolutionsFacts;
}

const CRITERIA: { [S in Step]: (facts: LabFacts[S], since: Date) => Criterion[] } = {
  prioritise: prioritiseCriteria,
  factual_picture: factualPictureCriteria,
  share_safely: shareSafelyCriteria,
  deeper_analyses: deeperAnalysesCriteria,
  solutions: solutionsCriteria,
};

/** The criteria of a step; `since` is when it opened, which is as long as anything can have been missing. */
export function criteriaOf<S extends Step>(step: S, facts: LabFacts, since: Date): Criterion[] {
  return CRITERIA[step](facts[step], since);
}
