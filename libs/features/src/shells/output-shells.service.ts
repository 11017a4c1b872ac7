import { isAllowed } from '@datalab/access';
import {
  clearApprovals,
  Database,
  deleteShell,
  findLab,
  findRegion,
  findShell,
  insertApproval,
  insertShell,
  listDatasets,
  listParticipants,
  listShells,
  saveShellState,
  updateShell,
  type OutputShellRow,
  type Transaction,
} from '@datalab/data';
import {
  conflict,
  forbidden,
  invalidInput,
  invalidState,
  nextShellState,
  notFound,
  type ShellForm,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { parseStepOne } from '../questions/step-one-documents.js';
import { record } from '../questions/step-one.js';
import { remarkSchema, shellFormSchema } from './shell-form.js';

/** Output shells: the tables and maps of a lab before there is a number in them. Drafted, approved by every organisation, then a run may name them. */
@Injectable()
export class OutputShellsService {
  constructor(private readonly database: Database) {}

  /** Every shell of a lab in every version, oldest first. NotFound also where the lab is not yours. */
  async list(ctx: Ctx, labId: string): Promise<OutputShellRow[]> {
    checkReads(ctx, labId, 'lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => listShells(tx, labId));
  }

  /** Adds a draft. */
  async draft(ctx: Ctx, labId: string, input: ShellForm): Promise<OutputShellRow> {
    checkReads(ctx, labId, 'lab');
    checkDrafts(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => this.add(ctx, tx, labId, input));
  }

  /** Adds a draft that takes the place of an approved shell once it is approved itself; until then that one stays in force. */
  revise(ctx: Ctx, shellId: string, input: ShellForm): Promise<OutputShellRow> {
    return this.change(ctx, shellId, async (tx, shell) => {
      checkDrafts(ctx, shell.labId);
      if (shell.state !== 'approved')
        throw invalidState('shell.wrong-state', 'Only an approved shell gets a new version.');
      const versions = await listShells(tx, shell.labId);
      if (versions.some(({ replaces }) => replaces === shell.id))
        throw conflict('shell.has-next', 'There is a new version of this shell already.');
      return this.add(ctx, tx, shell.labId, input, shell);
    });
  }

  /** Writes a draft anew. */
  update(ctx: Ctx, shellId: string, input: ShellForm): Promise<OutputShellRow> {
    return this.change(ctx, shellId, async (tx, shell) => {
      checkDrafts(ctx, shell.labId);
      if (shell.state !== 'draft') throw invalidState('shell.wrong-state', 'Only a draft is changed.');
      await updateShell(tx, shellId, await parseForm(tx, shell.labId, input));
      await recordShell(tx, ctx, shell, 'shell.update');
      return (await findShell(tx, shellId))!;
    });
  }

  /** Throws away a draft. */
  async discard(ctx: Ctx, shellId: string): Promise<void> {
    await this.change(ctx, shellId, async (tx, shell) => {
      checkDrafts(ctx, shell.labId);
      if (shell.state !== 'draft') throw invalidState('shell.wrong-state', 'Only a draft is thrown away.');
      await deleteShell(tx, shellId);
      await recordShell(tx, ctx, shell, 'shell.discard');
      return shell;
    });
  }

  /** Hands a draft in for approval. */
  submit(ctx: Ctx, shellId: string): Promise<OutputShellRow> {
    return this.change(ctx, shellId, async (tx, shell) => {
      checkDrafts(ctx, shell.labId);
      await saveShellState(tx, shellId, nextShellState(shell.state, 'submit'), ctx.clock.now());
      await recordShell(tx, ctx, shell, 'shell.submit');
      return (await findShell(tx, shellId))!;
    });
  }

  /** Sends it back as a draft, with what must change; who approved it already is asked again. */
  sendBack(ctx: Ctx, shellId: string, remark: string): Promise<OutputShellRow> {
    return this.change(ctx, shellId, async (tx, shell) => {
      checkApproves(ctx, shell.labId);
      const words = parseStepOne(remarkSchema, { remark }, 'shell.remark-missing', (value) => value);
      await saveShellState(tx, shellId, nextShellState(shell.state, 'return'), ctx.clock.now(), words.remark);
      await clearApprovals(tx, shellId);
      await recordShell(tx, ctx, shell, 'shell.return');
      return (await findShell(tx, shellId))!;
    });
  }

  /** The own organisation approves. With the last one the shell is approved, and the version that it replaces is not any more. */
  approve(ctx: Ctx, shellId: string): Promise<OutputShellRow> {
    return this.change(ctx, shellId, async (tx, shell) => {
      const { labId } = shell;
      checkApproves(ctx, labId);
      const approved = nextShellState(shell.state, 'approve');
      const { personId, organisationId } = ctx.actor;
      const now = ctx.clock.now();
      await insertApproval(tx, { shellId, labId, organisationId, approvedBy: personId, approvedAt: now });
      const { approvals } = (await findShell(tx, shellId))!;
      const participants = await listParticipants(tx, labId);
      if (participants.every((one) => approvals.some((given) => given.organisationId === one.organisationId))) {
        if (shell.replaces !== null) {
          const before = (await findShell(tx, shell.replaces))!;
          await saveShellState(tx, before.id, nextShellState(before.state, 'replace'), now);
        }
        await saveShellState(tx, shellId, approved, now);
      }
      await recordShell(tx, ctx, shell, 'shell.approve');
      return (await findShell(tx, shellId))!;
    });
  }

  private async add(
    ctx: Ctx,
    tx: Transaction,
    labId: string,
    input: ShellForm,
    before?: OutputShellRow,
  ): Promise<OutputShellRow> {
    const form = await parseForm(tx, labId, input);
    const { personId, organisationId } = ctx.actor;
    const made = { organisationId, madeBy: personId, madeAt: ctx.clock.now() };
    const version = (before?.version ?? 0) + 1;
    const id = await insertShell(tx, form, { labId, version, replaces: before?.id ?? null, ...made });
    await recordShell(tx, ctx, { id, labId }, 'shell.draft');
    return (await findShell(tx, id))!;
  }

  private change(
    ctx: Ctx,
    shellId: string,
    work: (tx: Transaction, shell: OutputShellRow) => Promise<OutputShellRow>,
  ): Promise<OutputShellRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const shell = await findShell(tx, shellId, { lock: true });
      if (shell === undefined) throw notFound('output-shell');
      checkReads(ctx, shell.labId, 'output-shell');
      return work(tx, shell);
    });
  }
}

function checkReads(ctx: Ctx, labId: string, noun: string): void {
  const shell = { labId, organisationId: ctx.actor.organisationId };
  if (!isAllowed(ctx.ability, 'read', 'OutputShell', shell)) throw notFound(noun);
}

function checkDrafts(ctx: Ctx, labId: string): void {
  const shell = { labId, organisationId: ctx.actor.organisationId };
  if (!isAllowed(ctx.ability, 'draft', 'OutputShell', shell))
    throw forbidden('shell.not-drafter', 'Only a domain expert, analyst or coordinator works on shells.');
}

function checkApproves(ctx: Ctx, labId: string): void {
  const shell = { labId, organisationId: ctx.actor.organisationId };
  if (!isAllowed(ctx.ability, 'approve', 'OutputShell', shell))
    throw forbidden('shell.not-domain-expert', 'Only a domain expert approves a shell for the organisation.');
}

/** A form whose level, sources and words are right for this lab. */
async function parseForm(tx: Transaction, labId: string, input: ShellForm): Promise<ShellForm> {
  const form = parseStepOne(shellFormSchema, input, 'shell.invalid', ({ title, use, columns }) => ({
    title,
    use,
    ...Object.fromEntries(columns.map((column, i) => [`columns.${i}`, column])),
  }));
  const datasets = (await listDatasets(tx, labId)).map(({ id }) => id);
  const region = await findRegion(tx, (await findLab(tx, labId))!.regionId);
  if (!form.datasetIds.every((id) => datasets.includes(id)))
    throw invalidInput('shell.invalid', 'A source is not of this lab.', [{ field: 'datasetIds' }]);
  if (!region!.levels.some(({ code }) => code === form.areaLevel))
    throw invalidInput('shell.invalid', 'This level is not of the region of the lab.', [{ field: 'areaLevel' }]);
  return form;
}

const recordShell = (tx: Transaction, ctx: Ctx, { id, labId }: { id: string; labId: string }, action: string) =>
  record(tx, ctx, labId, { action, objectKind: 'output-shell', objectId: id });
