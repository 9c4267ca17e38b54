-- How each connection is, as ingest last told on source.connections.v1.
create table connection (
    connection_id uuid primary key,
    user_id uuid not null,
    provider text not null,
    state text not null,
    -- For people; null when all is well.
    reason text,
    -- When this state began, as far as it was seen here.
    state_since timestamptz not null,
    -- When state, reason, scopes or conditions last changed, as ingest tells.
    changed_at timestamptz not null,
    -- The whole message, in our JSON.
    told jsonb not null
);
create index connection_of_user on connection (user_id);
