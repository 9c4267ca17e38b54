-- When the provider ends the consent by itself, for example seven days after it at an application in testing.
ALTER TABLE connection ADD COLUMN consent_ends_at timestamptz;
-- Fresh access tokens that the provider refused, one after the other: some mean a consent taken back.
ALTER TABLE connection ADD COLUMN refused_tokens int NOT NULL DEFAULT 0;
ALTER TABLE connection ADD COLUMN token_refused_at timestamptz;
-- The id that the same person had at the provider this one succeeds.
ALTER TABLE connection ADD COLUMN former_user_id text;
