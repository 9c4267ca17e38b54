-- Times are instants; every decision gets the present time as a parameter, never from now().

-- One user's consent at one provider. Tokens are encrypted (Tink AEAD, bound to the id).
CREATE TABLE connection (
    id                    uuid PRIMARY KEY,
    user_id               uuid        NOT NULL,
    provider              text        NOT NULL,
    provider_user_id      text        NOT NULL,
    state                 text        NOT NULL,
    reason                text,
    granted_scopes        text        NOT NULL DEFAULT '',
    conditions            text        NOT NULL DEFAULT '[]',
    connected_at          timestamptz NOT NULL,
    changed_at            timestamptz NOT NULL,
    -- Counts states as others see them; published tells whether the newest one is on its topic.
    version               bigint      NOT NULL DEFAULT 1,
    published             boolean     NOT NULL DEFAULT false,
    publish_lease_until   timestamptz,
    access_token          bytea,
    refresh_token         bytea,
    access_expires_at     timestamptz,
    -- Counts token pairs; a refresh stores its pair only over the one it used.
    token_version         bigint      NOT NULL DEFAULT 1,
    refresh_claim         uuid,
    refresh_lease_until   timestamptz,
    -- A refresh was begun whose answer nobody has seen yet.
    refresh_unfinished    boolean     NOT NULL DEFAULT false,
    zone_history          text        NOT NULL DEFAULT '',
    profile_read_at       timestamptz,
    subscribed            boolean     NOT NULL DEFAULT false,
    -- A provider's account belongs to one connection, whoever tries.
    UNIQUE (provider, provider_user_id)
);
CREATE INDEX connection_of_user ON connection (user_id);
CREATE INDEX connection_unpublished ON connection (changed_at) WHERE NOT published;

-- A connect flow on its way: single use (deleted by whoever reads it) and short-lived.
CREATE TABLE authorization_attempt (
    state_hash            text PRIMARY KEY,
    provider              text        NOT NULL,
    user_id               uuid        NOT NULL,
    verifier              bytea       NOT NULL,
    expires_at            timestamptz NOT NULL
);
CREATE INDEX authorization_attempt_expiry ON authorization_attempt (expires_at);

-- What to ask next, and when: one row for each connection and kind of data.
CREATE TABLE due (
    id                    uuid PRIMARY KEY,
    connection_id         uuid        NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind                  text        NOT NULL,
    -- Null: rests until a notification or a new consent wakes it.
    due_at                timestamptz,
    -- Rate limit or failure: nothing is asked before, not even after a notification.
    not_before            timestamptz,
    -- Nothing older is ever read live.
    live_from             date        NOT NULL,
    -- All days before are read.
    watermark             date        NOT NULL,
    -- A notification named an older day.
    reread_from           date,
    -- Grows with each notification, so that one that comes during a pass is not lost.
    generation            bigint      NOT NULL DEFAULT 0,
    failures              int         NOT NULL DEFAULT 0,
    claim                 uuid,
    lease_until           timestamptz,
    UNIQUE (connection_id, kind)
);
CREATE INDEX due_next ON due (due_at) WHERE due_at IS NOT NULL;

-- The ledger: every thing seen at a provider, what is known of it and what has been told.
CREATE TABLE thing (
    id                    uuid PRIMARY KEY,
    connection_id         uuid        NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind                  text        NOT NULL,
    provider_id           text        NOT NULL,
    thing_key             text        NOT NULL,
    -- SHA-256 of the thing's own bytes as the provider listed it.
    listed_hash           text        NOT NULL,
    -- NOTED (to be read), WAITING (promised parts missing), READY (encoded, not acknowledged),
    -- PARTIAL (published with parts missing, still retried), SETTLED, REFUSED.
    state                 text        NOT NULL,
    reason                text,
    noted_at              timestamptz NOT NULL,
    attempts              int         NOT NULL DEFAULT 0,
    next_check_at         timestamptz,
    captured_at           timestamptz,
    published_hash        text,
    published_completeness text,
    -- Encoded payload between "decided" and "acknowledged": sent again byte for byte after a crash.
    pending_payload       bytea,
    pending_payload_id    uuid,
    pending_hash          text,
    pending_completeness  text,
    UNIQUE (connection_id, kind, provider_id)
);
CREATE INDEX thing_next_check ON thing (connection_id, next_check_at) WHERE next_check_at IS NOT NULL;

-- Latest answers of which a thing is made, kept while it waits and for the trailing days.
CREATE TABLE thing_part (
    id                    uuid PRIMARY KEY,
    thing_id              uuid        NOT NULL REFERENCES thing (id) ON DELETE CASCADE,
    kind                  text        NOT NULL,
    position              int         NOT NULL,
    -- Whether it holds all that was promised.
    whole                 boolean     NOT NULL,
    request_path          text        NOT NULL,
    first_local_date      date,
    last_local_date       date,
    status                int         NOT NULL,
    content_type          text,
    unit_system           text,
    captured_at           timestamptz NOT NULL,
    uncompressed_bytes    bigint      NOT NULL,
    zstd                  bytea       NOT NULL,
    UNIQUE (thing_id, kind, position)
);
CREATE INDEX thing_part_age ON thing_part (captured_at);
