-- Imports of records from a sheet, and the numbers records have in the ledgers they came from.

-- 编号 of a record where it came from: the key by which it is found again.
CREATE TABLE record_number (
  jurisdiction_id uuid NOT NULL,
  register text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (jurisdiction_id, register, number)
);
CREATE UNIQUE INDEX record_number_record ON record_number (jurisdiction_id, record_id);

-- One sheet that was read. `cells`: its rows; gone once it is applied or cancelled. `asked`: how it is applied. `outcome`: what it did, or why it did nothing.
CREATE TABLE record_import (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  cells jsonb,
  register text COLLATE "C",
  asked jsonb,
  state text NOT NULL CHECK (state IN ('read', 'queued', 'applying', 'done', 'failed', 'cancelled')),
  done_rows integer NOT NULL,
  all_rows integer NOT NULL,
  outcome jsonb,
  started_by uuid NOT NULL,
  started_by_name text NOT NULL,
  started_by_post text NOT NULL,
  read_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE INDEX record_import_same ON record_import (jurisdiction_id, register, sha256) WHERE state = 'done';
CREATE INDEX record_import_unfinished ON record_import (jurisdiction_id, changed_at) WHERE state IN ('queued', 'applying');

-- What the columns of a register's sheets held the last time, by the words that head them.
CREATE TABLE record_import_columns (
  jurisdiction_id uuid NOT NULL,
  register text COLLATE "C" NOT NULL,
  columns jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, register)
);
