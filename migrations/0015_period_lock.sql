-- 季度锁定: a reported quarter. Never deleted: taking it back fills the last three columns.
CREATE TABLE period_lock (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  year integer NOT NULL,
  quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  locked_at timestamptz NOT NULL,
  locked_by uuid NOT NULL,
  locked_by_name text NOT NULL,
  unlocked_at timestamptz,
  unlocked_by_name text,
  unlock_reason text,
  PRIMARY KEY (jurisdiction_id, id),
  CHECK (num_nonnulls(unlocked_at, unlocked_by_name, unlock_reason) IN (0, 3))
);
CREATE UNIQUE INDEX period_lock_standing ON period_lock (jurisdiction_id, year, quarter) WHERE unlocked_at IS NULL;
-- what was entered after a lock is looked for by when it was entered
CREATE INDEX record_revision_entered ON record_revision (jurisdiction_id, entered_at);
