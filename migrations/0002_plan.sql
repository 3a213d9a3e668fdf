-- 整改方案. `frame`: what its commitments are computed from; `diagnostics`: what was unclear in its document.
CREATE TABLE plan (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  title text NOT NULL,
  frame jsonb NOT NULL,
  diagnostics jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by uuid NOT NULL,
  imported_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);

-- 方案文件: one uploaded file of a plan as it was read. All spans of the plan refer to `text`.
CREATE TABLE plan_document (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  text text NOT NULL,
  blocks jsonb NOT NULL,
  revisions jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, plan_id, revision),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id)
);
CREATE INDEX plan_document_file ON plan_document (jurisdiction_id, file_id);

-- 条款: the outline of the document, in its order. `cells`: of rows of tables.
CREATE TABLE clause (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  parent_id uuid,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  marker text NOT NULL,
  title text NOT NULL,
  span_start integer NOT NULL,
  span_end integer NOT NULL,
  cells jsonb,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES clause (jurisdiction_id, id)
);
CREATE INDEX clause_plan ON clause (jurisdiction_id, plan_id, ordinal);
CREATE INDEX clause_parent ON clause (jurisdiction_id, parent_id);

-- 整改任务, as the domain knows it. `ordinal`: the order of the plan as text, so that the parts of one stand behind it: 000012, 000012.01, 000013.
CREATE TABLE commitment (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  clause_id uuid NOT NULL,
  within_id uuid,
  ordinal text COLLATE "C" NOT NULL,
  ref text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'confirmed', 'discarded', 'replaced')),
  version integer NOT NULL CHECK (version >= 1),
  span jsonb,
  sentence_span jsonb,
  text text NOT NULL,
  replaced_by uuid[] NOT NULL,
  own jsonb,
  reading jsonb NOT NULL,
  original jsonb,
  decision jsonb,
  basis jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, clause_id) REFERENCES clause (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, within_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE UNIQUE INDEX commitment_plan ON commitment (jurisdiction_id, plan_id, ordinal);
CREATE INDEX commitment_clause ON commitment (jurisdiction_id, clause_id);
CREATE INDEX commitment_within ON commitment (jurisdiction_id, within_id) WHERE within_id IS NOT NULL;

-- 台账条目: what the ledger shows, filters and sorts of each commitment, worked out from it in the same transaction. Apart from it because the ledger
-- looks through all rows of this table, and readings would make it three times as large. `aspect_ordinal`: null without an aspect;
-- `…_text`: the names as shown, null where there are none.
CREATE TABLE ledger_entry (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  ordinal text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  ref text COLLATE "C" NOT NULL,
  plan_title text COLLATE "C" NOT NULL,
  aspect text COLLATE "C" NOT NULL,
  aspect_ordinal integer,
  finding text COLLATE "C" NOT NULL,
  measure text COLLATE "C" NOT NULL,
  sentence text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  nature text COLLATE "C" CHECK (nature IN ('immediate', 'staged', 'standing')),
  leaders text[] NOT NULL,
  lead_orgs text[] NOT NULL,
  owners text[] NOT NULL,
  supporting_orgs text[] NOT NULL,
  leaders_text text COLLATE "C",
  lead_orgs_text text COLLATE "C",
  owners_text text COLLATE "C",
  supporting_orgs_text text COLLATE "C",
  due_on date,
  due_text text COLLATE "C" NOT NULL,
  remark text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id)
);
-- the orders most asked for, read from the index alone: of the plans, by day, grouped by aspect, unit, leader
CREATE UNIQUE INDEX ledger_entry_plan ON ledger_entry (jurisdiction_id, plan_id, ordinal) INCLUDE (commitment_id, state);
CREATE INDEX ledger_entry_day ON ledger_entry (jurisdiction_id, due_on, plan_id, ordinal) INCLUDE (commitment_id, state);
CREATE INDEX ledger_entry_aspect ON ledger_entry (jurisdiction_id, plan_id, aspect_ordinal, ordinal) INCLUDE (commitment_id, state);
CREATE INDEX ledger_entry_unit ON ledger_entry (jurisdiction_id, lead_orgs_text, plan_id, ordinal) INCLUDE (commitment_id, state);
CREATE INDEX ledger_entry_leader ON ledger_entry (jurisdiction_id, leaders_text, plan_id, ordinal) INCLUDE (commitment_id, state);
CREATE INDEX ledger_entry_leaders ON ledger_entry USING gin (leaders);
CREATE INDEX ledger_entry_lead_orgs ON ledger_entry USING gin (lead_orgs);
CREATE INDEX ledger_entry_owners ON ledger_entry USING gin (owners);
CREATE INDEX ledger_entry_supporting_orgs ON ledger_entry USING gin (supporting_orgs);

-- 疑问 and its answer. `commitments`: what it is about; none: the plan as a whole.
CREATE TABLE question (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  ordinal integer NOT NULL,
  code text NOT NULL,
  commitments uuid[] NOT NULL,
  span jsonb,
  params jsonb NOT NULL,
  suggestions jsonb NOT NULL,
  answer jsonb,
  answered_by text,
  answered_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX question_plan ON question (jurisdiction_id, plan_id, ordinal);

-- 导入: one upload on its way to a plan. `file_id` is gone once it failed or was cancelled, `plan_id` is there once it is done and while the plan is.
CREATE TABLE plan_import (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'reading', 'compiling', 'saving', 'done', 'failed', 'cancelled')),
  progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
  file_id uuid,
  file_name text NOT NULL,
  plan_id uuid,
  error jsonb,
  started_by uuid NOT NULL,
  started_by_name text NOT NULL,
  started_by_post text NOT NULL,
  started_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  CHECK ((state = 'failed') = (error IS NOT NULL))
);
CREATE INDEX plan_import_file ON plan_import (jurisdiction_id, file_id);
CREATE INDEX plan_import_plan ON plan_import (jurisdiction_id, plan_id);
-- what a crash has interrupted is found at the next start, over all jurisdictions
CREATE INDEX plan_import_unfinished ON plan_import (jurisdiction_id, changed_at) WHERE state IN ('queued', 'reading', 'compiling', 'saving');
