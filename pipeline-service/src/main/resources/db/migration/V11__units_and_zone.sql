alter table preference
    -- METRIC or IMPERIAL, for pages only; null is metric.
    add column units text,
    -- IANA name, for pages only; null is the zone that the user's latest data have.
    add column time_zone text;
