-- Whether targets hear of a record while a booster waits, and of the rest when it is done.
alter table pipeline add column deliver_early boolean not null default false;
