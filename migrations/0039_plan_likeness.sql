-- hashes of some of its sentences, by which a document that was imported before in another form or wording is known
ALTER TABLE plan ADD COLUMN sketch integer[] NOT NULL DEFAULT '{}';
CREATE INDEX plan_sketch ON plan USING gin (sketch);
-- plans that an imported document is like
ALTER TABLE plan_import ADD COLUMN alike jsonb;
