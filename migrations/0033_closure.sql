-- 销号 of a commitment, or of one period of a standing one (`stage`: the key of the period; '' for the whole). `levels`: those it was last asked under. The
-- columns after the version follow from its steps and are there to be looked for.
CREATE TABLE closure (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  stage text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  levels jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'requested', 'returned', 'closed', 'terminated')),
  aim text CHECK (aim IN ('close', 'extend', 'terminate')),
  level integer NOT NULL,
  reopened integer NOT NULL,
  extended_to date,
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE UNIQUE INDEX closure_commitment ON closure (jurisdiction_id, commitment_id, stage);
CREATE INDEX closure_state ON closure (jurisdiction_id, state, changed_at);

-- What was done to it. Nothing of it is ever changed.
CREATE TABLE closure_step (
  jurisdiction_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text NOT NULL CHECK (kind IN ('request', 'agree', 'return', 'withdraw', 'add-signer', 'meeting', 'reopen')),
  level integer NOT NULL,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  demands jsonb NOT NULL,
  aim jsonb,
  pinned text NOT NULL,
  signer uuid,
  held_on date,
  PRIMARY KEY (jurisdiction_id, closure_id, ordinal),
  FOREIGN KEY (jurisdiction_id, closure_id) REFERENCES closure (jurisdiction_id, id)
);

-- 一项一档: what stood when it was closed, frozen; of each time it was closed one (`round`). `digest`: SM3 of the canonical text of the content.
CREATE TABLE closure_file (
  jurisdiction_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  round integer NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, closure_id, round),
  FOREIGN KEY (jurisdiction_id, closure_id) REFERENCES closure (jurisdiction_id, id)
);

-- 审签设置, where the office has said so. One row a jurisdiction.
CREATE TABLE closure_setting (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version >= 1),
  levels jsonb NOT NULL
);
