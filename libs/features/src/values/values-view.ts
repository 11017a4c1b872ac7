import { createHash } from 'node:crypto';
import {
  findAgreementInForce,
  findSnapshot,
  findValueEvidence,
  listDatasets,
  listPartyIds,
  listPrivacyRisk,
  listValueAnswers,
  type PrivacyRiskRow,
  type RunRow,
  type Transaction,
  type ValueAnswerRow,
} from '@datalab/data';
import {
  PUBLIC_VALUES,
  reopeningCauses,
  type PublicValue,
  type ReopeningCause,
  type ValuesGround,
} from '@datalab/domain';
import { manifestSchema } from '../picture/manifest.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { bandedRiskSchema } from './risk-report.js';
import { shownEvidenceSchema } from './shown-evidence.js';

/** The analysis that answers are about: that of the run's output shell. Null: the lab itself. */
export type Analysed = Pick<RunRow, 'shellId' | 'snapshotDigest' | 'method' | 'methodVersion'> | null;

/** Whether everything is answered on this ground: `missing` where somebody never answered, `reopened` where all did, on another ground. */
export type Standing = 'answered' | 'missing' | 'reopened';

export interface ValuesStanding {
  standing: Standing;
  /** Why answers have to be looked at again. */
  causes: ReopeningCause[];
  /** Who has something to answer, and on which values. */
  owing: { organisationId: string; values: PublicValue[] }[];
}

/** All that the screen of the values is made of. */
export interface ValuesNow extends ValuesStanding {
  ground: ValuesGround;
  evidence: Evidence;
  answers: (ValueAnswerRow & { causes: ReopeningCause[] })[];
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * The evidence and the answers on the seven values as they stand, for the lab or for one analysis. Reads the same for everybody in the lab and for
 * the worker: from bands and protected figures alone.
 */
export async function readValues(tx: Transaction, labId: string, analysed: Analysed = null): Promise<ValuesNow> {
  const organisationIds = await listPartyIds(tx, labId);
  const snapshot = await findSnapshot(tx, labId);
  const manifest = snapshot && manifestSchema.parse(snapshot.manifest);
  const risks = snapshot === undefined ? [] : await listPrivacyRisk(tx, snapshot.id);
  const shown = snapshot && (await findValueEvidence(tx, snapshot.id));
  const datasets = await listDatasets(tx, labId);
  const method = analysed === null ? undefined : `${analysed.method} ${analysed.methodVersion}`;
  const evidence = evidenceOf({
    sources: datasets.map(({ id, name, organisationName }) => ({ id, name, organisation: organisationName })),
    organisations: organisationIds.length,
    manifest,
    risk: new Map(risks.map(({ datasetId, document }) => [datasetId ?? '', bandedRiskSchema.parse(document)])),
    shown: shown === undefined ? undefined : shownEvidenceSchema.parse(shown),
    agreement: (await findAgreementInForce(tx, labId))?.document,
    method,
  });
  const ground = groundOf(analysed, {
    digest: snapshot?.digest ?? '',
    sources: manifest?.sources.map(({ datasetId }) => datasetId).sort() ?? [],
    evidence: evidenceDigest(risks, shown),
  });
  const given = await listValueAnswers(tx, labId, analysed?.shellId ?? null);
  const answers = given.map((answer) => ({ ...answer, causes: reopeningCauses(answer, ground) }));
  return { ground, evidence, answers, ...standingOf(organisationIds, answers) };
}

/**
 * Of what the data themselves say: bands per source, and how skewed reporting is. Not of what signing brings (the agreement, the risk over all
 * sources together), or every signature would reopen the answers; and not of the periods, which is what `new_rows` is about.
 */
function evidenceDigest(risks: readonly PrivacyRiskRow[], shown: unknown): string {
  const perSource = risks.flatMap(({ datasetId, document }) =>
    datasetId === null ? [] : [[datasetId, bandedRiskSchema.parse(document)]],
  );
  return digest([perSource, shown === undefined ? null : shownEvidenceSchema.parse(shown)]);
}

/** An analysis stands on its own snapshot and method: what comes to the lab later is another run. */
function groundOf(
  analysed: Analysed,
  now: { digest: string; sources: readonly string[]; evidence: string },
): ValuesGround {
  if (analysed !== null)
    return {
      snapshotDigest: analysed.snapshotDigest ?? '',
      sources: '',
      evidence: '',
      method: `${analysed.method} ${analysed.methodVersion}`,
    };
  return { snapshotDigest: now.digest, sources: digest(now.sources), evidence: now.evidence, method: '' };
}

function standingOf(
  organisationIds: readonly string[],
  answers: readonly { value: PublicValue; organisationId: string; causes: ReopeningCause[] }[],
): ValuesStanding {
  let isMissing = false;
  const causes = new Set<ReopeningCause>();
  const owing = organisationIds.flatMap((organisationId) => {
    const values = PUBLIC_VALUES.filter((value) => {
      const answer = answers.find((one) => one.organisationId === organisationId && one.value === value);
      if (answer === undefined) isMissing = true;
      for (const cause of answer?.causes ?? []) causes.add(cause);
      return answer === undefined || answer.causes.length > 0;
    });
    return values.length === 0 ? [] : [{ organisationId, values }];
  });
  const standing = isMissing ? 'missing' : owing.length > 0 ? 'reopened' : 'answered';
  return { standing, causes: [...causes], owing };
}

/**
 * Whether the values are answered for what is about to leave: for the lab and, where it is of a run, for its analysis too; the worse of the two.
 * `causes` are of both. A refresh of something that was checked may go out where the only cause is `new_rows`.
 */
export async function valuesStanding(tx: Transaction, labId: string, run?: RunRow): Promise<ValuesStanding> {
  const ofLab = await readValues(tx, labId);
  if (run === undefined) return ofLab;
  const ofRun = await readValues(tx, labId, run);
  const worst = (['missing', 'reopened', 'answered'] as const).find(
    (one) => ofLab.standing === one || ofRun.standing === one,
  )!;
  return {
    standing: worst,
    causes: [...new Set([...ofLab.causes, ...ofRun.causes])],
    owing: [...ofLab.owing, ...ofRun.owing],
  };
}
