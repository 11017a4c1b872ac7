import { isAllowed } from '@datalab/access';
import {
  Database,
  findCard,
  findDataset,
  insertCard,
  listCardVersions,
  type DatasetRow,
  type RegistrationCardRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { registrationCardSchema, type RegistrationCard } from './registration-card.js';

export type RegistrationCardView = Omit<RegistrationCardRow, 'document'> & { card: RegistrationCard };

/** Registration cards: written by the steward of a dataset, read by everybody in its lab. */
@Injectable()
export class RegistrationCardsService {
  constructor(private readonly database: Database) {}

  /** The newest version; undefined where the dataset has none yet. */
  find(ctx: Ctx, datasetId: string): Promise<RegistrationCardView | undefined> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await readable(ctx, tx, datasetId);
      const row = await findCard(tx, datasetId);
      return row && asSeenBy(ctx, dataset, row);
    });
  }

  /** Every version, newest first. */
  listVersions(ctx: Ctx, datasetId: string): Promise<RegistrationCardView[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await readable(ctx, tx, datasetId);
      return (await listCardVersions(tx, datasetId)).map((row) => asSeenBy(ctx, dataset, row));
    });
  }

  /** Adds a version; what was written before stays. Changes of practice are kept in order of their date. */
  save(ctx: Ctx, datasetId: string, document: unknown): Promise<RegistrationCardView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await readable(ctx, tx, datasetId);
      if (!isAllowed(ctx.ability, 'map', 'Dataset', dataset))
        throw forbidden('dataset.not-steward', 'Only the steward of its own organisation writes a registration card.');
      const card = parseCard(document);
      const { labId, organisationId } = dataset;
      const made = { madeBy: ctx.actor.personId, madeAt: ctx.clock.now() };
      await insertCard(tx, { datasetId, labId, organisationId, document: card, ...made });
      await recordDeed(tx, ctx, { action: 'card.save', objectKind: 'dataset', objectId: datasetId, labId });
      return viewOf((await findCard(tx, datasetId))!);
    });
  }
}

async function readable(ctx: Ctx, tx: Transaction, datasetId: string): Promise<DatasetRow> {
  const dataset = await findDataset(tx, datasetId);
  if (dataset === undefined || !isAllowed(ctx.ability, 'read', 'Dataset', dataset)) throw notFound('dataset');
  return dataset;
}

function parseCard(document: unknown): RegistrationCard {
  const parsed = registrationCardSchema.safeParse(document);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(card)');
    throw invalidInput(
      'card.invalid',
      `This is not a registration card: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  const { changes, ...texts } = parsed.data;
  checkOwnWords({ ...texts, ...Object.fromEntries(changes.map(({ what }, i) => [`changes.${i}.what`, what])) });
  return { ...parsed.data, changes: [...changes].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

/** Who wrote a card is told to colleagues alone. */
const asSeenBy = ({ actor }: Ctx, dataset: DatasetRow, row: RegistrationCardRow): RegistrationCardView =>
  viewOf(dataset.organisationId === actor.organisationId ? row : { ...row, madeBy: null });

const viewOf = ({ document, ...row }: RegistrationCardRow): RegistrationCardView => ({
  ...row,
  card: registrationCardSchema.parse(document),
});
