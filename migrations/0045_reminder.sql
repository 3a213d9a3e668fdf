-- 催办: that a commitment is due, said by the office or by the program (`by_account` null). One a commitment and day.
CREATE TABLE reminder (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  on_day date NOT NULL,
  due_by date,
  note text NOT NULL,
  by_account uuid,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, commitment_id, on_day),
  FOREIGN KEY (jurisdiction_id, commitment_id) REFERENCES commitment (jurisdiction_id, id)
);
CREATE INDEX reminder_day ON reminder (jurisdiction_id, on_day);

-- 自动催办, where the office has said so: so many days before what is due (`before`), and every so many days after (null: not). One row a jurisdiction.
CREATE TABLE reminder_setting (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version >= 1),
  days_before jsonb NOT NULL,
  every_after integer CHECK (every_after >= 1)
);

ALTER TABLE ledger_entry
  ADD COLUMN reminders integer NOT NULL DEFAULT 0,
  ADD COLUMN reminded_on date;
