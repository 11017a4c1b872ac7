-- The operator's own lists. The running service may read them and nothing else: see 0003.
create table lab (
  lab_id text primary key check (lab_id ~ '^[A-Za-z0-9_-]{1,64}$'),
  added_at timestamptz not null
);

-- One key share per lab, encrypted under a wrapping key that this database never sees.
create table lab_key (
  lab_id text primary key references lab,
  public_key bytea not null unique check (octet_length(public_key) = 32),
  possession bytea not null check (octet_length(possession) = 64),
  signing_key bytea not null check (octet_length(signing_key) = 32),
  wrapped_share bytea,
  wrapping_key_id text not null,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  destruction jsonb,
  check ((wrapped_share is null) = (destroyed_at is not null)),
  check ((destruction is null) = (destroyed_at is null))
);

-- Who may say which organisation a caller is: keys fixed here, or fetched from one address.
create table token_issuer (
  issuer text primary key,
  jwks jsonb,
  jwks_url text,
  added_at timestamptz not null,
  check (num_nonnulls(jwks, jwks_url) = 1)
);

create table organisation (
  organisation_id text primary key check (organisation_id ~ '^[A-Za-z0-9_-]{1,64}$'),
  issuer text not null references token_issuer,
  added_at timestamptz not null
);

-- An organisation takes part in a lab exactly when it has a budget here; zero is a budget.
create table budget (
  lab_id text not null references lab,
  organisation_id text not null references organisation,
  elements_per_day integer not null check (elements_per_day >= 0),
  set_at timestamptz not null,
  primary key (lab_id, organisation_id)
);

create table operator_act (
  act_id bigint generated always as identity primary key,
  at timestamptz not null,
  operator text not null,
  act text not null,
  subject jsonb not null
);
