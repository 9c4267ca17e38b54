-- What a user allowed us to do at a target's place.
create table target_grant (
    grant_id uuid primary key,
    user_id uuid not null,
    target_type text not null,
    state text not null,
    -- Why a new consent is needed.
    reason text,
    state_since timestamptz not null,
    -- Separated by blanks.
    scopes text not null,
    -- Who the user is there.
    remote_id text,
    remote_name text,
    -- AEAD, bound to grant_id; gone once they are of no use.
    access_token bytea,
    refresh_token bytea,
    access_expires_at timestamptz,
    -- Counts the pairs of tokens.
    token_version bigint not null,
    -- One refresh at a time.
    refresh_claim uuid,
    refresh_lease_until timestamptz,
    -- A refresh was begun and never came to an end: its pair may be lost.
    refresh_unfinished boolean not null,
    unique (user_id, target_type)
);
create index target_grant_of_remote on target_grant (target_type, remote_id);

-- Users who are on their way to a place and back.
create table grant_attempt (
    -- Hash of what only the browser and the place know together.
    key_hash text primary key,
    user_id uuid not null,
    target_type text not null,
    expires_at timestamptz not null
);
create index grant_attempt_expiry on grant_attempt (expires_at);
