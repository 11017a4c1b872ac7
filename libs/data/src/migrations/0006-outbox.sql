-- Work that was asked for in a transaction and is not done yet. Redis holds only what is under way; this is the truth.
create table outbox (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  job text not null,
  -- Ids only.
  payload jsonb not null,
  actor_id uuid not null,
  request_id text not null,
  created_at timestamptz not null default now(),
  queued_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  failure text
);
create index outbox_open on outbox (created_at) where done_at is null and failed_at is null;

alter table outbox enable row level security, force row level security;
create policy api_asks on outbox for insert to datalab_api
  with check (actor_id = app.user_id() and lab_id in (select app.labs()));
-- The relay carries the work of every lab; it holds ids and no content.
create policy worker_relays on outbox for all to datalab_worker using (true) with check (true);
-- Whether a lab's picture is being refreshed is for its members to see.
create policy api_sees_own_labs on outbox for select to datalab_api using (lab_id in (select app.labs()));

grant insert on outbox to datalab_api;
grant select (lab_id, job, done_at, failed_at) on outbox to datalab_api;
grant select, insert, update, delete on outbox to datalab_worker;
