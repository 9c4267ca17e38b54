-- Of dated records and sleeps; null for activities.
alter table record add column local_date date;

-- JSON: what is remembered of an activity without its series; null for metrics, and for activities
-- of earlier versions, of which it is worked out when it is asked for.
alter table record add column figures text;

create index record_of_date on record (user_id, record_type, local_date) where local_date is not null;

alter table run
    -- JSON, Zstandard: the activity as it came to the first booster that would do better with data
    -- that had not come; null if none would.
    add column waypoint bytea,
    add column waypoint_bytes integer,
    -- The time those data are of.
    add column awaits_from timestamptz,
    add column awaits_to timestamptz;
create index run_that_awaits on run (user_id, awaits_from) where awaits_from is not null;
