-- 封存: entries of the journal become leaves of a Merkle tree (RFC 6962, SM3), one tree a jurisdiction, whose heads are signed.

-- `xid`: the transaction that wrote the entry; entries from before this column have none. `salt`: hides what stood before and after from guessing.
ALTER TABLE journal_entry ADD COLUMN xid xid8;
ALTER TABLE journal_entry ADD COLUMN salt bytea;
-- set apart from the columns, so that entries from before stay without
ALTER TABLE journal_entry ALTER COLUMN xid SET DEFAULT pg_current_xact_id();
ALTER TABLE journal_entry ALTER COLUMN salt SET DEFAULT uuid_send(gen_random_uuid());
CREATE INDEX journal_entry_xid ON journal_entry (jurisdiction_id, xid, id);

-- One leaf an entry, in the order they were sealed. `payload`: the digest that stands in the leaf for what stood before and after.
CREATE TABLE journal_leaf (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  entry_id uuid NOT NULL,
  payload text COLLATE "C" NOT NULL,
  leaf text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, leaf_index),
  UNIQUE (jurisdiction_id, entry_id)
);

-- 封存点: signed. `frontier`: what is needed to go on. `below_xid`: every transaction before it has been sealed, in the cluster of this identifier.
CREATE TABLE journal_head (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  size bigint NOT NULL CHECK (size >= 1),
  root text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  key text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  frontier text[] NOT NULL,
  below_xid xid8 NOT NULL,
  cluster text COLLATE "C" NOT NULL,
  PRIMARY KEY (jurisdiction_id, size)
);
REVOKE UPDATE, DELETE, TRUNCATE ON journal_leaf, journal_head FROM CURRENT_USER;

-- Public keys that have signed heads, by their fingerprint.
CREATE TABLE journal_key (
  key text COLLATE "C" PRIMARY KEY,
  public_key text NOT NULL,
  added_at timestamptz NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON journal_key FROM CURRENT_USER;
