import { isAllowed, PLATFORM } from '@datalab/access';
import {
  announce,
  askFor,
  audit,
  copyMemberships,
  Database,
  insertLab,
  insertParticipant,
  listLabs,
  listLessons,
  listOrganisations,
  listParticipantIds,
  listRegions,
  saveMembership,
  setMayFound,
  type LabRow,
  type PartnerRow,
} from '@datalab/data';
import {
  forbidden,
  invalidInput,
  isTemplateKey,
  LAB_TEMPLATES,
  LEAST_QUORUM,
  notFound,
  type LabTemplate,
} from '@datalab/domain';
import { rehearseJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { textIn } from './text-in.js';

export interface FoundLab {
  name: string;
  goal: string;
  question: string;
  regionId: string;
  /** Organisations beside the own one. */
  partnerIds: readonly string[];
  /** Left out: every organisation consents to every step. */
  quorum?: number;
  template?: string;
  /** A lab that this person leads: its people get the same roles here. None of its data comes along. */
  copyOf?: string;
  isRehearsal: boolean;
}

/** What somebody chooses from who begins a lab. */
export interface FoundingOptions {
  regions: { id: string; name: string; code: string }[];
  organisations: PartnerRow[];
  templates: (LabTemplate & { lessons: { id: string; text: string; writtenAt: Date }[] })[];
  /** Labs of which the set-up can be copied. */
  copies: LabRow[];
}

/** Beginning a lab: from a ready template, as a copy of a set-up, from nothing, or as a rehearsal. */
@Injectable()
export class FoundingService {
  constructor(private readonly database: Database) {}

  /** What there is to choose from. Forbidden to who may not begin a lab. */
  async options(ctx: Ctx): Promise<FoundingOptions> {
    mustFound(ctx);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const templates = [];
      for (const template of LAB_TEMPLATES)
        templates.push({ ...template, lessons: await listLessons(tx, template.key) });
      return {
        regions: await listRegions(tx),
        organisations: await listOrganisations(tx),
        templates,
        copies: (await listLabs(tx)).filter(({ id }) => mayCopy(ctx, id)),
      };
    });
  }

  /** Makes a lab at its first step, led by who makes it, and gives its id. */
  async found(ctx: Ctx, input: FoundLab): Promise<string> {
    mustFound(ctx);
    const { copyOf, regionId, isRehearsal } = input;
    if (copyOf !== undefined && !mayCopy(ctx, copyOf)) throw notFound('lab');
    const partners = [...new Set([ctx.actor.organisationId, ...input.partnerIds])];
    const lab = {
      name: textIn('name', input.name, 3, 120),
      goal: textIn('goal', input.goal, 3, 1000),
      question: textIn('question', input.question, 3, 500),
      quorum: quorumIn(input.quorum, partners.length),
      template: templateIn(input.template),
    };
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!(await listRegions(tx)).some(({ id }) => id === regionId)) throw notFound('region');
      const known = (await listOrganisations(tx)).map(({ id }) => id);
      if (partners.some((id) => !known.includes(id))) throw notFound('organisation');
      const { personId, organisationId } = ctx.actor;
      const copiedFrom = copyOf ?? null;
      const labId = await insertLab(tx, { ...lab, regionId, isRehearsal, copiedFrom, createdBy: personId });
      for (const partner of partners) await insertParticipant(tx, labId, partner);
      await saveFounder(tx, { labId, personId, organisationId });
      if (isRehearsal) {
        // Who rehearses does the work of every role of their own organisation.
        for (const role of REHEARSED) await saveMembership(tx, { labId, personId, organisationId, role, areas: [] });
        await askFor(tx, rehearseJob, { labId }, { labId, actorId: personId, requestId: ctx.requestId });
      }
      if (copyOf !== undefined) {
        // The invented partners of a rehearsal stay there.
        for (const partner of await listParticipantIds(tx, copyOf))
          if (known.includes(partner)) await insertParticipant(tx, labId, partner);
        await copyMemberships(tx, copyOf, labId, personId);
      }
      const detail = { partners: partners.length, rehearsal: isRehearsal, template: lab.template ?? 'none' };
      await audit(tx, authorOf(ctx), { action: 'lab.found', objectKind: 'lab', objectId: labId, labId, detail });
      // Whatever is open for this person asks anew what they may.
      await announce(tx, { kind: 'access', id: personId });
      return labId;
    });
  }

  /** An administrator names somebody who may begin labs, or takes that back. */
  async allow(ctx: Ctx, personId: string, may: boolean): Promise<void> {
    if (!isAllowed(ctx.ability, 'administer', 'Platform', PLATFORM))
      throw forbidden('platform.not-administrator', 'Only an administrator of the platform does this.');
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!(await setMayFound(tx, personId, may))) throw notFound('person');
      await audit(tx, authorOf(ctx), {
        action: may ? 'founding.allow' : 'founding.end',
        objectKind: 'person',
        objectId: personId,
      });
      await announce(tx, { kind: 'access', id: personId });
    });
  }
}

const REHEARSED = ['data_steward', 'domain_expert', 'analyst', 'privacy_officer'] as const;

const saveFounder = (
  tx: Parameters<typeof saveMembership>[0],
  founder: { labId: string; personId: string; organisationId: string },
): Promise<void> => saveMembership(tx, { ...founder, role: 'coordinator', areas: [] });

function mustFound({ ability }: Ctx): void {
  if (!isAllowed(ability, 'found', 'Platform', PLATFORM))
    throw forbidden('lab.not-founder', 'Who leads a lab, or was named by an administrator, begins another one.');
}

/** Whoever leads a lab may copy its set-up, also once it is closed. */
const mayCopy = ({ actor }: Ctx, labId: string): boolean =>
  actor.memberships.some((membership) => membership.labId === labId && membership.role === 'coordinator');

function quorumIn(quorum: number | undefined, participants: number): number | null {
  if (quorum === undefined) return null;
  if (Number.isInteger(quorum) && quorum >= LEAST_QUORUM && quorum <= Math.max(participants, LEAST_QUORUM))
    return quorum;
  throw invalidInput('lab.quorum', `A quorum is ${LEAST_QUORUM} at least, and no more than take part.`, [
    { field: 'quorum' },
  ]);
}

function templateIn(key: string | undefined) {
  if (key === undefined) return null;
  if (isTemplateKey(key)) return key;
  throw invalidInput('lab.template', 'There is no such template.', [{ field: 'template' }]);
}
