-- 工作记录 and what is computed from it. A record is a chain of revisions; what stands is its last one.

-- One row a jurisdiction: who changes what occurrences are computed from locks it. All occurrences stand as of `evaluated_on`.
CREATE TABLE occurrence_clock (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  evaluated_on date NOT NULL
);

-- 工作记录, one row a revision. Nothing but `is_standing` is ever changed.
CREATE TABLE record_revision (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  is_standing boolean NOT NULL,
  register text COLLATE "C" NOT NULL,
  org_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  starts_at_noon boolean NOT NULL,
  ends_at_noon boolean NOT NULL,
  subjects jsonb NOT NULL,
  field_values jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'accepted', 'returned', 'voided')),
  note text NOT NULL,
  entered_at timestamptz NOT NULL,
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id, revision),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);
CREATE UNIQUE INDEX record_revision_standing ON record_revision (jurisdiction_id, register, to_day, id) WHERE is_standing;
CREATE UNIQUE INDEX record_revision_one_stands ON record_revision (jurisdiction_id, id) WHERE is_standing;
CREATE INDEX record_revision_org ON record_revision (jurisdiction_id, org_id, to_day);

-- 计数规则 of a commitment as a person confirmed it. `terms`: what it comes to; null while `open_codes` say what must be answered first,
-- or the commitment does not stand in the ledger.
CREATE TABLE counting (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL,
  terms jsonb,
  open_codes text[] NOT NULL,
  defined_by uuid NOT NULL,
  defined_by_name text NOT NULL,
  defined_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);

-- 人工计入 or 不计入, over the rule; of several about one record the last stands.
CREATE TABLE ruling (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  record_id uuid NOT NULL,
  counts boolean NOT NULL,
  reason text NOT NULL,
  ruled_at timestamptz NOT NULL,
  ruled_by uuid NOT NULL,
  ruled_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX ruling_commitment ON ruling (jurisdiction_id, commitment_id, ruled_at);
CREATE INDEX ruling_record ON ruling (jurisdiction_id, record_id);

-- 期次: kept, never entered; equal to a full evaluation as of the clock's day. `detail`: the occurrence as core made it, without its day;
-- the columns beside it are those that are looked for, sorted and summed.
CREATE TABLE occurrence (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_from date NOT NULL,
  period_to date,
  state text NOT NULL CHECK (state IN ('upcoming', 'open', 'met', 'short', 'missed', 'waived')),
  required numeric,
  actual numeric,
  owed numeric,
  pace numeric,
  latest_safe_day date,
  detail jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id, subject, period),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX occurrence_subject ON occurrence (jurisdiction_id, subject, period_to);
CREATE INDEX occurrence_unmet ON occurrence (jurisdiction_id, latest_safe_day) WHERE state IN ('open', 'short', 'missed');
