import type { AnyMethod } from './method.js';
import { giniLorenz } from './methods/gini-lorenz.method.js';
import { glmNegbin } from './methods/glm-negbin.method.js';
import { moranLocalMethod } from './methods/moran-local.method.js';

/**
 * Every method that a lab can run. How one is added: docs/methods/README.md. Read by the worker and by its threads, so nothing here may do anything when
 * it is loaded.
 */
export const METHODS: readonly AnyMethod[] = [giniLorenz, glmNegbin, moranLocalMethod];

/** The method of this name, or undefined. */
export const findMethod = (name: string): AnyMethod | undefined => METHODS.find((method) => method.name === name);
