-- People move from one provider to its successor: the connection that reads on in place of this one.
ALTER TABLE connection ADD COLUMN moved_to uuid;
-- Since when the state is what it is; conditions change without it.
ALTER TABLE connection ADD COLUMN state_since timestamptz NOT NULL DEFAULT 'epoch';
UPDATE connection SET state_since = CASE WHEN state = 'CONNECTED' THEN connected_at ELSE changed_at END;
CREATE INDEX connection_former_owner ON connection (provider, former_user_id) WHERE former_user_id IS NOT NULL;

-- Links by which one user may connect the successor without a login: single use and with an end. Only the secret's
-- SHA-256 is kept.
CREATE TABLE connect_invite (
    secret_hash           text PRIMARY KEY,
    -- The connection that is to be followed by another one of the same user.
    connection_id         uuid        NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    made_at               timestamptz NOT NULL,
    expires_at            timestamptz NOT NULL,
    used_at               timestamptz
);
CREATE INDEX connect_invite_connection ON connect_invite (connection_id);

-- The invite by which a flow was begun; null: by a login.
ALTER TABLE authorization_attempt ADD COLUMN invite_hash text;

-- When the thing took place, as its provider last listed it: how the same thing is known again at another provider.
-- Null for what is kept by date.
ALTER TABLE thing
    ADD COLUMN starts_at timestamptz,
    ADD COLUMN ends_at   timestamptz;
CREATE INDEX thing_start ON thing (connection_id, kind, starts_at) WHERE starts_at IS NOT NULL;
