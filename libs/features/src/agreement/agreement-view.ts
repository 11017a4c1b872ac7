import { createHash } from 'node:crypto';
import {
  findLab,
  listAgreements,
  listDatasets,
  listParticipants,
  listSignatures,
  listSteps,
  listSupport,
  type AgreementRow,
  type Transaction,
} from '@datalab/data';
import {
  agreementText,
  differencesOf,
  notFound,
  signedText,
  type AgreementArticle,
  type ClauseDifference,
  type PolicyFault,
  type StepState,
} from '@datalab/domain';
import type { AgreementGround } from './agreement-choices.js';
import { agreementFaults } from './agreement-faults.js';

/** How one organisation stands towards a version. */
export interface PartyStanding {
  organisationId: string;
  name: string;
  supportedAt: Date | null;
  signedAt: Date | null;
  /** Name of who signed, for colleagues. */
  signedBy: string | null;
}

/** One version as people read it. */
export interface AgreementVersion extends AgreementRow {
  articles: AgreementArticle[];
  /** What keeps a draft from being signed; empty for what was offered. */
  faults: PolicyFault[];
  /** Against the version in force or, where none is, the newest one before it; empty where there is none. */
  differences: ClauseDifference[];
  /** Against which version the differences are. */
  comparedWith: number | null;
  parties: PartyStanding[];
  /** SHA-256 of the text as it stands now, which is what is signed. */
  currentHash: string;
}

/** A lab's agreement in all its versions, newest first. */
export interface AgreementView {
  labId: string;
  stepState: StepState;
  versions: AgreementVersion[];
  ground: AgreementGround;
}

/** What a signature is on: the text, letter for letter. */
export const hashOfText = (document: AgreementRow['document'], version: number): string =>
  createHash('sha256').update(signedText(document, version)).digest('hex');

/** The whole of it, as row-level security lets it through. NotFound where the lab is not there. */
export async function readAgreement(tx: Transaction, labId: string): Promise<AgreementView> {
  const ground = await readGround(tx, labId);
  const rows = await listAgreements(tx, labId);
  const support = await listSupport(tx, labId);
  const signatures = await listSignatures(tx, labId);
  const steps = await listSteps(tx, labId);
  const versions = rows.map((row) => {
    const before = comparedWith(rows, row);
    const parties = ground.organisations.map(({ organisationId, name }) => {
      const is = (of: { agreementId: string; organisationId: string }) =>
        of.agreementId === row.id && of.organisationId === organisationId;
      const signature = signatures.find(is);
      return {
        organisationId,
        name,
        supportedAt: support.find(is)?.at ?? null,
        signedAt: signature?.signedAt ?? null,
        signedBy: signature?.signedBy ?? null,
      };
    });
    return {
      ...row,
      articles: agreementText(row.document),
      faults: row.state === 'draft' ? draftFaults(row, ground) : [],
      differences: before === undefined ? [] : differencesOf(before.document, row.document),
      comparedWith: before?.version ?? null,
      parties,
      currentHash: hashOfText(row.document, row.version),
    };
  });
  const stepState = steps.find(({ step }) => step === 'share_safely')?.state ?? 'locked';
  return { labId, stepState, versions, ground };
}

/** What an agreement of this lab is filled in with. NotFound where the lab is not there. */
export async function readGround(tx: Transaction, labId: string): Promise<AgreementGround> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  const organisations = await listParticipants(tx, labId);
  return {
    lab,
    organisations: organisations.map(({ organisationId, name, type }) => ({ organisationId, name, type })),
    datasets: await listDatasets(tx, labId),
  };
}

/** What keeps a draft from being offered, also that others take part by now than when it was saved. */
export function draftFaults({ document }: AgreementRow, { organisations }: AgreementGround): PolicyFault[] {
  const now = organisations.map(({ organisationId }) => organisationId).sort();
  const then = document.parties.map(({ organisationId }) => organisationId).sort();
  const isChanged = now.join() !== then.join();
  return [
    ...(isChanged ? [{ clause: 'parties', code: 'parties-changed' } as const] : []),
    ...agreementFaults(document),
  ];
}

const comparedWith = (rows: readonly AgreementRow[], row: AgreementRow): AgreementRow | undefined =>
  rows.find(({ state, version }) => state === 'in_force' && version < row.version) ??
  rows.find(({ state, version }) => state !== 'withdrawn' && version < row.version);
