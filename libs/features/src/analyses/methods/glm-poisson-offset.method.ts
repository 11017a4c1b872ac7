import { defineMethod } from '../method.js';
import { fitAreaModel, glmNegbin, presentAreaModel } from './glm-negbin.method.js';

/**
 * As the negative-binomial regression, with Poisson counts and robust errors (HC1): the coefficients are those of the mean alone, whatever the spread
 * around it, so it stands where the spread does not follow the negative binomial.
 */
export const glmPoissonOffsetMethod = defineMethod({
  ...glmNegbin,
  name: 'glm-poisson-offset',
  version: 1,
  title: { nl: 'Wat samengaat met meer meldingen (Poisson)', en: 'What goes with more reports (Poisson)' },
  run: (data) => fitAreaModel(data, 'poisson'),
  present: (outcome, data, _params, gate) => presentAreaModel(outcome, data, gate),
});
