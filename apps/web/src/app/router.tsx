import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { LabFrame } from '../features/lab/lab-frame.js';
import { LabPage } from '../features/lab/lab-page.js';
import { LoadPage } from '../features/loads/load-page.js';
import { LoadsPage } from '../features/loads/loads-page.js';
import { readAuditSearch } from '../features/audit/audit-search.js';
import { readPictureSearch } from '../features/picture/picture-search.js';
import { HomePage } from '../features/start/home-page.js';
import { NotFoundPage } from './not-found-page.js';
import { Shell } from './shell.js';
import { CrashPage } from './crash-page.js';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: CrashPage });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const labFrame = createRoute({ getParentRoute: () => root, path: '/labs/$labId', component: LabFrame });
const lab = createRoute({ getParentRoute: () => labFrame, path: '/', component: LabPage });

const datasetSearch = (search: Record<string, unknown>): { dataset?: string } =>
  typeof search.dataset === 'string' ? { dataset: search.dataset } : {};

const upload = createRoute({
  getParentRoute: () => labFrame,
  path: '/upload',
  validateSearch: datasetSearch,
  component: lazyRouteComponent(() => import('../features/upload/upload-page.js'), 'UploadPage'),
});
const loads = createRoute({
  getParentRoute: () => labFrame,
  path: '/loads',
  validateSearch: datasetSearch,
  component: LoadsPage,
});
const load = createRoute({ getParentRoute: () => labFrame, path: '/loads/$loadId', component: LoadPage });

const mirror = createRoute({
  getParentRoute: () => labFrame,
  path: '/mirror',
  validateSearch: readPictureSearch,
  component: lazyRouteComponent(() => import('../features/picture/picture-page.js'), 'MirrorPage'),
});
const hotspots = createRoute({
  getParentRoute: () => labFrame,
  path: '/hotspots',
  validateSearch: readPictureSearch,
  component: lazyRouteComponent(() => import('../features/picture/picture-page.js'), 'HotspotsPage'),
});

const analyses = createRoute({
  getParentRoute: () => labFrame,
  path: '/analyses',
  component: lazyRouteComponent(() => import('../features/analyses/analyses-page.js'), 'AnalysesPage'),
});
const analysis = createRoute({
  getParentRoute: () => labFrame,
  path: '/analyses/$runId',
  component: lazyRouteComponent(() => import('../features/analyses/run-page.js'), 'RunPage'),
});
const forecast = createRoute({
  getParentRoute: () => labFrame,
  path: '/analyses/forecasts/$forecastId',
  component: lazyRouteComponent(() => import('../features/forecasts/forecast-page.js'), 'ForecastPage'),
});

const facts = createRoute({
  getParentRoute: () => labFrame,
  path: '/facts',
  component: lazyRouteComponent(() => import('../features/facts/facts-page.js'), 'FactsPage'),
});
const cards = createRoute({
  getParentRoute: () => labFrame,
  path: '/cards',
  component: lazyRouteComponent(() => import('../features/cards/cards-page.js'), 'CardsPage'),
});
const mappings = createRoute({
  getParentRoute: () => labFrame,
  path: '/mappings',
  component: lazyRouteComponent(() => import('../features/mappings/mappings-page.js'), 'MappingsPage'),
});
const deletions = createRoute({
  getParentRoute: () => labFrame,
  path: '/deletions',
  component: lazyRouteComponent(() => import('../features/deletions/deletions-page.js'), 'DeletionsPage'),
});

const labSettings = createRoute({
  getParentRoute: () => labFrame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/labs/lab-settings-page.js'), 'LabSettingsPage'),
});
const newLab = createRoute({
  getParentRoute: () => root,
  path: '/new-lab',
  component: lazyRouteComponent(() => import('../features/labs/new-lab-page.js'), 'NewLabPage'),
});
const labPeople = createRoute({
  getParentRoute: () => labFrame,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/people/lab-people-page.js'), 'LabPeoplePage'),
});
const audit = createRoute({
  getParentRoute: () => labFrame,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
});
const question = createRoute({
  getParentRoute: () => labFrame,
  path: '/question',
  component: lazyRouteComponent(() => import('../features/question/question-page.js'), 'QuestionPage'),
});
const agreement = createRoute({
  getParentRoute: () => labFrame,
  path: '/agreement',
  component: lazyRouteComponent(() => import('../features/agreement/agreement-page.js'), 'AgreementPage'),
});
const values = createRoute({
  getParentRoute: () => labFrame,
  path: '/values',
  validateSearch: (search: Record<string, unknown>): { run?: string } =>
    typeof search.run === 'string' ? { run: search.run } : {},
  component: lazyRouteComponent(() => import('../features/values/values-page.js'), 'ValuesPage'),
});
const solutions = createRoute({
  getParentRoute: () => labFrame,
  path: '/solutions',
  component: lazyRouteComponent(() => import('../features/solutions/solutions-page.js'), 'SolutionsPage'),
});
const session = createRoute({
  getParentRoute: () => labFrame,
  path: '/session',
  component: lazyRouteComponent(() => import('../features/solutions/session-page.js'), 'SessionPage'),
});
const regie = createRoute({
  getParentRoute: () => labFrame,
  path: '/areas/$areaCode',
  component: lazyRouteComponent(() => import('../features/regie/regie-page.js'), 'RegiePage'),
});
const monday = createRoute({
  getParentRoute: () => labFrame,
  path: '/monday',
  validateSearch: (search: Record<string, unknown>): { area?: string } =>
    typeof search.area === 'string' || typeof search.area === 'number' ? { area: String(search.area) } : {},
  component: lazyRouteComponent(() => import('../features/regie/monday-page.js'), 'MondayScreen'),
});
const participants = createRoute({
  getParentRoute: () => labFrame,
  path: '/participants',
  component: lazyRouteComponent(() => import('../features/together/participants-page.js'), 'ParticipantsPage'),
});
const activity = createRoute({
  getParentRoute: () => labFrame,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/together/activity-page.js'), 'ActivityPage'),
});
const check = createRoute({
  getParentRoute: () => labFrame,
  path: '/check',
  component: lazyRouteComponent(() => import('../features/releases/check-page.js'), 'CheckPage'),
});
const releases = createRoute({
  getParentRoute: () => labFrame,
  path: '/releases',
  component: lazyRouteComponent(() => import('../features/releases/releases-page.js'), 'ReleasesPage'),
});
const wayBack = createRoute({
  getParentRoute: () => labFrame,
  path: '/way-back',
  component: lazyRouteComponent(() => import('../features/way-back/way-back-page.js'), 'WayBackPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.js'), 'AccountPage'),
});
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(() => import('../features/people/administration-page.js'), 'AdministrationPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/people/invitation-page.js'), 'InvitationPage'),
});
const signInRefused = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-refused',
  component: lazyRouteComponent(() => import('../features/people/sign-in-refused-page.js'), 'SignInRefusedPage'),
});

const tree = root.addChildren([
  home,
  account,
  administration,
  invitation,
  signInRefused,
  newLab,
  labFrame.addChildren([
    lab,
    question,
    agreement,
    values,
    wayBack,
    analyses,
    analysis,
    forecast,
    upload,
    loads,
    load,
    mirror,
    hotspots,
    facts,
    cards,
    mappings,
    deletions,
    labSettings,
    labPeople,
    audit,
    check,
    releases,
    solutions,
    session,
    regie,
    monday,
    participants,
    activity,
  ]),
]);

export const makeRouter = () => createRouter({ routeTree: tree, scrollRestoration: true, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
