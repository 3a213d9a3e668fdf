-- 敏感标记 of what is kept: 0 公开, 1 内部, 2 敏感, 3 高敏. A register without a row bears the mark that follows from its definition, a record that of its register.

-- `field`: a field of the register by itself; '' stands for the register.
CREATE TABLE register_mark (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  register text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  mark smallint NOT NULL CHECK (mark BETWEEN 0 AND 3),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, register, field)
);
CREATE TABLE record_mark (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  record_id uuid NOT NULL,
  mark smallint NOT NULL CHECK (mark BETWEEN 0 AND 3),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, record_id)
);

-- 代理: somebody acts for a post while who holds it is away. It counts on its days once a second person confirmed it.
CREATE TABLE substitution (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  absent_id uuid NOT NULL,
  substitute_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL,
  requested_by uuid NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'declined', 'withdrawn', 'ended')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, absent_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, substitute_id) REFERENCES person (jurisdiction_id, id),
  CHECK (from_day <= to_day),
  CHECK (absent_id <> substitute_id),
  CHECK (state NOT IN ('confirmed', 'declined', 'ended') OR decided_by <> requested_by)
);
CREATE INDEX substitution_substitute ON substitution (jurisdiction_id, substitute_id);

-- for which substitution a session acts; null: for oneself
ALTER TABLE session ADD COLUMN substitution_id uuid;

-- 交接: what is open where a post changes hands, as it stood on the day, confirmed by both sides.
CREATE TABLE handover (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  on_day date NOT NULL,
  note text NOT NULL,
  items jsonb NOT NULL,
  begun_by uuid NOT NULL,
  begun_by_name text NOT NULL,
  begun_at timestamptz NOT NULL,
  from_confirmed_at timestamptz,
  from_confirmed_by_name text,
  to_confirmed_at timestamptz,
  to_confirmed_by_name text,
  cancelled_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, from_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, to_id) REFERENCES person (jurisdiction_id, id),
  CHECK (from_id <> to_id)
);
CREATE INDEX handover_begun ON handover (jurisdiction_id, begun_at);
