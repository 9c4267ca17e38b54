-- Who changed what. Bodies, queries and health values are not here.
create table audit_entry (
    entry_id bigint generated always as identity primary key,
    at timestamptz not null,
    -- Null of somebody who has been erased, as is the name.
    actor_id uuid,
    actor_name text,
    -- Those that the login had, with blanks between.
    roles text not null,
    method text not null,
    -- As the API describes it, with {names} in the place of ids.
    path text not null,
    -- What stood in the place of the names, in their order, with blanks between.
    object_ids text not null,
    -- The one of them that is a user; null where none is.
    about_user_id uuid,
    -- Of the answer.
    status integer not null,
    -- session, basic, bearer.
    client text not null
);
create index audit_entry_of_actor on audit_entry (actor_id, entry_id desc) where actor_id is not null;
create index audit_entry_about on audit_entry (about_user_id) where about_user_id is not null;
create index audit_entry_by_age on audit_entry (at);

-- What an operator decided on a dead letter, once. The message itself stays in its topic until
-- retention ends; its time is part of the key, because a topic made anew counts from 0 again.
create table dead_letter_decision (
    topic text not null,
    topic_partition integer not null,
    record_offset bigint not null,
    record_at timestamptz not null,
    -- REDRIVEN, DISCARDED.
    decision text not null,
    -- In the operator's words; null for a redrive.
    reason text,
    -- Null of somebody who has been erased.
    decided_by uuid,
    decided_at timestamptz not null,
    -- When Kafka had it again; null until then. Of a process that died in between it stays null.
    done_at timestamptz,
    primary key (topic, topic_partition, record_offset, record_at)
);
create index dead_letter_decision_by on dead_letter_decision (decided_by) where decided_by is not null;

-- For operators, who look at all users at once.
create index delivery_exhausted on delivery (changed_at desc, delivery_id desc) where state = 'EXHAUSTED';
create index delivery_held on delivery (target_type) where state = 'DUE' and held;
create index counted_activity_by_time on counted_activity (counted_at);
