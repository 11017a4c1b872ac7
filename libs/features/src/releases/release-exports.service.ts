import { isAllowed } from '@datalab/access';
import { audit, Database, findLab, listShapes, type AreaShape } from '@datalab/data';
import { forbidden, invalidInput, invalidState, isPurpose } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import type { Given } from './exports/release-facts.js';
import { asSubject, readableRelease } from './release-access.js';
import { ReleaseGround } from './release-ground.js';

/** Results that are out, taken along by people of the lab: for a purpose of the agreement, which is written down. */
@Injectable()
export class ReleaseExportsService {
  constructor(
    private readonly database: Database,
    private readonly ground: ReleaseGround,
  ) {}

  /**
   * A released result with the outlines of its areas. The purpose is one of the agreement in force: there is none for a measure against a person, a
   * household or an address. NotFound, Forbidden and InvalidState as for every release.
   */
  take(ctx: Ctx, id: string, format: string, purpose: string): Promise<{ given: Given; shapes: AreaShape[] }> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await readableRelease(ctx, tx, id);
      if (!isAllowed(ctx.ability, 'export', 'Release', asSubject(release)))
        throw forbidden('release.not-exporter', 'Who works in the lab takes results along.');
      if (release.state !== 'released' || release.document === null)
        throw invalidState('release.not-out', 'Only what is released is taken along.');
      const { purposes } = await this.ground.requirePolicy(tx, release.labId);
      if (!isPurpose(purpose) || !purposes.includes(purpose))
        throw invalidInput('release.purpose-not-agreed', 'Choose one of the purposes of the agreement.', [
          { field: 'purpose' },
        ]);
      const lab = (await findLab(tx, release.labId))!;
      const { design } = release.document;
      const { labId } = release;
      // Words of closed lists, so that the log says for what each copy was made.
      const detail = { format, purpose };
      await audit(tx, authorOf(ctx), { action: 'release.export', objectKind: 'release', objectId: id, labId, detail });
      return {
        given: { ...release, document: release.document, labName: lab.name },
        shapes: design === null ? [] : await listShapes(tx, lab.regionId, design.level),
      };
    });
  }
}
