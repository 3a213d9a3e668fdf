-- 工作日与调休 of a year, one row a version; the last one stands. Nothing is ever changed, so that what was known earlier can be shown.
CREATE TABLE work_year (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  year integer NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  version integer NOT NULL CHECK (version >= 1),
  holidays jsonb NOT NULL,
  make_up_work_days jsonb NOT NULL,
  entered_at timestamptz NOT NULL,
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, year, version)
);

-- What a commitment's definition came to, from an instant on; `terms` null: it did not compute.
CREATE TABLE former_terms (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  known_from timestamptz NOT NULL,
  terms jsonb,
  PRIMARY KEY (jurisdiction_id, commitment_id, known_from),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
INSERT INTO former_terms (jurisdiction_id, commitment_id, known_from, terms)
SELECT jurisdiction_id, commitment_id, defined_at, terms FROM counting;
