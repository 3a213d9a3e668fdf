-- 组织机构 with its history. All days are inclusive; an end that is null is open. Nothing that has held is overwritten: a change ends a row and begins another.

-- One row a jurisdiction: who changes its organisation locks it, and `version` counts the changes.
CREATE TABLE organisation (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  version integer NOT NULL CHECK (version >= 0)
);

-- 机构: its name and place in the tree are in `org_term`.
CREATE TABLE org (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('institution', 'department', 'branch')),
  aliases text[] NOT NULL,
  ordinal integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, id)
);

-- 名称与隶属, from a day to a day.
CREATE TABLE org_term (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  from_day date NOT NULL,
  to_day date,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, org_id, from_day),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, parent_id) REFERENCES org (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);
CREATE INDEX org_term_parent ON org_term (jurisdiction_id, parent_id);

-- 人员: nothing personal beyond the name. `account_id`: the login of the person.
CREATE TABLE person (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  name text NOT NULL,
  account_id uuid,
  PRIMARY KEY (jurisdiction_id, id)
);

-- 职务.
CREATE TABLE org_post (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  org_id uuid NOT NULL,
  title text NOT NULL,
  rank text NOT NULL,
  is_head boolean NOT NULL,
  is_for_one boolean NOT NULL,
  aliases text[] NOT NULL,
  ordinal integer NOT NULL,
  from_day date NOT NULL,
  to_day date,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);
CREATE INDEX org_post_org ON org_post (jurisdiction_id, org_id);

-- 任职.
CREATE TABLE holding (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  CHECK (to_day >= from_day)
);
CREATE INDEX holding_post ON holding (jurisdiction_id, post_id);
CREATE INDEX holding_person ON holding (jurisdiction_id, person_id);

-- 群组. `everyone_in_id`: all who hold a post in that org or below it belong by rule.
CREATE TABLE org_group (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  name text NOT NULL,
  everyone_in_id uuid,
  ordinal integer NOT NULL,
  PRIMARY KEY (jurisdiction_id, id),
  UNIQUE (jurisdiction_id, name),
  FOREIGN KEY (jurisdiction_id, everyone_in_id) REFERENCES org (jurisdiction_id, id)
);
CREATE INDEX org_group_everyone_in ON org_group (jurisdiction_id, everyone_in_id);

-- 群组成员: a person, a post (whoever holds it) or an org.
CREATE TABLE membership (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  from_day date NOT NULL,
  to_day date,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, group_id) REFERENCES org_group (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (num_nonnulls(person_id, post_id, org_id) = 1),
  CHECK (to_day >= from_day)
);
CREATE INDEX membership_group ON membership (jurisdiction_id, group_id);

-- 分管与联系点: a leader (a post, or a person where several hold the post) and an org.
CREATE TABLE relation (
  jurisdiction_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inChargeOf', 'contactUnit')),
  person_id uuid,
  post_id uuid,
  org_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  PRIMARY KEY (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, person_id) REFERENCES person (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, post_id) REFERENCES org_post (jurisdiction_id, id),
  FOREIGN KEY (jurisdiction_id, org_id) REFERENCES org (jurisdiction_id, id),
  CHECK (num_nonnulls(person_id, post_id) = 1),
  CHECK (to_day >= from_day)
);
CREATE INDEX relation_org ON relation (jurisdiction_id, org_id);

-- 机构名册导入: the rows of a sheet that was read, until they are applied. `rows`: as core read them, with the addresses of their cells.
CREATE TABLE organisation_import (
  jurisdiction_id uuid NOT NULL REFERENCES jurisdiction (id),
  id uuid NOT NULL,
  file_name text NOT NULL,
  rows jsonb NOT NULL,
  read_by uuid NOT NULL,
  read_at timestamptz NOT NULL,
  applied_at timestamptz,
  PRIMARY KEY (jurisdiction_id, id)
);
