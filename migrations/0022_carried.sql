-- 上年结转: into which plan a commitment is carried over, by whom, and what it was due on; null: it is not.
ALTER TABLE commitment ADD COLUMN carried jsonb;
