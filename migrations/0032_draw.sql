-- 抽取: a sample that anybody can draw again. Never deleted. `rule`, `seed` are null until they are known; `list_file_id`: the list as it was sent.
CREATE TABLE draw (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  state text NOT NULL CHECK (state IN ('draft', 'frozen', 'drawing', 'drawn', 'abandoned')),
  name text NOT NULL,
  purpose text NOT NULL,
  rule jsonb,
  list_file_id uuid NOT NULL,
  file_name text NOT NULL,
  items integer NOT NULL,
  strata jsonb NOT NULL,
  seed text,
  done_items integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  drawn_at timestamptz,
  abandoned text,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, list_file_id) REFERENCES stored_file (jurisdiction_id, id),
  CHECK ((state IN ('drawing', 'drawn')) <= (seed IS NOT NULL))
);
CREATE INDEX draw_list_file ON draw (jurisdiction_id, list_file_id);

-- A frozen part of the population. `hash`: SM3 of the text in the file.
CREATE TABLE draw_part (
  jurisdiction_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  part integer NOT NULL CHECK (part >= 1),
  hash text NOT NULL,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  items integer NOT NULL,
  excluded integer NOT NULL,
  strata jsonb NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, draw_id, part),
  FOREIGN KEY (jurisdiction_id, draw_id) REFERENCES draw (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, file_id) REFERENCES stored_file (jurisdiction_id, id)
);
CREATE INDEX draw_part_file ON draw_part (jurisdiction_id, file_id);

-- What one party gave to the seed.
CREATE TABLE draw_contribution (
  jurisdiction_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  ordinal integer NOT NULL,
  party text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('secret', 'dice')),
  digest text NOT NULL,
  value text,
  account uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, draw_id, ordinal),
  FOREIGN KEY (jurisdiction_id, draw_id) REFERENCES draw (jurisdiction_id, id)
);

-- What was drawn and what stands next; the rest of the order follows from the frozen text and the seed.
CREATE TABLE draw_item (
  jurisdiction_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  item text COLLATE "C" NOT NULL,
  stratum text COLLATE "C" NOT NULL,
  part integer NOT NULL,
  rank text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  state text NOT NULL CHECK (state IN ('drawn', 'replaced', 'spare')),
  reason text NOT NULL DEFAULT '',
  replaces text COLLATE "C",
  outcome text CHECK (outcome IN ('sound', 'faulty')),
  note text NOT NULL DEFAULT '',
  judged_by_name text NOT NULL DEFAULT '',
  PRIMARY KEY (jurisdiction_id, draw_id, item),
  FOREIGN KEY (jurisdiction_id, draw_id) REFERENCES draw (jurisdiction_id, id)
);
CREATE INDEX draw_item_ordinal ON draw_item (jurisdiction_id, draw_id, ordinal) WHERE state <> 'spare';
CREATE INDEX draw_item_spare ON draw_item (jurisdiction_id, draw_id, stratum, rank) WHERE state = 'spare';
