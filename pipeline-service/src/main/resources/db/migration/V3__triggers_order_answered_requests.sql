-- JSON: the lists that narrow what starts a pipeline; an absent or empty one narrows nothing.
alter table pipeline add column trigger_lists text not null default '{}';

-- Place in its user's list, from 0; places may be missing or doubled, age decides between equals.
alter table pipeline add column position integer not null default 0;
update pipeline
set position = aged.place
from (
    select pipeline_id,
        row_number() over (partition by user_id order by created_at, pipeline_id) - 1 as place
    from pipeline
) aged
where aged.pipeline_id = pipeline.pipeline_id;
drop index pipeline_of_user;
create index pipeline_of_user on pipeline (user_id, position, created_at);

-- Requests that must not happen twice, with what they were answered; kept for a day.
create table answered_request (
    -- Made of the user and the key they chose.
    request_id uuid primary key,
    user_id uuid not null,
    -- SHA-256, hex, of the path and the body.
    content_hash text not null,
    -- AEAD, bound to request_id: an answer may show a secret we made. Null only inside the
    -- transaction that answers.
    answer bytea,
    answered_at timestamptz not null
);
create index answered_request_by_age on answered_request (answered_at);
