-- Sessions that are listed and ended one by one. `agent`: browser and system, as words. `factor_at`: when the second factor was given; `confirmed_at`: when its
-- owner last proved who they are, which dangerous acts ask for again. `challenge`: SM3 of what a certificate key is to sign, used once.
ALTER TABLE session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE session ALTER COLUMN id DROP DEFAULT;
ALTER TABLE session ADD CONSTRAINT session_id UNIQUE (id);
ALTER TABLE session ADD COLUMN agent text NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN factor_at timestamptz;
ALTER TABLE session ADD COLUMN confirmed_at timestamptz;
ALTER TABLE session ADD COLUMN challenge bytea;
ALTER TABLE session ADD COLUMN challenge_until timestamptz;

-- 动态口令 (RFC 6238): the seed is sealed with a key that lies outside the database. `last_step`: the last step whose code was used; `pending_seed`: its
-- owner has not shown yet that their app gives the right codes, so it counts for nothing.
CREATE TABLE totp (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  sealed_seed bytea,
  pending_seed bytea,
  last_step bigint NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz
);

-- 打印的一次性验证码: kept as keyed digests, each used up by one sign-in.
CREATE TABLE printed_code (
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  digest bytea NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, digest)
);

-- 证书密钥 (UKey): the public key of a person's SM2 key, an uncompressed point in hexadecimal.
CREATE TABLE certificate_key (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name text NOT NULL,
  public_key text COLLATE "C" NOT NULL UNIQUE CHECK (public_key ~ '^04[0-9a-f]{128}$'),
  added_at timestamptz NOT NULL
);
CREATE INDEX certificate_key_account ON certificate_key (account_id);
