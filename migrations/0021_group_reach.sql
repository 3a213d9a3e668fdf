-- How far below its org a group by rule reaches: `own` the org with its departments and branches (本级), `all` subordinate institutions too (含下级). Groups that
-- stood before held all.
ALTER TABLE org_group ADD COLUMN reach text NOT NULL DEFAULT 'all' CHECK (reach IN ('own', 'all'));
ALTER TABLE org_group ALTER COLUMN reach DROP DEFAULT;
