import { createHash } from 'node:crypto';
import { regionOfLab, resolveRecords, type PlatformSession } from '@datalab/client';
import { openRecordHashes } from '@datalab/pseudonym';
import { UsageError } from '../env.js';
import { optionsOf } from '../options.js';
import { datasetNamed, ownDatasets } from '../partner/datasets.js';
import { EXIT, Stop, type ExitCode } from '../partner/exit-codes.js';
import { organisationKey } from '../partner/organisation-key.js';
import type { Partner } from '../partner/partner.js';
import { partnerCommand } from '../partner/partner-command.js';
import { mappingOf } from '../partner/prepare.js';
import { newReceiverKey, receiverKey } from '../partner/receiver-key.js';

const REGISTER = `mutation ($labId: ID!, $publicKey: String!) { registerReceiverKey(labId: $labId, publicKey: $publicKey) }`;
const LIST = `query ($id: ID!) { wayBackList(id: $id) { wayBackId box digest expiresAt } }`;
interface Sealed {
  wayBackList: { wayBackId: string; box: string; digest: string; expiresAt: string };
}

const OPTIONS = {
  list: { type: 'string' },
  dataset: { type: 'string' },
  mapping: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  'new-key': { type: 'boolean', default: false },
} as const;

export const resolve = partnerCommand({
  name: 'resolve',
  usage: '--new-key [--dataset id] | <file> --list id [--dataset id] [--mapping file] [--key file] [--out file]',
  summary: 'The way back, at its receiver: makes the key that a list is sealed to; finds the own rows of a list, here.',
  async work(partner, args) {
    const { values, positionals } = optionsOf(args, OPTIONS);
    const [file] = positionals;
    const session = await partner.session();
    const { datasets, organisationId } = await ownDatasets(session);
    const records = datasets.filter(({ kind }) => kind === 'records');
    const dataset = datasetNamed(records, values.dataset, partner.words);
    if (values['new-key']) return register(partner, session, dataset.labId);
    if (file === undefined || values.list === undefined) throw new UsageError('Name the file, and the list by --list.');

    const { labId } = dataset;
    const hashes = await hashesOf(partner, session, labId, values.list);
    const region = await regionOfLab(session, labId);
    const target = values.out ?? `${file}.weg-terug.csv`;
    const { rows, found, missing } = await resolveRecords(file, target, hashes, {
      mapping: await mappingOf(partner, dataset, values.mapping),
      region,
      organisationKey: await organisationKey(partner, organisationId, { key: values.key }),
      today: new Intl.DateTimeFormat('en-CA', { timeZone: region.timeZone }).format(new Date()),
    });
    partner.print(partner.words.resolved(rows, target));
    if (missing > 0) partner.print(partner.words.notInFile(missing, found + missing));
    return missing === 0 ? EXIT.ok : EXIT.refused;
  },
});

async function register(partner: Partner, session: PlatformSession, labId: string): Promise<ExitCode> {
  const { publicKey } = await newReceiverKey(partner, labId);
  const answer = await session.ask<{ registerReceiverKey: string }>(REGISTER, {
    labId,
    publicKey: Buffer.from(publicKey).toString('base64'),
  });
  partner.print(partner.words.receiverKeyKnown(answer.registerReceiverKey));
  return EXIT.ok;
}

/** The list, opened here. Stops with `refused` where what came is not what the platform says that it keeps. */
async function hashesOf(partner: Partner, session: PlatformSession, labId: string, id: string): Promise<string[]> {
  const key = await receiverKey(partner, labId);
  const { box, digest, expiresAt } = (await session.ask<Sealed>(LIST, { id })).wayBackList;
  const bytes = Buffer.from(box, 'base64');
  if (createHash('sha256').update(bytes).digest('hex') !== digest)
    throw new Stop(EXIT.refused, partner.words.listChanged);
  const hashes = openRecordHashes(bytes, id, key);
  partner.print(partner.words.listOpened(hashes.length, expiresAt.slice(0, 10)));
  return hashes;
}
