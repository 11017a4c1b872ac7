import { createHash } from 'node:crypto';
import { finishStep } from '@datalab/client';
import type { DemoRegion } from '@datalab/demo';
import { deliverDemo } from './deliver-demo.js';
import type { DemoCast } from './demo-cast.js';
import { governDemo } from './govern-demo.js';
import { prioritiseDemo } from './prioritise-demo.js';
import { signDemo } from './sign-demo.js';

/** The demo's own HMAC key for record hashes; real organisations make theirs and keep it. */
const DEMO_ORGANISATION_KEY = createHash('sha256').update('the demo has no secrets').digest();

/** Where the demo lab is, who plays in it, and what was invented. */
export interface DemoPlay {
  labId: string;
  cast: DemoCast;
  region: DemoRegion;
  seed: number;
}

/**
 * The partners of the demo go through step 1 and bring their data, each act by the person whose it is: the lab then has its picture, its quality reports
 * accepted and its cards written. What is there already is left.
 */
export async function beginDemo({ labId, cast, region, seed }: DemoPlay, print: (line: string) => void): Promise<void> {
  const coordinator = cast.first('coordinator');
  const experts = cast.inRole('domain_expert');
  const officers = cast.inRole('privacy_officer');
  await prioritiseDemo(cast.baseUrl, labId, { coordinator, analyst: cast.first('analyst'), experts });
  await finishStep(labId, 'prioritise', {
    coordinator: await cast.signIn(coordinator),
    consenting: await Promise.all(officers.map((officer) => cast.signIn(officer))),
  });
  await signDemo(cast.baseUrl, labId, officers);
  const deliveries = cast.deliveries(region, seed);
  await deliverDemo(cast.baseUrl, labId, deliveries, DEMO_ORGANISATION_KEY, print);
  await governDemo(cast.baseUrl, labId, deliveries);
}
