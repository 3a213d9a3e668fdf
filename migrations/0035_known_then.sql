-- What is needed to tell how lists stood on another day, and as they were known at an earlier instant.

-- What each change of a commitment and of its row in the ledger replaced. `is_new`: it was made then, there was nothing before. `commitment`, `entry`: the columns of
-- the two tables that changed, as they stood. What was changed before this table came is taken to have been known always.
CREATE TABLE commitment_change (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  is_new boolean NOT NULL,
  commitment jsonb NOT NULL,
  entry jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id, changed_at),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX commitment_change_at ON commitment_change (jurisdiction_id, changed_at);
INSERT INTO commitment_change (jurisdiction_id, commitment_id, changed_at, is_new, commitment, entry)
SELECT commitment.jurisdiction_id, commitment.id, plan.imported_at, true, '{}', '{}'
FROM commitment JOIN plan ON plan.jurisdiction_id = commitment.jurisdiction_id AND plan.id = commitment.plan_id;

-- the definition that terms came of, as the row stood; null: it was kept before this column came
ALTER TABLE former_terms ADD COLUMN counting jsonb;

-- The occurrences of a past day (ledger_edition). `detail`: of those alone that home and calendar show, what was begun and not met, or met in a period that ran.
CREATE TABLE past_occurrence (
  jurisdiction_id uuid NOT NULL,
  edition uuid NOT NULL,
  commitment_id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_from date NOT NULL,
  period_to date,
  state text NOT NULL CHECK (state IN ('upcoming', 'open', 'met', 'short', 'missed', 'waived')),
  latest_safe_day date,
  is_begun boolean NOT NULL,
  detail jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, edition, commitment_id, subject, period),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX past_occurrence_subject ON past_occurrence (jurisdiction_id, edition, subject);
CREATE INDEX past_occurrence_unmet ON past_occurrence (jurisdiction_id, edition, latest_safe_day) WHERE state IN ('open', 'short', 'missed');

-- what a register held before its records were revised
CREATE INDEX record_revision_former ON record_revision (jurisdiction_id, register, to_day, id) WHERE NOT is_standing;
