-- 问题的销号: what was done about a finding of a plan. A finding is known by the words under which its measures stand (`finding`: SM3 of aspect and finding, in
-- hexadecimal), so that a plan read again keeps it. Nothing of it is ever changed.
CREATE TABLE finding_step (
  jurisdiction_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  finding text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  kind text NOT NULL CHECK (kind IN ('state', 'close', 'return')),
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  meeting uuid,
  held_on date,
  pinned text NOT NULL,
  PRIMARY KEY (jurisdiction_id, plan_id, finding, ordinal),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id),
  CHECK ((kind = 'state') = (meeting IS NULL))
);

-- whether the next level up agreed, because of the level's own people none might; and in whose place it was done (代理)
ALTER TABLE closure_step ADD COLUMN lifted boolean NOT NULL DEFAULT false, ADD COLUMN for_account uuid;

-- 回头看: what looking again at something closed found
CREATE TABLE closure_check (
  jurisdiction_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  on_day date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('kept', 'relapsed')),
  note text NOT NULL,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, closure_id, ordinal),
  FOREIGN KEY (jurisdiction_id, closure_id) REFERENCES closure (jurisdiction_id, id)
);
ALTER TABLE closure_setting ADD COLUMN watch_days integer NOT NULL DEFAULT 90 CHECK (watch_days BETWEEN 1 AND 730);

-- Who has opened what was asked for, in the version that was judged: several are agreed to at once only by who opened each.
CREATE TABLE closure_opened (
  jurisdiction_id uuid NOT NULL,
  closure_id uuid NOT NULL,
  account uuid NOT NULL,
  pinned text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, closure_id, account),
  FOREIGN KEY (jurisdiction_id, closure_id) REFERENCES closure (jurisdiction_id, id)
);

-- 销号标准 of a commitment, in the words of a person
CREATE TABLE closure_criteria (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  words text NOT NULL,
  set_at timestamptz NOT NULL,
  set_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
