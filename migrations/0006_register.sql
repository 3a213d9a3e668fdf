-- 登记簿 of a jurisdiction: the pack it uses, and what it changed or added.

-- One row a jurisdiction that chose its pack or changed a register: who changes them locks it, and `version` counts the changes.
CREATE TABLE register_set (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  pack text NOT NULL,
  version integer NOT NULL CHECK (version >= 1)
);

-- A register the jurisdiction added, or its version of one of the pack's, which then stands in the place of the pack's.
-- `pack_definition`: the pack's as it was when it was last changed here; null: the jurisdiction's own.
CREATE TABLE register (
  jurisdiction_id uuid NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL,
  pack_definition jsonb,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id) REFERENCES register_set (jurisdiction_id)
);
