-- The second wall no longer takes the application's word for who somebody works for, knows roles, and asks once per statement. See ADR 0038.

-- Derived from the person: what a connection says of its organisation (app.organisation_id of 0001) counts no more. Null for who left.
grant select (organisation_id) on person to datalab_policy;
create or replace function app.organisation_id() returns uuid language sql stable security definer set search_path = ''
  as $$ select p.organisation_id from public.person p where p.id = app.user_id() and p.left_at is null $$;
alter function app.organisation_id() owner to datalab_policy;

-- A role is held for the organisation that one works for; who left works for none, and so has no lab, whatever was forgotten to end.
set local role datalab_policy;
create or replace function app.labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership
          where person_id = app.user_id() and ended_at is null and organisation_id = (select app.organisation_id())
        union select lab_id from public.api_client
          where person_id = app.user_id() and ended_at is null and organisation_id = (select app.organisation_id()) $$;
create or replace function app.full_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership
        where person_id = app.user_id() and ended_at is null and organisation_id = (select app.organisation_id())
          and role <> 'wijkteam_member' $$;
create or replace function app.led_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select unnest(app.labs_with_role('coordinator')) $$;
-- The same labs as one array: `lab_id = any ((select app.my_labs())::uuid[])` is asked once and lets an index on the lab serve.
create function app.my_labs() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(lab), '{}') from app.labs() as lab $$;
-- Labs in which one may deliver: as a steward, or as a program of the organisation.
create function app.delivering_labs() returns uuid[] language sql stable security definer set search_path = ''
  as $$ select app.labs_with_role('data_steward') || coalesce(array_agg(lab_id), '{}') from public.api_client
        where person_id = app.user_id() and ended_at is null and organisation_id = (select app.organisation_id()) $$;
reset role;

-- Every policy of before, in the form that is asked once per statement.
create function pg_temp.asked_once(expression text) returns text language sql as $$
  select regexp_replace(regexp_replace(regexp_replace(expression,
    ' IN \( SELECT app\.labs\(\) AS labs\)| = ANY \(ARRAY\( SELECT app\.labs\(\) AS labs\)\)', ' = any (( select app.my_labs())::uuid[])', 'g'),
    ' IN \( SELECT app\.(full_labs|led_labs)\(\) AS \w+\)', ' = any (array( select app.\1()))', 'g'),
    '(?<!SELECT )app\.(organisation_id|user_id)\(\)', '( select app.\1())', 'g') $$;
do $$
declare
  one record;
begin
  for one in
    select policyname, tablename, qual, with_check from pg_policies
    where schemaname = 'public' and roles @> '{datalab_api}'
      and concat(qual, with_check) ~ 'app\.(organisation_id|user_id|labs|full_labs|led_labs)\(\)'
  loop
    execute format('alter policy %I on public.%I', one.policyname, one.tablename)
      || coalesce(' using (' || pg_temp.asked_once(one.qual) || ')', '')
      || coalesce(' with check (' || pg_temp.asked_once(one.with_check) || ')', '');
  end loop;
end $$;

-- What the rules of libs/access say by role, said again here.
alter policy api_writes on lab_step
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
alter policy api_maps on dataset
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[]));
alter policy api_own_tier on cell
  using (tier = 'own' and organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'analyst', 'privacy_officer'))::uuid[]));
create policy api_delivers on load as restrictive for insert to datalab_api
  with check (lab_id = any ((select app.delivering_labs())::uuid[]));
-- Who may see a load and not change it is told so, instead of that there is none: seen (`for update`) by every colleague, written by who delivers.
create policy api_delivers_on on load as restrictive for update to datalab_api
  using (lab_id = any ((select app.my_labs())::uuid[])) with check (lab_id = any ((select app.delivering_labs())::uuid[]));
