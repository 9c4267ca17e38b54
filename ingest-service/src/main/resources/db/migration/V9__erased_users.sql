-- Connections of erased users, until everybody was told that nothing is left of them: the row of the
-- connection goes first, so that what is still to be told does not depend on it.
CREATE TABLE connection_tombstone (
    connection_id         uuid PRIMARY KEY,
    -- Told once at once, and once more when an older state can no longer be on its way.
    due_at                timestamptz NOT NULL,
    told                  int         NOT NULL DEFAULT 0
);
CREATE INDEX connection_tombstone_due ON connection_tombstone (due_at);
