-- 个人登记: records about single persons. What they hold ends on its day; what was done with them stays in the journal.

-- What journal entries about such records leave out: they hold its commitment (SM3 over salt and content) instead, so that it can be erased and every proof stands.
CREATE TABLE personal_payload (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  commitment text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  salt text COLLATE "C" NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment)
);
CREATE INDEX personal_payload_record ON personal_payload (jurisdiction_id, record_id);

-- 到期清除: what a record held about its person was erased then.
ALTER TABLE record_revision ADD COLUMN erased_at timestamptz;

-- 异议: what the person says of what is held about them; it stands beside the record until that is erased.
CREATE TABLE objection (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  record_id uuid NOT NULL,
  person_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) > 0),
  made_at timestamptz NOT NULL,
  answer text,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id),
  CHECK (num_nonnulls(answer, answered_by, answered_by_name, answered_at) IN (0, 4))
);
CREATE INDEX objection_record ON objection (jurisdiction_id, record_id);
