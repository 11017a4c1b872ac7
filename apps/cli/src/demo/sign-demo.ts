import { signInWithPassword } from '@datalab/client';
import type { DemoAccount } from './demo-accounts.js';

interface TermsAnswer {
  intakeTerms: { version: number; organisations: { organisationName: string; standing: string }[] };
}

const TERMS =
  'query ($labId: ID!) { intakeTerms(labId: $labId) { version organisations { organisationName standing } } }';
const SIGN = 'mutation ($labId: ID!, $version: Int!) { signIntakeTerms(labId: $labId, version: $version) { version } }';

/** The demo's privacy officers sign the intake terms, each for their own organisation, so that its steward can deliver; signed already is left. */
export async function signDemo(baseUrl: string, labId: string, officers: readonly DemoAccount[]): Promise<void> {
  for (const officer of officers) {
    const session = await signInWithPassword(baseUrl, officer.email, officer.password);
    const { version, organisations } = (await session.ask<TermsAnswer>(TERMS, { labId })).intakeTerms;
    const own = organisations.find(({ organisationName }) => organisationName === officer.organisation);
    if (own?.standing !== 'signed') await session.ask(SIGN, { labId, version });
  }
}
