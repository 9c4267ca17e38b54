-- What users have been given. A user without a row has the free tier; one row is also what the runs
-- of one user wait for while their activities are counted.
create table user_tier (
    user_id uuid primary key,
    tier text not null,
    -- By an operator; null if none ever did.
    changed_at timestamptz
);

-- Activities that went through while tiers were on, each once, however many pipelines, revisions and
-- passes it has.
create table counted_activity (
    record_id uuid primary key,
    user_id uuid not null,
    counted_at timestamptz not null
);
create index counted_activity_of_user on counted_activity (user_id, counted_at);
