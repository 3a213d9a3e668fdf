-- What makes a write cheap however much there is: who looks at a register, whose a record may be, and credits apart from their occurrence.

-- What the occurrences of a commitment follow from: records of a register (`register:<id>`) of one party only (`subject`, as core writes it) or of anyone (''),
-- and other commitments its rules refer to (`commitment:<id>`), directly or not.
CREATE TABLE counting_watch (
  jurisdiction_id uuid NOT NULL,
  watched text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  commitment_id uuid NOT NULL,
  PRIMARY KEY (jurisdiction_id, watched, subject, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES counting (jurisdiction_id, commitment_id) ON DELETE CASCADE
);
CREATE INDEX counting_watch_commitment ON counting_watch (jurisdiction_id, commitment_id);

-- The day the occurrences of one commitment stand as of: the clock's of its jurisdiction, or later while days are being brought forward. Without a row, or null:
-- they are worked out anew before anything relies on them.
CREATE TABLE counting_clock (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  evaluated_on date,
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES counting (jurisdiction_id, commitment_id) ON DELETE CASCADE
);

-- The people, posts and orgs a standing record says did it, and the records it names; never roles or orgs above, which change with the roster.
CREATE TABLE record_party (
  jurisdiction_id uuid NOT NULL,
  register text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  to_day date NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (jurisdiction_id, register, party, to_day, record_id)
);

-- 计入: a record held against an occurrence, with what it adds and why. `ordinal`: 0, unless one part holds a record more than once.
CREATE TABLE credit (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  part text COLLATE "C" NOT NULL CHECK (part IN ('whole', 'numerator', 'denominator', 'base')),
  ordinal integer NOT NULL,
  revision integer NOT NULL,
  counts boolean NOT NULL,
  quantity numeric NOT NULL,
  on_day date NOT NULL,
  reason text COLLATE "C" NOT NULL,
  params jsonb,
  PRIMARY KEY (jurisdiction_id, commitment_id, subject, period, record_id, part, ordinal),
  FOREIGN KEY (jurisdiction_id, commitment_id, subject, period)
    REFERENCES occurrence (jurisdiction_id, commitment_id, subject, period) ON DELETE CASCADE
);
CREATE INDEX credit_record ON credit (jurisdiction_id, record_id);

-- whether some record counts in it; what a change is measured against does not begin it
ALTER TABLE occurrence ADD COLUMN is_begun boolean NOT NULL DEFAULT false;

INSERT INTO record_party (jurisdiction_id, register, party, to_day, record_id)
SELECT r.jurisdiction_id, r.register, party.key, r.to_day, r.id
FROM record_revision AS r
CROSS JOIN LATERAL (
  SELECT (s ->> 'kind') || ':' || (s ->> 'id') AS key FROM jsonb_array_elements(r.subjects) AS s
  UNION
  SELECT 'org:' || r.org_id WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(r.subjects) AS s WHERE s ->> 'kind' = 'org')
  UNION
  SELECT 'record:' || (v.value #>> '{}') FROM jsonb_each(r.field_values) AS v
  WHERE jsonb_typeof(v.value) = 'string' AND length(v.value #>> '{}') = 36
) AS party
WHERE r.is_standing;

-- everything is worked out anew at the first write or the next start: explanations move from `detail` to `credit`
DELETE FROM occurrence;
UPDATE occurrence_clock SET evaluated_on = '1990-01-01';
