-- The user's local dates that may be read; null is no limit.
ALTER TABLE connection ADD COLUMN study_first date;
ALTER TABLE connection ADD COLUMN study_last date;
