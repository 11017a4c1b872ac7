-- Which datasets say something else now than the newest picture holds: a step is not finished, and no run asked for, on a picture that is behind.
-- Which organisation delivered when is for every participant to know (app.deliveries); what it delivered is not.
grant select (covers, deleted_covers) on load to datalab_policy;
grant select (id, lab_id, created_at) on snapshot to datalab_policy;
create policy policy_reads on snapshot for select to datalab_policy using (true);
grant select (snapshot_id, load_id, covers) on snapshot_load to datalab_policy;
create policy policy_reads on snapshot_load for select to datalab_policy using (true);

set local role datalab_policy;
-- As libs/data/src/picture/delivered-rows.ts says what each load is still the truth for. A picture of before it was written down what it holds counts
-- as holding everything that had been delivered by then.
create function app.newer_deliveries(lab uuid) returns table (dataset_id uuid, since timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    with mine as (select lab as id where lab = any ((select app.my_labs())::uuid[]) or lab = app.lab_id()),
    newest as (select s.id, s.created_at from public.snapshot s join mine on s.lab_id = mine.id
               order by s.created_at desc, s.id desc limit 1),
    effective as (
      select l.id as load_id,
             l.covers - coalesce((select range_agg(newer.covers) from public.load newer
                                  where newer.dataset_id = l.dataset_id and newer.state = 'accepted'
                                    and not newer.unchanged and newer.revision > l.revision), '{}'::datemultirange)
                      - l.deleted_covers as covers
      from public.load l join mine on l.lab_id = mine.id where l.state = 'accepted' and not l.unchanged),
    held as (
      select k.load_id, k.covers from public.snapshot_load k join newest on k.snapshot_id = newest.id
      union all
      select e.load_id, e.covers from effective e join public.load l on l.id = e.load_id, newest
      where l.decided_at <= newest.created_at
        and not exists (select from public.snapshot_load k where k.snapshot_id = newest.id)),
    differing as (
      select coalesce(e.load_id, h.load_id) as load_id
      from (select * from effective where not isempty(covers)) e
      full join (select * from held where not isempty(covers)) h on h.load_id = e.load_id
      where e.covers is distinct from h.covers)
    select l.dataset_id, max(l.decided_at) from differing d join public.load l on l.id = d.load_id group by l.dataset_id
  $$;
revoke all on function app.newer_deliveries(uuid) from public;
grant execute on function app.newer_deliveries(uuid) to datalab_api, datalab_worker;
reset role;
