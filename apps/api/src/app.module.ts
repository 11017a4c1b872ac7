import { randomUUID } from 'node:crypto';
import { abilityFor, type Actor, type AppAbility } from '@datalab/access';
import { Database, SessionRepository } from '@datalab/data';
import {
  ActivityService,
  AdministrationService,
  CommentsService,
  BaselineService,
  MailRhythmService,
  DeadlinesService,
  ArrivalsService,
  AuditLogService,
  DatasetsService,
  CrossSourceService,
  DeeperQuestionsService,
  DifferencesService,
  DeletionProofsService,
  IntakeTermsService,
  InventoryService,
  KnownFactsService,
  FindingsService,
  InterpretationsService,
  KeyCustodyService,
  InvitationsService,
  MembersService,
  LabsService,
  LabViews,
  FoundingService,
  RehearsalPartnersService,
  LabSettingsService,
  ClosingService,
  LabScheduleService,
  LivingAreasService,
  LoadsService,
  MondayService,
  PeopleService,
  PicturesService,
  RhythmsService,
  SquaresService,
  OutputShellsService,
  PublicValuesService,
  AgreementsService,
  SignaturesService,
  QualityService,
  QuestionsService,
  RegieService,
  RegionsService,
  RegistrationCardsService,
  PublicNotesService,
  PublicPageService,
  ReleaseExportsService,
  ReleaseReviewsService,
  ReleasesService,
  StandingOverviewService,
  LabReleaseGround,
  ReleaseGround,
  RunChoicesService,
  RunsService,
  ForecastsService,
  ForecastTestsService,
  ForecastObjectionsService,
  ReportsService,
  StepsService,
  StatementsService,
  StepOneService,
  SolutionsService,
  SubmissionsService,
  UploadFolder,
  WayBackListsService,
  WayBacksService,
} from '@datalab/features';
import { Global, Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AttemptLog } from './audit/attempt-log.js';
import { AuditController } from './audit/audit.controller.js';
import { BearerTokens } from './auth/bearer-tokens.js';
import { IdentityProvider } from './auth/identity-provider.js';
import { Callers } from './auth/callers.js';
import { InvitationController } from './auth/invitation.controller.js';
import { RefreshTokenSeal } from './auth/refresh-token-seal.js';
import { ResourceController } from './auth/resource.controller.js';
import { Sessions } from './auth/sessions.js';
import { RequestContext } from './auth/request-context.js';
import { SignInController } from './auth/sign-in.controller.js';
import type { Env } from './env.js';
import { ChangesHub } from './events/changes-hub.js';
import { EventsController } from './events/events.controller.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { RESOLVERS } from './graphql/resolvers.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestLimits } from './limits/request-limits.js';
import { PublicController } from './public/public.controller.js';
import { ReleaseExportsController } from './releases/release-exports.controller.js';
import { RegionsController } from './regions/regions.controller.js';
import { SchemaController } from './schema/schema.controller.js';
import { ABILITY_OF, CLOCK, ENV } from './tokens.js';

const SERVICES = [
  KeyCustodyService,
  AdministrationService,
  ArrivalsService,
  AuditLogService,
  InvitationsService,
  MembersService,
  LabsService,
  LabViews,
  StepsService,
  FoundingService,
  RehearsalPartnersService,
  LabSettingsService,
  ClosingService,
  LabScheduleService,
  LivingAreasService,
  DatasetsService,
  LoadsService,
  PeopleService,
  PicturesService,
  RhythmsService,
  SquaresService,
  PublicValuesService,
  AgreementsService,
  SignaturesService,
  QualityService,
  RegionsService,
  RegistrationCardsService,
  RunChoicesService,
  RunsService,
  ForecastsService,
  ForecastTestsService,
  ForecastObjectionsService,
  IntakeTermsService,
  InventoryService,
  KnownFactsService,
  CrossSourceService,
  DeeperQuestionsService,
  PublicNotesService,
  PublicPageService,
  ReleaseExportsService,
  ReleaseReviewsService,
  ReleasesService,
  StandingOverviewService,
  DifferencesService,
  DeletionProofsService,
  ReportsService,
  SubmissionsService,
  QuestionsService,
  StatementsService,
  StepOneService,
  OutputShellsService,
  InterpretationsService,
  FindingsService,
  SolutionsService,
  RegieService,
  MondayService,
  ActivityService,
  MailRhythmService,
  CommentsService,
  BaselineService,
  DeadlinesService,
  WayBacksService,
  WayBackListsService,
];

/** What a test may put in the place of the real thing. */
export interface AppParts {
  database: Database;
  abilityOf?: (actor: Actor) => AppAbility;
  /** Says whose a token is; the tests have no identity provider to sign one. */
  bearerTokens?: Pick<BearerTokens, 'verify'>;
  /** Where the log goes, for a test that reads it; standard output otherwise. */
  logs?: { write(line: string): void };
}

/** What the whole app stands on: the environment, the clock, the database, and the use cases. */
@Global()
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(private readonly database: Database) {}

  static with(env: Env, { database, abilityOf = abilityFor, bearerTokens }: AppParts): DynamicModule {
    const clock = { now: () => new Date() };
    const identityProvider = new IdentityProvider({
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      publicUrl: env.PUBLIC_URL,
      subjectClaim: env.OIDC_SUBJECT_CLAIM,
      scope: env.OIDC_SCOPE,
    });
    const repository = new SessionRepository(database);
    const seal = new RefreshTokenSeal(env.SESSION_SECRET);
    const tokensOfProvider = new BearerTokens({
      issuer: env.OIDC_ISSUER,
      audience: env.API_AUDIENCE,
      subjectClaim: env.OIDC_SUBJECT_CLAIM,
      jwksUri: () => identityProvider.jwksUri(),
      clock,
    });
    const providers = [
      { provide: ENV, useValue: env },
      { provide: CLOCK, useValue: clock },
      { provide: ABILITY_OF, useValue: abilityOf },
      { provide: RequestLimits, useValue: new RequestLimits(env) },
      { provide: Database, useValue: database },
      { provide: SessionRepository, useValue: repository },
      { provide: Sessions, useValue: new Sessions({ repository, provider: identityProvider, seal, clock }) },
      Callers,
      { provide: UploadFolder, useValue: new UploadFolder(env.UPLOAD_DIR) },
      { provide: ChangesHub, useValue: new ChangesHub() },
      { provide: IdentityProvider, useValue: identityProvider },
      { provide: BearerTokens, useValue: bearerTokens ?? tokensOfProvider },
      RequestContext,
      { provide: ReleaseGround, useClass: LabReleaseGround },
      ...SERVICES,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  onModuleDestroy(): Promise<void> {
    return this.database.close();
  }
}

@Module({})
export class AppModule {
  static with(env: Env, parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level: env.LOG_LEVEL,
            ...(parts.logs !== undefined && { stream: parts.logs }),
            genReqId: () => randomUUID(),
            // Never a header, a body or an address of a person: method, path, status and time say enough.
            serializers: {
              req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
                id,
                method,
                path: url.split('?')[0],
              }),
              res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
            },
            autoLogging: { ignore: ({ url }) => url?.startsWith('/health') ?? false },
          },
        }),
        PlatformModule.with(env, parts),
        graphqlModule,
      ],
      controllers: [
        SignInController,
        InvitationController,
        ResourceController,
        SchemaController,
        RegionsController,
        PublicController,
        ReleaseExportsController,
        EventsController,
        AuditController,
        HealthController,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        AttemptLog,
        { provide: APP_INTERCEPTOR, useExisting: AttemptLog },
        ...RESOLVERS,
      ],
    };
  }
}
