-- What the records that count add to an occurrence, by day: where each adds by itself, a write looks at these rows and not at every credit.
-- `records`: how many they are; 0: none any more.
CREATE TABLE occurrence_growth (
  jurisdiction_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  part text COLLATE "C" NOT NULL,
  on_day date NOT NULL,
  quantity numeric NOT NULL,
  records integer NOT NULL CHECK (records >= 0),
  PRIMARY KEY (jurisdiction_id, commitment_id, subject, period, part, on_day),
  FOREIGN KEY (jurisdiction_id, commitment_id, subject, period)
    REFERENCES occurrence (jurisdiction_id, commitment_id, subject, period) ON DELETE CASCADE
);

-- for every commitment: which need them only the program knows; a recomputation removes those of the others
INSERT INTO occurrence_growth (jurisdiction_id, commitment_id, subject, period, part, on_day, quantity, records)
SELECT jurisdiction_id, commitment_id, subject, period, part, on_day, sum(quantity), count(*)
FROM credit WHERE counts GROUP BY 1, 2, 3, 4, 5, 6;
