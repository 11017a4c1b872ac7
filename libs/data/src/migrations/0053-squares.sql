-- Squares of 200 m: in which area of the lowest level the middle of each lies. See ADR 0084. Public reference data like the areas, and follows from their
-- outlines: the worker works it out before it makes the first picture of a region; importing the region anew takes it away.
create table square (
  region_id uuid not null references region on delete cascade,
  -- As CBS writes it, by the south-west corner: E1068N3982.
  code text not null check (code ~ '^E[0-9]{4}N[0-9]{4}$'),
  area_code text not null,
  primary key (region_id, code)
);
create index on square (region_id, area_code);
grant select on square to datalab_api, datalab_worker, datalab_policy;
grant insert on square to datalab_worker;
grant select, delete on square to datalab_operator;

-- What a wijkteam member sees of the lab: the areas that are named and all below them, and the squares of which the middle lies in one of those.
set local role datalab_policy;
create or replace function app.my_areas() returns table (lab_id uuid, area_code text)
  language sql stable security definer set search_path = ''
  as $$ with mine as (
          select m.lab_id, a.region_id, a.code
          from public.membership m
          join public.lab l on l.id = m.lab_id
          join public.area a on a.region_id = l.region_id and a.lineage && m.areas
          where m.person_id = app.user_id() and m.ended_at is null and m.role = 'wijkteam_member')
        select lab_id, code from mine
        union
        select mine.lab_id, s.code from mine join public.square s on s.region_id = mine.region_id and s.area_code = mine.code $$;
reset role;
