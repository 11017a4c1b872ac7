-- People come and leave, organisations invite and run programs that deliver. Who left is kept for the record, and counts no more.

alter table person
  -- An API client acts as a person of its organisation: it has no address, cannot sign in and holds no role.
  add column kind text not null default 'human' check (kind in ('human', 'api_client')),
  -- Of the platform: makes organisations and invites; set by the operator alone (no grant below), never together with a role in a lab.
  add column is_administrator boolean not null default false,
  add column left_at timestamptz,
  alter column email drop not null,
  add constraint person_email_of_humans check ((kind = 'human') = (email is not null)),
  add constraint person_administrator_is_human check (kind = 'human' or not is_administrator),
  add constraint person_in_organisation unique (id, organisation_id),
  drop constraint person_email_key,
  drop constraint person_issuer_subject_key;
-- Who comes back, to this organisation or another, is a new person: what was seen and done before stays with the old one.
create unique index person_email on person (email) where left_at is null;
create unique index person_identity on person (issuer, subject) where left_at is null;

-- A role is held for the organisation that one works for, and for no other.
alter table membership
  add foreign key (person_id, organisation_id) references person (id, organisation_id);

alter table session
  add column id uuid not null default uuidv7() unique,
  -- Until then the identity provider is not asked again; `expires_at` is the end however often it is renewed.
  add column fresh_until timestamptz not null default now(),
  add column renewed_at timestamptz not null default now(),
  -- One process renews; the others wait for it.
  add column renewing_since timestamptz,
  -- Under the api's own key; null where the provider gave none, and then the session is not renewed.
  add column refresh_token_sealed bytea;
create index on session (person_id);
create index on session (expires_at);

create table api_client (
  id uuid primary key default uuidv7(),
  -- As whom it acts; issuer and subject of its tokens stand there.
  person_id uuid not null unique,
  lab_id uuid not null,
  organisation_id uuid not null,
  issuer text not null,
  client_id text not null,
  name text not null,
  scopes text[] not null
    check (cardinality(scopes) > 0 and scopes <@ array['loads:write', 'reports:submit', 'status:read']),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (person_id, organisation_id) references person (id, organisation_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create unique index api_client_identity on api_client (issuer, client_id) where ended_at is null;

-- The way in: a link that was given once. Only the hash of its secret is kept, and only who shows the secret finds the row.
create table invitation (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  -- Null: to the organisation alone, without a role.
  lab_id uuid,
  email text not null check (email = lower(email)),
  roles text[] not null default '{}',
  areas text[] not null default '{}',
  token_hash text not null unique,
  invited_by uuid not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person,
  withdrawn_at timestamptz,
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  check ((lab_id is null) = (cardinality(roles) = 0)),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index on invitation (lab_id, created_at desc);

create function app.invitation_hash() returns text language sql stable
  as $$ select nullif(current_setting('app.invitation_hash', true), '') $$;

-- What the policies below look through; see 0002 for why it has an owner of its own.
grant select (id, is_administrator, left_at) on person to datalab_policy;
grant select (person_id, lab_id, organisation_id, ended_at) on api_client to datalab_policy;
grant select (organisation_id, lab_id, roles, token_hash, accepted_at, withdrawn_at) on invitation to datalab_policy;
create policy policy_own on person for select to datalab_policy using (id = app.user_id());
create policy policy_own on api_client for select to datalab_policy using (person_id = app.user_id());
create policy policy_own on invitation for select to datalab_policy using (token_hash = app.invitation_hash());

set local role datalab_policy;
create function app.is_administrator() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.person where id = app.user_id() and is_administrator and left_at is null) $$;
create function app.led_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership
        where person_id = app.user_id() and role = 'coordinator' and ended_at is null $$;
create function app.people_of_led_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select person_id from public.membership where lab_id in (select app.led_labs()) $$;
-- A lab's name and region, for who gives out roles in it without seeing anything of it.
create function app.lab_names() returns table (lab_id uuid, name text, region_id uuid)
  language sql stable security definer set search_path = ''
  as $$ select l.id, l.name, l.region_id from public.lab l where (select app.is_administrator()) $$;
create function app.open_invitation() returns table (organisation_id uuid, lab_id uuid, roles text[])
  language sql stable security definer set search_path = ''
  as $$ select i.organisation_id, i.lab_id, i.roles from public.invitation i
        where i.token_hash = app.invitation_hash() and i.accepted_at is null and i.withdrawn_at is null $$;
-- Also the lab of an API client; not app.full_labs(): a client sees no figure but its own organisation's.
create or replace function app.labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership where person_id = app.user_id() and ended_at is null
        union select lab_id from public.api_client where person_id = app.user_id() and ended_at is null $$;
reset role;

alter table api_client enable row level security, force row level security;
alter table invitation enable row level security, force row level security;

create policy api_administers on organisation for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));
create policy api_is_invited on organisation for select to datalab_api
  using (id in (select organisation_id from app.open_invitation()));

create policy api_administers on person for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));
create policy api_leads on person for select to datalab_api using (id in (select app.people_of_led_labs()));
-- Whoever signs in with an invitation becomes a person of the organisation that invited, under the identity just proved.
create policy api_accepts on person for insert to datalab_api
  with check (id = app.user_id() and kind = 'human' and (issuer || ' ' || subject) = app.subject()
              and organisation_id in (select organisation_id from app.open_invitation()));

create policy api_administers on lab_participant for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));

create policy api_administers on membership for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));
create policy api_leads on membership for all to datalab_api
  using (lab_id in (select app.led_labs())) with check (lab_id in (select app.led_labs()));
create policy api_accepts on membership for insert to datalab_api
  with check (person_id = app.user_id()
              and (lab_id, organisation_id, role)
                  in (select i.lab_id, i.organisation_id, unnest(i.roles) from app.open_invitation() i));
create policy api_accepts_again on membership for update to datalab_api
  using (person_id = app.user_id()
         and (lab_id, organisation_id, role)
             in (select i.lab_id, i.organisation_id, unnest(i.roles) from app.open_invitation() i))
  with check (person_id = app.user_id()
              and (lab_id, organisation_id, role)
                  in (select i.lab_id, i.organisation_id, unnest(i.roles) from app.open_invitation() i));

-- Beside the one session of the cookie: one's own, to end them; anybody's, for who ends a person's access; what is over, to clear it away.
create policy api_own_sessions on session for select to datalab_api using (person_id = app.user_id());
create policy api_ends_own on session for delete to datalab_api using (person_id = app.user_id());
create policy api_sees_to_end on session for select to datalab_api using ((select app.is_administrator()));
create policy api_ends on session for delete to datalab_api using ((select app.is_administrator()));
create policy api_sees_expired on session for select to datalab_api using (expires_at < now());
create policy api_clears_expired on session for delete to datalab_api using (expires_at < now());

create policy api_administers on api_client for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));
create policy api_is_it on api_client for select to datalab_api using (person_id = app.user_id());
create policy api_leads on api_client for select to datalab_api using (lab_id in (select app.led_labs()));
create policy worker_reads on api_client for select to datalab_worker using (lab_id = app.lab_id());
create policy operator_all on api_client for all to datalab_operator using (true) with check (true);

create policy api_administers on invitation for all to datalab_api
  using ((select app.is_administrator())) with check ((select app.is_administrator()));
create policy api_leads on invitation for all to datalab_api
  using (lab_id in (select app.led_labs())) with check (lab_id in (select app.led_labs()));
create policy api_shows_secret on invitation for select to datalab_api using (token_hash = app.invitation_hash());
create policy api_accepts on invitation for update to datalab_api
  using (token_hash = app.invitation_hash()) with check (token_hash = app.invitation_hash() and accepted_by = app.user_id());

-- The worker checks again whether an API client still may; it needs not know more than that.
drop policy worker_reads on person;
create policy worker_reads on person for select to datalab_worker
  using (id in (select person_id from membership) or id in (select person_id from api_client));

-- Who gives out roles in a lab without taking part in it leaves a trace there all the same.
create policy api_administers on audit_event for insert to datalab_api
  with check (actor_id = app.user_id() and (select app.is_administrator()));

grant insert (key, name, type), update (name, type) on organisation to datalab_api;
grant insert (id, organisation_id, issuer, subject, email, name, kind), update (left_at) on person to datalab_api;
grant insert on lab_participant to datalab_api;
grant insert (lab_id, person_id, organisation_id, role, areas), update (areas, ended_at) on membership to datalab_api;
grant update (id_token, fresh_until, renewed_at, renewing_since, refresh_token_sealed) on session to datalab_api;
grant select, insert on api_client to datalab_api;
grant update (ended_at) on api_client to datalab_api;
grant select on api_client to datalab_worker;
grant select, insert, update on api_client to datalab_operator;
grant select, insert on invitation to datalab_api;
grant update (accepted_at, accepted_by, withdrawn_at) on invitation to datalab_api;
