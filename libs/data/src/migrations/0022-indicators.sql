-- Public figures about areas (as the CBS publishes them per wijk and buurt): denominators and traits. Reference data, as the areas themselves are.
create table indicator (
  region_id uuid not null references region on delete cascade,
  year int not null check (year between 1900 and 2200),
  code text not null check (length(code) between 1 and 60),
  title text not null,
  imported_at timestamptz not null default now(),
  primary key (region_id, year, code)
);
-- An area without a value is not here: missing is never zero.
create table indicator_value (
  region_id uuid not null,
  year int not null,
  code text not null,
  area_code text not null,
  value double precision not null,
  primary key (region_id, year, code, area_code),
  foreign key (region_id, year, code) references indicator on delete cascade
);
grant select on indicator, indicator_value to datalab_api, datalab_worker, datalab_operator;
grant insert, delete on indicator, indicator_value to datalab_operator;
