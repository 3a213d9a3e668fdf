-- 短语规则: what people have taught the reading of plans. Never deleted: a removed one stays, with the reason, for what was read through it.
CREATE TABLE phrase_rule (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('unit', 'rhythm', 'comparator', 'scope', 'org', 'leader', 'wording', 'register')),
  phrase text COLLATE "C" NOT NULL,
  teaches jsonb NOT NULL,
  example text NOT NULL,
  is_on boolean NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  made_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_by_name text,
  removed_because text,
  PRIMARY KEY (jurisdiction_id, id),
  CHECK ((removed_at IS NULL) = (removed_because IS NULL) AND (removed_at IS NULL) = (removed_by_name IS NULL))
);
CREATE UNIQUE INDEX phrase_rule_phrase ON phrase_rule (jurisdiction_id, kind, phrase) WHERE removed_at IS NULL;

-- Where a rule was used: how many values of a plan were found through it when the plan was read, and the first sentences of them.
CREATE TABLE phrase_rule_use (
  jurisdiction_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  uses integer NOT NULL CHECK (uses >= 1),
  quotes jsonb NOT NULL,
  PRIMARY KEY (jurisdiction_id, rule_id, plan_id),
  FOREIGN KEY (jurisdiction_id, rule_id) REFERENCES phrase_rule (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX phrase_rule_use_plan ON phrase_rule_use (jurisdiction_id, plan_id);
