-- All kinds of data are due, not only activities.
ALTER TABLE due
    -- The devices' sync up to which the kind was read; the next window begins in its hour.
    ADD COLUMN read_until       timestamptz,
    -- Local date whose data are expected soon (a night that was told), and tries so far.
    ADD COLUMN awaited_date     date,
    ADD COLUMN awaited_attempts int         NOT NULL DEFAULT 0,
    ADD COLUMN last_success_at  timestamptz,
    -- Local date on which the trailing days were last read.
    ADD COLUMN trailing_read_on date,
    -- Older local dates to be read whole, separated by blanks.
    ADD COLUMN reread_dates     text        NOT NULL DEFAULT '',
    -- Notifications have used up their right to be followed at once until then (see Bells).
    ADD COLUMN bells_until      timestamptz,
    -- Generation of the notifications that the last reading answered.
    ADD COLUMN generation_read  bigint      NOT NULL DEFAULT 0,
    -- Zone history with which it was last read; empty: never.
    ADD COLUMN zones            text        NOT NULL DEFAULT '',
    -- FINE, COARSE (the finest detail is refused) or NONE (any detail is).
    ADD COLUMN detail           text        NOT NULL DEFAULT 'FINE';

INSERT INTO due (id, connection_id, kind, due_at, live_from, watermark)
SELECT gen_random_uuid(), row.connection_id, kinds.kind, row.due_at, row.live_from, row.live_from
FROM due row
CROSS JOIN (VALUES ('heart-rate'), ('heart-rate-variability'), ('steps'), ('respiratory-rate'),
                   ('oxygen-saturation'), ('sleep'), ('daily-summary')) AS kinds (kind)
WHERE row.kind = 'activity';

ALTER TABLE thing
    -- Date under which the provider has it; null: not known (noted by an earlier version).
    ADD COLUMN local_date    date,
    -- A complete reading did not show it any more.
    ADD COLUMN missing_since timestamptz,
    -- Topic it goes to: LIVE or BACKFILL.
    ADD COLUMN route         text NOT NULL DEFAULT 'LIVE',
    -- Zone with which its local times were last told; empty: none.
    ADD COLUMN zone          text NOT NULL DEFAULT '';
CREATE INDEX thing_date ON thing (connection_id, kind, local_date);

-- SHA-256 of the body, so that comparing loads no bodies.
ALTER TABLE thing_part ADD COLUMN body_hash text NOT NULL DEFAULT '';
