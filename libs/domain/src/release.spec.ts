import { describe, expect, it } from '@jest/globals';
import { approvalStillNeeded, isApprovedByTwo, mayCheck, type CheckerStanding } from './release.js';

const release = { requestedBy: 'joris', requestedOrganisationId: 'gemeente' };
const person = (personId: string, organisationId: string, ...roles: CheckerStanding['roles']): CheckerStanding => ({
  personId,
  organisationId,
  roles,
});

describe('who may check a release', () => {
  it.each([
    ['a privacy officer of another organisation', person('paul', 'politie', 'privacy_officer'), true],
    ['a privacy officer of the same organisation', person('fatma', 'gemeente', 'privacy_officer'), true],
    ['an analyst of another organisation', person('pia', 'politie', 'analyst'), true],
    ['a domain expert of another organisation', person('petra', 'politie', 'domain_expert'), true],
    ['an analyst of the same organisation', person('jan', 'gemeente', 'analyst'), false],
    ['the requester, even as a privacy officer', person('joris', 'gemeente', 'analyst', 'privacy_officer'), false],
    ['a coordinator', person('marit', 'politie', 'coordinator'), false],
    ['a wijkteam member', person('wilma', 'wijkteam', 'wijkteam_member'), false],
  ])('%s', (_who, standing, may) => {
    expect(mayCheck(standing, release)).toBe(may);
  });
});

describe('two approvals', () => {
  const of = (organisationId: string, asPrivacyOfficer = false) => ({ organisationId, asPrivacyOfficer });
  it('are of two organisations', () => {
    expect(isApprovedByTwo([of('gemeente', true), of('politie')])).toBe(true);
    expect(isApprovedByTwo([of('gemeente', true), of('gemeente', true)])).toBe(false);
    expect(isApprovedByTwo([of('gemeente', true)])).toBe(false);
  });
  it('are not those of two people of the trade alone', () => {
    expect(isApprovedByTwo([of('politie'), of('ggd')])).toBe(false);
    expect(isApprovedByTwo([of('politie'), of('ggd'), of('wijkteam', true)])).toBe(true);
  });

  it('says whose approval is still waited for', () => {
    const of = (organisationId: string, asPrivacyOfficer = false) => ({ organisationId, asPrivacyOfficer });
    expect(approvalStillNeeded([])).toBe('anybody');
    expect(approvalStillNeeded([of('gemeente', true)])).toBe('other-organisation');
    expect(approvalStillNeeded([of('politie')])).toBe('officer-of-another');
    expect(approvalStillNeeded([of('politie'), of('ggd')])).toBe('officer');
    expect(approvalStillNeeded([of('politie'), of('ggd', true)])).toBeNull();
  });
});
