import { isAllowed, type AppAbility } from '@datalab/access';
import type { LinkProps } from '@tanstack/react-router';
import type { nl } from '../../app/i18n/nl/index.js';
import type { Lab, Me } from '../../gql/types.js';

/** Who looks at which lab, and what they may. */
export interface LabVisitor {
  lab: Lab;
  me: Me;
  ability: AppAbility;
}

/** A page of a lab that needs no more than the lab to be found. */
type LabPage = Exclude<Extract<LinkProps['to'], `/labs/$labId${string}`>, `/labs/$labId/${string}/$${string}`>;

export interface LabTab {
  key: keyof typeof nl.lab.tab;
  to: LabPage;
  may: (visitor: LabVisitor) => boolean;
}

export interface LabTabGroup {
  key: keyof typeof nl.lab.tabGroup;
  tabs: readonly LabTab[];
}

const everybody = () => true;

/** The pages of a lab, in the order of the work: its steps, the data under them, and what keeps it running. */
export const LAB_TABS: readonly LabTabGroup[] = [
  {
    key: 'steps',
    tabs: [
      { key: 'overview', to: '/labs/$labId', may: everybody },
      { key: 'question', to: '/labs/$labId/question', may: everybody },
      { key: 'facts', to: '/labs/$labId/facts', may: everybody },
      { key: 'hotspots', to: '/labs/$labId/hotspots', may: ({ lab }) => lab.can.seePicture },
      { key: 'agreement', to: '/labs/$labId/agreement', may: everybody },
      { key: 'values', to: '/labs/$labId/values', may: everybody },
      { key: 'analyses', to: '/labs/$labId/analyses', may: everybody },
      {
        key: 'check',
        to: '/labs/$labId/check',
        may: ({ lab }) =>
          lab.myRoles.some((role) => role === 'privacy_officer' || role === 'analyst' || role === 'domain_expert'),
      },
      { key: 'releases', to: '/labs/$labId/releases', may: ({ lab }) => lab.can.seePicture },
      {
        key: 'wayBack',
        to: '/labs/$labId/way-back',
        may: ({ lab }) =>
          lab.myRoles.some((role) =>
            ['privacy_officer', 'coordinator', 'domain_expert', 'data_steward'].includes(role),
          ),
      },
      { key: 'solutions', to: '/labs/$labId/solutions', may: everybody },
    ],
  },
  {
    key: 'data',
    tabs: [
      { key: 'upload', to: '/labs/$labId/upload', may: ({ lab }) => lab.can.upload },
      { key: 'loads', to: '/labs/$labId/loads', may: ({ lab }) => lab.can.upload || lab.can.seeMirror },
      { key: 'mirror', to: '/labs/$labId/mirror', may: ({ lab }) => lab.can.seeMirror },
      { key: 'cards', to: '/labs/$labId/cards', may: everybody },
      { key: 'mappings', to: '/labs/$labId/mappings', may: ({ lab }) => lab.can.upload },
      {
        key: 'deletions',
        to: '/labs/$labId/deletions',
        may: ({ lab }) => lab.can.upload || lab.myRoles.includes('privacy_officer'),
      },
    ],
  },
  {
    key: 'together',
    tabs: [
      { key: 'participants', to: '/labs/$labId/participants', may: everybody },
      { key: 'activity', to: '/labs/$labId/activity', may: everybody },
      { key: 'monday', to: '/labs/$labId/monday', may: ({ lab }) => lab.can.seePicture },
    ],
  },
  {
    key: 'governance',
    tabs: [
      { key: 'settings', to: '/labs/$labId/settings', may: everybody },
      {
        key: 'people',
        to: '/labs/$labId/people',
        may: ({ lab, ability }) => isAllowed(ability, 'grant', 'Membership', { labId: lab.id }),
      },
      {
        key: 'audit',
        to: '/labs/$labId/audit',
        may: ({ lab, me, ability }) =>
          isAllowed(ability, 'read', 'AuditLog', { labId: lab.id, organisationId: me.organisation.id }),
      },
    ],
  },
];
