-- 当前进度 of each commitment, worked out from its occurrences and from nothing else, in the same transaction. `edition`: zeros for what stands as of the
-- clock's day; else a past day that somebody asked for (ledger_edition). Beside ledger_entry, whose indexes a daily change would rewrite.
CREATE TABLE ledger_standing (
  jurisdiction_id uuid NOT NULL,
  edition uuid NOT NULL,
  commitment_id uuid NOT NULL,
  light text COLLATE "C" NOT NULL,
  per text COLLATE "C" NOT NULL,
  subjects integer NOT NULL,
  met integer NOT NULL,
  required numeric,
  actual numeric,
  unit text COLLATE "C" NOT NULL,
  owed numeric,
  pace numeric,
  progress numeric,
  latest_safe_day date,
  period_from date NOT NULL,
  period_to date,
  arrears integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, edition, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
) WITH (fillfactor = 80);

-- The ledger as it stood on a day, as it was known at an instant (null: now), kept while nothing it follows from has changed (`mark`: the last entry of the
-- journal it has seen) and somebody looks at it.
CREATE TABLE ledger_edition (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  as_of date NOT NULL,
  known_at timestamptz,
  mark uuid,
  state text NOT NULL CHECK (state IN ('working', 'done', 'failed')),
  progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX ledger_edition_day ON ledger_edition (jurisdiction_id, as_of, asked_at);

-- When lights change, where the office has said so. One row a jurisdiction.
CREATE TABLE light_setting (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version >= 1),
  thresholds jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL
);

-- Views of the ledger that a person has kept under a name: filters, order, columns.
CREATE TABLE ledger_saved_view (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  seen jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, account_id, name)
);
