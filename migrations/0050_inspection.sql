-- 督查检查清单模板: what an inspection looks at, kept to be used again. `items`: in their order; `pack_id`: which template of the pack it began as.
CREATE TABLE inspection_template (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL,
  words text NOT NULL,
  items jsonb NOT NULL,
  pack_id text COLLATE "C",
  is_retired boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);
CREATE UNIQUE INDEX inspection_template_pack ON inspection_template (jurisdiction_id, pack_id) WHERE pack_id IS NOT NULL;

-- 总量控制: so many inspections in a year, and so many of one unit; more needs a reason.
CREATE TABLE inspection_limit (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  year integer NOT NULL CHECK (year BETWEEN 1949 AND 2999),
  version integer NOT NULL CHECK (version >= 1),
  inspections integer NOT NULL CHECK (inspections BETWEEN 0 AND 1000),
  per_unit integer NOT NULL CHECK (per_unit BETWEEN 0 AND 1000),
  PRIMARY KEY (jurisdiction_id, year)
);

-- 督查: its plan is filed before it begins. `reason_over`: why beyond the limit; `draw_id`: of a sample; `mark`: that of the draw (as in record_mark): the inspection
-- is not there for who is not cleared for it; `summary`, `suggestions`: what its report says.
CREATE TABLE inspection (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('special', 'sample', 'interview')),
  state text COLLATE "C" NOT NULL CHECK (state IN ('draft', 'filed', 'running', 'ended', 'reported', 'cancelled')),
  title text NOT NULL,
  topic text NOT NULL,
  purpose text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  draw_id uuid,
  mark smallint NOT NULL DEFAULT 0 CHECK (mark BETWEEN 0 AND 3),
  reason_over text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  suggestions text NOT NULL DEFAULT '',
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  filed_at timestamptz,
  filed_by_name text,
  ended_at timestamptz,
  reported_at timestamptz,
  reported_by_name text,
  cancelled text,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, draw_id) REFERENCES draw (jurisdiction_id, id),
  CHECK (from_day <= to_day),
  CHECK ((kind = 'sample') = (draw_id IS NOT NULL)),
  CHECK (state IN ('draft', 'cancelled') OR filed_at IS NOT NULL)
);
CREATE INDEX inspection_days ON inspection (jurisdiction_id, from_day);
CREATE INDEX inspection_draw ON inspection (jurisdiction_id, draw_id);

-- Who leads it and who goes along.
CREATE TABLE inspection_member (
  jurisdiction_id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  account uuid NOT NULL,
  name text NOT NULL,
  leads boolean NOT NULL,
  PRIMARY KEY (jurisdiction_id, inspection_id, account),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);
CREATE UNIQUE INDEX inspection_member_leads ON inspection_member (jurisdiction_id, inspection_id) WHERE leads;
CREATE INDEX inspection_member_account ON inspection_member (jurisdiction_id, account);

-- What is visited: a unit, or in a sample one drawn item where it lies (`drawn`); with what is asked of the unit for it: people, and minutes of all of them together.
CREATE TABLE inspection_visit (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  org_id uuid NOT NULL,
  org_name text NOT NULL,
  drawn text COLLATE "C",
  from_day date NOT NULL,
  to_day date NOT NULL,
  people integer NOT NULL CHECK (people >= 0),
  minutes integer NOT NULL CHECK (minutes >= 0),
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (from_day <= to_day)
);
CREATE UNIQUE INDEX inspection_visit_ordinal ON inspection_visit (jurisdiction_id, inspection_id, ordinal);
CREATE INDEX inspection_visit_org ON inspection_visit (jurisdiction_id, org_id, from_day);

-- 检查清单: what is looked at. `commitments`: the promises of plans that it asks about.
CREATE TABLE inspection_item (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  words text NOT NULL,
  look_at text NOT NULL,
  commitments uuid[] NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id)
);
CREATE UNIQUE INDEX inspection_item_ordinal ON inspection_item (jurisdiction_id, inspection_id, ordinal);

-- What was seen of one item in one visit; the last stands, the journal keeps each.
CREATE TABLE inspection_answer (
  jurisdiction_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  item_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  answer text COLLATE "C" NOT NULL CHECK (answer IN ('met', 'unmet', 'not-applicable', 'to-verify')),
  note text NOT NULL,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, visit_id, item_id),
  FOREIGN KEY (jurisdiction_id, visit_id) REFERENCES inspection_visit (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES inspection_item (jurisdiction_id, id)
);

-- 访谈记录: what was said. Who said it is named only where they agreed (`speaker`).
CREATE TABLE inspection_talk (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  on_day date NOT NULL,
  people integer NOT NULL CHECK (people >= 1),
  words text NOT NULL,
  speaker text,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, visit_id) REFERENCES inspection_visit (jurisdiction_id, id)
);
CREATE INDEX inspection_talk_visit ON inspection_talk (jurisdiction_id, visit_id, at);

-- 督查发现的问题, of one unit, with what is demanded and by when. The columns after the version follow from its steps.
CREATE TABLE inspection_finding (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  inspection_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  item_id uuid,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  org_id uuid NOT NULL,
  org_name text NOT NULL,
  words text NOT NULL,
  demand text NOT NULL,
  due_on date NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('noted', 'raised', 'contested', 'reported', 'verified', 'failed', 'withdrawn')),
  returns integer NOT NULL DEFAULT 0 CHECK (returns >= 0),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, visit_id) REFERENCES inspection_visit (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES inspection_item (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id)
);
CREATE UNIQUE INDEX inspection_finding_ordinal ON inspection_finding (jurisdiction_id, inspection_id, ordinal);
CREATE INDEX inspection_finding_org ON inspection_finding (jurisdiction_id, org_id, state, due_on);
CREATE INDEX inspection_finding_state ON inspection_finding (jurisdiction_id, state, due_on);

-- What was done about it. Nothing of it is ever changed.
CREATE TABLE inspection_finding_step (
  jurisdiction_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('note', 'raise', 'contest', 'uphold', 'report', 'verify', 'fail', 'return', 'withdraw')),
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (jurisdiction_id, finding_id, ordinal),
  FOREIGN KEY (jurisdiction_id, finding_id) REFERENCES inspection_finding (jurisdiction_id, id)
);

-- 照片和材料: files of the evidence store, of an answer (`item_id`) or of a step of a finding (`finding_id`, `step`).
CREATE TABLE inspection_photo (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  item_id uuid,
  finding_id uuid,
  step integer,
  evidence_id uuid NOT NULL,
  name text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, inspection_id) REFERENCES inspection (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, visit_id) REFERENCES inspection_visit (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, item_id) REFERENCES inspection_item (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, finding_id) REFERENCES inspection_finding (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, evidence_id) REFERENCES evidence (jurisdiction_id, id),
  CHECK ((item_id IS NULL) <> (finding_id IS NULL)),
  CHECK ((finding_id IS NULL) = (step IS NULL))
);
CREATE INDEX inspection_photo_inspection ON inspection_photo (jurisdiction_id, inspection_id);
CREATE INDEX inspection_photo_evidence ON inspection_photo (jurisdiction_id, evidence_id);
