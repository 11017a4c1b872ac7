-- The sources and the key holders of a lab that was founded on the screen: each organisation's steward adds its own source, the coordinator registers
-- who holds the lab's key. See ADR 0079.

-- For what a source was promised, by the closed list of purposes (libs/domain/src/agreement/purpose.ts). Null: the operator wrote it in words, and
-- the agreement alone says for what it is used.
alter table dataset add column purposes text[] check (cardinality(purposes) > 0 and purposes <@ array[
  'understand_nuisance', 'deploy_people_and_means', 'evaluate_measures', 'improve_registration', 'fit_support_to_need', 'scientific_research']);
grant insert (purposes), update (purposes) on dataset to datalab_operator;

-- What people add, they add to a lab of which the data are real: a rehearsal has only what the worker invented.
create function app.is_rehearsal(lab uuid) returns boolean language sql stable set search_path = ''
  as $$ select exists (select from public.lab l where l.id = lab and l.is_rehearsal) $$;
revoke all on function app.is_rehearsal(uuid) from public;
grant execute on function app.is_rehearsal(uuid) to datalab_api;

create policy api_adds on dataset for insert to datalab_api
  with check (organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[])
              and not app.is_rehearsal(lab_id));
grant insert (id, lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, purposes, retention_months, is_open)
  on dataset to datalab_api;
create policy nothing_real_in_rehearsal on load as restrictive for insert to datalab_api with check (not app.is_rehearsal(lab_id));

-- Whether keys were made in a lab: from then on a holder more would be another key, and old and new deliveries could not be laid together.
grant select (lab_id) on source_key to datalab_policy;
create policy policy_reads on source_key for select to datalab_policy using (true);
set local role datalab_policy;
create function app.keys_in_use(lab uuid) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.source_key s where s.lab_id = lab and s.lab_id = any ((select app.my_labs())::uuid[])) $$;
revoke all on function app.keys_in_use(uuid) from public;
grant execute on function app.keys_in_use(uuid) to datalab_api;
reset role;

create policy api_registers on key_holder for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]) and not app.keys_in_use(lab_id));
create policy api_moves on key_holder for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
grant insert (lab_id, holder_id, url, suite, context, public_key, possession) on key_holder to datalab_api;
-- By grant: where a holder answers may change, its key may not.
grant update (url) on key_holder to datalab_api;
select app.wall_of_closed_labs('key_holder');
