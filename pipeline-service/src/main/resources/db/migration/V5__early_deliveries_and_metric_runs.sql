-- Whether targets hear of a record while a booster waits, and of the rest when it is done.
alter table pipeline add column deliver_early boolean not null default false;

-- When a run that has ended goes its way once more even if nothing comes; null for most.
alter table run add column look_again_at timestamptz;
create index run_to_look_at on run (look_again_at) where look_again_at is not null;

-- Runs of metrics are kept for a few days.
create index run_of_metric on run (changed_at) where record_type <> 'activity';
