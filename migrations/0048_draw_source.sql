-- A draw whose population came from a register: from which records (`source`), and how sensitive what was taken is (`mark`, as in record_mark): it is shown to
-- those who are cleared for it and may read the register. Null: a list was sent.
ALTER TABLE draw
  ADD COLUMN register text COLLATE "C",
  ADD COLUMN source jsonb,
  ADD COLUMN mark smallint NOT NULL DEFAULT 0 CHECK (mark BETWEEN 0 AND 3);
