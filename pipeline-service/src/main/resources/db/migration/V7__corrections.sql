-- What users say of their activities against the source; read with history, never sent.
create table correction (
    user_id uuid not null,
    record_id uuid not null,
    -- JSON: whether it counts, and what takes the place of its figures.
    correction text not null,
    -- Its best efforts are not those that are kept, but must be worked out for another type.
    reads_series boolean not null,
    changed_at timestamptz not null,
    primary key (user_id, record_id)
);

create table preference (
    user_id uuid primary key,
    -- Whose measurement counts where two devices measured one workout; null for no preference.
    preferred_provider text,
    changed_at timestamptz not null
);
