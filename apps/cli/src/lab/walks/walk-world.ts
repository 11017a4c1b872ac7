import { abilityFor, type Actor } from '@datalab/access';
import { Database, findLab, listConsents, listSteps } from '@datalab/data';
import { consentsNeeded, STEPS, type Criterion, type LabRole, type Step } from '@datalab/domain';
import { judged, LabViews, StepsService, type Ctx, type LabView } from '@datalab/features';
import pg from 'pg';
import { readEnv } from '../../env.js';

/** Three organisations: one that also leads, one of the same kind, and one with a privacy officer alone. */
export const ORGANISATIONS = ['a', 'b', 'c'] as const;
export type WalkOrganisation = (typeof ORGANISATIONS)[number];

/** Everybody who walks: what they are in the lab, for which organisation. The stranger is in none. */
export const WALKERS = {
  leader: { organisation: 'a', roles: ['coordinator'] },
  expertA: { organisation: 'a', roles: ['domain_expert'] },
  officerA: { organisation: 'a', roles: ['privacy_officer'] },
  expertB: { organisation: 'b', roles: ['domain_expert'] },
  officerB: { organisation: 'b', roles: ['privacy_officer'] },
  officerC: { organisation: 'c', roles: ['privacy_officer'] },
  analystC: { organisation: 'c', roles: ['analyst'] },
  stranger: { organisation: 'c', roles: [] },
} as const satisfies Record<string, { organisation: WalkOrganisation; roles: readonly LabRole[] }>;
export type Walker = keyof typeof WALKERS;
export const WALKER_NAMES = Object.keys(WALKERS) as Walker[];

const CLOCK = { now: () => new Date() };

/** What happened in a lab, as the database keeps it. */
export interface KeptEvent {
  step: Step;
  event: string;
  round: number;
  organisation: WalkOrganisation;
}

/** A database with three organisations, in which every walk gets a lab of its own, at step 1. The services over it are the real ones. */
export class WalkWorld {
  /** Steps whose criteria do not hold: what the walk toggles, instead of everything that could make a criterion hold. */
  readonly unmet = new Set<Step>();
  readonly steps: StepsService;

  private constructor(
    private readonly api: Database,
    private readonly admin: pg.Pool,
    private readonly ids: ReadonlyMap<string, string>,
  ) {
    this.steps = new StepsService(api, new ToggledViews(this.unmet));
  }

  /** Migrates the database that the environment names; `npm run datalab -- verify lab` brings a fresh one. */
  static async open(): Promise<WalkWorld> {
    const env = readEnv('DATABASE_ADMIN_URL', 'DATABASE_OWNER_URL', 'DATABASE_API_URL');
    const owner = await Database.connect({ url: env.DATABASE_OWNER_URL, name: 'datalab walks', poolSize: 1 });
    try {
      await owner.migrate();
    } finally {
      await owner.close();
    }
    const admin = new pg.Pool({ connectionString: env.DATABASE_ADMIN_URL, max: 2 });
    await admin.query(`insert into region (code, name, country, time_zone, division_year, levels)
      values ('walks', 'Walks', 'NL', 'Europe/Amsterdam', 2024, '[]') on conflict (code) do nothing`);
    await admin.query(
      `insert into organisation (key, name, type) select key, 'Organisation ' || key, 'other' from unnest($1::text[]) key
       on conflict (key) do nothing`,
      [ORGANISATIONS.map((key) => `walk-${key}`)],
    );
    for (const name of WALKER_NAMES)
      await admin.query(
        `insert into person (organisation_id, issuer, subject, email, name)
         select id, 'https://identity.invalid', $1, $1 || '@walks.invalid', $1 from organisation where key = $2`,
        [`walk-${name}`, `walk-${WALKERS[name].organisation}`],
      );
    const { rows } = await admin.query<{ key: string; id: string }>(
      `select key, id from organisation where key like 'walk-%' union all select subject, id from person where subject like 'walk-%'`,
    );
    const api = await Database.connect({ url: env.DATABASE_API_URL, name: 'datalab walks api', poolSize: 3 });
    return new WalkWorld(api, admin, new Map(rows.map(({ key, id }) => [key, id])));
  }

  /** A lab in which everybody but the stranger has their role, at the first step. Gives its id. */
  async newLab(quorum: number | null): Promise<string> {
    this.unmet.clear();
    // Who walks has left the labs of before: somebody in a thousand labs at once is nobody, and makes every policy slow.
    await this.admin.query('update membership set ended_at = now() where ended_at is null');
    const { rows } = await this.admin.query<{ id: string }>(
      `insert into lab (region_id, key, name, goal, question, quorum)
       select id, 'walk-' || uuidv7(), 'Walk', 'Walking', 'Where does it lead?', $1 from region where code = 'walks' returning id`,
      [quorum],
    );
    const { id } = rows[0]!;
    await this.admin.query(
      `insert into lab_participant (lab_id, organisation_id) select $1, id from organisation where key like 'walk-%'`,
      [id],
    );
    for (const name of WALKER_NAMES)
      for (const role of WALKERS[name].roles)
        await this.admin.query(
          'insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, $4)',
          [id, this.idOf(name), this.idOf(WALKERS[name].organisation), role],
        );
    await this.admin.query(
      `insert into lab_step (lab_id, step, state) select $1, step, case n when 1 then 'open' else 'locked' end
       from unnest($2::text[]) with ordinality as s(step, n)`,
      [id, [...STEPS]],
    );
    return id;
  }

  /** Who asks, as the api would know them in this lab. */
  as(name: Walker, labId: string): Ctx {
    const { organisation, roles } = WALKERS[name];
    const organisationId = this.idOf(organisation);
    const memberships = roles.map((role) => ({ labId, organisationId, role, areas: [] }));
    const actor: Actor = { personId: this.idOf(name), organisationId, name, memberships };
    return { actor, ability: abilityFor(actor), requestId: 'walk', clock: CLOCK };
  }

  /** The states of the steps and all that happened, read past every wall. */
  async kept(labId: string): Promise<{ states: Map<Step, string>; rounds: Map<Step, number>; events: KeptEvent[] }> {
    const steps = await this.admin.query<{ step: Step; state: string; round: number }>(
      'select step, state, round from lab_step where lab_id = $1',
      [labId],
    );
    const events = await this.admin.query<KeptEvent>(
      `select e.step, e.event, e.round, substr(o.key, 6) as organisation from step_event e join organisation o on o.id = e.organisation_id
       where e.lab_id = $1 order by e.at, e.id`,
      [labId],
    );
    return {
      states: new Map(steps.rows.map(({ step, state }) => [step, state])),
      rounds: new Map(steps.rows.map(({ step, round }) => [step, round])),
      events: events.rows,
    };
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.admin.end();
  }

  private idOf(name: Walker | WalkOrganisation): string {
    return this.ids.get(`walk-${name}`)!;
  }
}

/** Reads of a lab what a gate is decided by; its criteria are those that the walk toggles. */
class ToggledViews extends LabViews {
  constructor(private readonly unmet: ReadonlySet<Step>) {
    super();
  }

  override async read(...[tx, labId]: Parameters<LabViews['read']>): Promise<LabView> {
    const lab = (await findLab(tx, labId))!;
    const rows = await listSteps(tx, labId);
    const consents = await listConsents(tx, labId);
    const steps = STEPS.map((step) => {
      const of = consents.filter((consent) => consent.step === step);
      const row = judged(
        rows.find((candidate) => candidate.step === step)!,
        [this.criterionOf(step)],
      );
      return { ...row, consents: of, consentsNeeded: consentsNeeded(step, of.length, lab.quorum) };
    });
    return { ...lab, participants: [], datasets: [], steps };
  }

  private criterionOf(step: Step): Criterion {
    const since = new Date(0);
    const met = !this.unmet.has(step);
    const missing = met ? [] : [{ organisationId: null, name: null, role: 'coordinator' as const, since }];
    return { code: 'toggled', met, missing };
  }
}
