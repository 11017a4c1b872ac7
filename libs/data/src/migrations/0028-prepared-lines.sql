-- What the picture prepared for everybody, and has not left yet: so that a release of it can be held against the ledger without building it anew.
alter table ledger_entry drop constraint ledger_entry_kind_check;
alter table ledger_entry add constraint ledger_entry_kind_check check (kind in ('picture', 'prepared', 'release'));
-- A cell that was frozen keeps the line of the snapshot of which it was published; a release gives such lines beside new ones.
alter table ledger_line add column snapshot_id uuid not null references snapshot;
alter table ledger_line drop constraint ledger_line_pkey;
alter table ledger_line add primary key (entry_id, snapshot_id, dataset_id, level, grain, period, category);
