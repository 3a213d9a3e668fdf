-- the names that stand in the ledger so far
INSERT INTO ledger_name (jurisdiction_id, role, name)
SELECT DISTINCT jurisdiction_id, 'unit', unnest(lead_orgs || supporting_orgs) FROM ledger_entry
UNION
SELECT DISTINCT jurisdiction_id, 'leader', unnest(leaders || owners) FROM ledger_entry;
