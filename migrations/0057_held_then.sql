-- What is needed to tell how a past day was judged, and what it was judged by.

-- What each change of the thresholds of lights (`light`) and of a register (`register`, `row_key` its id) replaced. `before`: the row as it stood, null where there was
-- none and what the program or the pack brings held. What was changed before this table came is taken to have held always.
CREATE TABLE setting_change (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  part text COLLATE "C" NOT NULL CHECK (part IN ('light', 'register')),
  row_key text COLLATE "C" NOT NULL,
  changed_at timestamptz NOT NULL,
  before jsonb,
  PRIMARY KEY (jurisdiction_id, part, row_key, changed_at)
);

-- 锁定后更正 of a past day: the quarters (2026-1) that were reported before what counts was entered. Of today they are looked up.
ALTER TABLE ledger_standing ADD COLUMN corrected text[] NOT NULL DEFAULT '{}';

-- into which plan a commitment goes on
CREATE INDEX commitment_carried ON commitment (jurisdiction_id, (carried ->> 'into')) WHERE carried IS NOT NULL;
