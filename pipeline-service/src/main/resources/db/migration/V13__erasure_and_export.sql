-- What a user asked for about everything that is theirs: to be erased, and to be handed out.

-- A user who asked to be erased, until that is done; then only erased_user is left.
create table erasure (
    erasure_id uuid primary key,
    user_id uuid not null unique,
    -- ASKED (not confirmed yet), SWEEPING, SETTLING (what was under way may still write), LAST.
    state text not null,
    -- The word that confirms it.
    confirmation text not null,
    asked_at timestamptz not null,
    confirm_until timestamptz not null,
    confirmed_at timestamptz,
    -- When there is work with it; null before it is confirmed.
    due_at timestamptz,
    lease_owner text,
    lease_until timestamptz
);
create index erasure_due on erasure (due_at) where due_at is not null;

-- All that is kept of an erased user: what was captured until then is not taken any more.
create table erased_user (
    user_id uuid primary key,
    erased_at timestamptz not null,
    -- When nothing of them was left in this database; null while it is being done.
    gone_at timestamptz
);

create table export (
    export_id uuid primary key,
    user_id uuid not null,
    -- RUNNING, READY, FAILED.
    state text not null,
    reason text,
    asked_at timestamptz not null,
    -- Rows written so far and in all; in all is 0 until they are counted.
    done bigint not null,
    total bigint not null,
    -- Of the file; null until it is ready.
    file_bytes bigint,
    -- When the file goes; null until it is ready or has failed.
    expires_at timestamptz,
    lease_owner text,
    lease_until timestamptz
);
create unique index export_under_way on export (user_id) where state = 'RUNNING';
create index export_of_user on export (user_id, asked_at);
create index export_by_expiry on export (expires_at) where expires_at is not null;
