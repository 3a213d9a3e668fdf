-- 备份: what was backed up when, so that the program can say how old the last one is. Not part of a backup itself.
CREATE TABLE backup_run (
  id uuid PRIMARY KEY,
  place text NOT NULL,
  began_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  table_rows bigint NOT NULL CHECK (table_rows >= 0),
  file_count bigint NOT NULL CHECK (file_count >= 0),
  bytes bigint NOT NULL CHECK (bytes >= 0)
);
CREATE INDEX backup_run_ended ON backup_run (ended_at);
