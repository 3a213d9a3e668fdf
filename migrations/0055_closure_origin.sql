-- 方案来源 as a person has said it; null: nobody has.
ALTER TABLE plan
  ADD COLUMN origin text COLLATE "C" CHECK (
    origin IN ('life-meeting', 'inspection-tour', 'local-inspection', 'audit', 'supervision', 'self-check', 'meeting-decision')
  );

-- Minutes of the meeting that decided: the files as they were then, `[{"sha256", "name"}]`. They are frozen into the file of the closure.
ALTER TABLE closure_step ADD COLUMN minutes jsonb NOT NULL DEFAULT '[]';
