-- Latest revision of every record; also of users without a pipeline.
create table record (
    record_id uuid primary key,
    user_id uuid not null,
    record_type text not null,
    revision bigint not null,
    content_hash text not null,
    deleted boolean not null,
    started_at timestamptz,
    ended_at timestamptz,
    received_at timestamptz not null,
    -- The record in our JSON, Zstandard: readable without the registry, however old.
    content bytea not null,
    content_bytes integer not null
);
create index record_of_user on record (user_id, record_type, started_at);

create table pipeline (
    pipeline_id uuid primary key,
    user_id uuid not null,
    name text not null,
    enabled boolean not null,
    record_type text not null,
    include_earlier boolean not null,
    -- JSON: what each booster was configured with, in order.
    boosters text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index pipeline_of_user on pipeline (user_id, created_at);

create table target (
    target_id uuid primary key,
    pipeline_id uuid not null references pipeline on delete cascade,
    position integer not null,
    type text not null,
    -- JSON, without the secret.
    configuration text not null,
    -- AEAD, bound to target_id.
    secret bytea,
    disabled_at timestamptz,
    disabled_reason text
);
create index target_of_pipeline on target (pipeline_id, position);

-- No foreign keys to pipelines: the history outlives them.
create table run (
    run_id uuid primary key,
    pipeline_id uuid not null,
    user_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    revision bigint not null,
    title text,
    status text not null,
    reason text,
    -- JSON: what each booster did to this revision.
    boosts text not null,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    attempts integer not null,
    -- When the runner has work with it; null when it has none.
    due_at timestamptz,
    lease_owner text,
    lease_until timestamptz,
    -- Counts changes.
    version bigint not null
);
create index run_of_user on run (user_id, started_at desc, run_id desc);
create index run_of_record on run (record_id);
create index run_due on run (due_at) where due_at is not null;

-- Changes of runs that must still be published; a table of its own, so that publishing never locks
-- a run that somebody wants to claim.
create table announcement (
    run_id uuid primary key references run,
    version bigint not null,
    lease_until timestamptz
);

create table delivery (
    delivery_id uuid primary key,
    target_id uuid not null,
    target_type text not null,
    position integer not null,
    run_id uuid not null,
    record_id uuid not null,
    revision bigint not null,
    event text not null,
    state text not null,
    attempts integer not null,
    due_at timestamptz not null,
    lease_owner text,
    lease_until timestamptz,
    reason text,
    duration_milliseconds bigint,
    changed_at timestamptz not null
);
create index delivery_of_run on delivery (run_id, revision);
create index delivery_of_target_and_record on delivery (target_id, record_id, revision);
create index delivery_open on delivery (due_at) where state in ('DUE', 'LEASED');

-- What is sent; gone once the delivery has ended.
create table delivery_content (
    delivery_id uuid primary key references delivery on delete cascade,
    content bytea not null,
    content_bytes integer not null
);
