-- Minutes are looked for by their content before a file is taken back.
CREATE INDEX closure_step_minutes ON closure_step USING gin (minutes jsonb_path_ops) WHERE minutes <> '[]';
