-- 督察发现问题整改: of each year one plan whose commitments come from findings and not from a document. It has a document without a file: its title alone.
ALTER TABLE plan ADD COLUMN findings_year integer CHECK (findings_year BETWEEN 1949 AND 2999);
CREATE UNIQUE INDEX plan_findings_year ON plan (jurisdiction_id, findings_year) WHERE findings_year IS NOT NULL;
ALTER TABLE plan_document ALTER COLUMN file_id DROP NOT NULL;

-- Whence a commitment came that no clause of a document says; null: from a clause.
ALTER TABLE commitment ADD COLUMN source jsonb;

-- What a finding of an inspection led to: it became a commitment, or opened again one that was closed (`closure_id`, `step`). Its state follows that closure.
CREATE TABLE finding_consequence (
  jurisdiction_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('commitment', 'reopening')),
  commitment_id uuid NOT NULL,
  stage text COLLATE "C" NOT NULL,
  closure_id uuid,
  step integer,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, finding_id),
  FOREIGN KEY (jurisdiction_id, finding_id) REFERENCES inspection_finding (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, closure_id) REFERENCES closure (jurisdiction_id, id),
  CHECK ((kind = 'reopening') = (closure_id IS NOT NULL)),
  CHECK ((closure_id IS NULL) = (step IS NULL))
);
CREATE INDEX finding_consequence_commitment ON finding_consequence (jurisdiction_id, commitment_id, stage);
CREATE INDEX finding_consequence_closure ON finding_consequence (jurisdiction_id, closure_id);

-- 举一反三: what was found in one place is looked for in others. `source`: the finding of an inspection, or of a plan, with its words then (`found`); `minutes`: asked of
-- each unit; `reason_over`: why also those were asked who were asked of late or of whom it is known.
CREATE TABLE similar_case_review (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  state text COLLATE "C" NOT NULL CHECK (state IN ('open', 'ended', 'withdrawn')),
  source_kind text COLLATE "C" NOT NULL CHECK (source_kind IN ('inspection-finding', 'plan-finding')),
  finding_id uuid,
  plan_id uuid,
  finding_key text COLLATE "C",
  found text NOT NULL,
  words text NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 10000),
  due_on date NOT NULL,
  reason_over text NOT NULL,
  note text NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by_name text,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, finding_id) REFERENCES inspection_finding (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  CHECK ((source_kind = 'inspection-finding') = (finding_id IS NOT NULL)),
  CHECK ((source_kind = 'plan-finding') = (plan_id IS NOT NULL)),
  CHECK ((plan_id IS NULL) = (finding_key IS NULL)),
  CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX similar_case_review_state ON similar_case_review (jurisdiction_id, state, due_on);
CREATE INDEX similar_case_review_finding ON similar_case_review (jurisdiction_id, finding_id);
CREATE INDEX similar_case_review_plan ON similar_case_review (jurisdiction_id, plan_id, finding_key);

-- What one unit answers. `commitment_id`: what was made of what it found.
CREATE TABLE similar_case_answer (
  jurisdiction_id uuid NOT NULL,
  review_id uuid NOT NULL,
  org_id uuid NOT NULL,
  org_name text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  state text COLLATE "C" NOT NULL CHECK (state IN ('asked', 'found', 'not-found', 'returned', 'followed')),
  words text NOT NULL,
  commitment_id uuid,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, review_id, org_id),
  FOREIGN KEY (jurisdiction_id, review_id) REFERENCES similar_case_review (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  CHECK ((state = 'followed') = (commitment_id IS NOT NULL))
);
CREATE INDEX similar_case_answer_org ON similar_case_answer (jurisdiction_id, org_id, state);
CREATE INDEX similar_case_answer_commitment ON similar_case_answer (jurisdiction_id, commitment_id);

-- What was done about it. Nothing of it is ever changed.
CREATE TABLE similar_case_step (
  jurisdiction_id uuid NOT NULL,
  review_id uuid NOT NULL,
  org_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('found', 'not-found', 'return', 'follow')),
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (jurisdiction_id, review_id, org_id, ordinal),
  FOREIGN KEY (jurisdiction_id, review_id, org_id) REFERENCES similar_case_answer (jurisdiction_id, review_id, org_id)
);

-- 佐证 of an answer: files of the evidence store, of the step that gave them.
CREATE TABLE similar_case_proof (
  jurisdiction_id uuid NOT NULL,
  review_id uuid NOT NULL,
  org_id uuid NOT NULL,
  step integer NOT NULL,
  evidence_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, review_id, org_id, step, evidence_id),
  FOREIGN KEY (jurisdiction_id, review_id, org_id, step) REFERENCES similar_case_step (jurisdiction_id, review_id, org_id, ordinal),
  FOREIGN KEY (jurisdiction_id, evidence_id) REFERENCES evidence (jurisdiction_id, id)
);
CREATE INDEX similar_case_proof_evidence ON similar_case_proof (jurisdiction_id, evidence_id);
