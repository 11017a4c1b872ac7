-- Counts only. No column here can hold an element, a key or a token.
create table budget_use (
  lab_id text not null,
  organisation_id text not null,
  day date not null,
  elements integer not null check (elements >= 0),
  primary key (lab_id, organisation_id, day),
  foreign key (lab_id, organisation_id) references budget
);

create table evaluation_audit (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null,
  request_id uuid not null,
  lab_id text not null references lab,
  organisation_id text not null references organisation,
  elements integer not null check (elements > 0),
  outcome text not null check (outcome in ('charged', 'over_budget'))
);

-- One row per lab, organisation and day: a caller that keeps trying raises the counts, not the size of the table.
create table budget_alarm (
  lab_id text not null references lab,
  organisation_id text not null references organisation,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  refusals integer not null,
  elements_refused bigint not null,
  primary key (lab_id, organisation_id, day)
);
