-- Tokens with which programs use the API in a user's name.
create table api_token (
    token_id uuid primary key,
    user_id uuid not null,
    name text not null,
    -- SHA-256 of the token: what can be guessed from it is nothing.
    token_hash bytea not null unique,
    -- Words with a blank between them.
    scopes text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- In UTC; to the day, so that a token is written once a day and not with each request.
    last_used_on date
);
create index api_token_of_user on api_token (user_id, created_at);

-- Somebody of the care team who has asked for a code once: the name that users see.
create table care_member (
    user_id uuid primary key,
    name text not null
);

-- What a member hands out so that users can name them.
create table care_code (
    code text primary key,
    user_id uuid not null,
    expires_at timestamptz not null
);
create index care_code_of_member on care_code (user_id, expires_at);

-- A user lets a member of the care team read what is kept of them.
create table share (
    share_id uuid primary key,
    -- Who shares.
    user_id uuid not null,
    -- Who reads.
    member_user_id uuid not null,
    -- How each is called by the other.
    member_name text not null,
    label text not null,
    -- The last day of it, in time_zone; ends_at is the end of that day, or when the user ended it.
    until date not null,
    time_zone text not null,
    ends_at timestamptz not null,
    shared_at timestamptz not null,
    unique (user_id, member_user_id)
);
create index share_with_member on share (member_user_id, ends_at);

-- How often a member looked, by the day in the share's zone.
create table sharing_look (
    share_id uuid not null references share on delete cascade,
    looked_on date not null,
    looks integer not null,
    primary key (share_id, looked_on)
);
