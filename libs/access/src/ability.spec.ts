import { describe, expect, it } from '@jest/globals';
import { API_CLIENT_SCOPES, LAB_ROLES, type ApiClientScope, type LabRole } from '@datalab/domain';
import fc from 'fast-check';
import { abilityFor, isAllowed } from './ability.js';
import type { Actor } from './actor.js';
import { whereAllowed } from './where.js';

const actorWith = (...roles: LabRole[]): Actor => ({
  personId: 'p',
  organisationId: 'police',
  name: 'n',
  memberships: roles.map((role) => ({ labId: 'lab-1', organisationId: 'police', role, areas: [] })),
});

const programWith = (...scopes: ApiClientScope[]): Actor => ({
  personId: 'c',
  organisationId: 'police',
  name: 'n',
  // Even where somebody gave it a role: a program has its scopes and nothing else.
  memberships: [{ labId: 'lab-1', organisationId: 'police', role: 'data_steward', areas: [] }],
  apiClient: { id: 'client', labId: 'lab-1', scopes },
});

describe('abilityFor a program', () => {
  const own = { labId: 'lab-1', organisationId: 'police' };
  const acts = [
    ['upload', 'Dataset'],
    ['read', 'Load'],
    ['read', 'Dataset'],
    ['withdraw', 'Load'],
    ['map', 'Dataset'],
    ['read', 'Mirror'],
    ['read', 'Picture'],
  ] as const;

  it.each([
    [['loads:write'], ['upload Dataset', 'read Load', 'read Dataset']],
    [['status:read'], ['read Load', 'read Dataset']],
    [['reports:submit'], ['read Dataset']],
  ] as [ApiClientScope[], string[]][])('with %j gives %j', (scopes, allowed) => {
    const ability = abilityFor(programWith(...scopes));
    const may = acts.filter(([action, name]) => isAllowed(ability, action, name, own));
    expect(may.map((act) => act.join(' '))).toEqual(allowed);
  });

  it.each([
    { labId: 'lab-2', organisationId: 'police' },
    { labId: 'lab-1', organisationId: 'ggd' },
  ])('gives nothing of %j', (thing) => {
    const ability = abilityFor(programWith(...API_CLIENT_SCOPES));
    expect(acts.filter(([action, name]) => isAllowed(ability, action, name, thing))).toEqual([]);
  });
});

describe('abilityFor', () => {
  it('lets a steward upload to the own dataset in the own lab, and to no other', () => {
    const ability = abilityFor(actorWith('data_steward'));
    const may = (labId: string, organisationId: string) =>
      isAllowed(ability, 'upload', 'Dataset', { labId, organisationId });
    expect(may('lab-1', 'police')).toBe(true);
    expect(may('lab-1', 'ggd')).toBe(false);
    expect(may('lab-2', 'police')).toBe(false);
  });

  it('lets nobody but a coordinator lead', () => {
    const leaders = LAB_ROLES.filter((role) => isAllowed(abilityFor(actorWith(role)), 'lead', 'Lab', { id: 'lab-1' }));
    expect(leaders).toEqual(['coordinator']);
  });

  it('shows the mirror to neither a coordinator nor a wijkteam member', () => {
    const mirror = { labId: 'lab-1', organisationId: 'police' };
    expect(isAllowed(abilityFor(actorWith('coordinator', 'wijkteam_member')), 'read', 'Mirror', mirror)).toBe(false);
    expect(isAllowed(abilityFor(actorWith('analyst')), 'read', 'Mirror', mirror)).toBe(true);
  });

  it('gives nothing to somebody without a membership', () => {
    const ability = abilityFor(actorWith());
    expect(isAllowed(ability, 'read', 'Lab', { id: 'lab-1' })).toBe(false);
    expect(isAllowed(ability, 'read', 'Load', { labId: 'lab-1', organisationId: 'police' })).toBe(false);
  });

  it('does not let a role held for another organisation reach the own one', () => {
    const borrowed: Actor = {
      ...actorWith(),
      memberships: [{ labId: 'lab-1', organisationId: 'ggd', role: 'data_steward', areas: [] }],
    };
    const ability = abilityFor(borrowed);
    expect(isAllowed(ability, 'upload', 'Dataset', { labId: 'lab-1', organisationId: 'police' })).toBe(false);
    expect(isAllowed(ability, 'upload', 'Dataset', { labId: 'lab-1', organisationId: 'ggd' })).toBe(false);
  });
});

/** Runs the generated WHERE over plain rows, so that it can be held against the ability without a database. */
function matches(where: { sql: string; parameters: unknown[] }, row: Record<string, string>): boolean {
  const js = where.sql
    .replace(/(\w+) = any\(\$(\d+)\)/g, (_, field, n) => `(p[${Number(n) - 1}].includes(r.${field}))`)
    .replace(/(\w+) = \$(\d+)/g, (_, field, n) => `(r.${field} === p[${Number(n) - 1}])`)
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ');
  return new Function('p', 'r', `return ${js}`)(where.parameters, row) as boolean;
}

describe('whereAllowed', () => {
  const ids = fc.constantFrom('police', 'ggd', 'lab-1', 'lab-2');
  const memberships = fc.array(
    fc.record({
      labId: fc.constantFrom('lab-1', 'lab-2'),
      organisationId: fc.constantFrom('police', 'ggd'),
      role: fc.constantFrom(...LAB_ROLES),
      areas: fc.constant([]),
    }),
    { maxLength: 4 },
  );

  it('selects exactly the rows that the ability allows', () => {
    fc.assert(
      fc.property(memberships, ids, ids, (roles, labId, organisationId) => {
        const ability = abilityFor({ personId: 'p', organisationId: 'police', name: 'n', memberships: roles });
        const row = { labId, organisationId };
        const where = whereAllowed(ability, 'read', 'Load', { labId: 'labId', organisationId: 'organisationId' });
        expect(matches(where, row)).toBe(isAllowed(ability, 'read', 'Load', row));
      }),
    );
  });

  it('throws on a field without a column rather than leaving a condition out', () => {
    expect(() => whereAllowed(abilityFor(actorWith('data_steward')), 'read', 'Load', { labId: 'lab_id' })).toThrow(
      /organisationId/,
    );
  });
});
