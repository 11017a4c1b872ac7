import { signInWithPassword, type PlatformSession } from '@datalab/client';
import { demoReports, demoSetup, partnerFiles, type DemoRegion } from '@datalab/demo';
import type { LabRole } from '@datalab/domain';
import type { DemoAccount } from './demo-accounts.js';
import type { DemoDelivery } from './deliver-demo.js';

/** Who plays what in the demo lab: its people by role, able to sign in. */
export class DemoCast {
  readonly #lab = demoSetup.labs[0]!;

  constructor(
    readonly baseUrl: string,
    private readonly accounts: readonly DemoAccount[],
  ) {}

  /** Everybody in a role of the demo lab, in the order of its setup; throws where somebody has no account. */
  inRole(wanted: LabRole): DemoAccount[] {
    return this.#lab.members.filter(({ role }) => role === wanted).map(({ user }) => this.account(user));
  }

  /** The only one in a role, or the first. */
  first(wanted: LabRole): DemoAccount {
    return this.inRole(wanted)[0]!;
  }

  /** Signs somebody in anew. */
  signIn({ email, password }: DemoAccount): Promise<PlatformSession> {
    return signInWithPassword(this.baseUrl, email, password);
  }

  /** The partners' files, each with the steward who delivers it. */
  deliveries(region: DemoRegion, seed: number): DemoDelivery[] {
    return partnerFiles(region, demoReports(region, seed)).map((file) => {
      const dataset = this.#lab.datasets.find(({ key }) => key === file.dataset)!;
      const steward = this.#lab.members.find(
        ({ role, user }) => role === 'data_steward' && organisationOf(user) === dataset.organisation,
      )!;
      return { file, datasetName: dataset.name, steward: this.account(steward.user) };
    });
  }

  private account(subject: string): DemoAccount {
    const found = this.accounts.find((account) => account.subject === subject);
    if (found === undefined) throw new Error(`nobody of the demo has the account ${subject}`);
    return found;
  }
}

const organisationOf = (subject: string): string =>
  demoSetup.users.find((user) => user.subject === subject)!.organisation;
