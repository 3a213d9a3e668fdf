-- What a caller sent under a key of their own (Idempotency-Key), written in the transaction of what it did: sent again it does nothing and answers the same.
-- `nth`: the how-manyeth change of the request; `answer` null: what it gave is not kept (a password that is shown once). Kept for a day.
CREATE TABLE sent_once (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  account_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  nth integer NOT NULL CHECK (nth >= 0),
  digest text COLLATE "C" NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (jurisdiction_id, account_id, key, nth)
);
CREATE INDEX sent_once_at ON sent_once (jurisdiction_id, account_id, at);
