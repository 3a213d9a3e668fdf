-- Who has brought the bytes of a file: whoever has them may use them, nobody gets them by naming the file.
CREATE TABLE evidence_holder (
  jurisdiction_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (jurisdiction_id, evidence_id, account_id),
  FOREIGN KEY (jurisdiction_id, evidence_id) REFERENCES evidence (jurisdiction_id, id) ON DELETE CASCADE
);
