-- How much a connection may still ask in the provider's present window: one row for each connection that has
-- asked in the last day. No foreign key: the consent's own calls are counted before the connection is stored.
CREATE TABLE rate_budget (
    connection_id         uuid PRIMARY KEY,
    -- Requests in one window, as the provider's headers tell.
    allowance             int         NOT NULL,
    -- The window is the hour before; a margin later the next one has begun.
    resets_at             timestamptz NOT NULL,
    -- Our own count in this window.
    used                  int         NOT NULL DEFAULT 0,
    -- Those of them so close to the end that a provider whose clock differs counts them in the next window.
    near_end              int         NOT NULL DEFAULT 0,
    -- What the provider had counted when our own count was seen_at: newest view, headers lag.
    seen_used             int         NOT NULL DEFAULT 0,
    seen_at               int         NOT NULL DEFAULT 0,
    -- The provider has refused (429): nothing is asked before.
    limited_until         timestamptz
);

-- Claiming writes rows without changing an index: with room in their page they stay in it, and no index grows.
-- Every row is written several times an hour, so what is dead goes soon.
ALTER TABLE due SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02);

-- The reading of a connection's history: the newest one asked for.
CREATE TABLE backfill (
    connection_id         uuid PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
    -- RUNNING, STOPPED, DONE, FAILED.
    state                 text        NOT NULL,
    -- Why it waits, stopped or failed, for people; null while it goes on.
    reason                text,
    first_date            date        NOT NULL,
    last_date             date        NOT NULL,
    -- Whether first_date is no earlier than the user's first day at the provider.
    bounded               boolean     NOT NULL DEFAULT false,
    requests_spent        int         NOT NULL DEFAULT 0,
    failures              int         NOT NULL DEFAULT 0,
    -- When to go on; null: when the user has consented again.
    next_at               timestamptz,
    changed_at            timestamptz NOT NULL,
    claim                 uuid,
    lease_until           timestamptz
);
CREATE INDEX backfill_next ON backfill (next_at) WHERE state = 'RUNNING';

-- Its kinds of data, each read from the newest date to the oldest.
CREATE TABLE backfill_kind (
    connection_id         uuid        NOT NULL REFERENCES backfill (connection_id) ON DELETE CASCADE,
    kind                  text        NOT NULL,
    -- Newest date that is not read; before the range's first date when all are.
    next_date             date        NOT NULL,
    -- Why the kind is left out; null if it is not.
    refused               text,
    PRIMARY KEY (connection_id, kind)
);

-- Requests of source.requests.v1 that were followed: a repetition changes nothing.
CREATE TABLE followed_request (
    request_id            text PRIMARY KEY,
    followed_at           timestamptz NOT NULL
);
CREATE INDEX followed_request_age ON followed_request (followed_at);
