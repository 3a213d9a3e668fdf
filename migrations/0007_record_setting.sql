-- What a jurisdiction has settled about its records; without a row the defaults of core hold.
CREATE TABLE record_setting (
  jurisdiction_id uuid NOT NULL PRIMARY KEY REFERENCES jurisdiction (id),
  late_after_days integer NOT NULL CHECK (late_after_days BETWEEN 0 AND 366)
);
