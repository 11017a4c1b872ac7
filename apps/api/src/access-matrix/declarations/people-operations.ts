import { ADMINISTRATORS, either, inLab, PROGRAMS, SIGNED_IN, type OperationRule } from '../rules.js';

const KNOWS_LAB = either(inLab(), PROGRAMS);
/** Who says who takes part. */
const LEADERS = either(inLab('coordinator'), ADMINISTRATORS);
/** That there is a platform to administer is no secret. */
const ADMINISTERING = { who: ADMINISTRATORS, known: SIGNED_IN, secondWall: ADMINISTRATORS };
const LEADING_PEOPLE = { who: LEADERS, known: KNOWS_LAB, secondWall: LEADERS };
const NAMED = { name: 'Matrix', type: 'other' };

/** Who is who: organisations, people, programs, roles and invitations. */
export const PEOPLE_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.organisations': { ...ADMINISTERING, variables: () => ({}) },
  'Query.labNames': { ...ADMINISTERING, variables: () => ({}) },
  'Query.people': { ...ADMINISTERING, variables: () => ({}) },
  'Query.apiClients': { ...ADMINISTERING, variables: () => ({}) },
  'Mutation.createOrganisation': { ...ADMINISTERING, variables: () => NAMED },
  'Mutation.changeOrganisation': {
    ...ADMINISTERING,
    variables: ({ organisationA }) => ({ id: organisationA, ...NAMED }),
  },
  'Mutation.addParticipant': {
    ...ADMINISTERING,
    variables: ({ labOne, organisationD }) => ({ labId: labOne, organisationId: organisationD }),
  },
  'Mutation.endPerson': { ...ADMINISTERING, variables: ({ candidateA }) => ({ id: candidateA }) },
  'Mutation.createApiClient': {
    ...ADMINISTERING,
    variables: ({ labOne, organisationA }) => ({
      input: {
        clientId: 'matrix-new',
        name: 'Matrix new',
        labId: labOne,
        organisationId: organisationA,
        scopes: ['status_read'],
      },
    }),
  },
  'Mutation.endApiClient': { ...ADMINISTERING, variables: ({ apiClientA }) => ({ id: apiClientA }) },
  'Query.members': { ...LEADING_PEOPLE, variables: ({ labOne }) => ({ labId: labOne }) },
  'Query.invitations': { ...LEADING_PEOPLE, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.grantRole': {
    ...LEADING_PEOPLE,
    // To somebody in the lab: of another organisation a coordinator finds nobody else.
    variables: ({ labOne, memberB }) => ({
      input: { labId: labOne, personId: memberB, role: 'domain_expert', areas: [] },
    }),
  },
  'Mutation.endRole': {
    ...LEADING_PEOPLE,
    variables: ({ labOne, memberB }) => ({ input: { labId: labOne, personId: memberB, role: 'analyst', areas: [] } }),
  },
  'Mutation.invite': {
    ...LEADING_PEOPLE,
    variables: ({ labOne, organisationA }) => ({
      input: {
        labId: labOne,
        organisationId: organisationA,
        email: 'new@matrix.test',
        roles: ['analyst'],
        areas: [],
        validDays: 7,
      },
    }),
  },
  'Mutation.withdrawInvitation': {
    who: LEADERS,
    secondWall: LEADERS,
    variables: ({ invitationA }) => ({ id: invitationA }),
  },
};
