-- A finding that its unit was not told of yet may be put in other words: what it said before stands with the step (`was`: words, demand, dueOn).
ALTER TABLE inspection_finding_step ADD COLUMN was jsonb;
ALTER TABLE inspection_finding_step DROP CONSTRAINT inspection_finding_step_kind_check;
ALTER TABLE inspection_finding_step ADD CONSTRAINT inspection_finding_step_kind_check
  CHECK (kind IN ('note', 'reword', 'raise', 'contest', 'uphold', 'report', 'verify', 'fail', 'return', 'withdraw'));
ALTER TABLE inspection_finding_step ADD CONSTRAINT inspection_finding_step_was CHECK ((kind = 'reword') = (was IS NOT NULL));

-- Its day moves with the commitment that was made of it; this is the day that the inspectors set. Null: it has not moved.
ALTER TABLE inspection_finding ADD COLUMN original_due date;

-- Where what it led to stands now: the commitment itself, or those that replaced it (拆分, 合并).
ALTER TABLE finding_consequence ADD COLUMN stands uuid[] NOT NULL DEFAULT '{}';
UPDATE finding_consequence SET stands = ARRAY[commitment_id];
CREATE INDEX finding_consequence_stands ON finding_consequence USING gin (stands);

-- 会议纪要: the files of a meeting that decided on a change, by hash and name, as closures keep theirs.
ALTER TABLE change_step ADD COLUMN minutes jsonb NOT NULL DEFAULT '[]';
CREATE INDEX change_step_minutes ON change_step USING gin (minutes jsonb_path_ops) WHERE minutes <> '[]';
