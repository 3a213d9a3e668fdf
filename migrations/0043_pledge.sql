-- 责任书 as it was signed: for a leader or a unit (`party`: party key). `digest`: SM3 of the canonical text of the content. Nothing of it is ever changed.
CREATE TABLE pledge (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  party text COLLATE "C" NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL,
  signed_by uuid NOT NULL,
  signed_by_name text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, plan_id) REFERENCES plan (jurisdiction_id, id) ON DELETE CASCADE
);
CREATE INDEX pledge_party ON pledge (jurisdiction_id, plan_id, party, signed_at);

-- 分办 and 责任 of each row of the ledger, kept with every step: null where nothing was handed out. Named by posts, which do not change with who holds them.
ALTER TABLE ledger_entry ADD COLUMN dispatch text COLLATE "C" CHECK (dispatch IN ('dispatched', 'insisted', 'refused', 'confirmed'));
ALTER TABLE ledger_entry ADD COLUMN responsibility text NOT NULL DEFAULT '';
