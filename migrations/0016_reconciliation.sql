-- 对账: a unit's own ledger held against the master ledger. The file stays in the file store; `rows`: as core read them.
CREATE TABLE reconciliation (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  rows jsonb NOT NULL,
  org_id uuid,
  as_of date,
  agreeing integer NOT NULL,
  taken_at timestamptz NOT NULL,
  taken_by uuid NOT NULL,
  taken_by_name text NOT NULL,
  signed_at timestamptz,
  signed_by_name text,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (num_nonnulls(signed_at, signed_by_name) IN (0, 2))
);
CREATE INDEX reconciliation_file ON reconciliation (jurisdiction_id, file_id);
CREATE INDEX reconciliation_org ON reconciliation (jurisdiction_id, org_id, taken_at);

-- What both sides do not agree on, and how a person settled it. Written anew by each comparison until it is signed.
CREATE TABLE reconciliation_difference (
  jurisdiction_id uuid NOT NULL,
  reconciliation_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('value', 'only-theirs', 'only-ours', 'twice')),
  row integer,
  cell text,
  commitment_id uuid,
  ref text NOT NULL,
  field text,
  ours text NOT NULL,
  theirs text NOT NULL,
  side text CHECK (side IN ('ours', 'theirs', 'neither')),
  note text,
  settled_by_name text,
  settled_at timestamptz,
  PRIMARY KEY (jurisdiction_id, reconciliation_id, key),
  FOREIGN KEY (jurisdiction_id, reconciliation_id) REFERENCES reconciliation (jurisdiction_id, id),
  CHECK (num_nonnulls(side, note, settled_by_name, settled_at) IN (0, 4))
);
-- the open differences of a commitment stand in the way of its closure
CREATE INDEX reconciliation_difference_open ON reconciliation_difference (jurisdiction_id, commitment_id) WHERE side IS NULL;
