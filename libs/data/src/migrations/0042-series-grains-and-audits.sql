-- Grains are fixed when a picture is made, and what the audit of a picture found is kept with it. See ADR 0071.

-- Of which picture the closed year was looked at. The table was never written before.
alter table series_grain add column snapshot_id uuid not null references snapshot;
