-- Keys are stored as pseudonyms encrypted under the key of their source (dataset), which is outside this database. What was stored before
-- this version was readable, and nothing can encrypt it here: it is removed, and comes back with the next load of its source.
alter table report
  alter column household_key type bytea using null,
  alter column person_key type bytea using null,
  alter column reporter_key type bytea using null,
  add constraint report_household_key_encrypted check (octet_length(household_key) = 80),
  add constraint report_person_key_encrypted check (octet_length(person_key) = 80),
  add constraint report_reporter_key_encrypted check (octet_length(reporter_key) = 80);

-- Which key a source's pseudonyms are stored under: a fingerprint, so that a lost or destroyed key is noticed.
create table source_key (
  dataset_id uuid primary key references dataset,
  lab_id uuid not null references lab,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{32}$'),
  created_at timestamptz not null default now()
);
alter table source_key enable row level security, force row level security;
create policy worker_lab on source_key for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
grant select, insert on source_key to datalab_worker;

-- Who holds a share of a lab's key: what each key service published. Registered by the operator of the platform; checked by every client,
-- which keeps the keys that it saw first.
create table key_holder (
  lab_id uuid not null references lab,
  holder_id text not null check (holder_id ~ '^[A-Za-z0-9_.-]{1,64}$'),
  url text not null check (url ~ '^https?://'),
  suite text not null,
  context text not null check (context ~ '^[0-9a-f]+$'),
  public_key text not null unique check (public_key ~ '^[0-9a-f]{64}$'),
  possession text not null check (possession ~ '^[0-9a-f]{128}$'),
  registered_at timestamptz not null default now(),
  primary key (lab_id, holder_id)
);
alter table key_holder enable row level security, force row level security;
create policy api_reads on key_holder for select to datalab_api using (lab_id in (select app.labs()));
create policy operator_all on key_holder for all to datalab_operator using (true) with check (true);
grant select on key_holder to datalab_api;
grant select, insert on key_holder to datalab_operator;
-- By grant: where a holder answers may change, its key may not.
grant update (url) on key_holder to datalab_operator;
