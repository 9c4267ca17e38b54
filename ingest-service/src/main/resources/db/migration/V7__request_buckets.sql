-- Quotas that come back evenly: one row for each connection that has asked in the last day, and one for the
-- project. No foreign key: the consent's own calls are counted before the connection is stored.
CREATE TABLE request_bucket (
    -- The connection's id, or 'project'.
    bucket                text PRIMARY KEY,
    -- When it is full if nobody asks; the past means that it is. How far that lies ahead says how much is spent.
    full_at               timestamptz NOT NULL,
    -- The provider has refused (429): nothing is asked before.
    refused_until         timestamptz
-- Every request writes its row without changing an index: with room in their page rows stay in it.
) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02);
