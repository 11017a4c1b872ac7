import { describe, expect, it } from '@jest/globals';
import { testInstallation } from '@datalab/testing';
import { parseInstallation } from './installation.js';

describe('parseInstallation', () => {
  it('takes a document as it is, and fills in what may be left out', () => {
    const document = testInstallation();
    expect(parseInstallation(document)).toEqual(document);
    const { isOpen, ...dataset } = document.labs[0]!.datasets[0]!;
    const lab = { ...document.labs[0], datasets: [dataset] };
    expect(parseInstallation({ ...document, labs: [lab] }).labs[0]!.datasets[0]!.isOpen).toBe(false);
    expect(isOpen).toBe(false);
  });

  it('names every place that is not right, and takes no field that it does not know', () => {
    const document = testInstallation();
    const wrong = {
      ...document,
      password: 'hunter2',
      organisations: [{ key: 'Gemeente!', name: '', type: 'bakery' }],
      users: [{ ...document.users[0], email: 'nobody' }],
    };
    const fault = (() => {
      try {
        return parseInstallation(wrong);
      } catch (error) {
        return error as Error;
      }
    })() as Error;
    for (const place of ['organisations.0.key', 'organisations.0.name', 'organisations.0.type', 'users.0.email'])
      expect(fault.message).toContain(place);
    expect(fault.message).toContain('Unrecognized key: "password"');
    expect(fault.message).not.toContain('hunter2');
  });
});
