-- The running service reads the lists and counts use. It can neither add a lab, an organisation, an issuer or a budget, nor take back an
-- audit row: that is the operator's, under the owner role.
revoke all on all tables in schema public from public;
grant usage on schema public to :service_role;
grant select on lab, lab_key, token_issuer, organisation, budget, schema_migration to :service_role;
grant select, insert, update on budget_use, budget_alarm to :service_role;
grant insert on evaluation_audit to :service_role;
