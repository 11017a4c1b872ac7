-- Public reference data: the same for everybody, so without row-level security (listed as such in the catalogue test).
create table area (
  region_id uuid not null references region on delete cascade,
  code text not null,
  name text not null,
  level text not null,
  parent_code text,
  -- The area itself and everything above it, lowest first.
  lineage text[] not null,
  position int not null,
  population int,
  households int,
  geometry jsonb,
  primary key (region_id, code)
);
create index on area (region_id, level, position);

create table address (
  region_id uuid not null references region on delete cascade,
  address_id text not null,
  postcode text not null,
  number int not null,
  letter text not null default '',
  addition text not null default '',
  area_code text not null,
  grid_cell text,
  kind text not null,
  near_care boolean not null default false,
  primary key (region_id, address_id)
);

create table postcode (
  region_id uuid not null references region on delete cascade,
  postcode text not null,
  area_code text not null,
  primary key (region_id, postcode)
);

grant select on area, address, postcode to datalab_api, datalab_worker, datalab_policy;
grant select on region to datalab_policy;
grant select, insert, update, delete on area, address, postcode to datalab_operator;

-- Every area in which the person who asks works as a wijkteam member: the named ones and all below them.
create function app.my_areas() returns table (lab_id uuid, area_code text)
  language sql stable security definer set search_path = ''
  as $$ select m.lab_id, a.code
        from public.membership m
        join public.lab l on l.id = m.lab_id
        join public.area a on a.region_id = l.region_id and a.lineage && m.areas
        where m.person_id = app.user_id() and m.ended_at is null and m.role = 'wijkteam_member' $$;
alter function app.my_areas() owner to datalab_policy;
