alter table target
    -- Nothing goes there until its user has seen to it; what is planned waits.
    add column paused_at timestamptz,
    add column paused_reason text,
    -- The secret before this one, which holds until then. AEAD, bound to target_id.
    add column previous_secret bytea,
    add column previous_secret_until timestamptz;

alter table delivery
    -- In which they were planned.
    add column sequence bigint generated always as identity,
    -- Its target wants one after the other.
    add column in_order boolean not null default false,
    -- Its target is paused: left alone until that is over.
    add column held boolean not null default false,
    -- Attempts that take nothing from the schedule.
    add column uncounted integer not null default 0,
    -- What the next attempt must know of the last; null for nothing.
    add column progress text,
    -- On its way when a newer revision began: not tried again.
    add column overtaken boolean not null default false;

drop index delivery_open;
create index delivery_due on delivery (due_at) where state = 'DUE' and not held;
create index delivery_leased on delivery (lease_until) where state = 'LEASED';
create index delivery_open_in_order on delivery (target_id, sequence)
    where in_order and state in ('DUE', 'LEASED');
create index delivery_of_target_by_time on delivery (target_id, changed_at);
