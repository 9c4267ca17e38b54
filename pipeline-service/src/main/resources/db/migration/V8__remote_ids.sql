alter table delivery
    -- The id under which the target keeps it; null where it told none.
    add column remote_id text,
    -- By which it is known again if it comes back as another record; null for deletions, and for
    -- deliveries of earlier versions.
    add column user_id uuid,
    add column place uuid,
    add column started_at timestamptz,
    -- Null also where the duration is not known.
    add column ended_at timestamptz;
create index delivery_of_user_by_start on delivery (user_id, started_at)
    where user_id is not null;
create index delivery_of_user_by_remote_id on delivery (user_id, remote_id)
    where remote_id is not null;
