import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, ISSUER, TestLab, type PersonName } from '@datalab/testing';
import { SessionRepository } from '@datalab/data';
import type { LabRole } from '@datalab/domain';
import { AdministrationService } from './administration.service.js';
import { ArrivalsService } from './arrivals.service.js';
import { invitationHashOf, InvitationsService, type InviteInput } from './invitations.service.js';
import { MembersService } from './members.service.js';

describeWithDatabase('people who come and go', () => {
  let lab: TestLab;
  let invitations: InvitationsService;
  let arrivals: ArrivalsService;
  let members: MembersService;
  let administration: AdministrationService;
  let sessions: SessionRepository;
  let overlast: string;
  let rust: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    const api = await lab.database.as('api');
    invitations = new InvitationsService(api);
    arrivals = new ArrivalsService(api);
    members = new MembersService(api);
    administration = new AdministrationService(api);
    sessions = new SessionRepository(api);
    [overlast, rust] = [lab.ids.lab('overlast'), lab.ids.lab('rust')];
  });
  afterAll(() => lab.close());

  const invitationOf = (change: Partial<InviteInput> = {}): InviteInput => ({
    organisationId: lab.ids.organisation('politie'),
    labId: overlast,
    email: 'Nora@Politie.test',
    roles: ['domain_expert'],
    areas: [],
    validDays: 7,
    ...change,
  });
  const identity = (name: string, email = `${name}@politie.test`) => ({ issuer: ISSUER, subject: name, name, email });
  const accept = (token: string, who: ReturnType<typeof identity>) =>
    arrivals.accept(invitationHashOf(token), who, lab.clock, 'request');
  const inviteAs = async (name: PersonName, change: Partial<InviteInput> = {}) =>
    invitations.invite(await lab.as(name), invitationOf(change));
  const rolesIn = async (labId: string, personId: string): Promise<LabRole[]> => {
    const found = (await sessions.findPersonById(personId))?.actor.memberships ?? [];
    return found.filter((m) => m.labId === labId).map(({ role }) => role);
  };

  describe('an invitation', () => {
    it('of the coordinator brings somebody in, once, with these roles in this lab and no others', async () => {
      const { token } = await inviteAs('marit');
      expect(await invitations.show(token, lab.clock)).toMatchObject({
        organisation: 'Politie',
        roles: ['domain_expert'],
      });
      const personId = await accept(token, identity('nora'));
      expect(await rolesIn(overlast, personId)).toEqual(['domain_expert']);
      expect(await rolesIn(rust, personId)).toEqual([]);
      expect((await sessions.findPersonById(personId))?.organisation.name).toBe('Politie');
      await expect(accept(token, identity('nora'))).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(invitations.show(token, lab.clock)).rejects.toMatchObject({ kind: 'NotFound' });
    });

    it('is for the address that was invited, vouched for by the provider', async () => {
      const { token } = await inviteAs('marit', { email: 'otto@politie.test' });
      const other = { kind: 'Forbidden', code: 'invitation.other-address' };
      await expect(accept(token, identity('eve'))).rejects.toMatchObject(other);
      await expect(accept(token, { ...identity('otto'), email: undefined } as never)).rejects.toMatchObject(other);
      expect(await sessions.findPersonId({ issuer: ISSUER, subject: 'eve' })).toBeUndefined();
      expect(await accept(token, identity('otto', 'OTTO@politie.test'))).toEqual(expect.any(String));
    });

    it('is over after its days, when it was withdrawn, and where its secret is another', async () => {
      const late = await inviteAs('marit', { email: 'laat@politie.test', validDays: 1 });
      const gone = await inviteAs('marit', { email: 'weg@politie.test' });
      await invitations.withdraw(await lab.as('marit'), gone.invitation.id);
      const now = lab.clock.now();
      lab.clock.set(new Date(now.getTime() + 86_400_000));
      for (const [token, name] of [
        [late.token, 'laat'],
        [gone.token, 'weg'],
        ['x'.repeat(43), 'weg'],
      ] as const)
        await expect(accept(token, identity(name))).rejects.toMatchObject({ kind: 'NotFound' });
      lab.clock.set(now);
      await expect(invitations.withdraw(await lab.as('marit'), gone.invitation.id)).rejects.toMatchObject({
        kind: 'NotFound',
      });
    });

    it('gives somebody who is here already the roles, and nobody of another organisation', async () => {
      const own = await inviteAs('marit', { email: 'pim@politie.test', roles: ['analyst'] });
      await accept(own.token, identity('pim'));
      expect(await rolesIn(overlast, lab.ids.person('pim'))).toEqual(['analyst', 'data_steward']);
      const foreign = await inviteAs('marit', { email: 'greta@ggd.test' });
      await expect(accept(foreign.token, identity('greta', 'greta@ggd.test'))).rejects.toMatchObject({
        code: 'invitation.other-organisation',
      });
    });

    it.each([
      ['sanne', {}, 'Forbidden'],
      ['greta', {}, 'NotFound'],
      ['marit', { organisationId: 'ggd' }, 'NotFound'],
      ['ada', { organisationId: 'ggd' }, 'InvalidState'],
      ['marit', { labId: undefined, roles: [] }, 'Forbidden'],
      ['marit', { roles: ['wijkteam_member'] }, 'InvalidInput'],
      ['marit', { roles: ['wijkteam_member'], areas: ['nergens'] }, 'InvalidInput'],
      ['marit', { roles: [] }, 'InvalidInput'],
      ['marit', { validDays: 31 }, 'InvalidInput'],
      ['marit', { email: 'geen adres' }, 'InvalidInput'],
    ] as [PersonName, Partial<InviteInput>, string][])('of %s with %j is refused: %s', async (name, change, kind) => {
      const organisationId = change.organisationId === 'ggd' ? lab.ids.organisation('ggd') : undefined;
      const input = { ...change, ...(organisationId && { organisationId }) };
      await expect(inviteAs(name, input)).rejects.toMatchObject({ kind });
    });

    it('is seen by the coordinator of its lab and the administrator, not by other labs', async () => {
      expect((await invitations.list(await lab.as('marit'), overlast)).length).toBeGreaterThan(3);
      expect(await invitations.list(await lab.as('greta'), rust)).toEqual([]);
      await expect(invitations.list(await lab.as('greta'), overlast)).rejects.toMatchObject({ kind: 'NotFound' });
      expect((await invitations.list(await lab.as('ada'))).length).toBeGreaterThan(3);
    });
  });

  describe('a role', () => {
    const role = (name: PersonName, which: LabRole, labId = overlast) => ({
      labId,
      personId: lab.ids.person(name),
      role: which,
    });

    it('is given and ended by the coordinator in the own lab alone, at once', async () => {
      const marit = await lab.as('marit');
      await members.grant(marit, role('petra', 'analyst'), []);
      expect(await rolesIn(overlast, lab.ids.person('petra'))).toEqual(['analyst', 'domain_expert']);
      await members.end(marit, role('petra', 'analyst'));
      expect(await rolesIn(overlast, lab.ids.person('petra'))).toEqual(['domain_expert']);
      await expect(members.end(marit, role('petra', 'analyst'))).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(members.grant(marit, role('paul', 'analyst', rust), [])).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(members.end(marit, role('paul', 'data_steward', rust))).rejects.toMatchObject({ kind: 'NotFound' });
      expect(await rolesIn(rust, lab.ids.person('paul'))).toEqual(['data_steward']);
    });

    it('is given by nobody to themselves, to no administrator, and to nobody whom the coordinator does not see', async () => {
      const marit = await lab.as('marit');
      await expect(members.grant(marit, role('marit', 'analyst'), [])).rejects.toMatchObject({ code: 'role.own' });
      await expect(members.grant(marit, role('ada', 'analyst'), [])).rejects.toMatchObject({
        code: 'role.administrator',
      });
      await expect(members.grant(marit, role('greta', 'analyst'), [])).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(members.grant(await lab.as('sanne'), role('petra', 'analyst'), [])).rejects.toMatchObject({
        kind: 'Forbidden',
      });
    });

    it('of the last coordinator is not ended', async () => {
      await expect(members.end(await lab.as('ada'), role('marit', 'coordinator'))).rejects.toMatchObject({
        code: 'role.last-coordinator',
      });
      expect(await rolesIn(overlast, lab.ids.person('marit'))).toEqual(['coordinator']);
    });

    it('leaves a trace, given by a coordinator or by an administrator', async () => {
      await members.grant(await lab.as('ada'), role('joris', 'domain_expert'), []);
      const traces = await lab.database.look<{ action: string; actor: string }>(
        `select action, p.subject as actor from audit_event e join person p on p.id = e.actor_id
         where e.lab_id = $1 and action in ('role.grant', 'role.end') order by e.id`,
        [overlast],
      );
      expect(traces).toEqual([
        { action: 'role.grant', actor: 'marit' },
        { action: 'role.end', actor: 'marit' },
        { action: 'role.grant', actor: 'ada' },
      ]);
    });
  });

  describe('an administrator', () => {
    it('makes and changes organisations, lets them take part, and sees nothing of a lab but its name', async () => {
      const ada = await lab.as('ada');
      const made = await administration.createOrganisation(ada, { name: 'Zorggroep Noord', type: 'care_provider' });
      await administration.changeOrganisation(ada, { ...made, name: 'Zorggroep Noordoost' });
      await administration.addParticipant(ada, overlast, made.id);
      const names = (await administration.listLabs(ada)).map(({ name }) => name);
      expect(names).toEqual(['Overlast in Teststad', 'Rust en zorg']);
      expect(await lab.labs.listMine(ada)).toEqual([]);
      await expect(lab.labs.getView(ada, overlast)).rejects.toMatchObject({ kind: 'NotFound' });
      const as = { userId: ada.actor.personId, organisationId: ada.actor.organisationId };
      for (const table of ['lab', 'lab_step', 'dataset', 'load', 'report', 'cell', 'snapshot'])
        expect([table, await lab.database.query('api', as, `select 1 from ${table}`)]).toEqual([table, []]);
    });

    it('is the only one', async () => {
      for (const name of ['marit', 'fatma', 'sanne'] as const) {
        const ctx = await lab.as(name);
        for (const act of [
          () => administration.listPeople(ctx),
          () => administration.listApiClients(ctx),
          () => administration.createOrganisation(ctx, { name: 'Eigen', type: 'other' }),
          () => administration.endPerson(ctx, lab.ids.person('pim')),
        ])
          await expect(act()).rejects.toMatchObject({ kind: 'Forbidden' });
      }
    });

    it('cannot be made through the api: the grant is not there', async () => {
      const as = { userId: lab.ids.person('ada'), organisationId: lab.ids.organisation('gemeente') };
      const promote = lab.database.query('api', as, 'update person set is_administrator = true');
      await expect(promote).rejects.toThrow('permission denied');
    });

    it('registers a program, which is known by its subject, and ends it at once', async () => {
      const ada = await lab.as('ada');
      const input = {
        organisationId: lab.ids.organisation('politie'),
        labId: overlast,
        clientId: 'nacht',
        subject: 'svc-1',
        issuer: ISSUER,
        name: 'Nachtlevering',
        scopes: ['loads:write' as const],
      };
      const made = await administration.createApiClient(ada, input);
      await expect(administration.createApiClient(ada, input)).rejects.toMatchObject({ kind: 'Conflict' });
      const elsewhere = {
        ...input,
        clientId: 'x',
        subject: 'y',
        labId: rust,
        organisationId: lab.ids.organisation('gemeente'),
      };
      await expect(administration.createApiClient(ada, elsewhere)).rejects.toMatchObject({ kind: 'NotFound' });
      const personId = await sessions.findPersonId({ issuer: ISSUER, subject: 'svc-1' });
      expect(await sessions.findPersonById(personId!)).toMatchObject({
        clientId: 'nacht',
        email: null,
        actor: { apiClient: { labId: overlast, scopes: ['loads:write'] }, memberships: [] },
      });
      await administration.endApiClient(ada, made.id);
      expect(await sessions.findPersonId({ issuer: ISSUER, subject: 'svc-1' })).toBeUndefined();
      expect(await sessions.findPersonById(personId!)).toBeUndefined();
    });
  });

  describe('somebody who leaves', () => {
    it('has no session, no role and no name to sign in with from that moment; what they did stays', async () => {
      const ada = await lab.as('ada');
      const wilma = lab.ids.person('wilma');
      await sessions.open('hash', wilma, 'token', new Date('2030-01-01'));
      await expect(administration.endPerson(ada, ada.actor.personId)).rejects.toMatchObject({ code: 'person.self' });
      await administration.endPerson(ada, wilma);
      expect(await sessions.find('hash', lab.clock.now())).toBeUndefined();
      expect(await sessions.findPersonId({ issuer: ISSUER, subject: 'wilma' })).toBeUndefined();
      expect(await sessions.findPersonById(wilma)).toBeUndefined();
      await expect(administration.endPerson(ada, wilma)).rejects.toMatchObject({ kind: 'NotFound' });
      const left = (await administration.listPeople(ada)).find(({ id }) => id === wilma);
      expect(left).toMatchObject({ roles: [], leftAt: lab.clock.now() });
    });

    it('who comes back is a new person, with nothing of before', async () => {
      const { token } = await invitations.invite(await lab.as('marit'), {
        ...invitationOf({ organisationId: lab.ids.organisation('wijkteam'), email: 'wilma@wijkteam.test' }),
        roles: ['wijkteam_member'],
        areas: ['W2'],
      });
      const again = await accept(token, identity('wilma', 'wilma@wijkteam.test'));
      expect(again).not.toBe(lab.ids.person('wilma'));
      expect((await sessions.findPersonById(again))?.actor.memberships).toEqual([
        { labId: overlast, organisationId: lab.ids.organisation('wijkteam'), role: 'wijkteam_member', areas: ['W2'] },
      ]);
    });
  });
});
