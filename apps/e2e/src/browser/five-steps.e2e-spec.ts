import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { installFreshLab } from '../installations/fresh-demo-lab.js';
import { closePages, launch } from './chromium.js';
import { closeStep } from './five-steps/close-step.js';
import { Stage } from './five-steps/stage.js';
import { playStepFive } from './five-steps/step-five.js';
import { playStepFour } from './five-steps/step-four.js';
import { playStepOne } from './five-steps/step-one.js';
import { playStepThree } from './five-steps/step-three.js';
import { playStepTwo } from './five-steps/step-two.js';
import { playBack } from './five-steps/step-back.js';

/**
 * Every kind of act is done on the screen once, by the person whose it is; what the other organisations then have to say too, they say over the API.
 */
describe('a lab from its first goal to a solution, and back', () => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    const labId = await installFreshLab();
    browser = await launch();
    stage = new Stage(browser, labId);
  });
  afterAll(async () => {
    if (browser !== undefined) await closePages(browser);
    await browser?.close();
  });

  it('1: what each wants, which question comes first, and what will be made of it', async () => {
    await playStepOne(stage);
    expect(await closeStep(stage, 1, 'prioritise')).toBe('done');
  });

  it('2: the terms are signed, all deliver, and the picture leaves a question', async () => {
    await playStepTwo(stage);
    expect(await closeStep(stage, 2, 'factual_picture')).toBe('done');
  });

  it('3: the agreement is signed by people who have just shown who they are, and the values are answered', async () => {
    await playStepThree(stage);
    expect(await closeStep(stage, 3, 'share_safely')).toBe('done');
  });

  it('4: a description is made, seen by two checkers and given out; then a comparison', async () => {
    await playStepFour(stage);
    expect(await closeStep(stage, 4, 'deeper_analyses')).toBe('done');
  });

  it('5: the result is read apart and together, and what follows has an owner, a date and an expectation', async () => {
    await playStepFive(stage);
    expect(await closeStep(stage, 5, 'solutions')).toBe('done');
  });

  it('and back: what was signed and given out is history once step 2 is open again', async () => {
    expect(await playBack(stage)).toEqual(['done', 'open', 'locked', 'locked', 'locked']);
  });
});
