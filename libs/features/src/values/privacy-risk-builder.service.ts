import {
  announce,
  audit,
  Database,
  findAgreementInForce,
  findLab,
  findRegion,
  findSnapshot,
  listAreas,
  listDatasets,
  listShownByArea,
  savePrivacyRisk,
  type NewPrivacyRisk,
  type SnapshotRow,
  type Transaction,
} from '@datalab/data';
import { bug, type Clock } from '@datalab/domain';
import { privacyClasses, SnapshotStore } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import { standingOf } from '../actor-standing.js';
import type { Work } from '../work.js';
import { shownEvidence } from './shown-evidence.js';
import { bandedRisk, exactRisk } from './risk-report.js';

/** Measures how recognisable people would be in the rows of a lab, and what the protected picture tells for the public values. */
@Injectable()
export class PrivacyRiskBuilderService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Measures the newest snapshot, per source, and over all sources together where an agreement is in force. Work for a snapshot that is no longer
   * the newest, or whose rows are gone, does nothing. Running again gives the same. The work is the lab's, also when who asked has left: the
   * audit log says so.
   */
  async execute(work: Work, snapshotId: string): Promise<void> {
    const { labId, actorId, requestId } = work;
    const standing = await standingOf(this.database, work);
    const ground = await this.database.inTransaction({ labId }, (tx) => readGround(tx, labId));
    if (ground.snapshot?.id !== snapshotId) return;
    const frozen = await this.store.find(ground.snapshot.digest);
    if (frozen === undefined) return;
    const { areas, levels, organisationOf, isAgreed } = ground;
    const { classes, dominance } = await privacyClasses(frozen, areas, levels, { allTogether: isAgreed });
    const found = dominance.map((one): NewPrivacyRisk => {
      const own = classes.filter(({ datasetId }) => datasetId === one.datasetId);
      const exact = exactRisk(own, one, levels);
      const organisationId = one.datasetId === null ? undefined : organisationOf.get(one.datasetId);
      const source =
        one.datasetId === null || organisationId === undefined ? null : { datasetId: one.datasetId, organisationId };
      return { source, banded: bandedRisk(exact), exact };
    });
    await this.database.inTransaction({ labId }, async (tx) => {
      // A newer picture asked for its own measuring: this one is of no use any more.
      if ((await findSnapshot(tx, labId))?.id !== snapshotId) return;
      const evidence = shownEvidence(await listShownByArea(tx, labId, snapshotId), levels);
      await savePrivacyRisk(tx, labId, snapshotId, { found, evidence }, this.clock.now());
      const event = { action: 'risk.measure', objectKind: 'snapshot', objectId: snapshotId, labId };
      await audit(tx, { actorId, requestId }, { ...event, detail: { actor: standing } });
      await announce(tx, { kind: 'lab', id: labId, labId });
    });
  }
}

async function readGround(tx: Transaction, labId: string) {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw bug('a lab without a region');
  const snapshot: SnapshotRow | undefined = await findSnapshot(tx, labId);
  const datasets = await listDatasets(tx, labId);
  return {
    snapshot,
    areas: await listAreas(tx, region.id),
    levels: region.levels.map(({ code }) => code),
    organisationOf: new Map(datasets.map(({ id, organisationId }) => [id, organisationId])),
    isAgreed: (await findAgreementInForce(tx, labId)) !== undefined,
  };
}
