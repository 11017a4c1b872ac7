import { isAllowed } from '@datalab/access';
import {
  Database,
  endPickup,
  findContextNote,
  findLab,
  findPickup,
  findSnapshot,
  insertContextNote,
  insertPickup,
  listAreaCells,
  listAreaContacts,
  listAreas,
  listContextNotes,
  listDatasets,
  listParticipants,
  listPickups,
  listSolutions,
  saveAreaContact,
  withdrawContextNote,
  type AreaContactRow,
  type AreaRow,
  type ContextNoteRow,
  type PickupRow,
  type SolutionRow,
  type Transaction,
} from '@datalab/data';
import { ALL_PERIODS, forbidden, invalidInput, notFound, type ContextKind } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { sharedView } from '../picture/cell-view.js';
import { manifestSchema } from '../picture/manifest.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { areaFigures, type AreaFigure } from './area-figures.js';

/** One area on one card: who registers there, whom to reach, what runs, who picks it up. */
export interface RegieCard {
  area: { code: string; name: string; level: string; within: string[] };
  /** Organisations of which a figure of this area is shown to this person; of others nothing is said, not that they have none. */
  registering: { organisationId: string; name: string }[];
  /** Per source its newest whole year, for who may see the picture. */
  figures: AreaFigure[];
  contacts: AreaContactRow[];
  running: SolutionRow[];
  pickups: PickupRow[];
  notes: ContextNoteRow[];
  /** The first date on which something is due, of pickups and of measures that start or end (`YYYY-MM-DD`). */
  nextOn: string | null;
}

/** The regie card of an area, and what people of its organisations write on it. */
@Injectable()
export class RegieService {
  constructor(private readonly database: Database) {}

  /** The card of one area, with what holds for the areas that it lies in. */
  async getCard(ctx: Ctx, labId: string, areaCode: string): Promise<RegieCard> {
    this.checkReader(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { area, areas } = await areaOf(tx, labId, areaCode);
      const lineage = [...area.lineage];
      const today = ctx.clock.now().toISOString().slice(0, 10);
      const running = (await listSolutions(tx, labId)).filter(
        ({ state, areaCodes }) =>
          (state === 'chosen' || state === 'running') &&
          (areaCodes.length === 0 || areaCodes.some((code) => touches(areas, code, area))),
      );
      const pickups = await listPickups(tx, labId, lineage);
      const dates = [
        ...pickups.map(({ nextOn }) => nextOn),
        ...running.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
      ].filter((date): date is string => date !== null && date >= today);
      return {
        area: { code: area.code, name: area.name, level: area.level, within: lineage.slice(1) },
        ...(await picturedIn(ctx, tx, labId, areas, area)),
        contacts: await listAreaContacts(tx, labId, lineage),
        running,
        pickups,
        notes: await listContextNotes(tx, labId, lineage),
        nextOn: dates.sort()[0] ?? null,
      };
    });
  }

  /** Says how the own organisation is reached for an area: an office and its hours, not a person. */
  async saveContact(ctx: Ctx, labId: string, areaCode: string, reach: string): Promise<void> {
    if (reach.trim().length < 3)
      throw invalidInput('contact.too-short', 'Say how you are reached.', [{ field: 'reach' }]);
    await this.write(ctx, labId, areaCode, 'area-contact.save', (tx, { organisationId, personId, at }) =>
      saveAreaContact(tx, { labId, organisationId, areaCode, reach: reach.trim(), writtenBy: personId, writtenAt: at }),
    );
  }

  /** Picks something up in an area for the own organisation. */
  async pickUp(ctx: Ctx, labId: string, areaCode: string, what: string, nextOn: string | null): Promise<void> {
    checkOwnWords({ what });
    if (what.trim().length < 3) throw invalidInput('pickup.too-short', 'Say what you pick up.', [{ field: 'what' }]);
    await this.write(ctx, labId, areaCode, 'pickup.begin', (tx, { organisationId, personId, at }) =>
      insertPickup(tx, {
        labId,
        organisationId,
        areaCode,
        what: what.trim(),
        nextOn,
        pickedUpBy: personId,
        pickedUpAt: at,
      }),
    );
  }

  /** Ends what the own organisation picked up. */
  async endPickup(ctx: Ctx, id: string): Promise<{ labId: string; areaCode: string }> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await findPickup(tx, id);
      this.checkOwn(ctx, row, 'pickup');
      await endPickup(tx, id, ctx.clock.now());
      await this.settle(ctx, tx, row!.labId, 'pickup.end', id);
      return row!;
    });
  }

  /** Notes what explains the figures of an area: an event, building works, another way of registering. */
  async note(
    ctx: Ctx,
    labId: string,
    areaCode: string,
    note: { kind: ContextKind; words: string; startsOn: string; endsOn: string | null },
  ): Promise<void> {
    checkOwnWords({ words: note.words });
    if (note.words.trim().length < 3) throw invalidInput('note.too-short', 'Say what it is.', [{ field: 'words' }]);
    if (note.endsOn !== null && note.endsOn < note.startsOn)
      throw invalidInput('note.ends-before-start', 'It cannot end before it starts.', [{ field: 'endsOn' }]);
    await this.write(ctx, labId, areaCode, 'context-note.write', (tx, { organisationId, personId, at }) =>
      insertContextNote(tx, {
        ...note,
        labId,
        organisationId,
        areaCode,
        words: note.words.trim(),
        writtenBy: personId,
        writtenAt: at,
      }),
    );
  }

  /** Takes back a note of the own organisation. */
  async withdrawNote(ctx: Ctx, id: string): Promise<{ labId: string; areaCode: string }> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await findContextNote(tx, id);
      this.checkOwn(ctx, row, 'context note');
      await withdrawContextNote(tx, id, ctx.clock.now());
      await this.settle(ctx, tx, row!.labId, 'context-note.withdraw', id);
      return row!;
    });
  }

  private async write(
    ctx: Ctx,
    labId: string,
    areaCode: string,
    action: string,
    save: (tx: Transaction, by: { organisationId: string; personId: string; at: Date }) => Promise<void>,
  ): Promise<void> {
    this.checkReader(ctx, labId);
    const { organisationId, personId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'write', 'AreaWork', { labId, organisationId })) throw notFound('lab');
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      await areaOf(tx, labId, areaCode);
      await save(tx, { organisationId, personId, at: ctx.clock.now() });
      await this.settle(ctx, tx, labId, action, areaCode);
    });
  }

  private checkReader(ctx: Ctx, labId: string): void {
    if (!isAllowed(ctx.ability, 'read', 'AreaWork', { labId, organisationId: ctx.actor.organisationId }))
      throw notFound('lab');
  }

  private checkOwn(ctx: Ctx, row: { labId: string; organisationId: string } | undefined, noun: string): void {
    if (row === undefined || !isAllowed(ctx.ability, 'read', 'AreaWork', row)) throw notFound(noun);
    if (!isAllowed(ctx.ability, 'write', 'AreaWork', row))
      throw forbidden('area-work.not-yours', 'Another organisation wrote this; it ends it too.');
  }

  private async settle(ctx: Ctx, tx: Transaction, labId: string, action: string, objectId: string): Promise<void> {
    await recordDeed(tx, ctx, { action, objectKind: 'area', objectId, labId });
  }
}

async function areaOf(tx: Transaction, labId: string, code: string): Promise<{ area: AreaRow; areas: AreaRow[] }> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  const areas = await listAreas(tx, lab.regionId);
  const area = areas.find((candidate) => candidate.code === code);
  if (area === undefined) throw notFound('area');
  return { area, areas };
}

/** Whether a measure taken in one area reaches another: it lies in it, or the other way round. */
function touches(areas: readonly AreaRow[], code: string, area: AreaRow): boolean {
  return area.lineage.includes(code) || (areas.find((one) => one.code === code)?.lineage.includes(area.code) ?? false);
}

/** What the newest picture tells of an area; nothing to who may not see it, or before the first. */
async function picturedIn(
  ctx: Ctx,
  tx: Transaction,
  labId: string,
  areas: readonly AreaRow[],
  area: AreaRow,
): Promise<Pick<RegieCard, 'registering' | 'figures'>> {
  const snapshot = await findSnapshot(tx, labId);
  if (snapshot === undefined || !isAllowed(ctx.ability, 'read', 'Picture', { labId }))
    return { registering: [], figures: [] };
  const view = sharedView(ctx, labId, areas);
  const key = { labId, snapshotId: snapshot.id, areaCodes: [area.code], periods: [ALL_PERIODS] };
  const cells = await listAreaCells(tx, key, view);
  const shown = new Set(cells.filter(({ state }) => state === 'shown').map(({ datasetId }) => datasetId));
  const owners = new Set(
    (await listDatasets(tx, labId)).filter(({ id }) => shown.has(id)).map((row) => row.organisationId),
  );
  const { sources } = manifestSchema.parse(snapshot.manifest);
  return {
    registering: (await listParticipants(tx, labId))
      .filter(({ organisationId }) => owners.has(organisationId))
      .map(({ organisationId, name }) => ({ organisationId, name })),
    figures: await areaFigures({ tx, labId, snapshotId: snapshot.id, view, sources }, area, areas),
  };
}
