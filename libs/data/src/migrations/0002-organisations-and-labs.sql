create table organisation (
  id uuid primary key default uuidv7(),
  key text not null unique,
  name text not null,
  type text not null,
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  issuer text not null,
  subject text not null,
  email text not null unique,
  name text not null,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);

-- A signed-in browser. Only the hash of the cookie is kept, and only who shows the cookie finds the row.
create table session (
  id_hash text primary key,
  person_id uuid not null references person,
  id_token text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table region (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  country text not null,
  time_zone text not null,
  division_year int not null,
  levels jsonb not null,
  imported_at timestamptz not null default now()
);

create table lab (
  id uuid primary key default uuidv7(),
  region_id uuid not null references region,
  key text not null unique,
  name text not null,
  goal text not null,
  question text not null,
  created_at timestamptz not null default now()
);

create table lab_participant (
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  primary key (lab_id, organisation_id)
);

create table membership (
  lab_id uuid not null,
  person_id uuid not null references person,
  organisation_id uuid not null,
  role text not null,
  -- Area codes that a wijkteam member works in; empty for every other role.
  areas text[] not null default '{}',
  ended_at timestamptz,
  primary key (lab_id, person_id, role),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on membership (person_id);

create table lab_step (
  lab_id uuid not null references lab,
  step text not null,
  state text not null,
  since timestamptz not null default now(),
  reason text,
  primary key (lab_id, step)
);

-- Append-only: what was done, by whom, to what. No value of a row, no pseudonym.
create table audit_event (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  actor_id uuid,
  organisation_id uuid,
  lab_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  request_id text not null,
  detail jsonb not null default '{}'
);
create index on audit_event (lab_id, at);

-- The labs of the person who asks. Owned by a role that may read memberships and nothing else, so no policy depends on itself.
create function app.labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership where person_id = app.user_id() and ended_at is null $$;
create function app.lab_organisations() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select p.organisation_id from public.lab_participant p where p.lab_id in (select app.labs()) $$;
-- The labs in which the person who asks does more than look after a wijk.
create function app.full_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership
        where person_id = app.user_id() and ended_at is null and role <> 'wijkteam_member' $$;
grant select (lab_id, person_id, ended_at, role, areas) on membership to datalab_policy;
grant select on lab_participant, lab to datalab_policy;
grant create on schema app to datalab_policy;
alter function app.labs() owner to datalab_policy;
alter function app.lab_organisations() owner to datalab_policy;
alter function app.full_labs() owner to datalab_policy;

alter table organisation enable row level security, force row level security;
alter table person enable row level security, force row level security;
alter table session enable row level security, force row level security;
alter table lab enable row level security, force row level security;
alter table lab_participant enable row level security, force row level security;
alter table membership enable row level security, force row level security;
alter table lab_step enable row level security, force row level security;
alter table audit_event enable row level security, force row level security;

create policy policy_reads on membership for select to datalab_policy using (true);
create policy policy_reads on lab_participant for select to datalab_policy using (true);
create policy policy_reads on lab for select to datalab_policy using (true);

create policy api_reads on organisation for select to datalab_api
  using (id = app.organisation_id() or id in (select app.lab_organisations()));
create policy api_reads on person for select to datalab_api
  using (id = app.user_id() or (issuer || ' ' || subject) = app.subject()
         or (organisation_id = app.organisation_id()) );
create policy api_own_session on session for all to datalab_api
  using (id_hash = app.session_hash()) with check (id_hash = app.session_hash());
create policy api_reads on lab for select to datalab_api using (id in (select app.labs()));
create policy api_reads on lab_participant for select to datalab_api using (lab_id in (select app.labs()));
create policy api_reads on membership for select to datalab_api
  using (person_id = app.user_id() or lab_id in (select app.labs()));
create policy api_reads on lab_step for select to datalab_api using (lab_id in (select app.labs()));
create policy api_writes on lab_step for update to datalab_api
  using (lab_id in (select app.labs())) with check (lab_id in (select app.labs()));
create policy api_appends on audit_event for insert to datalab_api
  with check (actor_id = app.user_id() and (lab_id is null or lab_id in (select app.labs())));

create policy worker_reads on organisation for select to datalab_worker
  using (id in (select organisation_id from lab_participant));
create policy worker_reads on person for select to datalab_worker
  using (id in (select person_id from membership));
create policy worker_reads on lab for select to datalab_worker using (id = app.lab_id());
create policy worker_reads on lab_participant for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_reads on membership for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_reads on lab_step for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_appends on audit_event for insert to datalab_worker with check (lab_id = app.lab_id());

-- The operator installs organisations, people and labs with `datalab setup`; it sees no report and no figure.
create policy operator_all on organisation for all to datalab_operator using (true) with check (true);
create policy operator_all on person for all to datalab_operator using (true) with check (true);
create policy operator_all on lab for all to datalab_operator using (true) with check (true);
create policy operator_all on lab_participant for all to datalab_operator using (true) with check (true);
create policy operator_all on membership for all to datalab_operator using (true) with check (true);
create policy operator_all on lab_step for all to datalab_operator using (true) with check (true);
create policy operator_appends on audit_event for insert to datalab_operator with check (true);

grant select on organisation, person, region, lab, lab_participant, membership, lab_step to datalab_api, datalab_worker;
grant update (state, since, reason) on lab_step to datalab_api;
grant select, insert, delete on session to datalab_api;
grant insert on audit_event to datalab_api, datalab_worker, datalab_operator;
grant select, insert, update on organisation, person, region, lab, lab_participant, membership, lab_step to datalab_operator;
