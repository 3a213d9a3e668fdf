-- 佐证材料: bytes by content, and what they are evidence of. Nothing of it is overwritten; a link that ended stays with the reason.

-- `kind`: by its bytes. `dated_on`: its own day, as the photo says or a person; when it was uploaded stands beside it.
CREATE TABLE evidence (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  file_id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kind text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  dated_on date,
  dated_by text NOT NULL CHECK (dated_by IN ('photo', 'person', 'nobody')),
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id),
  CHECK ((dated_by = 'nobody') = (dated_on IS NULL))
);
CREATE UNIQUE INDEX evidence_content ON evidence (jurisdiction_id, sha256);
CREATE INDEX evidence_file ON evidence (jurisdiction_id, file_id);

-- `subject_kind`: so far a record.
CREATE TABLE evidence_link (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('record')),
  subject_id uuid NOT NULL,
  linked_by uuid NOT NULL,
  linked_by_name text NOT NULL,
  linked_at timestamptz NOT NULL,
  unlinked_by uuid,
  unlinked_by_name text,
  unlinked_at timestamptz,
  unlink_reason text,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, evidence_id) REFERENCES evidence (jurisdiction_id, id),
  CHECK ((unlinked_at IS NULL) = (unlink_reason IS NULL))
);
CREATE UNIQUE INDEX evidence_link_standing ON evidence_link (jurisdiction_id, subject_kind, subject_id, evidence_id) WHERE unlinked_at IS NULL;
CREATE INDEX evidence_link_subject ON evidence_link (jurisdiction_id, subject_kind, subject_id, linked_at);
CREATE INDEX evidence_link_evidence ON evidence_link (jurisdiction_id, evidence_id);
