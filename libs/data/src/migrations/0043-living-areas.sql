-- Living areas (leefgebieden): neighbouring areas of the lowest level that are looked at as one, between that level and the one above it. They are
-- a level of the region like the others, so that every table, map and audit has them. See ADR 0073.
grant insert (region_id, code, name, level, parent_code, lineage, position, population, households, geometry),
  update (parent_code, lineage, position) on area to datalab_policy;
grant update (levels) on region to datalab_policy;
set local role datalab_policy;

-- Whether anything real was delivered in any lab of the region of this one. From then on its levels stay: who sees figures could choose areas by them.
create function app.region_has_deliveries(lab uuid) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (
          select from public.lab mine join public.lab other on other.region_id = mine.region_id and not other.is_rehearsal
          join public.load l on l.lab_id = other.id
          where mine.id = lab and mine.id = any ((select app.my_labs())::uuid[])) $$;

create function app.living_parts(parts jsonb) returns table (code text, name text, area_code text) language sql immutable set search_path = ''
  as $$ select part ->> 'code', part ->> 'name', member
        from jsonb_array_elements(parts) part, jsonb_array_elements_text(part -> 'areas') member $$;

-- The coordinator's, once, before data. `parts`: [{"code", "name", "areas": [codes]}], every area of the lowest level in exactly one, all of a part under
-- one parent. Said here and not only by the service: nobody else can write an area, and nobody can write one otherwise.
create function app.fix_living_areas(lab uuid, added jsonb, parts jsonb) returns void language plpgsql volatile security definer set search_path = ''
  as $$ declare
    in_region uuid;
    lowest text;
  begin
    select r.id, r.levels -> -1 ->> 'code' into in_region, lowest from public.region r
      where r.id = (select l.region_id from public.lab l where l.id = lab and l.id = any (app.labs_with_role('coordinator'))) for update;
    if in_region is null then raise exception 'not the coordinator of this lab' using errcode = '42501'; end if;
    if app.region_has_deliveries(lab) then raise exception 'data were delivered' using errcode = '55000'; end if;
    if exists (select from public.region r, jsonb_array_elements(r.levels) known where r.id = in_region and known ->> 'code' = added ->> 'code')
      then raise exception 'living areas are fixed' using errcode = '55000'; end if;
    if exists (select from public.area a full join app.living_parts(parts) p on p.area_code = a.code and a.level = lowest and a.region_id = in_region
               where (a.region_id = in_region and a.level = lowest and p.code is null) or a.code is null)
      or exists (select from app.living_parts(parts) p group by p.area_code having count(*) > 1)
      or exists (select from app.living_parts(parts) p join public.area a on a.region_id = in_region and a.code = p.area_code
                 group by p.code having count(distinct a.parent_code) > 1 or count(distinct p.name) > 1)
      then raise exception 'not every area lies in one living area under its own parent' using errcode = '22023'; end if;
    insert into public.area (region_id, code, name, level, parent_code, lineage, position, population, households, geometry)
      select in_region, p.code, min(p.name), added ->> 'code', min(a.parent_code), array[p.code] || (min(a.lineage))[2:], min(a.position),
             case when bool_and(a.population is not null) then sum(a.population) end,
             case when bool_and(a.households is not null) then sum(a.households) end,
             -- The outlines of its areas side by side; the borders between them stay visible.
             case when bool_and(a.geometry is not null) then jsonb_build_object('type', 'MultiPolygon', 'coordinates', (
               select jsonb_agg(polygon) from app.living_parts(parts) q join public.area b on b.region_id = in_region and b.code = q.area_code,
                 jsonb_array_elements(case b.geometry ->> 'type' when 'Polygon' then jsonb_build_array(b.geometry -> 'coordinates')
                                                                 else b.geometry -> 'coordinates' end) polygon
               where q.code = p.code)) end
      from app.living_parts(parts) p join public.area a on a.region_id = in_region and a.code = p.area_code group by p.code;
    update public.area a set parent_code = p.code, lineage = array[a.code, p.code] || a.lineage[2:]
      from app.living_parts(parts) p where a.region_id = in_region and a.code = p.area_code;
    -- Higher levels first, as a region is imported.
    update public.area a set position = placed.at from (
      select code, row_number() over (order by cardinality(lineage), position, code) - 1 as at from public.area where region_id = in_region) placed
      where a.region_id = in_region and a.code = placed.code;
    update public.region r set levels = jsonb_insert(r.levels, '{-1}', added) where r.id = in_region;
  end $$;
revoke all on function app.region_has_deliveries(uuid), app.living_parts(jsonb), app.fix_living_areas(uuid, jsonb, jsonb) from public;
grant execute on function app.region_has_deliveries(uuid), app.fix_living_areas(uuid, jsonb, jsonb) to datalab_api;
reset role;
