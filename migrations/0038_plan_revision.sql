-- 新版本: a document that is to be the next revision of a plan, held against the one before; kept as data, applied once a person confirms.
CREATE TABLE plan_revision (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  -- the revision of the plan's document it was compared with
  base integer NOT NULL CHECK (base >= 1),
  state text NOT NULL CHECK (state IN ('open', 'applied', 'withdrawn', 'superseded')),
  file_id uuid,
  file_name text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  blocks jsonb NOT NULL,
  revisions jsonb NOT NULL,
  draft jsonb NOT NULL,
  comparison jsonb NOT NULL,
  compared_at timestamptz NOT NULL,
  compared_by uuid NOT NULL,
  compared_by_name text NOT NULL,
  settled_at timestamptz,
  settled_by_name text,
  -- what was confirmed, and as which revision it stands now
  confirmed text[],
  revision integer,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id),
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((state = 'applied') = (revision IS NOT NULL))
);
CREATE INDEX plan_revision_of_plan ON plan_revision (jurisdiction_id, plan_id, compared_at);

-- a clause that stands in no later revision than this one's predecessor; what was done about it still names it
ALTER TABLE clause ADD COLUMN gone_from integer;
-- what a commitment quotes from an earlier revision
ALTER TABLE commitment ADD COLUMN cited jsonb;
