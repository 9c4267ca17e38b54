alter table run
    -- After the boosters; null for runs of earlier versions.
    add column activity_type text,
    -- Of the record that the run began with; null for runs of earlier versions.
    add column content_hash text,
    -- How often this revision was sent through again on request.
    add column pass integer not null default 0,
    -- What the request under way is limited to: target ids with commas between; empty is all targets.
    add column only_targets text not null default '',
    -- The request under way sends even what targets have already.
    add column resend boolean not null default false,
    -- By its user; nothing but a request or a deletion begins it again.
    add column called_off boolean not null default false;

-- Every page is one range of it, whatever else is asked: a user has some thousand runs of a type.
drop index run_of_user;
create index run_of_user on run (user_id, record_type, started_at desc, run_id desc);

alter table delivery
    -- The latest pass of its run that it belongs to.
    add column pass integer not null default 0,
    -- What it says, without times; null for deliveries of earlier versions.
    add column fingerprint text,
    -- On its way when its run was cancelled: not tried again.
    add column called_off boolean not null default false,
    -- JSON: the attempts that have ended, the latest 50.
    add column attempt_log text not null default '[]';
