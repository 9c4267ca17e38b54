-- Ingest tells of its changes by a topic, at least once: what is there already is known by this.
alter table audit_entry add column act_id uuid not null default gen_random_uuid();
create unique index audit_entry_act on audit_entry (act_id);
