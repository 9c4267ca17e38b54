-- Why nothing is asked before not_before; for people.
ALTER TABLE due ADD COLUMN postponed_reason text;
