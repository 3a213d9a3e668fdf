-- the first who uploaded each file so far
INSERT INTO evidence_holder (jurisdiction_id, evidence_id, account_id)
SELECT jurisdiction_id, id, uploaded_by FROM evidence;
