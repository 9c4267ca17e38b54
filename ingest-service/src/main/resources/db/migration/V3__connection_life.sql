-- The user's local dates that may be read; null is no limit.
ALTER TABLE connection ADD COLUMN study_first date;
ALTER TABLE connection ADD COLUMN study_last date;

-- Paired devices as last read: a JSON list.
ALTER TABLE connection ADD COLUMN devices text NOT NULL DEFAULT '[]';
ALTER TABLE connection ADD COLUMN devices_read_at timestamptz;

-- When the provider's list of our subscriptions was last compared with what we want.
ALTER TABLE connection ADD COLUMN subscriptions_checked_at timestamptz;

-- How fresh the kinds are changes with every pass. It is told with every state, and else when its time
-- has come: tell_at is told_at plus a pause, null when nothing is new.
ALTER TABLE connection ADD COLUMN told_at timestamptz;
ALTER TABLE connection ADD COLUMN tell_at timestamptz;
CREATE INDEX connection_to_tell ON connection (tell_at) WHERE tell_at IS NOT NULL;

-- The user had the data erased; a pass that was under way may have left some.
ALTER TABLE connection ADD COLUMN erased_at timestamptz;

-- When the provider last gave what was asked for this kind.
ALTER TABLE due ADD COLUMN IF NOT EXISTS last_success_at timestamptz;
