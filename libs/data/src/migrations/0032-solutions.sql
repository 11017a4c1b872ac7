-- Step 5: released results are read together, findings are written from them, and each party says what it will do. See ADR 0061.

-- One released result on the table of an interpretation session: first everybody reads apart, then together, then what was agreed is written down.
create table interpretation (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  release_id uuid not null references release,
  question text not null default '' check (length(question) <= 500),
  state text not null check (state in ('apart', 'together', 'agreed')),
  agreed_reading text not null default '' check (length(agreed_reading) <= 4000),
  doubt text not null default '' check (length(doubt) <= 4000),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  agreed_at timestamptz,
  unique (lab_id, release_id),
  check ((state = 'agreed') = (agreed_at is not null))
);

-- What one organisation reads in it, and where it stays of another opinion than what was agreed.
create table reading (
  interpretation_id uuid not null references interpretation,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  words text not null check (length(words) between 3 and 4000),
  dissent text not null default '' check (length(dissent) <= 2000),
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (interpretation_id, organisation_id)
);

create table finding (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  interpretation_id uuid not null references interpretation,
  title text not null check (length(title) between 3 and 200),
  words text not null check (length(words) between 3 and 4000),
  -- No stronger than what the result can carry.
  strength text not null check (strength in ('description', 'association', 'indication', 'cause', 'forecast')),
  no_solution_reason text check (length(no_solution_reason) between 3 and 1000),
  stated_by uuid not null references person,
  stated_at timestamptz not null,
  withdrawn_at timestamptz
);
create index on finding (lab_id);

-- What somebody will do, where and from when. An option until it is chosen; an area and a time, never a person, a household or an address.
create table solution (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  -- Other participants who do it together with the organisation that answers for it.
  partners uuid[] not null default '{}',
  title text not null check (length(title) between 3 and 200),
  words text not null check (length(words) between 3 and 4000),
  state text not null check (state in ('option', 'chosen', 'running', 'finished', 'stopped', 'dropped')),
  owner_id uuid references person,
  -- As they are called in the lab: names of colleagues are told to colleagues alone, who answers for a measure is told to all.
  owner_name text not null default '' check (length(owner_name) <= 200),
  starts_on date,
  ends_on date,
  area_codes text[] not null default '{}',
  expected text not null default '' check (length(expected) <= 2000),
  outcome text not null default '' check (length(outcome) <= 4000),
  reason text check (length(reason) between 3 and 1000),
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  check (ends_on >= starts_on),
  check (state in ('option', 'dropped') or (owner_id is not null and starts_on is not null)),
  check (state not in ('stopped', 'dropped') or reason is not null)
);
create index on solution (lab_id);

create table solution_finding (
  solution_id uuid not null references solution,
  finding_id uuid not null references finding,
  lab_id uuid not null references lab,
  primary key (lab_id, solution_id, finding_id)
);

-- What will be measured, registered before the measure starts and never changed after that.
create table evaluation_plan (
  lab_id uuid not null references lab,
  solution_id uuid not null references solution,
  document jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  registered_by uuid not null references person,
  registered_at timestamptz not null,
  primary key (lab_id, solution_id)
);

-- What came of it on one snapshot; the worker writes it, protected.
create table evaluation (
  id uuid primary key default uuidv7(),
  solution_id uuid not null references solution,
  lab_id uuid not null references lab,
  snapshot_id uuid not null references snapshot,
  state text not null check (state in ('too_early', 'evaluated', 'refused')),
  document jsonb not null,
  evaluated_at timestamptz not null,
  unique (solution_id, snapshot_id)
);
create index on evaluation (lab_id, evaluated_at desc);

-- The regie card of an area: whom to reach of an organisation, and who picks it up. Contacts are of an office, by the organisation itself.
create table area_contact (
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  area_code text not null,
  reach text not null check (length(reach) between 3 and 300),
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (lab_id, organisation_id, area_code)
);
create table pickup (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  area_code text not null,
  what text not null check (length(what) between 3 and 500),
  next_on date,
  picked_up_by uuid not null references person,
  picked_up_at timestamptz not null,
  ended_at timestamptz
);
create index on pickup (lab_id, area_code);

-- What somebody who knows the place adds to what the figures show: an event, a renovation, another way of registering.
create table context_note (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  area_code text not null,
  kind text not null check (kind in ('event', 'building', 'registration', 'other')),
  words text not null check (length(words) between 3 and 500),
  starts_on date not null,
  ends_on date,
  written_by uuid not null references person,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  check (ends_on >= starts_on)
);
create index on context_note (lab_id, area_code);

alter table interpretation enable row level security, force row level security;
alter table reading enable row level security, force row level security;
alter table finding enable row level security, force row level security;
alter table solution enable row level security, force row level security;
alter table solution_finding enable row level security, force row level security;
alter table evaluation_plan enable row level security, force row level security;
alter table evaluation enable row level security, force row level security;
alter table area_contact enable row level security, force row level security;
alter table pickup enable row level security, force row level security;
alter table context_note enable row level security, force row level security;

-- A session shows results of the lab tier: those who do more than look after a wijk.
create policy api_reads on interpretation for select to datalab_api using (lab_id = any (array(select app.full_labs())));
create policy api_opens on interpretation for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]) and opened_by = (select app.user_id()) and state = 'apart');
create policy api_leads on interpretation for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
-- First apart: what another organisation reads is not there until everybody looks together.
create policy api_reads on reading for select to datalab_api
  using (lab_id = any (array(select app.full_labs()))
         and (organisation_id = (select app.organisation_id())
              or interpretation_id in (select id from interpretation where state <> 'apart')));
create policy api_writes on reading for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and written_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));
create policy api_changes on reading for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and written_by = (select app.user_id()));

create policy api_reads on finding for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_states on finding for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('coordinator', 'analyst', 'domain_expert'))::uuid[])
              and stated_by = (select app.user_id()));
create policy api_changes on finding for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator', 'analyst', 'domain_expert'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator', 'analyst', 'domain_expert'))::uuid[]));

create policy api_reads on solution for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_proposes on solution for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and proposed_by = (select app.user_id()) and state = 'option'
              and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[]));
create policy api_changes on solution for update to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()));
create policy api_reads on solution_finding for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_own on solution_finding for all to datalab_api
  using (solution_id in (select id from solution where organisation_id = (select app.organisation_id()))
         and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[]))
  with check (solution_id in (select id from solution where organisation_id = (select app.organisation_id()))
         and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[]));
create policy api_reads on evaluation_plan for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_registers on evaluation_plan for insert to datalab_api
  with check (solution_id in (select id from solution s where s.organisation_id = (select app.organisation_id())
                                and s.state in ('option', 'chosen')
                                and (s.starts_on is null or s.starts_on > registered_at::date))
              and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[])
              and registered_by = (select app.user_id()));
create policy api_registers_anew on evaluation_plan for update to datalab_api
  using (solution_id in (select id from solution s where s.organisation_id = (select app.organisation_id())
                           and s.state in ('option', 'chosen'))
         and lab_id = any ((select app.labs_with_role('domain_expert', 'coordinator'))::uuid[]))
  with check (registered_by = (select app.user_id())
              and solution_id in (select id from solution s where s.starts_on is null or s.starts_on > registered_at::date));
create policy api_reads on evaluation for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));

create policy api_reads on area_contact for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
-- People of the lab in whatever role, and no program.
create policy api_own on area_contact for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[])
              and written_by = (select app.user_id()));
create policy api_changes on area_contact for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and written_by = (select app.user_id()));
create policy api_reads on pickup for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_own on pickup for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[])
              and picked_up_by = (select app.user_id()));
create policy api_ends on pickup for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()));
create policy api_reads on context_note for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_own on context_note for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[])
              and written_by = (select app.user_id()));
create policy api_withdraws on context_note for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer', 'wijkteam_member'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()));

create policy worker_lab on solution for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on evaluation_plan for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on evaluation for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select, insert on interpretation, reading, finding, solution, evaluation_plan, area_contact, pickup, context_note to datalab_api;
grant select, insert, delete on solution_finding to datalab_api;
grant select on evaluation to datalab_api;
grant update (state, question, agreed_reading, doubt, agreed_at) on interpretation to datalab_api;
grant update (words, dissent, written_by, written_at) on reading to datalab_api;
grant update (title, words, strength, no_solution_reason, withdrawn_at) on finding to datalab_api;
grant update (partners, title, words, state, owner_id, owner_name, starts_on, ends_on, area_codes, expected, outcome, reason, changed_at)
  on solution to datalab_api;
grant update (document, digest, registered_by, registered_at) on evaluation_plan to datalab_api;
grant update (reach, written_by, written_at) on area_contact to datalab_api;
grant update (ended_at) on pickup to datalab_api;
grant update (withdrawn_at) on context_note to datalab_api;
grant select on solution, evaluation_plan to datalab_worker;
grant select, insert, delete on evaluation to datalab_worker;

-- Who has written a reading, and not what: so that everybody knows for whom the session waits while all still read apart.
create function app.readings_written() returns table (interpretation_id uuid, lab_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = ''
  as $$ select r.interpretation_id, r.lab_id, r.organisation_id from public.reading r where r.lab_id in (select app.full_labs()) $$;
grant select (interpretation_id, lab_id, organisation_id) on reading to datalab_policy;
create policy policy_reads on reading for select to datalab_policy using (true);
alter function app.readings_written() owner to datalab_policy;
