import { DATASET_KINDS, LAB_ROLES, ORGANISATION_TYPES } from '@datalab/domain';
import { describe, expect, it } from '@jest/globals';
import { DATASET_KEYS } from '../partners/partner-layout.js';
import { demoRegion } from '../region/demo-region.js';
import { demoSetup } from './demo-setup.js';

const { organisations, users, labs } = demoSetup;
const userOf = (subject: string) => users.find((user) => user.subject === subject);

describe('demoSetup', () => {
  it('uses only known types, roles and kinds', () => {
    expect(organisations.filter(({ type }) => !ORGANISATION_TYPES.includes(type))).toEqual([]);
    for (const lab of labs) {
      expect(lab.members.filter(({ role }) => !LAB_ROLES.includes(role))).toEqual([]);
      expect(lab.datasets.filter(({ kind }) => !DATASET_KINDS.includes(kind))).toEqual([]);
    }
  });

  it('has every person once, in an organisation that exists, at an address that cannot exist', () => {
    expect(new Set(users.map((user) => user.email)).size).toBe(users.length);
    expect(new Set(users.map((user) => user.subject)).size).toBe(users.length);
    const keys = new Set(organisations.map(({ key }) => key));
    expect(users.filter((user) => !keys.has(user.organisation) || !user.email.endsWith('.example'))).toEqual([]);
  });

  it('gives each lab members of its participants only, and each participant a steward or a role of its own', () => {
    for (const lab of labs) {
      const from = lab.members.map(({ user }) => userOf(user)?.organisation);
      expect([...new Set(from)].sort()).toEqual([...lab.participants].sort());
      const withPrivacyOfficer = lab.members
        .filter(({ role }) => role === 'privacy_officer')
        .map(({ user }) => userOf(user)!.organisation);
      expect(withPrivacyOfficer.sort()).toEqual([...lab.participants].sort());
      for (const dataset of lab.datasets) {
        expect(lab.participants).toContain(dataset.organisation);
        const stewards = lab.members.filter(({ role }) => role === 'data_steward').map(({ user }) => userOf(user)!);
        expect(stewards.map((steward) => steward.organisation)).toContain(dataset.organisation);
      }
    }
  });

  it('has a dataset for every file, and wijken that exist for every member of a wijkteam', () => {
    const [lab] = labs;
    expect(lab!.datasets.map(({ key }) => key).sort()).toEqual([...DATASET_KEYS].sort());
    const wijken = new Set(demoRegion(1).wijken.map(({ code }) => code));
    const ofWijkteam = lab!.members.filter(({ role }) => role === 'wijkteam_member');
    expect(ofWijkteam.length).toBeGreaterThan(2);
    expect(ofWijkteam.every(({ areas }) => areas!.length > 0 && areas!.every((code) => wijken.has(code)))).toBe(true);
  });

  it('has a second lab that shares no organisation and no person with the first', () => {
    const [first, second] = labs;
    expect(second!.participants.filter((key) => first!.participants.includes(key))).toEqual([]);
    const people = new Set(first!.members.map(({ user }) => user));
    expect(second!.members.filter(({ user }) => people.has(user))).toEqual([]);
  });
});
