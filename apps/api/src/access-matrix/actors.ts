import { API_CLIENT_SCOPES, LAB_ROLES, type ApiClientScope, type LabRole } from '@datalab/domain';

/** Where somebody stands towards the rows that are asked for: those of organisation A in lab 1. */
export const POSITIONS = [
  'own organisation',
  'other organisation',
  'other lab, own organisation',
  'other lab',
  'no lab, own organisation',
  'no lab',
  'removed',
  'platform administrator',
  'program of the organisation',
  'program of another',
  'signed out',
] as const;
export type Position = (typeof POSITIONS)[number];

/** One column of the matrix: somebody with one role, or none, in one position. */
export interface MatrixActor {
  /** Unique; also the subject by which the identity provider knows them. */
  name: string;
  position: Position;
  role: LabRole | undefined;
  /** Of a program, which has no role. */
  scope?: ApiClientScope;
}

const WITHOUT_ROLE: readonly Position[] = [
  'no lab, own organisation',
  'no lab',
  'platform administrator',
  'signed out',
];

/** Everybody who tries: each lab role in each position that has roles, and one each where there are none. */
export const ACTORS: readonly MatrixActor[] = POSITIONS.flatMap((position): MatrixActor[] => {
  const name = slug(position);
  if (isProgram({ position }))
    return API_CLIENT_SCOPES.map((scope) => ({
      name: `${name}-${scope.replace(':', '-')}`,
      position,
      role: undefined,
      scope,
    }));
  return WITHOUT_ROLE.includes(position)
    ? [{ name, position, role: undefined }]
    : LAB_ROLES.map((role) => ({ name: `${name}-${role}`, position, role }));
});

/** Asks by a token of its own, within one scope, and has no session. */
export function isProgram({ position }: Pick<MatrixActor, 'position'>): boolean {
  return position.startsWith('program');
}

function slug(position: Position): string {
  return position.replaceAll(', ', '-').replaceAll(' ', '-');
}

/** The organisation that somebody in this position works for. */
export const organisationOf = (position: Position): 'a' | 'b' | 'c' | 'd' =>
  position === 'other organisation' || position === 'program of another'
    ? 'b'
    : position === 'other lab'
      ? 'c'
      : position === 'no lab' || position === 'platform administrator'
        ? 'd'
        : 'a';

/** The lab in which they hold their role now. */
export const labOf = (position: Position): 'one' | 'two' | undefined => {
  if (position === 'own organisation' || position === 'other organisation' || isProgram({ position })) return 'one';
  return position.startsWith('other lab') ? 'two' : undefined;
};
