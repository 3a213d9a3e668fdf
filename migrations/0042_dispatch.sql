-- 第一责任人 of a plan, as a party key (`post:<id>`, `person:<id>`).
CREATE TABLE first_responsible (
  jurisdiction_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  party text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, plan_id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id) ON DELETE CASCADE
);

-- 认领 of a finding by a leader. `finding`: SM3 of aspect and finding, as in finding_step, so that it outlives a plan read again; `leader` null: given back.
CREATE TABLE claim (
  jurisdiction_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  finding text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 0),
  leader text COLLATE "C",
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, plan_id, finding),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX claim_leader ON claim (jurisdiction_id, leader);

-- 分办 of a commitment as it stands. `org`: the unit that answers for it; `owner` 直接责任人 as a party key; `round`: how often it was handed out. It follows from its steps
-- and is there to be looked for. Version 0: nothing was done yet, the row is there to be locked.
CREATE TABLE dispatch (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 0),
  state text NOT NULL CHECK (state IN ('waiting', 'dispatched', 'insisted', 'refused', 'confirmed')),
  org_id uuid,
  supporting uuid[] NOT NULL,
  owner text COLLATE "C",
  round integer NOT NULL CHECK (round >= 0),
  note text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX dispatch_plan ON dispatch (jurisdiction_id, plan_id, state);
CREATE INDEX dispatch_org ON dispatch (jurisdiction_id, org_id);
CREATE INDEX dispatch_owner ON dispatch (jurisdiction_id, owner);
CREATE INDEX dispatch_supporting ON dispatch USING gin (supporting);

-- What was done to it. Nothing of it is ever changed.
CREATE TABLE dispatch_step (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text NOT NULL CHECK (kind IN ('dispatch', 'reassign', 'withdraw', 'confirm', 'refuse', 'insist', 'refine')),
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  note text NOT NULL,
  org_id uuid,
  supporting uuid[] NOT NULL,
  owner text COLLATE "C",
  tasks jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id, ordinal),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES dispatch (jurisdiction_id, commitment_id) ON DELETE CASCADE
);

-- 工作步骤 of what is confirmed. `who` as a party key; null: the owner.
CREATE TABLE task (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  words text NOT NULL,
  by_day date NOT NULL,
  who text COLLATE "C",
  PRIMARY KEY (jurisdiction_id, commitment_id, ordinal),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES dispatch (jurisdiction_id, commitment_id) ON DELETE CASCADE
);
CREATE INDEX task_day ON task (jurisdiction_id, by_day);
CREATE INDEX task_who ON task (jurisdiction_id, who);
