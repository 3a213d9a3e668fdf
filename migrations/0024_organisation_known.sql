-- What each change of the organisation replaced, row by row, so that it can be told how it was known at an earlier instant. `before`: the row as it stood, null where
-- there was none. What was changed before this table came is taken to have been known always.
CREATE TABLE organisation_change (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  part text COLLATE "C" NOT NULL CHECK (part IN ('orgs', 'terms', 'people', 'posts', 'holdings', 'groups', 'memberships', 'relations')),
  row_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  before jsonb,
  PRIMARY KEY (jurisdiction_id, part, row_id, changed_at)
);
CREATE INDEX organisation_change_at ON organisation_change (jurisdiction_id, changed_at);
