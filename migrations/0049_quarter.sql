-- 对账确认: a unit confirmed its sub-ledger of a quarter. Nothing of it is ever changed; who confirms again adds another.
CREATE TABLE submission (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  year integer NOT NULL,
  quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  row_count integer NOT NULL CHECK (row_count >= 1),
  done_count integer NOT NULL CHECK (done_count BETWEEN 0 AND row_count),
  digest text NOT NULL,
  confirmed_at timestamptz NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id)
);
CREATE INDEX submission_quarter ON submission (jurisdiction_id, year, quarter, org_id, confirmed_at DESC);

-- What the office writes for a quarter's report, until it is issued and after.
CREATE TABLE quarter_report_words (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  year integer NOT NULL,
  quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  version integer NOT NULL CHECK (version >= 1),
  words jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, year, quarter)
);

-- 季度报告: issued with the lock of its quarter. `content`: what was reported, canonical; `digest`: SM3 of it. The two files stay in the file store.
CREATE TABLE quarter_report (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  lock_id uuid NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL,
  report_file_id uuid NOT NULL,
  ledger_file_id uuid NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid NOT NULL,
  issued_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, lock_id) REFERENCES period_lock (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, report_file_id) REFERENCES stored_file (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, ledger_file_id) REFERENCES stored_file (jurisdiction_id, id)
);
CREATE INDEX quarter_report_lock ON quarter_report (jurisdiction_id, lock_id, issued_at DESC);
