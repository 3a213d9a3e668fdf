-- 进展情况: what a unit says of a commitment for a quarter where no record says it. Every revision is kept; the last one stands.
CREATE TABLE progress_update (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  commitment_id uuid NOT NULL,
  org_id uuid NOT NULL,
  org_name text NOT NULL,
  year integer NOT NULL,
  quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  on_day date NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  is_standing boolean NOT NULL,
  entered_by uuid NOT NULL,
  entered_by_name text NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id, revision),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id)
);
CREATE UNIQUE INDEX progress_update_standing ON progress_update (jurisdiction_id, commitment_id, org_id, year, quarter) WHERE is_standing;

-- 困难问题: raised by a unit, for the holder of a post to answer by a day. The columns after the version follow from its steps.
CREATE TABLE difficulty (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  commitment_id uuid NOT NULL,
  org_id uuid NOT NULL,
  org_name text NOT NULL,
  words text NOT NULL,
  wants text NOT NULL,
  post_id uuid NOT NULL,
  post_name text NOT NULL,
  answer_by date NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('open', 'escalated', 'answered', 'settled', 'withdrawn')),
  body text COLLATE "C" CHECK (body IN ('leading-group', 'joint-meeting')),
  answer text,
  raised_by uuid NOT NULL,
  raised_by_name text NOT NULL,
  raised_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id)
);
CREATE INDEX difficulty_commitment ON difficulty (jurisdiction_id, commitment_id);
CREATE INDEX difficulty_state ON difficulty (jurisdiction_id, state, answer_by);

-- What was done about it. Nothing of it is ever changed.
CREATE TABLE difficulty_step (
  jurisdiction_id uuid NOT NULL,
  difficulty_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('raise', 'answer', 'escalate', 'decide', 'contest', 'settle', 'withdraw')),
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  body text COLLATE "C",
  held_on date,
  PRIMARY KEY (jurisdiction_id, difficulty_id, ordinal),
  FOREIGN KEY (jurisdiction_id, difficulty_id) REFERENCES difficulty (jurisdiction_id, id)
);

-- 延期、调整、终止 of a commitment: asked for, and decided level by level as closures are. `proposal`: what is asked for, with what held when it was.
CREATE TABLE change_request (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  version integer NOT NULL CHECK (version >= 1),
  commitment_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('extension', 'amendment', 'termination')),
  proposal jsonb NOT NULL,
  reason text NOT NULL,
  levels jsonb NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('requested', 'granted', 'returned', 'withdrawn')),
  level integer NOT NULL,
  requested_by uuid NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE UNIQUE INDEX change_request_commitment ON change_request (jurisdiction_id, commitment_id, ordinal);
CREATE UNIQUE INDEX change_request_running ON change_request (jurisdiction_id, commitment_id) WHERE state = 'requested';
CREATE INDEX change_request_state ON change_request (jurisdiction_id, state, changed_at);

-- What was done with it. Nothing of it is ever changed.
CREATE TABLE change_step (
  jurisdiction_id uuid NOT NULL,
  change_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('request', 'agree', 'return', 'withdraw', 'meeting')),
  level integer NOT NULL,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  pinned text NOT NULL,
  held_on date,
  lifted boolean NOT NULL,
  for_account uuid,
  PRIMARY KEY (jurisdiction_id, change_id, ordinal),
  FOREIGN KEY (jurisdiction_id, change_id) REFERENCES change_request (jurisdiction_id, id)
);

-- What each row of the ledger shows of these: the words of the last quarter that has any; the first and the last due day with how often it was put off; both wordings.
ALTER TABLE ledger_entry
  ADD COLUMN progress_words text NOT NULL DEFAULT '',
  ADD COLUMN original_due date,
  ADD COLUMN extended_to date,
  ADD COLUMN extensions integer NOT NULL DEFAULT 0,
  ADD COLUMN amended text NOT NULL DEFAULT '';
