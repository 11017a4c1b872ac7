import { isAllowed } from '@datalab/access';
import {
  Database,
  deleteParticipant,
  findLab,
  insertParticipant,
  isViolation,
  listOrganisations,
  listParticipantIds,
  findStepState,
  updateLab,
  updateLabContact,
  type LabSettings,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, LEAST_QUORUM, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { textIn } from './text-in.js';

const MAILBOX = z.email().max(120);

/** What a lab is: its name at any time, and while step 1 is open what its organisations consent to there. The coordinator's. */
@Injectable()
export class LabSettingsService {
  constructor(private readonly database: Database) {}

  /** Changes name, goal, region and quorum; all but the name only while step 1 is open. */
  change(ctx: Ctx, labId: string, input: LabSettings): Promise<void> {
    const { regionId, quorum } = input;
    const settings = {
      regionId,
      quorum,
      name: textIn('name', input.name, 3, 120),
      goal: textIn('goal', input.goal, 3, 1000),
    };
    if (quorum !== null && !(Number.isInteger(quorum) && quorum >= LEAST_QUORUM))
      throw invalidInput('lab.quorum', `A quorum is ${LEAST_QUORUM} at least.`, [{ field: 'quorum' }]);
    return this.lead(ctx, labId, 'lab.change', async (tx) => {
      const lab = (await findLab(tx, labId))!;
      const same = lab.goal === settings.goal && lab.regionId === regionId && lab.quorum === quorum;
      if (!same) await mustBeComposing(tx, labId);
      await updateLab(tx, labId, settings);
    });
  }

  /**
   * Says at which mailbox anybody may ask about the lab; null takes it away. It is public, so it is that of an office and not of a person: the words beside
   * the field ask for that, and nothing can check it.
   */
  async setContact(ctx: Ctx, labId: string, email: string | null): Promise<void> {
    const address = email?.trim() || null;
    if (address !== null && !MAILBOX.safeParse(address).success)
      throw invalidInput('lab.contact-email', 'This is no e-mail address.', [{ field: 'contactEmail' }]);
    await this.lead(ctx, labId, 'lab.change', (tx) => updateLabContact(tx, labId, address));
  }

  /** Asks another organisation of the platform in; it then decides itself what it brings. */
  addPartner(ctx: Ctx, labId: string, organisationId: string): Promise<void> {
    return this.lead(ctx, labId, 'participant.add', async (tx) => {
      await mustBeComposing(tx, labId);
      if (!(await listOrganisations(tx)).some(({ id }) => id === organisationId)) throw notFound('organisation');
      await insertParticipant(tx, labId, organisationId);
    });
  }

  /** Takes out an organisation that has nobody and nothing in the lab yet. */
  removePartner(ctx: Ctx, labId: string, organisationId: string): Promise<void> {
    return this.lead(ctx, labId, 'participant.remove', async (tx) => {
      await mustBeComposing(tx, labId);
      if (!(await listParticipantIds(tx, labId)).includes(organisationId)) throw notFound('participant');
      try {
        await deleteParticipant(tx, labId, organisationId);
      } catch (error) {
        if (!isViolation(error, 'reference')) throw error;
        throw invalidState('participant.in-use', 'This organisation has people or data in the lab, so it stays in it.');
      }
    });
  }

  private async lead(
    ctx: Ctx,
    labId: string,
    action: string,
    work: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator changes what a lab is.');
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      await work(tx);
      await recordDeed(tx, ctx, { action, objectKind: 'lab', objectId: labId, labId });
    });
  }
}

/** What the organisations consent to in step 1 changes while that step is open, and not behind their backs. */
async function mustBeComposing(tx: Transaction, labId: string): Promise<void> {
  if ((await findStepState(tx, labId, 'prioritise')) !== 'open')
    throw invalidState(
      'lab.composed',
      'This is agreed in step 1. Reopen that step, or take it out of review, to change it.',
    );
}
