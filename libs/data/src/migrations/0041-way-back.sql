-- The way back (care only): the one road from a result to addresses. The receiver that the agreement names asks, the privacy officer of every
-- organisation whose knowledge would be revealed answers, and the worker seals the receiver's own record hashes to a key that is at the receiver.
-- See ADR 0070.

create table way_back (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  receiver_id uuid not null,
  -- Of the agreement that names the receiver; with another version in force nothing is opened any more.
  agreement_version int not null,
  release_id uuid not null references release,
  run_id uuid not null,
  -- Which addresses of the result: a code of its method, never a list.
  household_group text not null check (app.is_plain_word(household_group)),
  reason text not null check (length(reason) between 10 and 1000),
  -- Organisations whose knowledge the list would reveal.
  asked_of uuid[] not null check (cardinality(asked_of) > 0),
  state text not null default 'asked' check (state in
    ('asked', 'approved', 'refused', 'opening', 'ready', 'too_few', 'failed', 'expired', 'settled', 'withdrawn')),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  -- Who tells the residents, and how, before anything else is done.
  told_first text check (length(told_first) between 10 and 1000),
  opened_by uuid references person,
  opened_at timestamptz,
  failure text check (app.is_plain_word(failure)),
  ready_at timestamptz,
  expires_at timestamptz,
  -- When the list was destroyed.
  destroyed_at timestamptz,
  -- What came of it, in bands: with how many residents was spoken, and how many have help now.
  reached text check (reached in ('0–4', '5–9', '10–19', '20–49', '50+')),
  helped text check (helped in ('0–4', '5–9', '10–19', '20–49', '50+')),
  settled_at timestamptz,
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 3 and 1000),
  foreign key (lab_id, receiver_id) references lab_participant (lab_id, organisation_id),
  foreign key (lab_id, run_id) references analysis_run (lab_id, id),
  unique (id, lab_id),
  check (receiver_id <> all (asked_of)),
  check (state not in ('opening', 'ready', 'too_few', 'failed', 'expired', 'settled') or num_nonnulls(told_first, opened_by, opened_at) = 3),
  check (state not in ('ready', 'expired', 'settled') or num_nonnulls(ready_at, expires_at) = 2),
  check (expires_at <= ready_at + interval '30 days'),
  check ((state = 'settled') = (num_nonnulls(reached, helped, settled_at) = 3)),
  check ((state = 'failed') = (failure is not null))
);
create index on way_back (lab_id, asked_at desc);
create index on way_back (release_id);
-- One at a time: two lists side by side could differ by one address.
create unique index way_back_under_way on way_back (lab_id) where state in ('asked', 'approved', 'opening', 'ready');

create table way_back_answer (
  way_back_id uuid not null,
  lab_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person,
  approves boolean not null,
  reason text not null default '' check (length(reason) <= 1000),
  at timestamptz not null,
  -- When who answers had shown who they are: minutes before, never hours.
  authenticated_at timestamptz not null check (authenticated_at <= at + interval '1 minute' and authenticated_at > at - interval '10 minutes'),
  primary key (way_back_id, organisation_id),
  foreign key (way_back_id, lab_id) references way_back (id, lab_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  check (approves or length(reason) >= 3)
);

-- The public half of a receiver's key; the other half never leaves the receiver.
create table receiver_key (
  lab_id uuid not null,
  organisation_id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  registered_by uuid not null references person,
  registered_at timestamptz not null,
  primary key (lab_id, organisation_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

-- The list, sealed to that key: nobody at the platform can open it, nor can a copy of the database be opened.
create table way_back_list (
  way_back_id uuid primary key,
  lab_id uuid not null,
  receiver_id uuid not null references organisation,
  box bytea not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  foreign key (way_back_id, lab_id) references way_back (id, lab_id)
);
create index on way_back_list (lab_id);

alter table way_back enable row level security, force row level security;
alter table way_back_answer enable row level security, force row level security;
alter table receiver_key enable row level security, force row level security;
alter table way_back_list enable row level security, force row level security;

-- Whose knowledge a list of this run would reveal to the receiver: every organisation with a source in it but the receiver.
grant select (id, lab_id, params) on analysis_run to datalab_policy;
create policy policy_reads on analysis_run for select to datalab_policy using (true);
set local role datalab_policy;
create function app.way_back_parties(run uuid, receiver uuid) returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ begin
    return array(
      select distinct d.organisation_id from public.analysis_run r
      join public.dataset d on d.lab_id = r.lab_id and r.params -> 'scope' -> 'datasetIds' ? d.id::text
      where r.id = run and d.organisation_id <> receiver order by 1);
  end $$;
-- Who is named in the agreement in force of a lab, where that is an organisation of care.
create function app.care_receiver(lab uuid, out receiver_id uuid, out version int) language plpgsql stable security definer set search_path = ''
  as $$ begin
    select o.id, a.version into receiver_id, version from public.agreement a
    join public.organisation o on o.id::text = a.document ->> 'wayBackReceiverId'
    where a.lab_id = lab and a.state = 'in_force' and o.type in ('care_provider', 'ggd', 'wijkteam');
  end $$;
reset role;
revoke all on function app.way_back_parties(uuid, uuid) from public;
revoke all on function app.care_receiver(uuid) from public;
grant execute on function app.way_back_parties(uuid, uuid) to datalab_api, datalab_worker;
grant execute on function app.care_receiver(uuid) to datalab_api, datalab_worker;

-- That it is asked is known to those who answer, who lead, and at the receiver.
create policy api_reads on way_back for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('privacy_officer', 'coordinator'))::uuid[])
         or (receiver_id = (select app.organisation_id())
             and lab_id = any ((select app.labs_with_role('domain_expert', 'data_steward'))::uuid[])));
create policy api_asks on way_back for insert to datalab_api
  with check (receiver_id = (select app.organisation_id()) and asked_by = (select app.user_id()) and state = 'asked'
              and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));
create policy api_receives on way_back for update to datalab_api
  using (receiver_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]))
  with check (state in ('withdrawn', 'opening', 'settled'));
create policy api_answers on way_back for update to datalab_api
  using (state = 'asked' and (select app.organisation_id()) = any (asked_of)
         and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[]))
  with check (state in ('approved', 'refused'));
create policy worker_lab on way_back for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

create policy api_reads on way_back_answer for select to datalab_api using (way_back_id in (select w.id from way_back w));
create policy api_answers on way_back_answer for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
              and way_back_id in (select w.id from way_back w where w.state = 'asked' and (select app.organisation_id()) = any (w.asked_of))
              and authenticated_at in (select s.authenticated_at from session s where s.person_id = (select app.user_id())));
create policy worker_lab on way_back_answer for select to datalab_worker using (lab_id = app.lab_id());

create policy api_reads on receiver_key for select to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'privacy_officer'))::uuid[]));
create policy api_registers on receiver_key for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and registered_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[]));
create policy api_registers_anew on receiver_key for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and registered_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[]));
create policy worker_lab on receiver_key for select to datalab_worker using (lab_id = app.lab_id());

-- The sealed list: for the receiver's steward alone, and no longer than it lasts, whether or not it was destroyed in time.
create policy api_receives on way_back_list for select to datalab_api
  using (receiver_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[])
         and way_back_id in (select w.id from way_back w where w.state = 'ready' and w.expires_at > now()));
create policy worker_lab on way_back_list for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select on way_back, way_back_answer, receiver_key, way_back_list to datalab_api;
grant insert (id, lab_id, receiver_id, agreement_version, release_id, run_id, household_group, reason, asked_of, asked_by, asked_at)
  on way_back to datalab_api;
grant update (state, told_first, opened_by, opened_at, reached, helped, settled_at, ended_at, end_reason) on way_back to datalab_api;
grant insert on way_back_answer to datalab_api;
grant insert on receiver_key to datalab_api;
grant update (public_key, registered_by, registered_at) on receiver_key to datalab_api;
grant select on way_back, way_back_answer, receiver_key to datalab_worker;
grant update (state, failure, ready_at, expires_at, destroyed_at, ended_at, end_reason) on way_back to datalab_worker;
grant select, insert, delete on way_back_list to datalab_worker;

select app.wall_of_closed_labs('way_back');
select app.wall_of_closed_labs('way_back_answer');
select app.wall_of_closed_labs('receiver_key');

-- What no role may do, whatever its policies say.
create function app.way_back_is_asked() returns trigger language plpgsql set search_path = ''
  as $$ declare
    named record;
    parties uuid[] := app.way_back_parties(new.run_id, new.receiver_id);
  begin
    select * into named from app.care_receiver(new.lab_id);
    if named.receiver_id is distinct from new.receiver_id or named.version is distinct from new.agreement_version then
      raise exception 'the agreement in force names no such receiver of care' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from public.release r where r.id = new.release_id and r.lab_id = new.lab_id and r.run_id = new.run_id
                   and r.state = 'released') then
      raise exception 'the way back begins at a released result' using errcode = 'insufficient_privilege';
    end if;
    if not (new.asked_of @> parties and parties @> new.asked_of) then
      raise exception 'everybody whose knowledge is revealed is asked' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger is_asked before insert on way_back for each row execute function app.way_back_is_asked();

create function app.way_back_keeps_its_word() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if (new.lab_id, new.receiver_id, new.agreement_version, new.release_id, new.run_id, new.household_group, new.reason, new.asked_of, new.asked_by)
       is distinct from
       (old.lab_id, old.receiver_id, old.agreement_version, old.release_id, old.run_id, old.household_group, old.reason, old.asked_of, old.asked_by) then
      raise exception 'what was asked does not change' using errcode = 'insufficient_privilege';
    end if;
    if new.state <> old.state and not (old.state, new.state) in (
         ('asked', 'approved'), ('asked', 'refused'), ('asked', 'withdrawn'), ('approved', 'opening'), ('approved', 'withdrawn'),
         ('opening', 'ready'), ('opening', 'too_few'), ('opening', 'failed'), ('ready', 'expired'), ('ready', 'settled'), ('expired', 'settled')) then
      raise exception 'a request does not go from % to %', old.state, new.state using errcode = 'insufficient_privilege';
    end if;
    -- With the answers of everybody who was asked; looked at as whoever moves it, who can read them.
    if new.state in ('approved', 'opening', 'ready') and new.state <> old.state and exists (
         select from unnest(new.asked_of) as asked (organisation_id) where not exists (
           select from public.way_back_answer a
           where a.way_back_id = new.id and a.organisation_id = asked.organisation_id and a.approves)) then
      raise exception 'every organisation whose knowledge is revealed approves' using errcode = 'insufficient_privilege';
    end if;
    if new.state in ('ready', 'too_few', 'failed', 'expired') and new.state <> old.state and current_user <> 'datalab_worker' then
      raise exception 'only the worker makes and ends a list' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger keeps_its_word before update on way_back for each row execute function app.way_back_keeps_its_word();
create trigger append_only before update or delete or truncate on way_back_answer for each statement execute function app.is_append_only();
