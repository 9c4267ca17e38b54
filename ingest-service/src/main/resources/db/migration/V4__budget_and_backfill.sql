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
