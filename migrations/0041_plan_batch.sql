-- 批量导入: many documents sent at once, each becoming an import of its own. `expected`: how many files the sender named; null: an archive that is not open yet.
-- `archive_file_id`: the archive while it is being unpacked; `error`: why it could not be; `left_out`: hidden files and links that were not taken.
CREATE TABLE plan_batch (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('receiving', 'unpacking', 'received', 'failed', 'cancelled')),
  expected integer CHECK (expected >= 0),
  left_out integer NOT NULL DEFAULT 0,
  archive_file_id uuid,
  error jsonb,
  started_at timestamptz NOT NULL,
  started_by uuid NOT NULL,
  started_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, archive_file_id) REFERENCES stored_file (jurisdiction_id, id)
);
CREATE INDEX plan_batch_archive ON plan_batch (jurisdiction_id, archive_file_id);
CREATE INDEX plan_batch_started ON plan_batch (jurisdiction_id, started_at);

-- One file of it, by its path as the sender named it. `import_id`: its import; `same_as`: the import that had the same bytes before; `error`: why it was not taken.
CREATE TABLE plan_batch_file (
  jurisdiction_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  path text COLLATE "C" NOT NULL,
  import_id uuid,
  same_as uuid,
  error jsonb,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, batch_id, path),
  FOREIGN KEY (jurisdiction_id, batch_id) REFERENCES plan_batch (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, import_id) REFERENCES plan_import (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, same_as) REFERENCES plan_import (jurisdiction_id, id),
  CHECK (num_nonnulls(import_id, same_as, error) = 1)
);
CREATE INDEX plan_batch_file_import ON plan_batch_file (jurisdiction_id, import_id);
CREATE INDEX plan_batch_file_same ON plan_batch_file (jurisdiction_id, same_as);
