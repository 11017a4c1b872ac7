import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionRepository, type Database } from '@datalab/data';
import { FixedClock, STEPS, type Step } from '@datalab/domain';
import {
  AgreementsService,
  AuditLogService,
  AuditSealService,
  contextFor,
  DatasetsService,
  IngestService,
  IntakeTermsService,
  InventoryService,
  KeyOpener,
  KnownFactsService,
  LabsService,
  CrossSourceService,
  DeeperQuestionsService,
  ClosingService,
  FoundingService,
  LabClosingBuilderService,
  LabSettingsService,
  DifferencesService,
  LabViews,
  DeletionProofsService,
  LoadsService,
  MaintenanceService,
  OutputShellsService,
  PictureBuilderService,
  PicturesService,
  RhythmsService,
  SquaresService,
  PrioritiseService,
  PrivacyRiskBuilderService,
  QualityBuilderService,
  QualityService,
  QuestionsService,
  RegionImportService,
  RegistrationCardsService,
  ReportsService,
  SealSubmissionsService,
  SetupService,
  SignaturesService,
  SigningKey,
  SourceKeyFolder,
  StatementsService,
  StepOneService,
  StepsService,
  SubmissionsService,
  UploadFolder,
  type Ctx,
} from '@datalab/features';
import type { SnapshotStore } from '@datalab/snapshot';
import { signIntakeTerms } from './intake-terms.factory.js';
import { ISSUER, testInstallation, type DatasetKey, type LabKey, type PersonName } from './installation.factory.js';
import { testRegion } from './region.factory.js';
import { TEST_SEALING_KEY } from './sealed-rows.factory.js';
import { testSnapshotStore } from './snapshot-store.factory.js';
import { TestDatabase } from './test-database.js';

/** The ids behind the names of the test installation. */
export interface TestIds {
  region: string;
  organisation(key: 'gemeente' | 'politie' | 'wijkteam' | 'ggd'): string;
  person(name: PersonName): string;
  lab(key: LabKey): string;
  dataset(key: DatasetKey): string;
}

/**
 * The test installation in a database of its own with the real services over it: the api's over the api's role, the worker's over the
 * worker's. It is noon on 2 June 2024 until `clock` says otherwise.
 */
export class TestLab {
  readonly clock = new FixedClock(new Date('2024-06-02T10:00:00Z'));
  readonly loads: LoadsService;
  readonly datasets: DatasetsService;
  readonly labs: LabsService;
  readonly steps: StepsService;
  readonly founding: FoundingService;
  readonly settings: LabSettingsService;
  readonly closing: ClosingService;
  readonly closer: LabClosingBuilderService;
  readonly pictures: PicturesService;
  readonly rhythms: RhythmsService;
  readonly squares: SquaresService;
  readonly auditLog: AuditLogService;
  readonly signingKey = new SigningKey('A'.repeat(43));
  readonly sourceKeys: SourceKeyFolder;
  readonly submissions: SubmissionsService;
  readonly reports: ReportsService;
  readonly sealing: SealSubmissionsService;
  readonly ingest: IngestService;
  readonly builder: PictureBuilderService;
  readonly sealer: AuditSealService;
  readonly quality: QualityService;
  readonly cards: RegistrationCardsService;
  readonly intakeTerms: IntakeTermsService;
  readonly inventory: InventoryService;
  readonly knownFacts: KnownFactsService;
  readonly deeperQuestions: DeeperQuestionsService;
  readonly differences: DifferencesService;
  readonly crossSource: CrossSourceService;
  readonly maintenance: MaintenanceService;
  readonly proofs: DeletionProofsService;
  readonly qualityBuilder: QualityBuilderService;
  readonly questions: QuestionsService;
  readonly statements: StatementsService;
  readonly stepOne: StepOneService;
  readonly shells: OutputShellsService;
  readonly prioritise: PrioritiseService;
  readonly agreements: AgreementsService;
  readonly signatures: SignaturesService;
  readonly riskBuilder: PrivacyRiskBuilderService;

  private constructor(
    readonly database: TestDatabase,
    readonly ids: TestIds,
    readonly uploads: UploadFolder,
    readonly store: SnapshotStore,
    private readonly api: Database,
    worker: Database,
    private readonly folder: string,
  ) {
    this.loads = new LoadsService(api);
    this.datasets = new DatasetsService(api);
    this.labs = new LabsService(api);
    this.steps = new StepsService(api, new LabViews());
    this.founding = new FoundingService(api);
    this.settings = new LabSettingsService(api);
    this.closing = new ClosingService(api);
    this.pictures = new PicturesService(api);
    this.rhythms = new RhythmsService(api);
    this.squares = new SquaresService(api);
    this.auditLog = new AuditLogService(api);
    this.sealer = new AuditSealService(worker, this.signingKey, this.clock);
    this.sourceKeys = new SourceKeyFolder(join(folder, 'source-keys'), new Uint8Array(32).fill(7));
    this.ingest = new IngestService(worker, uploads, this.clock, new KeyOpener(TEST_SEALING_KEY, this.sourceKeys));
    this.submissions = new SubmissionsService(api);
    this.reports = new ReportsService(api);
    this.sealing = new SealSubmissionsService(worker, uploads, this.clock);
    this.builder = new PictureBuilderService(worker, store);
    this.quality = new QualityService(api);
    this.cards = new RegistrationCardsService(api);
    this.intakeTerms = new IntakeTermsService(api);
    this.inventory = new InventoryService(api);
    this.knownFacts = new KnownFactsService(api);
    this.deeperQuestions = new DeeperQuestionsService(api);
    this.differences = new DifferencesService(api);
    this.crossSource = new CrossSourceService(api);
    this.maintenance = new MaintenanceService(worker, uploads, store, this.clock);
    this.closer = new LabClosingBuilderService(worker, uploads, store, this.sourceKeys, this.clock);
    this.proofs = new DeletionProofsService(api);
    this.qualityBuilder = new QualityBuilderService(worker, this.clock);
    this.questions = new QuestionsService(api);
    this.statements = new StatementsService(api);
    this.stepOne = new StepOneService(api);
    this.shells = new OutputShellsService(api);
    this.prioritise = new PrioritiseService(worker, this.clock);
    this.agreements = new AgreementsService(api);
    this.signatures = new SignaturesService(api);
    this.riskBuilder = new PrivacyRiskBuilderService(worker, store, this.clock);
  }

  /**
   * Both labs stand at step 2 and everybody has signed the intake terms, so that deliveries may begin; `atStep1` leaves the labs where they were
   * installed, `unsigned` the terms.
   */
  static async open({ atStep1 = false, unsigned = false } = {}): Promise<TestLab> {
    const database = await TestDatabase.open();
    const operator = await database.as('operator');
    const region = await new RegionImportService(operator).import(testRegion());
    await withSteadyNoise(database, () => new SetupService(operator).install(testInstallation(), ISSUER));
    const folder = await mkdtemp(join(tmpdir(), 'datalab-test-'));
    const lab = new TestLab(
      database,
      await readIds(database, region),
      new UploadFolder(folder),
      testSnapshotStore(folder),
      await database.as('api'),
      await database.as('worker'),
      folder,
    );
    if (!unsigned) await signIntakeTerms((sql, values) => database.look(sql, values));
    if (!atStep1) for (const key of ['overlast', 'rust'] as const) await lab.putAt(key, 'factual_picture');
    return lab;
  }

  /** Puts a lab at a step, as if all before it were done and approved: for tests that are not about the way there. */
  async putAt(lab: LabKey, step: Step): Promise<void> {
    const at = STEPS.indexOf(step);
    await this.database.look(
      `update lab_step set state = case when array_position($2, step) <= $3 then 'done'
                                        when array_position($2, step) = $3 + 1 then 'open' else 'locked' end where lab_id = $1`,
      [this.ids.lab(lab), [...STEPS], at],
    );
  }

  /** This person's context, their rights read anew from the database as for a request. */
  async as(name: PersonName): Promise<Ctx> {
    const person = await new SessionRepository(this.api).findPersonById(this.ids.person(name));
    return contextFor(person!.actor, `request of ${name}`, this.clock);
  }

  /** Makes the picture of a lab of all that was delivered to it, as the worker does when it is asked to. */
  buildPicture(lab: LabKey = 'overlast'): Promise<void> {
    return this.builder.execute({ labId: this.ids.lab(lab), actorId: this.ids.person('sanne'), requestId: 'picture' });
  }

  /** Seals the audit log of one lab, as the worker does every minute. */
  seal(lab: LabKey): Promise<number> {
    return this.sealer.seal(this.ids.lab(lab));
  }

  async close(): Promise<void> {
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * The noise of a number follows from who delivered its reports. With organisations that have the same ids in every run a picture says the same in
 * every run, and a test of what is shown does not fail by chance. A version and variant of their own make them ids that everybody accepts.
 */
async function withSteadyNoise(database: TestDatabase, install: () => Promise<unknown>): Promise<void> {
  await database.look(`create function steady_id() returns trigger language plpgsql as
    $$ begin new.id := overlay(overlay(md5('noise 1 of ' || new.key) placing '4' from 13) placing '8' from 17)::uuid; return new; end $$`);
  await database.look(
    'create trigger steady_id before insert on organisation for each row execute function steady_id()',
  );
  await install();
  await database.look('drop function steady_id cascade');
}

async function readIds(database: TestDatabase, region: string): Promise<TestIds> {
  const rows = await database.look<{ key: string; id: string }>(
    `select 'organisation ' || key as key, id from organisation union all select 'person ' || subject, id from person
     union all select 'lab ' || key, id from lab union all select 'dataset ' || key, id from dataset`,
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  const of = (noun: string) => (key: string) => ids.get(`${noun} ${key}`)!;
  return { region, organisation: of('organisation'), person: of('person'), lab: of('lab'), dataset: of('dataset') };
}
