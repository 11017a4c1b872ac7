-- A forecast is made under a contract that is fixed before anything is trained: what it is for, what it must beat, what harm ends it, when it
-- stops. The database holds to it what the services hold to it. See ADR 0066.
create table forecast_contract (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- Of who wrote it.
  organisation_id uuid not null,
  -- The approved output shell that the forecast fills.
  shell_id uuid not null references output_shell,
  title text not null check (length(title) between 1 and 200),
  -- One of the purposes of the agreement.
  purpose text not null check (app.is_plain_word(purpose)),
  goal text not null check (length(goal) between 3 and 1000),
  -- What the algorithm register asks and only people can say.
  proportionality text not null check (length(proportionality) between 3 and 1000),
  baseline text not null check (baseline in ('last value', 'seasonal naive', 'mean of 8', 'mean of 12', 'best naive')),
  -- Success: by how much the ranked probability score lies under that of the baseline, as a fraction.
  least_gain double precision not null check (least_gain >= 0 and least_gain < 1),
  -- Harm: most times over that attention may enlarge the reports, in a world in which so much attention does so much.
  most_amplification double precision not null check (most_amplification between 1 and 100),
  attention_share double precision not null check (attention_share > 0 and attention_share <= 0.5),
  attention_sensitivity double precision not null check (attention_sensitivity > 0 and attention_sensitivity <= 2),
  coverage_least double precision not null check (coverage_least > 0 and coverage_least <= 0.8),
  coverage_most double precision not null check (coverage_most >= 0.8 and coverage_most < 1),
  stops_after date not null,
  state text not null default 'draft' check (state in ('draft', 'fixed', 'tested', 'active', 'suspended', 'ended')),
  written_by uuid not null references person,
  written_at timestamptz not null,
  fixed_by uuid references person,
  fixed_at timestamptz,
  -- The first time, for the register; and who answers for it now.
  active_since timestamptz,
  activated_by uuid references person,
  activated_at timestamptz,
  -- The test that it was activated on: what later periods are held against.
  activated_run_id uuid,
  off_reason text check (off_reason in ('drifted', 'harmed', 'objected', 'unchecked', 'expired', 'stopped')),
  off_at timestamptz,
  off_by uuid references person,
  off_words text check (length(off_words) between 3 and 1000),
  unique (lab_id, id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  check ((state = 'draft' or (state = 'ended' and off_reason = 'stopped')) or (fixed_at is not null and fixed_by is not null)),
  check (state <> 'active' or (activated_by is not null and activated_at is not null and activated_run_id is not null and active_since is not null)),
  check ((state in ('suspended', 'ended')) = (off_reason is not null and off_at is not null))
);
create index on forecast_contract (lab_id, written_at desc);

-- A run under a contract: `test` is a back-test that somebody asked for, `check` what the worker does with every new picture while it is active.
create table forecast_test (
  run_id uuid primary key,
  lab_id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind in ('test', 'check')),
  snapshot_id uuid not null references snapshot,
  -- By the worker, when the run ended: figures fit to be seen, and all that exact figures say against it.
  concluded_at timestamptz,
  document jsonb,
  refusals text[] not null default '{}',
  foreign key (lab_id, run_id) references analysis_run (lab_id, id),
  foreign key (lab_id, contract_id) references forecast_contract (lab_id, id)
);
create index on forecast_test (lab_id, contract_id);
create unique index forecast_check_once on forecast_test (contract_id, snapshot_id) where kind = 'check';

-- That an organisation objects to a forecast: it is off from then on, and stays off while the objection stands.
create table forecast_objection (
  contract_id uuid not null,
  lab_id uuid not null,
  organisation_id uuid not null,
  words text not null check (length(words) between 3 and 1000),
  objected_by uuid not null references person,
  objected_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (contract_id, organisation_id),
  foreign key (lab_id, contract_id) references forecast_contract (lab_id, id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

alter table forecast_contract enable row level security, force row level security;
alter table forecast_test enable row level security, force row level security;
alter table forecast_objection enable row level security, force row level security;

-- Analysts write and test, the coordinator fixes, switches on and ends, who speaks for an organisation in step 4 objects.
create policy api_reads on forecast_contract for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_writes on forecast_contract for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and written_by = (select app.user_id()) and state = 'draft'
              and lab_id = any ((select app.labs_with_role('analyst'))::uuid[]));
create policy api_rewrites on forecast_contract for update to datalab_api
  using (state = 'draft' and lab_id = any ((select app.labs_with_role('analyst'))::uuid[]))
  with check (state = 'draft' and written_by = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('analyst'))::uuid[]));
create policy api_leads on forecast_contract for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (state in ('fixed', 'active', 'ended') and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_objects on forecast_contract for update to datalab_api
  using (state = 'active' and lab_id = any ((select app.labs_with_role('domain_expert', 'privacy_officer'))::uuid[]))
  with check (state = 'suspended' and off_reason = 'objected' and off_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert', 'privacy_officer'))::uuid[]));
create policy api_reads on forecast_test for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_tests on forecast_test for insert to datalab_api
  with check (kind = 'test' and concluded_at is null and lab_id = any ((select app.labs_with_role('analyst'))::uuid[]));
create policy api_reads on forecast_objection for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_objects on forecast_objection for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and objected_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert', 'privacy_officer'))::uuid[]));
create policy api_changes on forecast_objection for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('domain_expert', 'privacy_officer'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()));
create policy worker_lab on forecast_contract for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on forecast_test for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on forecast_objection for select to datalab_worker using (lab_id = app.lab_id());

grant select on forecast_contract, forecast_test, forecast_objection to datalab_api;
grant insert (id, lab_id, organisation_id, shell_id, title, purpose, goal, proportionality, baseline, least_gain, most_amplification, attention_share,
  attention_sensitivity, coverage_least, coverage_most, stops_after, written_by, written_at) on forecast_contract to datalab_api;
grant update (shell_id, title, purpose, goal, proportionality, baseline, least_gain, most_amplification, attention_share, attention_sensitivity,
  coverage_least, coverage_most, stops_after, organisation_id, written_by, written_at, state, fixed_by, fixed_at, active_since, activated_by,
  activated_at, activated_run_id, off_reason, off_at, off_by, off_words) on forecast_contract to datalab_api;
grant insert (run_id, lab_id, contract_id, kind, snapshot_id) on forecast_test to datalab_api;
grant insert on forecast_objection to datalab_api;
grant update (words, objected_by, objected_at, withdrawn_at) on forecast_objection to datalab_api;
grant select on forecast_contract, forecast_test, forecast_objection to datalab_worker;
grant update (state, off_reason, off_at, off_by, off_words) on forecast_contract to datalab_worker;
grant insert (run_id, lab_id, contract_id, kind, snapshot_id) on forecast_test to datalab_worker;
grant update (concluded_at, document, refusals) on forecast_test to datalab_worker;
-- The checks of active forecasts are runs that nobody asked for; they stand in the name of the analyst who had it tested.
grant insert (id, lab_id, organisation_id, snapshot_id, shell_id, shell_version, title, method, method_version, kind, params, seed, requested_by)
  on analysis_run to datalab_worker;

select app.wall_of_closed_labs('forecast_contract');
select app.wall_of_closed_labs('forecast_test');
select app.wall_of_closed_labs('forecast_objection');

-- What was fixed stays as it was, states follow the table of the domain, and nothing is switched on that its newest test speaks against.
create function app.forecast_contract_is_kept() returns trigger language plpgsql set search_path = ''
  as $$
  declare
    test record;
  begin
    if old.state <> 'draft' and
       (to_jsonb(new) - '{state,active_since,activated_by,activated_at,activated_run_id,off_reason,off_at,off_by,off_words}'::text[])
         is distinct from
       (to_jsonb(old) - '{state,active_since,activated_by,activated_at,activated_run_id,off_reason,off_at,off_by,off_words}'::text[]) then
      raise exception 'a forecast contract does not change once it is fixed' using errcode = 'check_violation';
    end if;
    if old.active_since is not null and new.active_since is distinct from old.active_since then
      raise exception 'since when a forecast was active does not change' using errcode = 'check_violation';
    end if;
    if new.state <> old.state and (old.state, new.state) not in (('draft', 'fixed'), ('draft', 'ended'), ('fixed', 'tested'), ('fixed', 'ended'),
         ('tested', 'active'), ('tested', 'ended'), ('active', 'suspended'), ('active', 'ended'), ('suspended', 'tested'), ('suspended', 'ended')) then
      raise exception 'a forecast that is % does not become %', old.state, new.state using errcode = 'check_violation';
    end if;
    if new.state = 'active' and old.state <> 'active' then
      select t.run_id, t.refusals, t.concluded_at into test from public.forecast_test t
        where t.contract_id = new.id and t.kind = 'test' and t.concluded_at is not null order by t.concluded_at desc, t.run_id desc limit 1;
      if test.run_id is null or test.run_id is distinct from new.activated_run_id or test.refusals <> '{}' or test.concluded_at < old.fixed_at
         or (new.activated_at at time zone 'UTC')::date > new.stops_after
         or exists (select from public.forecast_objection o where o.contract_id = new.id and o.withdrawn_at is null) then
        raise exception 'a forecast is switched on by a test that nothing speaks against' using errcode = 'check_violation';
      end if;
    end if;
    return new;
  end $$;
create trigger forecast_contract_is_kept before update on forecast_contract for each row execute function app.forecast_contract_is_kept();

-- Training comes after the contract.
create function app.forecast_is_tested_after_contract() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if not exists (select from public.forecast_contract c where c.id = new.contract_id and c.fixed_at is not null
                     and c.state = any (case when new.kind = 'check' then '{active}'::text[] else '{fixed,tested,suspended}'::text[] end)) then
      raise exception 'a forecast is tested after its contract was fixed' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger forecast_is_tested_after_contract before insert on forecast_test
  for each row execute function app.forecast_is_tested_after_contract();

-- What a contract's runs gave is handed in and given out only while the forecast is active.
create function app.only_active_forecasts_go_out() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.run_id is not null and new.state in ('submitted', 'approved', 'released')
       and (tg_op = 'INSERT' or new.state is distinct from old.state)
       and exists (select from public.forecast_test t join public.forecast_contract c on c.id = t.contract_id
                   where t.run_id = new.run_id and c.state <> 'active') then
      raise exception 'only an active forecast is given out' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger only_active_forecasts_go_out before insert or update on release
  for each row execute function app.only_active_forecasts_go_out();

-- What everybody may know: contracts that were ever active, with the figures of their newest test or check.
grant select (id, lab_id, title, goal, proportionality, baseline, least_gain, most_amplification, attention_share, attention_sensitivity,
  coverage_least, coverage_most, stops_after, fixed_at, state, active_since, off_reason, off_at) on forecast_contract to datalab_policy;
create policy policy_public on forecast_contract for select to datalab_policy using (active_since is not null);
grant select (run_id, lab_id, contract_id, concluded_at, document) on forecast_test to datalab_policy;
create policy policy_public on forecast_test for select to datalab_policy using (concluded_at is not null);
set local role datalab_policy;
create function app.public_forecasts(lab uuid)
  returns table (id uuid, title text, goal text, proportionality text, baseline text, least_gain double precision, most_amplification double precision,
                 attention_share double precision, attention_sensitivity double precision, coverage_least double precision,
                 coverage_most double precision, stops_after date, fixed_at timestamptz, state text, active_since timestamptz, off_reason text,
                 off_at timestamptz, tested_at timestamptz, test jsonb)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select c.id, c.title, c.goal, c.proportionality, c.baseline, c.least_gain, c.most_amplification, c.attention_share,
        c.attention_sensitivity, c.coverage_least, c.coverage_most, c.stops_after, c.fixed_at, c.state, c.active_since, c.off_reason, c.off_at,
        t.concluded_at, t.document
      from public.forecast_contract c
        left join lateral (select f.concluded_at, f.document from public.forecast_test f
                           where f.contract_id = c.id and f.document is not null order by f.concluded_at desc, f.run_id desc limit 1) t on true
      where c.lab_id = lab and lab in (select app.public_labs()) order by c.active_since desc;
  end $$;
reset role;
